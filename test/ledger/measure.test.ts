import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../src/quantity/decimal.ts';
import { bareUnit } from '../../src/quantity/unit.ts';
import { add, divide, multiply, negate, quantityMeasure, type Measure } from '../../src/ledger/measure.ts';
import { power, round } from '../../src/ledger/power.ts';

/** A number written at `decimals`, and a true value that its rounding may stand for. */
interface Rounded {
  readonly measure: Measure;
  readonly truth: Decimal;
}

const rounded = fc
  .record({
    units: fc.integer({ min: -10_000, max: 10_000 }),
    decimals: fc.integer({ min: 0, max: 3 }),
    off: fc.integer({ min: -499, max: 499 }),
  })
  .map(({ units, decimals, off }): Rounded => {
    const step = decimal(10).pow(-decimals);
    const value = decimal(units).times(step);
    const [low, high] = [value.minus(step.div(2)), value.plus(step.div(2))];
    return {
      measure: quantityMeasure({ value, low, high, unit: bareUnit, exact: false, decimals, text: '' }),
      truth: value.plus(step.times(off).div(1000)),
    };
  });

function holds(measure: Measure, truth: Decimal): boolean {
  // 60 digits: what a quotient or a power loses beyond them is no fault of the bounds.
  const slack = truth.abs().times('1e-50');
  return measure.low.lte(truth.plus(slack)) && measure.high.gte(truth.minus(slack));
}

test('whatever the true inputs, the bounds hold the true result', () => {
  const exponents = fc.integer({ min: -3, max: 4 });
  fc.assert(
    fc.property(rounded, rounded, exponents, (a, b, exponent) => {
      expect(holds(add(a.measure, b.measure, 1), a.truth.plus(b.truth))).toBe(true);
      expect(holds(add(a.measure, b.measure, -1), a.truth.minus(b.truth))).toBe(true);
      expect(holds(multiply(a.measure, b.measure), a.truth.times(b.truth))).toBe(true);
      expect(holds(negate(a.measure), a.truth.neg())).toBe(true);
      expect(holds(round(a.measure, undefined), a.truth.round())).toBe(true);
      if (!b.measure.value.isZero() && !b.truth.isZero()) {
        expect(holds(divide(a.measure, b.measure), a.truth.div(b.truth))).toBe(true);
      }
      if (!a.measure.value.isZero() && !a.truth.isZero()) {
        const by = quantityMeasure({
          ...{ value: decimal(exponent), low: decimal(exponent), high: decimal(exponent) },
          ...{ unit: bareUnit, exact: true, decimals: 0, text: '' },
        });
        expect(holds(power(a.measure, by), a.truth.pow(exponent))).toBe(true);
      }
    }),
  );
});
