import type { Decimal } from 'decimal.js';
import type { Quantity, Unit } from '../core/quantity.ts';
import { exact, greater, one, powerOfTen, smaller } from '../quantity/decimal.ts';
import { isCount, isPureShare, multiplyDimensions } from '../quantity/dimension.ts';
import { bareUnit, isPercent, pointUnit } from '../quantity/unit.ts';
import { formulaFault, LedgerFault } from './fault.ts';
import { fr } from '../util/french.ts';

/** A value under computation, in base units, with the bounds that the rounding of its inputs gives it. */
export interface Measure {
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly dimension: string;
  /** The unit to show it in, where an operand had one that still fits. */
  readonly unit: Unit | undefined;
  /** Whether every operand was a number without unit: then the entry's `unit` says what the result is in. */
  readonly isBare: boolean;
  /** Whether it is a quotient: shown as per cent, 0.2 is 20 %; a bare mean of 13.5 is 13.5 %. */
  readonly isRatio: boolean;
  /** How the dimensions of its operands are printed: "agent" as "agents". */
  readonly symbols: ReadonlyMap<string, string>;
  /** The fault of adding "agents" and "lits", unless the entry's unit names what the sum counts. */
  readonly mixed: LedgerFault | undefined;
}

export function quantityMeasure(quantity: Quantity): Measure {
  const { unit, dimension } = { unit: quantity.unit, dimension: quantity.unit.dimension };
  const isBare = unit.symbol === '';
  return {
    value: exact(quantity.value),
    low: exact(quantity.low),
    high: exact(quantity.high),
    dimension,
    unit: isBare ? undefined : unit,
    isBare,
    isRatio: !isBare && dimension === '1',
    symbols: new Map(isCount(dimension) && unit.scale.eq(1) ? [[dimension, unit.symbol]] : []),
    mixed: undefined,
  };
}

export function exactMeasure(value: Decimal, unit: Unit): Measure {
  return quantityMeasure({ value, low: value, high: value, unit, exact: true, decimals: 0, text: '' });
}

/** A pure share computed from data: 0.35. */
export function ratioMeasure(value: Decimal): Measure {
  return { ...exactMeasure(value, bareUnit), isRatio: true };
}

/** The sum, or the difference when `sign` is -1. Units must be of one kind. */
export function add(a: Measure, b: Measure, sign: 1 | -1): Measure {
  const dimension = sumDimension(a, b, sign);
  const isDifferenceOfShares = sign === -1 && isShare(a) && isShare(b);
  const from = sign === 1 ? { low: b.low, high: b.high } : { low: b.high, high: b.low };
  return checked({
    value: a.value.plus(b.value.times(sign)),
    low: a.low.plus(from.low.times(sign)),
    high: a.high.plus(from.high.times(sign)),
    dimension,
    unit: isDifferenceOfShares ? pointUnit : sumUnit(a, b, dimension),
    isBare: a.isBare && b.isBare,
    isRatio: a.isRatio || b.isRatio,
    symbols: new Map([...b.symbols, ...a.symbols]),
    mixed: a.mixed ?? b.mixed ?? mixedCounts(a, b),
  });
}

function mixedCounts(a: Measure, b: Measure): LedgerFault | undefined {
  const differ = a.dimension !== b.dimension && isCount(a.dimension) && isCount(b.dimension);
  return differ ? mixedUnits(a, b) : undefined;
}

function isShare(measure: Measure): boolean {
  return measure.dimension === '1' && measure.unit !== undefined && isPercent(measure.unit);
}

/** Points may be added to per cents, a plain number to a share or a count; two dates only give days. */
function sumDimension(a: Measure, b: Measure, sign: 1 | -1): string {
  const [left, right] = [a.dimension, b.dimension];
  if (left === right) return sameDimension(a, b, sign);
  if (isPureShare(left) && isPureShare(right)) return '1';
  if (isPointsAndShare(a, b) || isPointsAndShare(b, a)) return '1';
  if (isCountOrBare(a) && isCountOrBare(b)) return a.isBare ? right : left;
  throw mixedUnits(a, b);
}

function sameDimension(a: Measure, b: Measure, sign: 1 | -1): string {
  if (a.dimension !== 'date') return a.dimension;
  if (sign === 1) throw mixedUnits(a, b);
  return 'jour';
}

function isPointsAndShare(a: Measure, b: Measure): boolean {
  return a.dimension === 'point' && b.dimension === '1' && !b.isBare;
}

function isCountOrBare(measure: Measure): boolean {
  return measure.isBare || isCount(measure.dimension);
}

function sumUnit(a: Measure, b: Measure, dimension: string): Unit | undefined {
  if (dimension === 'jour') return { symbol: 'jours', dimension, scale: one };
  if (a.unit?.dimension === dimension) return a.unit;
  return b.unit?.dimension === dimension ? b.unit : undefined;
}

