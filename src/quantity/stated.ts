import type { Decimal } from 'decimal.js';
import type { Quantity, Unit } from '../core/quantity.ts';
import { decimal, greater, powerOfTen, smaller } from './decimal.ts';
import { closedInterval, hull, intervalOf, roundingBounds, type Interval } from './interval.ts';
import { quantityOf } from './parse.ts';
import type { Qualifier } from './qualifier.ts';

/** A number as a text states it. It holds within `range`, fails outside `limit`, and in between nobody can tell. */
export interface Stated extends Quantity {
  readonly kind: 'number' | 'fraction' | 'multiple' | 'range';
  readonly qualifier: Qualifier | undefined;
  readonly range: Interval;
  readonly limit: Interval;
}

/** How far each way of stating may be from the truth, as shares of the number. */
const tolerances = { about: '0.05', beyond: '0.25', fraction: '0.05', multiple: '0.08', words: '0.1' };

interface Written {
  readonly number: Decimal;
  readonly decimals: number;
  readonly text: string;
}

/** A stated number of `unit`, its qualifier and the way it is said taken into account. */
export function stateNumber(
  written: Written,
  unit: Unit,
  saying: { readonly kind: 'number' | 'fraction' | 'multiple'; readonly qualifier?: Qualifier | undefined },
): Stated {
  const quantity = quantityOf(written, unit);
  const { kind, qualifier } = saying;
  const said = kind === 'number' ? intervalOf(quantity) : wordedRange(quantity, kind);
  const range = qualifiedRange(quantity.value, said, qualifier);
  const isBound = qualifier !== undefined && qualifier !== 'about';
  const limit = isBound ? range : hull(range, widestRange(quantity, kind));
  const outer = { low: range.low, high: range.high };
  return { ...quantity, ...outer, exact: outer.low.eq(outer.high), kind, qualifier, range, limit };
}

/** "entre 160 et 190 Md€": any value from the one to the other. */
export function stateRange(first: Quantity, last: Quantity, text: string): Stated {
  const range = hull(intervalOf(first), intervalOf(last));
  return {
    value: first.value.plus(last.value).div(2),
    unit: last.unit,
    low: range.low,
    high: range.high,
    exact: false,
    decimals: Math.max(first.decimals, last.decimals),
    text,
    kind: 'range',
    qualifier: undefined,
    range,
    limit: range,
  };
}

/** A number stated without a unit, read in `unit`: "[160](figure:x) Md€" states 160 Md€. */
export function restate(stated: Stated, unit: Unit): Stated {
  if (stated.kind !== 'range') {
    const { value: number, decimals, text, kind, qualifier } = stated;
    return stateNumber({ number, decimals, text }, unit, { kind, qualifier });
  }
  const scaled = (interval: Interval): Interval => ({
    ...interval,
    low: interval.low.times(unit.scale),
    high: interval.high.times(unit.scale),
  });
  const range = scaled(stated.range);
  const value = stated.value.times(unit.scale);
  return { ...stated, unit, value, low: range.low, high: range.high, range, limit: range };
}

function wordedRange(quantity: Quantity, kind: 'fraction' | 'multiple'): Interval {
  const around = shareAround(quantity.value, tolerances[kind]);
  return quantity.decimals === 0 ? around : hull(around, intervalOf(quantity));
}

function shareAround(value: Decimal, share: string): Interval {
  const margin = value.abs().times(decimal(share));
  return closedInterval(value.minus(margin), value.plus(margin));
}

function qualifiedRange(value: Decimal, said: Interval, qualifier: Qualifier | undefined): Interval {
  if (qualifier === undefined) return said;
  if (qualifier === 'about') return hull(said, shareAround(value, tolerances.about));
  const isAbove = qualifier === 'more-than' || qualifier === 'at-least';
  const isStrict = qualifier === 'more-than' || qualifier === 'less-than';
  const margin = value.times(decimal(tolerances.beyond));
  const far = isAbove ? value.plus(margin) : value.minus(margin);
  const low = smaller(value, far);
  const high = greater(value, far);
  return { low, high, lowClosed: !(isStrict && low.eq(value)), highClosed: !(isStrict && high.eq(value)) };
}

/** Where a difference is still no fault: round integers may be roundings, fractions and multiples are loose. */
function widestRange(quantity: Quantity, kind: Stated['kind']): Interval {
  if (kind !== 'number') return shareAround(quantity.value, tolerances.words);
  const place = roundPlace(quantity);
  if (place === undefined) return intervalOf(quantity);
  const { value } = quantity;
  return { low: value.minus(place), high: value.plus(place), lowClosed: false, highClosed: false };
}

/** The place of the last digit that is not zero, of a bare or counted integer with two trailing zeros or more. */
export function roundPlace(quantity: Quantity): Decimal | undefined {
  const { value, unit, exact, decimals } = quantity;
  const isMoney = /^(?:EUR|GBP|USD|date)(?:\/|$)/u.test(unit.dimension);
  if (!exact || decimals > 0 || isMoney || value.isZero()) return undefined;
  const zeros = /0*$/u.exec(value.abs().toFixed(0))?.[0].length ?? 0;
  return zeros >= 2 ? powerOfTen(zeros) : undefined;
}

/** The values that a stated number's last digit stands for, even where it is exact as written. */
export function roundingInterval(stated: Stated): Interval {
  return intervalOf(roundingBounds(stated.value, stated.unit.scale, stated.decimals));
}
