import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import { unitsAgree } from '../quantity/compare.ts';
import { powerOfTen } from '../quantity/decimal.ts';
import { isCount } from '../quantity/dimension.ts';
import { scanWritten } from '../quantity/parse.ts';
import { isPercent } from '../quantity/unit.ts';
import { foldLetters } from './fold.ts';
import type { NumberAt } from './numbers.ts';
import { pageIndexAt } from './source-text.ts';
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

/** What stands at a number, with its unit, as French and as English read it. */
function readings(text: string, { start, end, isCut }: NumberAt): Scanned[] {
  const sign = /[€£$]\s?$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const from = start - sign.length;
  const slice = text.slice(from, isCut ? end : end + 80);
  return languages.flatMap((lang) => {
    const scanned = scanWritten(slice, 0, { lang, noun: 'word' });
    if (!scanned || scanned.end < end - from) return [];
    return [{ quantity: scanned.quantity, start: from, end: from + scanned.end }];
  });
}

interface Scanned extends Span {
  readonly quantity: Quantity;
}

function strengthOf(source: Searchable, number: NumberAt, quantity: Quantity): FoundFigure | undefined {
  const all = readings(source.source.text, number).flatMap((scanned) => {
    const strength = isNamed(scanned.quantity)
      ? namedStrength(scanned.quantity, quantity)
      : bareStrength(source, scanned, quantity);
    // A word that follows by chance is no unit: "12 500 ont".
    const other =
      strength > 0 || !isCount(scanned.quantity.unit.dimension) ? 0 : bareStrength(source, scanned, quantity);
    const best = Math.max(strength, other);
    const { dimension } = scanned.quantity.unit;
    const end = isCount(dimension) && dimension !== quantity.unit.dimension ? number.end : scanned.end;
    return best > 0 ? [{ start: scanned.start, end, strength: best }] : [];
  });
  return all.sort((one, other) => other.strength - one.strength)[0];
}

function isNamed({ unit }: Quantity): boolean {
  return unit.symbol !== '' && !(unit.dimension === '1' && !isPercent(unit));
}

function isWithin(value: Decimal, { low, high }: Pick<Quantity, 'low' | 'high'>): boolean {
  return value.gte(low) && value.lte(high);
}

function namedStrength(said: Quantity, quantity: Quantity): number {
  if (!unitsAgree(said.unit, quantity.unit) || !isWithin(said.value, quantity)) return 0;
  const isSame = said.unit.dimension === quantity.unit.dimension;
  return (isSame ? 4 : 3) - (said.value.eq(quantity.value) ? 0 : 0.5);
}

/** Words that say in what the numbers of a table or of a chart are, with the power of ten of their unit. */
const billions = [/milliards?|\bMds?\b|Mds? ?€|\bbn\b|billions?/u, 9] as const;
const millions = [/millions?|\bM ?€|\bM ?EUR\b|\bMn\b/u, 6] as const;
const magnitudes: readonly (readonly [RegExp, number])[] = [
  billions,
  millions,
  [/milliers?|\bk ?€|\bK ?€|thousands?/u, 3],
  [/€|euros?|\bEUR\b/u, 0],
];
const percent = /%|pour ?cent|p\. ?100|per ?cent|taux|part/iu;

/** How sure a number is that stands without its unit, by what is said around it. */
function bareStrength(
  source: Searchable,
  { quantity: { value: written }, start }: Scanned,
  quantity: Quantity,
): number {
  const { dimension } = quantity.unit;
  if (isPercent(quantity.unit) || dimension === 'point')
    return within(written, quantity, quantity.unit.scale) ? contextStrength(source, start, percent) : 0;
  if (/^(?:EUR|GBP|USD)/u.test(dimension)) {
    const fitting = magnitudes.filter(([, power]) => within(written, quantity, powerOfTen(power)));
    return Math.max(0, ...fitting.map(([words]) => contextStrength(source, start, words)));
  }
  return countStrength(source, { written, start }, quantity);
}

/** As for money, but that the noun is often far from its number: in the head of a column, say. */
function countStrength(
  source: Searchable,
  { written, start }: { readonly written: Decimal; readonly start: number },
  quantity: Quantity,
): number {
  const { symbol, scale } = quantity.unit;
  const isWhole = isWithin(written, quantity);
  const isScaled = !scale.eq(1) && within(written, quantity, scale);
  if (!isWhole && !isScaled) return 0;
  if (symbol !== '' && isNear(source, start, symbol)) return 2.5;
  if (!isWhole) return contextStrength(source, start, (scale.e >= 9 ? billions : millions)[0]);
  return written.gte(1000) ? 2 : written.gte(100) ? 1 : 0.5;
}

function within(written: Decimal, { low, high }: Quantity, scale: Decimal): boolean {
  return isWithin(written.times(scale), { low, high });
}

function contextStrength(source: Searchable, start: number, words: RegExp): number {
  const { text, pages, isPaged } = source.source;
  if (words.test(text.slice(Math.max(0, start - 300), start + 300))) return 2;
  const page = pageIndexAt(pages, start);
  const from = isPaged ? (pages[page]?.start ?? 0) : Math.max(0, start - 3000);
  const to = isPaged ? (pages[page + 1]?.start ?? text.length) : start + 3000;
  return words.test(text.slice(from, to)) ? 1.5 : 0;
}

/** Whether what is counted is named nearby, by the start of its word. */
function isNear(source: Searchable, start: number, noun: string): boolean {
  const stem = foldLetters(noun.split(/[\s/]/u)[0] ?? '').letters.slice(0, 5);
  if (stem.length < 3) return false;
  return foldLetters(source.source.text.slice(Math.max(0, start - 200), start + 200)).letters.includes(stem);
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
      const strength = scanned && isNamed(scanned.quantity) ? namedStrength(scanned.quantity, quantity) : 0;
      if (scanned && strength > 0) found.push({ start: index, end: index + scanned.end, strength });
    }
  }
  return found;
}
