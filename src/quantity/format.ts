import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Quantity, Unit } from '../core/quantity.ts';
import { roundTo } from './decimal.ts';
import { dateInWords } from './date.ts';
import { agreeNoun } from './noun.ts';

export interface NumberFormat {
  readonly lang: Language;
  /** Decimals shown, zeros included; as many as the number has when left out. */
  readonly decimals?: number | undefined;
}

export interface QuantityFormat extends NumberFormat {
  /** Another unit of the same dimension: "Md€" for a quantity in "M€". */
  readonly unit?: Unit | undefined;
}

const narrowSpace = '\u202f';
const noBreakSpace = '\u00a0';

/** "1 234,5" in French (U+202F between thousands), "1,234.5" in English; rounded half away from zero. */
export function formatNumber(value: Decimal, format: NumberFormat): string {
  const decimals = format.decimals ?? Math.min(value.decimalPlaces(), 10);
  const rounded = roundTo(value, Math.max(0, decimals));
  const [whole = '0', fraction = ''] = rounded.abs().toFixed(Math.max(0, decimals)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, format.lang === 'fr' ? narrowSpace : ',');
  const sign = rounded.isNegative() && !rounded.isZero() ? '−' : '';
  return `${sign}${grouped}${fraction && (format.lang === 'fr' ? ',' : '.')}${fraction}`;
}

/** A quantity as printed: "160 Md€", "0,01 %", "1 500 € par jour"; "€160bn", "0.01%" in English. */
export function formatQuantity(quantity: Quantity, format: QuantityFormat): string {
  const unit = format.unit ?? quantity.unit;
  const { lang } = format;
  if (unit.dimension === 'date') return dateInWords(quantity, lang);
  const shown = quantity.value.div(unit.scale);
  const number = formatNumber(shown, { lang, decimals: format.decimals ?? decimalsIn(quantity, unit) });
  const money = moneyParts(unit.symbol);
  if (lang === 'en' && money) return englishMoney(number, money);
  return joinUnit(number, unitInWords(unit, isPlural(shown, number, lang), lang), lang);
}

/** The unit as a table's column or a message names it: "%", "Md€", "€bn" in English. */
export function formatUnit(unit: Unit, lang: Language): string {
  const money = moneyParts(unit.symbol);
  if (lang === 'fr' || !money) return unit.symbol;
  return `${money.sign}${englishMagnitudes[money.magnitude] ?? ''}${money.rest}`;
}

/** As many decimals as were written, of another unit of the dimension: "1,2 Md€" is "1 200 M€". */
function decimalsIn(quantity: Quantity, unit: Unit): number {
  return Math.max(0, quantity.decimals + unit.scale.e - quantity.unit.scale.e);
}

interface MoneyParts {
  readonly magnitude: string;
  readonly sign: string;
  readonly rest: string;
}

function moneyParts(symbol: string): MoneyParts | undefined {
  const match = /^(k|M|Md|Bn|)([€£$])(.*)$/u.exec(symbol);
  if (!match) return undefined;
  const [, magnitude = '', sign = '', rest = ''] = match;
  return { magnitude, sign, rest: rest.replace(/ par /u, ' per ') };
}

const englishMagnitudes: Readonly<Record<string, string>> = { k: 'k', M: 'm', Md: 'bn', Bn: 'tn' };

function englishMoney(number: string, money: MoneyParts): string {
  const magnitude = englishMagnitudes[money.magnitude] ?? '';
  const signed = number.startsWith('−') ? `−${money.sign}${number.slice(1)}` : `${money.sign}${number}`;
  return `${signed}${magnitude}${money.rest}`;
}

function joinUnit(number: string, unit: string, lang: Language): string {
  if (unit === '') return number;
  if (unit === '×') return lang === 'fr' ? `${number}${noBreakSpace}fois` : `${number} times`;
  if (lang === 'en') return /^[%‰]/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
  return `${number}${noBreakSpace}${unit}`;
}

function isPlural(shown: Decimal, number: string, lang: Language): boolean {
  return lang === 'fr' ? shown.abs().gte(2) : number !== '1';
}

const countWords = /^(milliers?|millions?|milliards?|billions?)(?=$| )/u;
const frenchMagnitude = new Map([
  ['thousand', 'milliers'],
  ['million', 'millions'],
  ['billion', 'milliards'],
  ['trillion', 'billions'],
]);

function unitInWords(unit: Unit, plural: boolean, lang: Language): string {
  const { symbol } = unit;
  if (lang === 'en')
    return symbol === 'points' ? agreeNoun('point', plural, lang) : agreeCount(symbol, plural, lang);
  const english = frenchMagnitude.get(symbol);
  const french = english ?? symbol.replace(/ per /u, ' par ');
  if (countWords.test(french))
    return french.replace(countWords, (word) => agreeNoun(word.replace(/s$/u, ''), plural, lang));
  return agreeCount(french, plural, lang);
}

function agreeCount(symbol: string, plural: boolean, lang: Language): string {
  const [first = '', ...rest] = symbol.split(/(?= par | pour | per )/u);
  return agreeNoun(first, plural, lang) + rest.join('');
}
