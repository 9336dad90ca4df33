import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import { closedInterval, type Interval } from '../quantity/interval.ts';
import { decimal, one, zero } from '../quantity/decimal.ts';

/** A calculation on quantities in their base units; it rises or falls steadily with each of them. */
export interface Operation {
  readonly apply: (values: readonly Decimal[]) => Decimal;
  /** The same in floating point, to set aside early what cannot fit. */
  readonly rough?: (values: readonly number[]) => number;
  /** Whether the result grows with the input at `index`, all inputs positive. */
  readonly rises: (index: number) => boolean;
  /** "11,35 M€ ÷ 160 Md€", of inputs as typed. */
  readonly words: (inputs: readonly string[], lang: Language) => string;
}

const at = (values: readonly Decimal[], index: number): Decimal => values[index] ?? zero;
const text = (inputs: readonly string[], index: number): string => inputs[index] ?? '';

/** First over second, times a plain factor. */
export function quotient(factor: Decimal = one, shown = ''): Operation {
  return {
    apply: (values) => at(values, 0).times(factor).div(at(values, 1)),
    rough: ([a = 0, b = 0]) => (a * factor.toNumber()) / b,
    rises: (index) => index === 0,
    words: (inputs) => `${text(inputs, 0)}${shown} ÷ ${text(inputs, 1)}`,
  };
}

/** Second over first: how many wholes' parts make one, "un sur quatre". */
export const inverse: Operation = {
  apply: (values) => at(values, 1).div(at(values, 0)),
  rough: ([a = 0, b = 0]) => b / a,
  rises: (index) => index === 1,
  words: (inputs) => `${text(inputs, 1)} ÷ ${text(inputs, 0)}`,
};

/** How much the second is above the first, over the first: the growth from the one to the other. */
export const growth: Operation = {
  apply: (values) => at(values, 1).minus(at(values, 0)).div(at(values, 0)),
  rough: ([a = 0, b = 0]) => (b - a) / a,
  rises: (index) => index === 1,
  words: (inputs) => `(${text(inputs, 1)} − ${text(inputs, 0)}) ÷ ${text(inputs, 0)}`,
};

/** What the first part leaves of the second, over the second. */
export const remainder: Operation = {
  apply: (values) => at(values, 1).minus(at(values, 0)).div(at(values, 1)),
  rough: ([a = 0, b = 0]) => (b - a) / b,
  rises: (index) => index === 1,
  words: (inputs) => `(${text(inputs, 1)} − ${text(inputs, 0)}) ÷ ${text(inputs, 1)}`,
};

/** The second over what the first part leaves of it: "un poste sur cinq a disparu". */
export const inverseRemainder: Operation = {
  apply: (values) => at(values, 1).div(at(values, 1).minus(at(values, 0))),
  rough: ([a = 0, b = 0]) => b / (b - a),
  rises: (index) => index === 0,
  words: (inputs) => `${text(inputs, 1)} ÷ (${text(inputs, 1)} − ${text(inputs, 0)})`,
};

/** First less second. */
export const difference: Operation = {
  apply: (values) => at(values, 0).minus(at(values, 1)),
  rough: ([a = 0, b = 0]) => a - b,
  rises: (index) => index === 0,
  words: (inputs) => `${text(inputs, 0)} − ${text(inputs, 1)}`,
};

/** First less all the others. */
export const rest: Operation = {
  apply: (values) => values.slice(1).reduce((left, value) => left.minus(value), at(values, 0)),
  rough: (values) => values.slice(1).reduce((left, value) => left - value, values[0] ?? 0),
  rises: (index) => index === 0,
  words: (inputs) => inputs.join(' − '),
};

export const sum: Operation = {
  apply: (values) => values.reduce((total, value) => total.plus(value), zero),
  rough: (values) => values.reduce((total, value) => total + value, 0),
  rises: () => true,
  words: (inputs) => inputs.join(' + '),
};

export const product: Operation = {
  apply: (values) => values.reduce((total, value) => total.times(value), one),
  rough: (values) => values.reduce((total, value) => total * value, 1),
  rises: () => true,
  words: (inputs) => inputs.join(' × '),
};

/** The sum of all but the last, over the last. */
export const sharedSum: Operation = {
  apply: (values) => sum.apply(values.slice(0, -1)).div(at(values, values.length - 1)),
  rough: (values) => values.slice(0, -1).reduce((total, value) => total + value, 0) / (values.at(-1) ?? 0),
  rises: () => true,
  words: (inputs) => `(${inputs.slice(0, -1).join(' + ')}) ÷ ${text(inputs, inputs.length - 1)}`,
};

/** The mean of all. */
export const mean: Operation = {
  apply: (values) => sum.apply(values).div(decimal(Math.max(1, values.length))),
  rough: (values) => values.reduce((total, value) => total + value, 0) / Math.max(1, values.length),
  rises: () => true,
  words: (inputs) => `(${inputs.join(' + ')}) ÷ ${inputs.length}`,
};

/** One input brought to another unit: `factor` of the stated base unit for one of its own; `shown` says it, "× 12". */
export function conversion(factor: Decimal, shown: string): Operation {
  return {
    apply: (values) => at(values, 0).times(factor),
    rough: ([a = 0]) => a * factor.toNumber(),
    rises: () => true,
    words: (inputs) => `${text(inputs, 0)} ${shown}`.trim(),
  };
}

interface Bounds {
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The result, and all that the inputs' bounds allow; undefined where it would divide by zero. */
export function calculate(operation: Operation, inputs: readonly Bounds[]): (Bounds & Interval) | undefined {
  const corner = (isHigh: boolean): Decimal =>
    operation.apply(
      inputs.map((input, index) => (operation.rises(index) === isHigh ? input.high : input.low)),
    );
  const [value, low, high] = [
    operation.apply(inputs.map((input) => input.value)),
    corner(false),
    corner(true),
  ];
  if (![value, low, high].every((number) => number.isFinite())) return undefined;
  return low.lte(high) ? { value, ...closedInterval(low, high) } : { value, ...closedInterval(high, low) };
}
