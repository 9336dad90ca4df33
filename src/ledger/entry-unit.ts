import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Quantity, Unit } from '../core/quantity.ts';
import { decimal, one, powerOfTen } from '../quantity/decimal.ts';
import { countDegree, hardPart, isCount, parseDimension } from '../quantity/dimension.ts';
import { formatQuantity } from '../quantity/format.ts';
import { parseQuantity } from '../quantity/parse.ts';
import { bareUnit, isPercent, moneyUnit, pointUnit } from '../quantity/unit.ts';
import { LedgerFault } from './fault.ts';
import { unitName, type Measure } from './measure.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

/** The unit that an entry's `unit` names: "%", "points", "€ par jour", "personnes". Throws `LedgerFault`. */
export function parseUnit(text: string, lang: Language): Unit {
  if (text.trim() === '') return bareUnit;
  if (/^(?:fois|times|×|x)$/iu.test(text.trim())) return { ...bareUnit, symbol: '×' };
  const unit = parseQuantity(`1 ${text}`, lang)?.unit ?? parseQuantity(`2 ${text}`, lang)?.unit;
  if (unit !== undefined && unit.symbol !== '') return unit;
  const message = {
    fr: fr`l’unité « ${shorten(text)} » ne peut pas être lue.`,
    en: `the unit “${shorten(text)}” cannot be read.`,
  };
  throw new LedgerFault('ledger/value', message, { field: 'unit' });
}

/** The measure in the unit that its entry names. Throws `LedgerFault` when it cannot be in that unit. */
export function inUnit(measure: Measure, unit: Unit): Measure {
  const isShareTarget = unit.dimension === 'point' || isPercent(unit);
  if (measure.isBare && !(isShareTarget && measure.isRatio)) return scaled(measure, unit);
  if (!fits(measure, unit)) throw wrongUnit(measure, unit);
  return { ...measure, unit, dimension: unit.dimension, mixed: undefined };
}

function scaled(measure: Measure, unit: Unit): Measure {
  const to = (value: Decimal) => value.times(unit.scale);
  return {
    ...measure,
    value: to(measure.value),
    low: to(measure.low),
    high: to(measure.high),
    unit,
    dimension: unit.dimension,
    isBare: unit.symbol === '',
  };
}

/** Money stays money and a share a share; what is counted may be called by another name. */
function fits(measure: Measure, unit: Unit): boolean {
  const { dimension } = measure;
  if (dimension === unit.dimension) return true;
  if (pointless(hardPart(dimension)) !== pointless(hardPart(unit.dimension))) return false;
  if (unit.dimension === '1' || unit.dimension === 'point') return countDegree(dimension) === 0;
  return dimension !== 'point' && !(dimension === '1' && measure.unit !== undefined);
}

function pointless(dimension: string): string {
  return dimension === 'point' ? '1' : dimension;
}

function wrongUnit(measure: Measure, unit: Unit): LedgerFault {
  const found = unitName(measure);
  return new LedgerFault('ledger/mixed-units', {
    fr: fr`la formule donne ${found.fr}, alors que l’unité annoncée est « ${unit.symbol} ».`,
    en: `the formula gives ${found.en}, whereas the unit announced is “${unit.symbol}”.`,
  });
}

/** The unit to show a measure in, where its entry names none. Throws the fault of a sum of different things. */
export function ownUnit(measure: Measure, lang: Language): Unit {
  if (measure.mixed && isCount(measure.dimension)) throw measure.mixed;
  if (measure.unit) return measure.unit;
  if (measure.dimension === '1') return bareUnit;
  if (measure.dimension === 'point') return pointUnit;
  if (measure.dimension === 'EUR') return moneyUnit('EUR', moneyScale(measure.value));
  return { symbol: composeSymbol(measure, lang), dimension: measure.dimension, scale: one };
}

function moneyScale(value: Decimal): Decimal {
  return ['1e9', '1e6'].map((scale) => decimal(scale)).find((scale) => value.abs().gte(scale)) ?? one;
}

function composeSymbol(measure: Measure, lang: Language): string {
  const names = [...parseDimension(measure.dimension)];
  const above = names.filter(([, exponent]) => exponent > 0).map(([name]) => symbolOf(name, measure));
  const below = names.filter(([, exponent]) => exponent < 0).map(([name]) => name);
  return [above.join('·'), ...below].join(lang === 'fr' ? ' par ' : ' per ').trim();
}

const moneySymbols: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$' };

function symbolOf(name: string, measure: Measure): string {
  return moneySymbols[name] ?? measure.symbols.get(name) ?? name;
}

/** A measure as a quantity of `unit`, at as many decimals as its bounds warrant. */
export function toQuantity(measure: Measure, unit: Unit, lang: Language): Quantity {
  const { value, low, high } = measure;
  const bare = { value, low, high, unit, exact: low.eq(high), text: '' };
  const warranted = warrantedDecimals({ ...bare, decimals: 0 });
  const quantity = { ...bare, decimals: isShareOfMany(measure, unit) ? 0 : warranted };
  return { ...quantity, text: formatQuantity(quantity, { lang }) };
}

/** "97 % × 4 555 personnes" counts whole people. */
function isShareOfMany({ value, isRatio }: Measure, unit: Unit): boolean {
  return isRatio && isCount(unit.dimension) && unit.scale.eq(1) && value.abs().gte(1000);
}

const significantDigits = 3;

/** Decimals that the bounds warrant: no more than three digits that count, never fewer than one. */
function warrantedDecimals(quantity: Quantity): number {
  const { scale } = quantity.unit;
  const shown = quantity.value.div(scale);
  const places = shown.decimalPlaces();
  if (quantity.exact && places <= 2) return isPrice(quantity.unit) && places > 0 ? 2 : places;
  const width = quantity.high.minus(quantity.low).div(scale);
  const warranted = width.isZero() ? places : -nearestPower(width);
  const leading = shown.isZero() ? 0 : shown.e;
  const legible = Math.max(significantDigits - 1 - leading, isPrice(quantity.unit) ? 2 : 0);
  return Math.max(0, -leading, Math.min(warranted, legible));
}

/** The power of ten nearest to a positive value, on a scale of powers: 3.16 is nearer to 1, 3.17 to 10. */
function nearestPower(value: Decimal): number {
  const digits = value.div(powerOfTen(value.e));
  return value.e + (digits.times(digits).lt(10) ? 0 : 1);
}

function isPrice(unit: Unit): boolean {
  return unit.scale.eq(1) && /^(?:EUR|GBP|USD)(?:\/|$)/u.test(unit.dimension);
}
