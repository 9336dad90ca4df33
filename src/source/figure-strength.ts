import type { Decimal } from 'decimal.js';
import type { Quantity, Unit } from '../core/quantity.ts';
import { unitsAgree } from '../quantity/compare.ts';
import { powerOfTen } from '../quantity/decimal.ts';
import { isPercent } from '../quantity/unit.ts';
import { foldLetters } from './fold.ts';
import type { Searchable, Span } from './searchable.ts';
import { pageIndexAt } from './source-text.ts';

/** From here on, a number is taken for the figure; below, it may well be another thing. */
export const leastStrength = 1;

/** Whether a number says of what it is; "160 milliards" and "160" do not. */
export function isNamed(unit: Unit): boolean {
  return unit.symbol !== '' && !(unit.dimension === '1' && !isPercent(unit));
}

/** How sure it is that a number with its unit says a figure: 0 where it does not. */
export function namedStrength(said: Quantity, quantity: Quantity): number {
  if (isPercent(said.unit) !== isPercent(quantity.unit) && quantity.unit.symbol !== '') return 0;
  if (!unitsAgree(said.unit, quantity.unit) || !isWithin(said.value, quantity)) return 0;
  const isSame = said.unit.dimension === quantity.unit.dimension;
  return (isSame ? 4 : 3) - (said.value.eq(quantity.value) ? 0 : 0.5);
}

/** A number that stands without its unit, with or without a magnitude ("160 milliards"). */
export interface BareNumber extends Span {
  readonly value: Decimal;
  readonly hasMagnitude: boolean;
}

/** Words that say in what the numbers of a table or of a chart are, with the power of ten of their unit. */
const billions = [/milliards?|\bMds?\b|Mds? ?€|\bbn\b|billions?/u, 9] as const;
const millions = [/millions?|\bM ?€|\bM ?EUR\b|\bMn\b/u, 6] as const;
const thousands = [/milliers?|\bk ?€|\bK ?€|thousands?/u, 3] as const;
const magnitudes = [billions, millions, thousands, [/€|euros?|\bEUR\b/u, 0]] as const;
const percent = /%|pour ?cent|p\. ?100|per ?cent/iu;

/** How sure a number is that stands without its unit, by what is said around it. */
export function bareStrength(source: Searchable, number: BareNumber, quantity: Quantity): number {
  const { dimension, scale } = quantity.unit;
  const { value } = number;
  if (isPercent(quantity.unit) || dimension === 'point')
    return isScaled(value, quantity, scale) ? cellStrength(source, number, percent) : 0;
  if (/^(?:EUR|GBP|USD)/u.test(dimension)) {
    const fitting = magnitudes.filter(([, power]) => isScaled(value, quantity, powerOfTen(power)));
    return Math.max(0, ...fitting.map(([words]) => cellStrength(source, number, words)));
  }
  return countStrength(source, number, quantity);
}

/** As for money, but that the noun is often far from its number: in the head of a column, say. */
function countStrength(source: Searchable, number: BareNumber, quantity: Quantity): number {
  const { value, start } = number;
  const { symbol, scale } = quantity.unit;
  const isWhole = isWithin(value, quantity);
  if (!isWhole && !isScaled(value, quantity, scale)) return 0;
  if (symbol !== '' && isNear(source, start, symbol)) return 2.5;
  if (!isWhole) return cellStrength(source, number, (scale.e >= 9 ? billions : millions)[0]);
  const digits = countDigits(source, number);
  return digits > 3 ? 2 : digits > 2 ? leastStrength : leastStrength / 2;
}

/** Digits that a number shows: with one or two, it may be anything. */
function countDigits({ source }: Searchable, { start, end }: Span): number {
  return source.text.slice(start, end).replace(/\D/gu, '').length;
}

function isWithin(value: Decimal, { low, high }: Pick<Quantity, 'low' | 'high'>): boolean {
  return value.gte(low) && value.lte(high);
}

function isScaled(value: Decimal, quantity: Quantity, scale: Decimal): boolean {
  return isWithin(value.times(scale), quantity);
}

/** A number in the cell of a table, or one with decimals or a magnitude, whose unit is said nearby or on its page. */
function cellStrength(source: Searchable, number: BareNumber, words: RegExp): number {
  const { start, end, hasMagnitude } = number;
  const { text } = source.source;
  const isCell = /^[ \t]*(?:$|[\n\d+−–(|;-])/u.test(text.slice(end, end + 20));
  const hasDecimals = /\d[.,]\d/u.test(text.slice(start, end));
  if (!isCell && !hasDecimals && !hasMagnitude) return 0;
  if (countDigits(source, number) < 2 && !hasMagnitude) return leastStrength / 2;
  if (words.test(text.slice(Math.max(0, start - 300), start + 300))) return 2;
  return words.test(pageAround(source, start)) ? 1.5 : 0;
}

/** The page that holds an offset; what stands around it, where there are no pages. */
function pageAround({ source: { text, pages, isPaged } }: Searchable, offset: number): string {
  if (!isPaged) return text.slice(Math.max(0, offset - 3000), offset + 3000);
  const page = pageIndexAt(pages, offset);
  return text.slice(pages[page]?.start ?? 0, pages[page + 1]?.start ?? text.length);
}

/** Whether what is counted is named nearby, by the start of its word. */
function isNear(source: Searchable, start: number, noun: string): boolean {
  const stem = foldLetters(noun.split(/[\s/]/u)[0] ?? '').letters.slice(0, 5);
  if (stem.length < 3) return false;
  return foldLetters(source.source.text.slice(Math.max(0, start - 200), start + 200)).letters.includes(stem);
}
