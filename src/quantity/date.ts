import type { Language } from '../core/localized.ts';
import type { Quantity, Unit } from '../core/quantity.ts';
import { matchAt, phraseKey } from '../util/phrase.ts';
import { spaceClass } from '../util/spaces.ts';
import { decimal, one } from './decimal.ts';
import { pattern } from '../util/pattern.ts';

/** A calendar date: days since 1 March of year 0, so that a difference of two dates is a number of days. */
export const dateUnit: Unit = { symbol: 'date', dimension: 'date', scale: one };

const months: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'january february march april may june july august september october november december'.split(' '),
};

const gap = `${spaceClass}{1,2}`;
/** Letters of the names of months, whatever their case: the names themselves are looked up. */
const name = String.raw`([A-Za-z\u00c0-\u024f\u0300-\u036f]{3,10})(?![A-Za-z\u00c0-\u024f\u0300-\u036f])`;
const patterns = {
  iso: /(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/uy,
  slashed: /(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/uy,
  dayFirst: new RegExp(
    `(\\d{1,2})(?:er|st|nd|rd|th|ER|ST|ND|RD|TH)?${gap}${name}(?:${gap}(\\d{4})(?!\\d))?`,
    'uy',
  ),
  monthFirst: new RegExp(
    `${name}(?:${gap}(\\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\\d),?)?(?:${gap}(\\d{4})(?!\\d))`,
    'uy',
  ),
};

interface DateParts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
  readonly end: number;
}

/** The date in digits or words at `start`, the year left out or not: "30 avril 2021", "2021-04-30", "1er mai". */
export function scanDate(text: string, start: number): DateParts | undefined {
  const iso = matchAt(patterns.iso, text, start);
  if (iso) return parts(start, iso, { year: 1, month: 2, day: 3 });
  const slashed = matchAt(patterns.slashed, text, start);
  if (slashed) return parts(start, slashed, { day: 1, month: 2, year: 3 });
  const dayFirst = matchAt(patterns.dayFirst, text, start);
  if (dayFirst) return parts(start, dayFirst, { day: 1, month: 2, year: 3 });
  const monthFirst = matchAt(patterns.monthFirst, text, start);
  return monthFirst && parts(start, monthFirst, { month: 1, day: 2, year: 3 });
}

function parts(
  start: number,
  match: RegExpExecArray,
  groups: { year: number; month: number; day: number },
): DateParts | undefined {
  const month = monthNumber(match[groups.month] ?? '');
  const day = optionalNumber(match[groups.day]);
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return { year: optionalNumber(match[groups.year]), month, day, end: start + match[0].length };
}

function optionalNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function monthNumber(text: string): number {
  if (/^\d/u.test(text)) return Number(text);
  const key = phraseKey(text.normalize('NFC'));
  return Math.max(months.fr.indexOf(key), months.en.indexOf(key)) + 1;
}

/** The whole of `text` as a date with its year; a month alone stands for any of its days. */
export function parseDate(text: string): Quantity | undefined {
  const date = scanDate(text, 0);
  if (date?.year === undefined || date.end !== text.length) return undefined;
  return daysOf(date, date.year, text);
}

function daysOf({ month, day }: DateParts, year: number, text: string): Quantity {
  const first = dayNumber(year, month, day ?? 1);
  return daysFrom(first, day === undefined ? dayNumber(year, month + 1, 1) - 1 : first, text);
}

function daysFrom(first: number, last: number, text: string): Quantity {
  const [low, high] = [decimal(first), decimal(last)];
  return { value: low, low, high, unit: dateUnit, exact: first === last, decimals: 0, text };
}

const wordOrDigits = pattern(String.raw`(?<![\p{L}\p{N}])[\p{L}\d]`, 'gu');
const loneYear = pattern(String.raw`(\d{4})(?![\p{L}\p{N}])`, 'uy');

/**
 * The day, month or year that the words of a text name, as days; a year left out is that of `near`: "le 30 avril",
 * "au printemps 2021". Undefined when they name none.
 */
export function findDate(text: string, near: Quantity): Quantity | undefined {
  const year = Number(isoDate(near.value.toNumber()).slice(0, 4));
  for (const { index } of text.matchAll(wordOrDigits)) {
    const date = scanDate(text, index);
    const named = matchAt(loneYear, text, index)?.[1];
    if (date) return daysOf(date, date.year ?? year, text);
    if (named !== undefined)
      return daysFrom(dayNumber(Number(named), 1, 1), dayNumber(Number(named) + 1, 1, 1) - 1, text);
  }
  return undefined;
}

/** Days since 0000-03-01 (https://howardhinnant.github.io/date_algorithms.html). `month` 13 is the next January. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = year * 12 + month - 3;
  const marchYear = Math.floor(shifted / 12);
  const marchMonth = shifted - marchYear * 12;
  const yearDays = marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100);
  return yearDays + Math.floor(marchYear / 400) + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}

/** A number of days since 0000-03-01 as ISO 8601. */
export function isoDate(days: number): string {
  let year = Math.floor(days / 365.2425);
  while (dayNumber(year + 1, 1, 1) <= days) year += 1;
  while (dayNumber(year, 1, 1) > days) year -= 1;
  let month = 12;
  while (dayNumber(year, month, 1) > days) month -= 1;
  const day = days - dayNumber(year, month, 1) + 1;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

/** "30 avril 2021", "30 April 2021"; "avril 2021" of a month. */
export function dateInWords(date: Quantity, lang: Language): string {
  const [year = '', month = '', day = ''] = isoDate(date.value.toNumber()).split('-');
  const name = months[lang][Number(month) - 1] ?? '';
  const shown = lang === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  if (!date.exact) return `${shown} ${String(Number(year))}`;
  const ordinal = lang === 'fr' && day === '01' ? '1er' : String(Number(day));
  return `${ordinal} ${shown} ${String(Number(year))}`;
}
