import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Unit } from '../core/quantity.ts';
import { matchAt, phraseKey, phrasePattern, type Phrases } from '../util/phrase.ts';
import { isSpace } from '../util/spaces.ts';
import { decimal, one } from './decimal.ts';
import { isTime, multiplyDimensions } from './dimension.ts';
import { formatNumber } from './format.ts';
import { magnitudeWord, scanMagnitude } from './magnitude.ts';
import { singularNoun } from './noun.ts';
import { nounPhraseAt, nounWordAt } from './noun-scan.ts';
import { scanNumberWords } from './number-words.ts';
import { scanNumber } from './number.ts';

/** No unit: a bare number. */
export const bareUnit: Unit = { symbol: '', dimension: '1', scale: one };
export const percentUnit: Unit = { symbol: '%', dimension: '1', scale: decimal('0.01') };
/** Percentage points share the base of per cents, so that "14 % − 11 %" is 3 points. */
export const pointUnit: Unit = { symbol: 'points', dimension: 'point', scale: decimal('0.01') };
/** A hundredth of a point: "240 points de base", "25 bps". */
const basisPointUnit: Unit = { symbol: 'points de base', dimension: 'point', scale: decimal('0.0001') };
/** "trois fois": a multiple, unlike a bare number, is compared as it is. */
export const timesUnit: Unit = { symbol: '×', dimension: '1', scale: one };
const permilleUnit: Unit = { symbol: '‰', dimension: '1', scale: decimal('0.001') };

export function isPercent(unit: Unit): boolean {
  return unit.symbol.startsWith('%') || unit.symbol === '‰';
}

/** A unit found in a text, and the offset after it. */
export interface ScannedUnit {
  readonly unit: Unit;
  readonly end: number;
}

export interface UnitScan {
  readonly lang: Language;
  /** How much of what follows may name what is counted: a word of the prose, all the words of a ledger value. */
  readonly noun: 'word' | 'phrase';
  /** The sign before the number, as in "€160bn". */
  readonly currency?: string;
}

type Currency = 'EUR' | 'GBP' | 'USD';

const currencySigns: Readonly<Record<Currency, string>> = { EUR: '€', GBP: '£', USD: '$' };

const currencyNames: Readonly<Record<string, Currency>> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  'livres sterling': 'GBP',
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
};

const currencyPattern = phrasePattern(Object.keys(currencyNames));
const centPattern = phrasePattern(['centimes', 'centime', "centimes d'euro", "centime d'euro"]);
const pencePattern = phrasePattern(['pence', 'penny']);
const percentPattern = phrasePattern([
  '%',
  'pour cent',
  'pour-cent',
  'pourcent',
  'p. 100',
  'p. cent',
  'p.c.',
  'per cent',
  'per-cent',
  'percent',
  'pct',
]);
const permillePattern = phrasePattern(['‰', 'pour mille', 'per mille', 'per mil']);
const pointPattern = phrasePattern([
  ...['point', 'points'].flatMap((word) => [
    word,
    `${word} de pourcentage`,
    `${word} de %`,
    `percentage ${word}`,
    `percentage-${word}`,
  ]),
  'pt',
  'pts',
  'pp',
]);
const basisPointPattern = phrasePattern([
  'point de base',
  'points de base',
  'basis point',
  'basis points',
  'bp',
  'bps',
]);
const taxPattern = phrasePattern(['HT', 'TTC', 'hors taxes', 'toutes taxes comprises']);
const ofPattern = phrasePattern(["d'", 'de ', 'des ', 'of ']);
const perPattern = phrasePattern(['par ', 'per ', '/', '/ ']);
const forPattern = phrasePattern(['pour ']);
const eachPattern = phrasePattern(["de l'heure", 'an hour', 'a day', 'a week', 'a month', 'a year']);

/** The sign of a currency before its number, "€" or "−€", with the offset after it. */
export function scanCurrencySign(
  text: string,
  start: number,
): { sign: string; isNegative: boolean; end: number } | undefined {
  const isNegative = /[-−]/u.test(text[start] ?? '');
  const at = isNegative ? start + 1 : start;
  const sign = text[at] ?? '';
  if (sign !== '€' && sign !== '£' && sign !== '$') return undefined;
  return { sign, isNegative, end: isSpace(text[at + 1] ?? '') ? at + 2 : at + 1 };
}

