import { decimal } from '../../quantity/decimal.ts';
import { conversion, difference, growth, quotient, rest, sum, type Operation } from '../operation.ts';
import type { CellOperation } from './reading.ts';

const at = (amounts: readonly number[], index: number): number => amounts[index] ?? NaN;
const total = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

export const sumOfCells: CellOperation = { exact: sum, apply: total };

/** First less all the others. */
export const differenceOfCells: CellOperation = {
  exact: difference,
  apply: (amounts) => at(amounts, 0) - at(amounts, 1),
};

export const restOfCells: CellOperation = {
  exact: rest,
  apply: (amounts) => at(amounts, 0) - total(amounts.slice(1)),
};

/** All but the last, less the last. */
export const balanceOfCells: CellOperation = {
  exact: {
    apply: (values) => sum.apply(values.slice(0, -1)).minus(values.at(-1) ?? 0),
    rises: (index) => index < 2,
    words: (inputs) => `${inputs.slice(0, -1).join(' + ')} − ${inputs.at(-1) ?? ''}`,
  },
  apply: (amounts) => total(amounts.slice(0, -1)) - (amounts.at(-1) ?? NaN),
};

/** From the first to the second, over the first. A base that is no positive number has no growth. */
export const growthOfCells: CellOperation = {
  exact: growth,
  apply: (amounts) => (at(amounts, 0) > 0 ? at(amounts, 1) / at(amounts, 0) - 1 : NaN),
};

/** The same, over the second: the wrong base. */
export const growthOnWrongBase: CellOperation = {
  exact: {
    apply: (values) => growth.apply(values.toReversed()).neg(),
    rises: growth.rises,
    words: (inputs, lang) => growth.words(inputs.toReversed(), lang),
  },
  apply: (amounts) => (at(amounts, 1) > 0 ? 1 - at(amounts, 0) / at(amounts, 1) : NaN),
};

/** The mean growth by year over so many years. */
export function yearlyGrowthOfCells(years: number): CellOperation {
  const exact: Operation = {
    apply: (values) =>
      (values[1] ?? decimal(0))
        .div(values[0] ?? 0)
        .pow(decimal(1).div(years))
        .minus(1),
    rises: growth.rises,
    words: (inputs) => `(${inputs[1] ?? ''} ÷ ${inputs[0] ?? ''})^(1/${years}) − 1`,
  };
  const apply = (amounts: readonly number[]): number =>
    at(amounts, 0) > 0 && at(amounts, 1) > 0 ? (at(amounts, 1) / at(amounts, 0)) ** (1 / years) - 1 : NaN;
  return { exact, apply };
}

/** First over second, times a power of ten. */
export function quotientOfCells(power = 0): CellOperation {
  const shown = power > 0 ? ` × ${10 ** power}` : '';
  return {
    exact: quotient(decimal(10).pow(power), shown),
    apply: (amounts) => (at(amounts, 1) > 0 ? (at(amounts, 0) * 10 ** power) / at(amounts, 1) : NaN),
  };
}

/** First over the sum of all. */
export const shareOfAll: CellOperation = {
  exact: {
    apply: (values) => (values[0] ?? decimal(0)).div(sum.apply(values.slice(1))),
    rises: (index) => index === 0,
    words: (inputs) => `${inputs[0] ?? ''} ÷ (${inputs.slice(1).join(' + ')})`,
  },
  apply: (amounts) => {
    const all = total(amounts.slice(1));
    return all > 0 ? at(amounts, 0) / all : NaN;
  },
};

/** The amount in another unit, `factor` of which make one of its own. */
export function scaled(factor: number): CellOperation {
  const power = decimal(factor < 1 ? 1 / factor : factor).toSignificantDigits(9);
  const shown = `${factor < 1 ? '÷' : '×'} ${power.toFixed()}`;
  return {
    exact: conversion(factor < 1 ? decimal(1).div(power) : power, shown),
    apply: (amounts) => factor * at(amounts, 0),
  };
}
