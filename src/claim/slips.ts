import type { Decimal } from 'decimal.js';
import type { Judgement } from './judge.ts';
import { decimal, roundTo } from '../quantity/decimal.ts';
import type { Stated } from '../quantity/stated.ts';
import type { ClaimKind } from '../core/claim.ts';
import type { Reading } from './reading.ts';

/** How a statement goes astray, where its own number tells it. */
export type SlipName =
  | 'points'
  | 'base'
  | 'hundred'
  | 'magnitude'
  | 'digits'
  | 'inverse'
  | 'complement'
  | 'missing'
  | 'direction'
  | 'rest'
  | 'rounding'
  | 'near';

/** The slip that turns the right result into the stated one, if a usual one does. */
export function slipOf(reading: Reading, judgement: Judgement): SlipName | undefined {
  if (reading.isFault === true) return 'points';
  if (judgement.verdict === 'holds' || reading.strength === 1) return undefined;
  const stated = reading.stated ?? reading.token.stated;
  if (stated.kind === 'range') return undefined;
  const said = stated.value.div(stated.unit.scale).abs();
  const right = judgement.recomputed;
  if (said.isZero() || right.isZero()) return undefined;
  if (isDirection(reading, right, said, stated)) return 'direction';
  return slipOfKind(reading, said, stated) ?? slipOfNumber(reading, right, said);
}

function slipOfNumber(reading: Reading, right: Decimal, said: Decimal): SlipName | undefined {
  const stated = reading.stated ?? reading.token.stated;
  if (isTenfold(reading, right, said)) return 'magnitude';
  if (reading.kind !== 'sum' && reading.kind !== 'difference') return slipOfDigits(right.abs(), said, stated);
  if (reading.strength === 3 && isPowerOff(right.abs(), said, stated)) return 'magnitude';
  return slipOfAdded(right.abs(), said, stated);
}

/** Whether `value`, in the stated unit, rounds to what is stated, words and bounds aside. */
function fits(value: Decimal, said: Decimal, stated: Stated): boolean {
  if (stated.kind !== 'number' || stated.qualifier === 'about')
    return value.minus(said).abs().lte(said.times('0.05'));
  const coarse =
    stated.decimals === 0 && said.gte(100)
      ? said.times('0.002')
      : decimal(10).pow(-stated.decimals).times('0.51');
  return value.minus(said).abs().lte(coarse);
}

function isDirection({ direction }: Reading, right: Decimal, said: Decimal, stated: Stated): boolean {
  if (direction !== 'rise' && direction !== 'fall') return false;
  return right.isNegative() === (direction === 'rise') && fits(right.abs(), said, stated);
}

type Of = (value: Decimal) => boolean;

/** The slips of each kind, of its two inputs. */
const slipsOfKind: Readonly<
  Partial<Record<ClaimKind, (a: Decimal, b: Decimal, of: Of) => SlipName | undefined>>
> = {
  growth: (a, b, of) => {
    if (of(b.minus(a).abs().div(b))) return 'base';
    return of(b.div(a)) || of(a.div(b)) ? 'hundred' : undefined;
  },
  share: slipOfShare,
  fraction: slipOfShare,
  ratio: (a, b, of) => (of(b.div(a)) || of(a.div(b)) ? 'inverse' : undefined),
  multiple: (a, b, of) => {
    if (of(a.minus(b).div(b))) return 'rest';
    return of(b.div(a)) || of(a.div(b)) ? 'inverse' : undefined;
  },
};

function slipOfShare(a: Decimal, b: Decimal, of: Of): SlipName | undefined {
  if (of(decimal(1).minus(a.div(b)).abs())) return 'complement';
  if (b.gt(a) && of(a.div(b.minus(a)))) return 'rest';
  return of(b.div(a)) ? 'inverse' : undefined;
}

function slipOfKind({ kind, inputs, token }: Reading, said: Decimal, stated: Stated): SlipName | undefined {
  const values = inputs.map((input) => input.stated.value);
  const [a, b] = values;
  if (a === undefined || b === undefined || a.lte(0) || b.lte(0)) return undefined;
  if (kind === 'sum') return isMissing(values, said.times(stated.unit.scale)) ? 'missing' : undefined;
  if (token.type === 'one-in' && b.gt(a) && fits(b.div(b.minus(a)), said, stated)) return 'complement';
  return slipsOfKind[kind]?.(a, b, (value) => fits(value.div(stated.unit.scale), said, stated));
}