function mixedUnits(a: Measure, b: Measure): LedgerFault {
  const [left, right] = [a, b].map(unitName);
  return new LedgerFault(
    'ledger/mixed-units',
    {
      fr: `on ne peut pas additionner ni soustraire ${left?.fr ?? ''} et ${right?.fr ?? ''}.`,
      en: `${left?.en ?? ''} and ${right?.en ?? ''} cannot be added or subtracted.`,
    },
    {
      help: {
        fr: 'Donnez la même unité aux deux nombres, ou corrigez la formule.',
        en: 'Give both numbers the same unit, or correct the formula.',
      },
    },
  );
}

/** The unit of a measure in a message: « € », « agents », un nombre sans unité. */
export function unitName(measure: Measure): { fr: string; en: string } {
  const symbol =
    measure.unit?.symbol ?? (measure.dimension === '1' ? '' : measure.dimension.replace('EUR', '€'));
  if (symbol !== '') return { fr: fr`« ${symbol} »`, en: `“${symbol}”` };
  return { fr: 'un nombre sans unité', en: 'a number without unit' };
}

export function multiply(a: Measure, b: Measure): Measure {
  const products = [a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)];
  return product(a, b, { value: a.value.times(b.value), bounds: products, sign: 1 });
}

export function divide(a: Measure, b: Measure): Measure {
  if (b.value.isZero()) throw divisionByZero();
  const value = a.value.div(b.value);
  const straddles = b.low.lte(0) && b.high.gte(0);
  const bounds = straddles
    ? [unbounded.neg(), unbounded]
    : [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)];
  return product(a, b, { value, bounds, sign: -1 });
}

/** A divisor that may be zero within its rounding leaves the quotient without bounds. */
export const unbounded = powerOfTen(60);

export function divisionByZero(): LedgerFault {
  return new LedgerFault('ledger/division-by-zero', {
    fr: 'la formule divise par zéro.',
    en: 'the formula divides by zero.',
  });
}

interface ProductParts {
  readonly value: Decimal;
  readonly bounds: readonly Decimal[];
  readonly sign: 1 | -1;
}

function product(a: Measure, b: Measure, parts: ProductParts): Measure {
  const dimension = multiplyDimensions(productDimension(a), productDimension(b), parts.sign);
  if (dimension === undefined) throw tooInvolved();
  const isDivided = parts.sign === -1;
  return checked({
    value: parts.value,
    low: parts.bounds.reduce(smaller),
    high: parts.bounds.reduce(greater),
    dimension,
    unit: productUnit(a, b, isDivided, dimension),
    isBare: a.isBare && b.isBare,
    isRatio: isDivided || a.isRatio || b.isRatio,
    symbols: new Map([...b.symbols, ...a.symbols]),
    mixed: a.mixed ?? b.mixed,
  });
}

/** "2 × 12 %" is shown as per cent, "12 Md€ ÷ 4" as Md€; "12 % ÷ 4 %" is neither. */
function productUnit(a: Measure, b: Measure, isDivided: boolean, dimension: string): Unit | undefined {
  const candidates = isDivided ? [a.unit] : [a.unit, b.unit];
  const unit = candidates.find((candidate) => candidate?.dimension === dimension);
  const isSharesQuotient = isDivided && dimension === '1' && !b.isBare;
  return isSharesQuotient ? undefined : unit;
}

/** Points are per cents in a product. */
export function productDimension(measure: Measure): string {
  return measure.dimension === 'point' ? '1' : measure.dimension;
}

export function negate(measure: Measure): Measure {
  return { ...measure, value: measure.value.neg(), low: measure.high.neg(), high: measure.low.neg() };
}

/** Numbers beyond any public budget come from a mistake, and would take ever longer to compute. */
export function checked(measure: Measure): Measure {
  const { value } = measure;
  if (value.isFinite() && (value.isZero() || Math.abs(value.e) <= 60)) return bounded(measure);
  throw formulaFault({
    fr: 'le résultat de la formule est démesuré.',
    en: 'the result of the formula is out of all proportion.',
  });
}

function bounded(measure: Measure): Measure {
  const low = measure.low.lt(unbounded.neg()) || !measure.low.isFinite() ? unbounded.neg() : measure.low;
  const high = measure.high.gt(unbounded) || !measure.high.isFinite() ? unbounded : measure.high;
  return { ...measure, low, high };
}

export function tooInvolved(): LedgerFault {
  return new LedgerFault('ledger/mixed-units', {
    fr: 'les unités de la formule donnent un résultat qui n’a pas d’unité connue.',
    en: 'the units of the formula give a result of no known unit.',
  });
}
