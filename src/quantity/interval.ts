import type { Decimal } from 'decimal.js';
import type { Unit } from '../core/quantity.ts';
import { powerOfTen } from './decimal.ts';
import { isPercent } from './unit.ts';

/** Every value from `low` to `high`, in the base unit; a bound belongs to it where it is closed. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

export function closedInterval(low: Decimal, high: Decimal): Interval {
  return { low, high, lowClosed: true, highClosed: true };
}

/**
 * The values that a quantity's bounds allow. Rounding half away from zero closes the bound nearer to zero alone; bounds
 * on both sides of zero are open where they round away from it.
 */
export function intervalOf(bounds: { readonly low: Decimal; readonly high: Decimal }): Interval {
  const { low, high } = bounds;
  if (low.eq(high)) return closedInterval(low, high);
  return { low, high, lowClosed: low.gte(0), highClosed: high.lte(0) };
}

/** Whether the two share a value. */
export function overlaps(a: Interval, b: Interval): boolean {
  return reaches(a, b) && reaches(b, a);
}

/** Whether `a` begins before `b` ends. */
function reaches(a: Interval, b: Interval): boolean {
  const order = a.low.cmp(b.high);
  return order < 0 || (order === 0 && a.lowClosed && b.highClosed);
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const first = a.low.lt(b.low) || (a.low.eq(b.low) && a.lowClosed) ? a : b;
  const last = a.high.gt(b.high) || (a.high.eq(b.high) && a.highClosed) ? a : b;
  return { low: first.low, high: last.high, lowClosed: first.lowClosed, highClosed: last.highClosed };
}

/** Half a unit of the last digit written, on both sides of `value`: what its rounding may stand for. */
export function roundingBounds(
  value: Decimal,
  scale: Decimal,
  decimals: number,
): { low: Decimal; high: Decimal } {
  const half = scale.times(powerOfTen(-decimals)).div(2);
  return { low: value.minus(half), high: value.plus(half) };
}

/** Whether a number is exact as written: an integer without a magnitude word, a price in plain euros. */
export function isWrittenExact(unit: Unit, decimals: number): boolean {
  if (isPercent(unit) || unit.dimension === 'point' || !unit.scale.eq(1)) return unit.symbol === 'centimes';
  if (decimals === 0) return true;
  return /^(?:EUR|GBP|USD)(?:\/|$)/u.test(unit.dimension) && decimals === 2;
}
