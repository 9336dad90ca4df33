import type { CslDate } from '../core/bibliography.ts';
import { monthNumber } from '../util/month-number.ts';

/** Numbers that EDTF gives to seasons: https://www.loc.gov/standards/datetime/ */
const seasons: readonly (readonly [RegExp, number])[] = [
  [/^(?:printemps|spring)$/iu, 21],
  [/^(?:[ée]t[ée]|summer)$/iu, 22],
  [/^(?:automne|autumn|fall)$/iu, 23],
  [/^(?:hiver|winter)$/iu, 24],
];

/**
 * The date that a BibTeX `month` gives with its year, in words: "avril", "avr.", "30 avril", "mars-avril",
 * "printemps"; words that are no month stay words.
 */
export function dateOfMonth(year: number | string, month: string): CslDate {
  const typed = month
    .replace(/\\[^\p{L}]\s*|[{}]/gu, '')
    .replace(/[~\s]+/gu, ' ')
    .trim();
  const bounds = typed.split(/\s*[-–—/]+\s*/u).map((bound) => partsOf(bound));
  const parts = bounds.flatMap((bound) => (bound ? [[year, ...bound]] : []));
  const isRead = bounds.length <= 2 && parts.length === bounds.length;
  return isRead ? { 'date-parts': parts } : { literal: `${typed} ${year}` };
}

function partsOf(text: string): number[] | undefined {
  if (/^\d{1,2}$/u.test(text)) return [Number(text)];
  const [, before, word = '', after] = /^(?:(\d{1,2})(?:er)? )?(\p{L}+\.?)(?: (\d{1,2}))?$/u.exec(text) ?? [];
  const month = monthNumber(word) ?? seasons.find(([names]) => names.test(word))?.[1];
  const day = before ?? after;
  return month === undefined ? undefined : [month, ...(day === undefined ? [] : [Number(day)])];
}

/** Definitions of the French months typed without braces, `month = avril`; citation-js has the English ones. */
export const frenchMonths: readonly string[] =
  'janvier janv fevrier fevr mars avril avr mai juin juillet juil aout septembre sept octobre novembre decembre'
    .split(' ')
    .map((name) => `@string{${name} = {${name}}}`);