/** The unit that follows a number which ends at `start`; the bare unit when none does. */
export function scanUnit(text: string, start: number, scan: UnitScan): ScannedUnit {
  const position = isSpace(text[start] ?? '') ? start + 1 : start;
  const found =
    scan.currency === undefined
      ? (scanShare(text, position) ?? scanMeasure(text, position, scan))
      : scanMagnified(text, start, { ...scan, currency: scan.currency });
  if (found === undefined) return { unit: bareUnit, end: start };
  return scanRatio(text, found, scan);
}

function scanShare(text: string, position: number): ScannedUnit | undefined {
  const shares: [Phrases, Unit][] = [
    [percentPattern, percentUnit],
    [permillePattern, permilleUnit],
    [basisPointPattern, basisPointUnit],
    [pointPattern, pointUnit],
  ];
  for (const [pattern, unit] of shares) {
    const match = matchAt(pattern, text, position);
    if (match) return { unit, end: position + match[0].length };
  }
  // "a 23-point drop"
  const joined = text[position] === '-' ? matchAt(pointPattern, text, position + 1) : undefined;
  return joined ? { unit: pointUnit, end: position + 1 + joined[0].length } : undefined;
}

function scanMeasure(text: string, position: number, scan: UnitScan): ScannedUnit | undefined {
  const magnitude = scanMagnitude(text, position, scan.lang);
  if (!magnitude) return scanMoney(text, position, one) ?? scanNoun(text, position, scan);
  const after = magnitude.end;
  const gap = isSpace(text[after] ?? '') ? after + 1 : after;
  const of = matchAt(ofPattern, text, gap);
  const target = of ? gap + of[0].length : gap;
  const money = scanMoney(text, target, magnitude.scale);
  if (money) return money;
  const word = magnitudeWord(magnitude.scale, scan.lang);
  const noun = of !== undefined || scan.lang === 'en' ? scanNoun(text, target, scan) : undefined;
  if (noun === undefined) return { unit: { ...bareUnit, symbol: word, scale: magnitude.scale }, end: after };
  const symbol = `${word}${scan.lang === 'en' ? ' ' : linkOf(noun.unit.symbol)}${noun.unit.symbol}`;
  return { unit: { ...noun.unit, symbol, scale: magnitude.scale }, end: noun.end };
}

function linkOf(noun: string): string {
  return /^[aeiouhéèêâîôœ]/iu.test(noun) ? ' d’' : ' de ';
}

function scanMoney(text: string, position: number, scale: Unit['scale']): ScannedUnit | undefined {
  const cents = scale.eq(1) ? matchAt(centPattern, text, position) : undefined;
  if (cents) {
    const unit = { symbol: 'centimes', dimension: 'EUR', scale: decimal('0.01') };
    return { unit, end: position + cents[0].length };
  }
  const pence = scale.eq(1) ? scanPence(text, position) : undefined;
  if (pence !== undefined)
    return { unit: { symbol: 'pence', dimension: 'GBP', scale: decimal('0.01') }, end: position + pence };
  const match = matchAt(currencyPattern, text, position);
  const currency = match && currencyNames[phraseKey(match[0])];
  if (!match || !currency) return undefined;
  return withTax(text, position + match[0].length, moneyUnit(currency, scale));
}

/** Euros, pounds or dollars at a magnitude: "Md€". */
export function moneyUnit(currency: Currency, scale: Unit['scale']): Unit {
  const prefix = { 1: '', 1000: 'k', 1000000: 'M', 1000000000: 'Md' }[scale.toString()] ?? 'Bn';
  return { symbol: `${prefix}${currencySigns[currency]}`, dimension: currency, scale };
}

/** How long the word at `position` is, where it says pence: "85 pence", "85p". */
function scanPence(text: string, position: number): number | undefined {
  const isGlued = text[position] === 'p' && /\d/u.test(text[position - 1] ?? '');
  if (isGlued && !/[\p{L}\p{N}]/u.test(text[position + 1] ?? '')) return 1;
  return matchAt(pencePattern, text, position)?.[0].length;
}

function withTax(text: string, end: number, unit: Unit): ScannedUnit {
  const gap = isSpace(text[end] ?? '') ? end + 1 : end;
  const tax = matchAt(taxPattern, text, gap);
  if (!tax) return { unit, end };
  const short = tax[0].toLowerCase().startsWith('t') ? 'TTC' : 'HT';
  return { unit: { ...unit, symbol: `${unit.symbol} ${short}` }, end: gap + tax[0].length };
}

