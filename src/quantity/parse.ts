import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Quantity, Unit } from '../core/quantity.ts';
import { matchAt } from '../util/phrase.ts';
import { foldSpaces } from '../util/spaces.ts';
import { parseDate } from './date.ts';
import { isWrittenExact, roundingBounds } from './interval.ts';
import { attachedUnit, scanOther } from './not-a-quantity.ts';
import { scanNumberWords } from './number-words.ts';
import { scanNumber } from './number.ts';
import { bareUnit, scanCurrencySign, scanUnit, type ScannedUnit, type UnitScan } from './unit.ts';

/** A quantity found in a longer text: offsets of its first character and after its last. */
export interface ScannedQuantity {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
  /** Whether the number stands in words: "trois". */
  readonly inWords: boolean;
}

const longestText = 400;
const complement = /^(?:du|de|des|d['’]|of|en|in)(?=[\s\p{L}])|^d['’]|^\(/iu;

/** The whole of `text` as one quantity: "160 Md€", "12 500 agents", "1 500 € HT par jour", "30 avril 2021". */
export function parseQuantity(text: string, lang: Language): Quantity | undefined {
  if (text.length > longestText) return undefined;
  const folded = foldSpaces(text.normalize('NFC'));
  const date = parseDate(folded);
  if (date) return { ...date, text };
  const scanned = scanWritten(folded, 0, { lang, noun: 'phrase' });
  if (scanned === undefined) return undefined;
  const rest = folded.slice(scanned.end).trim();
  const isWhole = rest === '' || (scanned.quantity.unit !== bareUnit && complement.test(rest));
  return isWhole ? { ...scanned.quantity, text } : undefined;
}

/**
 * The longest quantity that begins at `start`, in digits or words, with the one word it counts. Dates, years, times
 * and ordinals are none. Time is bounded whatever the text: a reader of prose calls it at each number.
 */
export function scanQuantity(text: string, start: number, lang: Language): ScannedQuantity | undefined {
  if (isInsideWord(text, start) || scanOther(text, start) !== undefined) return undefined;
  return scanWritten(text, start, { lang, noun: 'word' });
}

function isInsideWord(text: string, start: number): boolean {
  return start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[start] ?? '');
}

/** A quantity at `start`, whatever else its digits might be. */
export function scanWritten(text: string, start: number, scan: UnitScan): ScannedQuantity | undefined {
  const sign = scanCurrencySign(text, start);
  const number = numberAt(text, sign?.end ?? start, scan.lang);
  if (number === undefined) return undefined;
  const found = scanUnit(text, number.end, sign ? { ...scan, currency: sign.sign } : scan);
  const touches = sign
    ? found.end === number.end && isLetter(text, number.end)
    : isGlued(text, number.end, found);
  if (touches) return undefined;
  const value = sign?.isNegative ? number.value.neg() : number.value;
  const written = { number: value, decimals: number.decimals, text: text.slice(start, found.end) };
  return { quantity: quantityOf(written, found.unit), start, end: found.end, inWords: number.inWords };
}

function numberAt(text: string, start: number, lang: Language) {
  const digits = scanNumber(text, start, lang);
  if (digits) return { ...digits, inWords: false };
  const words = scanNumberWords(text, start, lang);
  return words && { ...words, decimals: 0, inWords: true };
}

/** Letters that follow digits at once make a code ("5G"), unless they are a unit like "km". */
function isGlued(text: string, end: number, found: ScannedUnit): boolean {
  if (!isLetter(text, end)) return false;
  return found.unit === bareUnit || matchAt(attachedUnit, text, end) === undefined;
}

function isLetter(text: string, position: number): boolean {
  return /\p{L}/u.test(text[position] ?? '');
}

/** A number as written, with the values that its rounding allows. */
export function quantityOf(
  written: { readonly number: Decimal; readonly decimals: number; readonly text: string },
  unit: Unit,
): Quantity {
  const value = written.number.times(unit.scale);
  const exact = isWrittenExact(unit, written.decimals);
  const bounds = exact ? { low: value, high: value } : roundingBounds(value, unit.scale, written.decimals);
  return { value, unit, ...bounds, exact, decimals: written.decimals, text: written.text };
}
