import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import { unitsAgree } from '../quantity/compare.ts';
import { isCount } from '../quantity/dimension.ts';
import { scanWritten } from '../quantity/parse.ts';
import { bareStrength, isNamed, namedStrength } from './figure-strength.ts';
import type { NumberAt } from './numbers.ts';
import type { Searchable, Span } from './searchable.ts';

/** A number of a source that says a figure; the stronger, the less it may be another thing by chance. */
export interface FoundFigure extends Span {
  readonly strength: number;
}

/** Numbers with the same first digits that are read in full. */
const mostCandidates = 2000;
const languages: readonly Language[] = ['fr', 'en'];

/** The numbers of a source that say `quantity`, in any writing, the surest first. */
export function findFigure(source: Searchable, quantity: Quantity): FoundFigure[] {
  const found = candidates(source, quantity.low, quantity.high).flatMap((number) => {
    const strength = strengthOf(source, number, quantity);
    return strength ? [strength] : [];
  });
  const all = found.length > 0 ? found : inWords(source, quantity);
  return all.sort((one, other) => other.strength - one.strength || one.start - other.start);
}

/** The number of the same kind that comes nearest to `quantity`: what its author may have misread. */
export function nearestFigure(source: Searchable, quantity: Quantity): Span | undefined {
  const { value, unit } = quantity;
  if (unit.symbol === '') return undefined;
  let best: Span | undefined;
  let least = 0.5;
  for (const number of candidates(source, value.times(0.6), value.times(1.6))) {
    for (const { quantity: other, start, end } of readings(source.source.text, number)) {
      if (other.unit.symbol === '' || other.value.isZero() || !unitsAgree(other.unit, unit)) continue;
      const distance = Math.abs(Math.log(Math.abs(Number(other.value.div(value)))));
      if (distance < least && distance > 0) [best, least] = [{ start, end }, distance];
    }
  }
  return best;
}

/** The numbers whose digits are those of a value from `low` to `high`, wherever their decimal mark stands. */
function candidates(source: Searchable, low: Decimal, high: Decimal): NumberAt[] {
  const [least, most] = [low.abs(), high.abs()].sort((one, other) => one.cmp(other));
  if (!least || !most || most.isZero()) return [];
  const scale = 10 ** -most.e;
  const from = Number(least) * scale * (1 - 1e-12);
  const to = Number(most) * scale * (1 + 1e-12);
  const isWithin = (mantissa: number): boolean => mantissa >= from && mantissa <= to;
  return source.numbers
    .filter(({ mantissa }) => isWithin(mantissa) || isWithin(mantissa / 10))
    .slice(0, mostCandidates);
}

/** What stands at a number, with its unit, as French and as English read it; the sign before it may be another's. */
function readings(text: string, { start, end, isCut }: NumberAt): Scanned[] {
  const sign = /[€£$]\s?$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  return [...new Set([start - sign.length, start])].flatMap((from) => {
    const slice = text.slice(from, isCut ? end : end + 80);
    return languages.flatMap((lang) => {
      const scanned = scanWritten(slice, 0, { lang, noun: 'word' });
      if (!scanned || scanned.end < end - from) return [];
      return [{ quantity: scanned.quantity, start: from, end: from + scanned.end }];
    });
  });
}

interface Scanned extends Span {
  readonly quantity: Quantity;
}

function strengthOf(source: Searchable, number: NumberAt, quantity: Quantity): FoundFigure | undefined {
  const all = readings(source.source.text, number).flatMap((scanned) => {
    const { unit, value } = scanned.quantity;
    // A word that follows may be no unit: "12 500 ont", "24 Consultor".
    const isLoose = isCount(unit.dimension) && unit.dimension !== quantity.unit.dimension;
    const end = isLoose ? number.end : scanned.end;
    const bare = { value, start: number.start, end, hasMagnitude: !isLoose && unit.symbol !== '' };
    const strength =
      isNamed(unit) && !isLoose
        ? namedStrength(scanned.quantity, quantity)
        : bareStrength(source, bare, quantity);
    return strength > 0 ? [{ start: scanned.start, end, strength }] : [];
  });
  return all.sort((one, other) => other.strength - one.strength)[0];
}

const wordedNumber =
  /(?<![\p{L}\p{N}])(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred)(?![\p{L}\p{N}])/giu;

/** The figure in words, "deux milliards d’euros", with its unit. */
function inWords(source: Searchable, quantity: Quantity): FoundFigure[] {
  const { text } = source.source;
  const found: FoundFigure[] = [];
  for (const { index } of text.matchAll(wordedNumber)) {
    if (found.length >= mostCandidates) break;
    const slice = text.slice(index, index + 120);
    for (const lang of languages) {
      const scanned = scanWritten(slice, 0, { lang, noun: 'word' });
      const strength =
        scanned && isNamed(scanned.quantity.unit) ? namedStrength(scanned.quantity, quantity) : 0;
      if (scanned && strength > 0) found.push({ start: index, end: index + scanned.end, strength });
    }
  }
  return found;
}
