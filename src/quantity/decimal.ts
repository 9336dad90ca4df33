import { Decimal } from 'decimal.js';

/** Decimals of 60 digits, rounded half away from zero; a constructor of our own, so that no setting is shared. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -80, toExpPos: 80 });

/** An exact decimal; `value` in plain notation, or a safe integer. */
export function decimal(value: string | number): Decimal {
  return new Exact(value);
}

/** `value`, able to be calculated with under our precision, whatever constructor made it. */
export function exact(value: Decimal): Decimal {
  return new Exact(value);
}

export const zero = decimal(0);
export const one = decimal(1);

/** Ten to the power of an integer. */
export function powerOfTen(exponent: number): Decimal {
  return decimal(`1e${exponent}`);
}

/** `value` at `decimals` decimals, half away from zero; negative `decimals` round to tens, hundreds… */
export function roundTo(value: Decimal, decimals: number): Decimal {
  const step = powerOfTen(-decimals);
  return exact(value).div(step).round().times(step);
}

export function smaller(a: Decimal, b: Decimal): Decimal {
  return a.lte(b) ? a : b;
}

export function greater(a: Decimal, b: Decimal): Decimal {
  return a.gte(b) ? a : b;
}
