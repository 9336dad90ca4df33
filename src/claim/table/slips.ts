import type { Decimal } from 'decimal.js';
import type { Claim } from '../../core/claim.ts';
import { fr } from '../../util/french.ts';
import { isPercent } from '../../quantity/unit.ts';
import { growthOfCells, growthOnWrongBase } from './cell-operations.ts';
import type { Cell } from './cell.ts';
import { fitOf, type Candidate } from './reading.ts';

type Slip = Omit<NonNullable<Claim['slip']>, 'expected'>;

/** What a wrong cell looks like, and how to mend it. */
export function slipOf(candidate: Candidate, recomputed: Decimal): Slip {
  if (candidate.slip !== undefined) return known[candidate.slip];
  if (isWhole(candidate)) return known.whole;
  return (
    forgotten(candidate) ??
    (isPowerOfTen(candidate, recomputed) ? known.magnitude : undefined) ??
    (isSwapped(candidate, recomputed) ? known.digits : undefined) ??
    (isOnWrongBase(candidate) ? known.base : undefined) ??
    known[candidate.formula.kind === 'sum' ? 'sum' : 'other']
  );
}

const known = {
  points: {
    message: {
      fr: 'C’est un écart entre deux pourcentages, pas une évolution en pour cent.',
      en: 'This is a gap between two percentages, not a change in per cent.',
    },
    help: {
      fr: fr`Dites « points » dans la cellule ou l’en-tête, ou calculez l’évolution en %.`,
      en: 'Say “points” in the cell or its head, or compute the change in %.',
    },
  },
  base: {
    message: {
      fr: 'L’évolution est rapportée à la valeur d’arrivée, pas à celle de départ.',
      en: 'The change is divided by the last value, not by the first.',
    },
    help: {
      fr: 'Divisez l’écart par la valeur de départ.',
      en: 'Divide the gap by the first value.',
    },
  },
  magnitude: {
    message: {
      fr: 'Le résultat est le même à un facteur dix, cent ou mille près.',
      en: 'The result is the same but for a factor of ten, a hundred or a thousand.',
    },
    help: {
      fr: fr`Vérifiez la virgule et l’unité de l’en-tête : milliers, millions ou milliards.`,
      en: 'Check the decimal mark and the unit in the head: thousands, millions or billions.',
    },
  },
  digits: {
    message: { fr: 'Deux chiffres semblent inversés.', en: 'Two digits seem to be swapped.' },
    help: {
      fr: 'Retapez ce nombre, ou celui qui en dépend.',
      en: 'Type this number again, or the one that it comes from.',
    },
  },
  whole: {
    message: {
      fr: fr`Les parts ne font pas 100 %, même aux arrondis près.`,
      en: 'The shares do not make 100%, even with their roundings.',
    },
    help: {
      fr: 'Corrigez la part fausse, ou dites en note pourquoi elles ne s’additionnent pas.',
      en: 'Correct the wrong share, or say in a note why they do not add up.',
    },
  },
  sum: {
    message: {
      fr: 'Les parties ne font pas le total.',
      en: 'The parts do not make the total.',
    },
    help: {
      fr: 'Corrigez le total ou la partie fausse, ou dites en note pourquoi les parties ne s’additionnent pas.',
      en: 'Correct the total or the wrong part, or say in a note why the parts do not add up.',
    },
  },
  other: {
    message: {
      fr: 'Cette cellule ne se retrouve pas à partir des autres.',
      en: 'This cell cannot be found again from the others.',
    },
    help: {
      fr: 'Corrigez cette cellule ou les nombres dont elle est tirée.',
      en: 'Correct this cell, or the numbers that it comes from.',
    },
  },
} as const satisfies Record<string, Slip>;

/** The one part without which the sum is the total that the table gives. */
function forgotten({ cell, formula }: Candidate): Slip | undefined {
  if (formula.kind !== 'sum' || formula.inputs.length > 200) return undefined;
  const sum = formula.inputs.reduce((all, { amount }) => all + amount, 0);
  const margin = 1e-9 * Math.abs(sum);
  const missing = formula.inputs.filter(({ amount }) => Math.abs(sum - amount - cell.amount) <= margin);
  const [part] = missing;
  if (part === undefined || missing.length > 1) return undefined;
  return {
    message: {
      fr: fr`Le total oublie la partie « ${part.text} ».`,
      en: `The total leaves out the part “${part.text}”.`,
    },
    help: known.sum.help,
  };
}

/** A total of 100 %, which is right whatever its parts make. */
export function isWhole({ cell, formula }: Candidate): boolean {
  return formula.kind === 'sum' && isPercent(formula.unit) && cell.number.eq(100);
}

function isOnWrongBase({ cell, formula }: Candidate): boolean {
  return (
    formula.operation === growthOfCells &&
    fitOf(cell, { ...formula, operation: growthOnWrongBase }) === 'holds'
  );
}

function isPowerOfTen({ cell }: Candidate, recomputed: Decimal): boolean {
  const ratio = Math.abs(cell.number.toNumber() / recomputed.toNumber());
  const power = Math.log10(ratio);
  return (
    Number.isFinite(power) && Math.abs(Math.round(power)) > 0 && Math.abs(power - Math.round(power)) < 0.01
  );
}

/** The same digits in another order, two of them in another place. */
function isSwapped({ cell }: Candidate, recomputed: Decimal): boolean {
  const [said, right] = [digitsOf(cell.number, cell), digitsOf(recomputed, cell)];
  if (said.length !== right.length) return false;
  const moved = said.filter((digit, index) => digit !== right[index]).length;
  return moved === 2 && said.toSorted().join('') === right.toSorted().join('');
}

function digitsOf(number: Decimal, { decimals }: Cell): string[] {
  return Array.from(number.abs().toFixed(decimals));
}
