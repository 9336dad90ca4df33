import type { Decimal } from 'decimal.js';
import { greater, roundTo, smaller, zero } from '../quantity/decimal.ts';
import { isPureShare, powerDimension } from '../quantity/dimension.ts';
import { formulaFault, type LedgerFault } from './fault.ts';
import {
  checked,
  divisionByZero,
  productDimension,
  tooInvolved,
  unbounded,
  type Measure,
} from './measure.ts';
import { fr } from '../util/french.ts';

const largestPower = 100;

/** A power; the exponent is a plain exact number, so that the unit of the result is known. */
export function power(base: Measure, exponent: Measure): Measure {
  const by = exponent.value;
  checkExponent(base, exponent);
  const dimension = powerDimension(productDimension(base), by.isInteger() ? by.toNumber() : 0);
  if (dimension === undefined) throw tooInvolved();
  const bounds = powerBounds(base, by);
  return checked({
    ...base,
    value: base.value.pow(by),
    low: bounds.reduce(smaller),
    high: bounds.reduce(greater),
    dimension,
    unit: by.eq(1) ? base.unit : undefined,
    isRatio: base.isRatio || by.isNegative(),
  });
}

function checkExponent(base: Measure, exponent: Measure): void {
  const by = exponent.value;
  if (exponent.dimension !== '1' || !exponent.low.eq(exponent.high)) throw inexactExponent();
  if (by.abs().gt(largestPower)) throw largeExponent();
  if (base.value.isZero() && by.isNegative()) throw divisionByZero();
  if (by.isInteger()) return;
  if (!isPureShare(productDimension(base))) throw tooInvolved();
  if (base.value.isNegative()) throw rootOfNegative();
}

function powerBounds(base: Measure, by: Decimal): Decimal[] {
  const low = by.isInteger() ? base.low : greater(base.low, zero);
  const straddles = low.lt(0) && base.high.gt(0);
  const touchesZero = low.lte(0) && base.high.gte(0);
  if (touchesZero && by.isNegative()) return [unbounded.neg(), unbounded];
  return [low.pow(by), base.high.pow(by), ...(straddles ? [zero] : [])];
}

/** `round(x, 2)`: half away from zero. */
export function round(measure: Measure, decimals: Measure | undefined): Measure {
  const places = decimals?.value ?? zero;
  if (!places.isInteger() || places.abs().gt(20)) {
    throw formulaFault({
      fr: fr`« round » arrondit à un nombre entier de décimales, entre −20 et 20.`,
      en: '“round” takes a whole number of decimals, from −20 to 20.',
    });
  }
  const to = (value: Decimal) => roundTo(value, places.toNumber());
  return { ...measure, value: to(measure.value), low: to(measure.low), high: to(measure.high) };
}

function inexactExponent(): LedgerFault {
  return formulaFault({
    fr: 'l’exposant d’une puissance doit être un nombre exact, sans unité.',
    en: 'the exponent of a power must be an exact number without unit.',
  });
}

function largeExponent(): LedgerFault {
  return formulaFault({
    fr: `l’exposant d’une puissance ne peut pas dépasser ${largestPower}.`,
    en: `the exponent of a power cannot exceed ${largestPower}.`,
  });
}

function rootOfNegative(): LedgerFault {
  return formulaFault({
    fr: 'un nombre négatif n’a pas de puissance fractionnaire.',
    en: 'a negative number has no fractional power.',
  });
}
