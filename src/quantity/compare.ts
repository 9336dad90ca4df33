import type { Quantity, Unit } from '../core/quantity.ts';
import { powerOfTen } from './decimal.ts';
import { countDegree, hardPart } from './dimension.ts';
import { hull, intervalOf, overlaps } from './interval.ts';
import { restate, roundingInterval, type Stated } from './stated.ts';

export type Verdict = 'holds' | 'fails' | 'undecided';

/**
 * Whether `computed` may be what a text states: holds when some value that the inputs' rounding allows is one that the
 * stated rounding and its words allow. A stated number without a unit is read in the computed one's, or as it stands.
 */
export function compare(stated: Stated, computed: Quantity): Verdict {
  if (!unitsAgree(stated.unit, computed.unit)) return 'fails';
  const asItStands = judge(stated, computed);
  if (stated.unit.symbol !== '' || asItStands === 'holds') return asItStands;
  const inUnit = judge(restate(stated, computed.unit), computed);
  return inUnit === 'fails' ? asItStands : inUnit;
}

function judge(stated: Stated, computed: Quantity): Verdict {
  const truth = intervalOf(computed);
  const range = isRoundingOf(stated, computed) ? hull(stated.range, roundingInterval(stated)) : stated.range;
  if (overlaps(range, truth)) return 'holds';
  return overlaps(stated.limit, truth) ? 'undecided' : 'fails';
}

/** An integer or a price is exact, unless the truth has digits that it could not show: then it is a rounding of it. */
function isRoundingOf(stated: Stated, computed: Quantity): boolean {
  if (!stated.exact || stated.kind !== 'number' || stated.qualifier !== undefined) return false;
  const step = stated.unit.scale.times(powerOfTen(-stated.decimals));
  return !computed.value.div(step).isInteger();
}

/**
 * Whether a number in one unit may state a quantity in the other: never points for per cents, euros for people or a
 * share for a count; what is counted, and per what, may be named otherwise or left out.
 */
export function unitsAgree(a: Unit, b: Unit): boolean {
  if (isUnnamed(a) || isUnnamed(b)) return a.dimension !== 'date' && b.dimension !== 'date';
  if (hardPart(a.dimension) !== hardPart(b.dimension)) return false;
  return isShare(a) === isShare(b) || !(isCounted(a) || isCounted(b));
}

/** "160" and "160 milliards" do not say of what. */
function isUnnamed(unit: Unit): boolean {
  return unit.dimension === '1' && !isShare(unit);
}

function isShare(unit: Unit): boolean {
  return unit.dimension === '1' && /^[%‰×]/u.test(unit.symbol);
}

function isCounted(unit: Unit): boolean {
  return countDegree(unit.dimension) !== 0;
}