/** Whether the total is that of all parts but one, or counts one twice. */
function isMissing(parts: readonly Decimal[], said: Decimal): boolean {
  if (parts.length < 2 || said.lt(10)) return false;
  const total = parts.reduce((sum, part) => sum.plus(part));
  const gap = total.minus(said).abs();
  return parts.some((part) => part.gt(0) && gap.minus(part).abs().lte(part.times('0.01')));
}

/** Of a sum or a difference: one of a single digit comes about by chance. */
function slipOfAdded(right: Decimal, said: Decimal, stated: Stated): SlipName | undefined {
  if (right.precision() < 2 || said.precision() < 2) return undefined;
  const isOneOff = stated.qualifier === undefined && isCarry(right.minus(said).abs(), said, stated);
  return slipOfDigits(right, said, stated) ?? (isOneOff ? 'digits' : undefined);
}

function slipOfDigits(right: Decimal, said: Decimal, stated: Stated): SlipName | undefined {
  if (isPowerOff(right, said, stated)) return 'magnitude';
  if (stated.kind !== 'number' || stated.qualifier !== undefined) return undefined;
  const step = decimal(10).pow(-stated.decimals);
  const gap = right.minus(said).abs();
  if (gap.lte(step) && said.gte(step.times(8))) return 'rounding';
  const [shown, typed] = [roundTo(right, stated.decimals), said].map((value) =>
    value.toFixed(stated.decimals),
  );
  if (isTransposed(shown ?? '', typed ?? '')) return 'digits';
  return gap.lte(said.times('0.03')) && said.gte(step.times(20)) ? 'near' : undefined;
}

/** Whether a few of one measure are said to be exactly ten, a hundred… times as many. */
function isTenfold({ kind, inputs, token }: Reading, right: Decimal, said: Decimal): boolean {
  if (kind !== 'conversion' || inputs.length !== 1 || token.unitClass !== 'measure') return false;
  return right.lt(10) && /^(?:10+|0\.0*1)$/.test(said.div(right).toSignificantDigits(8).toFixed());
}

/** Whether a power of ten stands between the two, and nothing else. */
function isPowerOff(right: Decimal, said: Decimal, stated: Stated): boolean {
  const power = Math.log10(said.div(right).toNumber());
  const whole = Math.round(power);
  if (whole === 0 || Math.abs(whole) > 6 || isFew(right, stated)) return false;
  const isSharp = said.gte(decimal(10).pow(1 - stated.decimals));
  return (
    Math.abs(power - whole) < 0.005 || (isSharp && fits(right.times(decimal(10).pow(whole)), said, stated))
  );
}

/** Whether one digit is out by one, as where something carried is forgotten: 41 for 31. */
function isCarry(gap: Decimal, said: Decimal, { decimals, exact }: Stated): boolean {
  const steps = gap.times(decimal(10).pow(decimals));
  const isOne = steps.gte(10) && /^10+$/.test(steps.toFixed());
  return isOne && said.gte(gap.times('1.5')) && (exact || decimals > 0);
}

const priced = /^(?:EUR|GBP|USD)/;

/** A few things counted are no hundredth of many. */
function isFew(right: Decimal, { unit, decimals }: Stated): boolean {
  return (
    right.lt(10) && right.isInteger() && decimals === 0 && unit.scale.eq(1) && !priced.test(unit.dimension)
  );
}

/** Whether two neighbouring digits are swapped, or one of three or more is another. */
function isTransposed(right: string, said: string): boolean {
  if (right.length !== said.length || right === said) return false;
  const wrong = Array.from(right).flatMap((digit, index) => (digit === said[index] ? [] : [index]));
  const [first = 0, second] = wrong;
  if (wrong.length === 1) return first > 0 && right.replace(/\D/g, '').replace(/^0+/, '').length >= 3;
  if (wrong.length !== 2 || second === undefined || second - first > 2) return false;
  return right[first] === said[second] && right[second] === said[first];
}