/** What follows a number that has its currency before it: "€160bn", "£3.4 million a year". */
function scanMagnified(text: string, start: number, scan: UnitScan & { currency: string }): ScannedUnit {
  const gap = isSpace(text[start] ?? '') ? start + 1 : start;
  const magnitude = scanMagnitude(text, gap, scan.lang, true);
  const currency = currencyNames[scan.currency] ?? 'EUR';
  return { unit: moneyUnit(currency, magnitude?.scale ?? one), end: magnitude?.end ?? start };
}

function scanNoun(text: string, position: number, scan: UnitScan): ScannedUnit | undefined {
  const noun = scan.noun === 'phrase' ? nounPhraseAt(text, position) : nounWordAt(text, position, scan.lang);
  if (noun === undefined) return undefined;
  const unit = { symbol: noun, dimension: singularNoun(noun, scan.lang), scale: one };
  return { unit, end: position + noun.length };
}

/** Adds "par jour", "/habitant", "de l’heure" to a unit, where they follow it. */
function scanRatio(text: string, found: ScannedUnit, scan: UnitScan): ScannedUnit {
  const gap = isSpace(text[found.end] ?? '') ? found.end + 1 : found.end;
  const each = matchAt(eachPattern, text, gap);
  if (
    each &&
    !/^[\s\u00A0\u202F](?:before|earlier|ago|later|after|on)\b/u.test(
      text.slice(gap + each[0].length, gap + each[0].length + 9),
    )
  ) {
    const time = each[0].split(/['’\s\u00A0\u202F]/u).at(-1) ?? '';
    return divideUnit(found.unit, { noun: time, end: gap + each[0].length }, scan.lang);
  }
  const divisor = scanDivisor(text, gap, scan);
  return divisor ? divideUnit(found.unit, divisor, scan.lang) : found;
}

/** "par jour", "/habitant", "pour 1 000 habitants"; "pour" alone names no divisor. */
function scanDivisor(text: string, position: number, scan: UnitScan): Divisor | undefined {
  const per = matchAt(perPattern, text, position)?.[0];
  const link = per ?? matchAt(forPattern, text, position)?.[0];
  if (link === undefined) return undefined;
  const start = position + link.length;
  const many = scanRound(text, start, scan.lang);
  const at = many?.end ?? start;
  const noun = scan.noun === 'phrase' ? nounPhraseAt(text, at) : nounWordAt(text, at, scan.lang);
  if (noun === undefined || (per ?? many) === undefined) return undefined;
  return { noun, end: at + noun.length, link: link.trim(), many: many?.value };
}

/** The "1 000 " of "pour 1 000 habitants": a hundred, a thousand, a million… */
function scanRound(text: string, start: number, lang: Language): { value: Decimal; end: number } | undefined {
  const number = scanNumber(text, start, lang) ?? scanNumberWords(text, start, lang);
  const isRound = number !== undefined && /^10{2,9}$/u.test(number.value.toFixed());
  return isRound && isSpace(text[number.end] ?? '')
    ? { value: number.value, end: number.end + 1 }
    : undefined;
}

interface Divisor {
  readonly noun: string;
  readonly end: number;
  readonly link?: string;
  /** 1000 for "pour 1 000 habitants". */
  readonly many?: Decimal | undefined;
}

function divideUnit(unit: Unit, { noun, end, link, many }: Divisor, lang: Language): ScannedUnit {
  if (many) return divideByMany(unit, { noun, end, many }, lang);
  const isSlashed = link === '/' && !/[€£$]/u.test(unit.symbol);
  const words = `${unit.symbol} ${lang === 'fr' ? 'par' : 'per'} ${noun}`.trim();
  const symbol = isSlashed ? `${unit.symbol}/${noun}` : words;
  const below = singularNoun(noun, lang);
  // "3 % par an" is compared and added as 3 %.
  if (unit.dimension === '1' && unit.symbol !== '' && isTime(below))
    return { unit: { ...unit, symbol }, end };
  const dimension = multiplyDimensions(unit.dimension, below, -1) ?? unit.dimension;
  return { unit: { ...unit, symbol, dimension }, end };
}

/** "lits pour 1 000 habitants", "beds per 1,000 people". */
function divideByMany(
  unit: Unit,
  { noun, end, many }: { noun: string; end: number; many: Decimal },
  lang: Language,
): ScannedUnit {
  const typed = formatNumber(many, { lang }).replace(/\s/gu, ' ');
  const symbol = `${unit.symbol} ${lang === 'fr' ? 'pour' : 'per'} ${typed} ${noun}`;
  const dimension = multiplyDimensions(unit.dimension, singularNoun(noun, lang), -1) ?? unit.dimension;
  return { unit: { symbol: symbol.trim(), dimension, scale: unit.scale.div(many) }, end };
}
