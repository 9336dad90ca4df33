import type { Decimal } from 'decimal.js';

/**
 * What a number counts. `scale` brings the written number to the base unit: 1e9 for Md€, 0.01 for %.
 * Two units may be added or compared when `dimension` is equal; `€/personne` has dimension `EUR/personne`.
 */
export interface Unit {
  /** As printed: "%", "points", "Md€", "agents"; empty for a bare number. */
  readonly symbol: string;
  /** "1" for pure numbers and per cents, "EUR", "point", or the counted noun in its singular form. */
  readonly dimension: string;
  readonly scale: Decimal;
}

/** A number as written, and every value that its rounding and its qualifier allow, in the base unit. */
export interface Quantity {
  /** In the base unit: "160 Md€" is 1.6e11. */
  readonly value: Decimal;
  readonly unit: Unit;
  /** Closed below, open above, as rounding half away from zero makes it; equal to `value` when exact. */
  readonly low: Decimal;
  readonly high: Decimal;
  readonly exact: boolean;
  /** Decimals as written, of the written unit: 2 for "11,35 M€". */
  readonly decimals: number;
  readonly text: string;
}
