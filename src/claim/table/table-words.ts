import type { Decimal } from 'decimal.js';
import type { Claim } from '../../core/claim.ts';
import type { Language, Localized } from '../../core/localized.ts';
import type { Unit } from '../../core/quantity.ts';
import { formatNumber, formatQuantity } from '../../quantity/format.ts';
import { quantityOf } from '../../quantity/parse.ts';
import { bareUnit } from '../../quantity/unit.ts';
import { readAs, type Cell } from './cell.ts';
import type { Candidate } from './reading.ts';
import { isWhole, slipOf } from './slips.ts';

/** A candidate as a claim: the exact result in the unit of its cell, and the calculation in words. */
export function claimOf(candidate: Candidate, lang: Language): Claim {
  const { cell, formula, verdict, isStrong, slip } = candidate;
  const said = slip === 'points' ? cell : readAs(cell, formula.unit);
  const unit = slip === 'points' ? formula.unit : said.unit;
  const result = formula.operation.exact.apply(formula.inputs.map(({ value }) => value));
  const recomputed = result.div(unit.scale);
  const decimals = shownDecimals(recomputed, cell);
  const words = { fr: inWords(candidate, unit, 'fr'), en: inWords(candidate, unit, 'en') };
  // A fall under its own word has no sign.
  const isFall = formula.isUnsigned === true && !cell.number.isNegative();
  const number = isFall ? recomputed.abs() : recomputed;
  const expected = formatQuantity(quantityOf({ number, decimals, text: '' }, unit), {
    lang,
    decimals: Math.max(decimals, 0),
  });
  return {
    kind: formula.kind,
    stated: cell.text,
    place: cell.place,
    inputs: formula.inputs.map(({ text, place }) => ({ text, place })),
    recomputed,
    unit: unit.symbol,
    verdict,
    isCertain: isStrong && said.isExact && formula.inputs.every(({ isExact }) => isExact),
    calculation: words,
    ...(verdict === 'fails' && {
      slip: {
        ...slipOf(candidate, recomputed),
        ...(!isWhole(candidate) && { expected: ownForm(expected, number, cell, { lang, decimals }) }),
      },
    }),
  };
}

/** As many decimals as the cell, and one digit at least of what is smaller. */
function shownDecimals(recomputed: Decimal, cell: Cell): number {
  const leading = recomputed.isZero() || recomputed.abs().gte(1) ? 0 : -recomputed.e;
  return Math.min(Math.max(cell.decimals, leading), 12);
}

/** Without the unit, where the cell leaves it to the head. */
function ownForm(
  whole: string,
  recomputed: Decimal,
  cell: Cell,
  format: { readonly lang: Language; readonly decimals: number },
): string {
  const isBare = /^[+−–-]?[\d\s.,'’]+$/u.test(cell.text);
  return isBare ? formatNumber(recomputed, format) : whole;
}

const mostShown = 8;

/** "31,2 + 16,8 + 12,0 = 60"; a long sum shows its ends. */
function inWords({ formula, cell }: Candidate, unit: Unit, lang: Language): string {
  const { inputs, operation } = formula;
  const typed = inputs.map(({ number, text }) =>
    number.isNegative() ? `(${text})` : text.replace(/^\+\s?/u, ''),
  );
  const all = shortened(typed, lang);
  const result = operation.exact.apply(inputs.map(({ value }) => value)).div(unit.scale);
  const fit = result.toDecimalPlaces(Math.min(shownDecimals(result, cell) + 2, 12));
  const shown = formatQuantity(quantityOf({ number: fit, decimals: fit.decimalPlaces(), text: '' }, unit), {
    lang,
    decimals: fit.decimalPlaces(),
  });
  const isCounted = unit === bareUnit ? formatNumber(fit, { lang, decimals: fit.decimalPlaces() }) : shown;
  return `${operation.exact.words(all, lang)} ${fit.eq(result) ? '=' : '≈'} ${isCounted}`;
}

function shortened(typed: readonly string[], lang: Language): string[] {
  if (typed.length <= mostShown) return [...typed];
  const hidden = typed.length - 5;
  const words: Localized = { fr: `… (${hidden} autres)`, en: `… (${hidden} more)` };
  return [...typed.slice(0, 3), words[lang], ...typed.slice(-2)];
}
