import type { CslDate } from '../core/bibliography.ts';
import { readDate } from './csl-dates.ts';

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Seasons of EDTF (https://www.loc.gov/standards/datetime/). */
const isSeason = (month: number): boolean => month >= 21 && month <= 24;

/** What is said of a work that has no date, or not yet. */
const undated = /^(?:[sn]\.\s?d\.?|sans date|no date|à paraître|forthcoming|sous presse|in press)$/iu;

/** The words of a date that cannot be read, or that no calendar has; undefined for a sound date. */
export function dateFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const date = value as CslDate;
  const parts = date['date-parts'];
  if (parts) return parts.every(isPossible) ? undefined : parts.map((part) => part.join('-')).join('/');
  const words = date.literal ?? date.raw;
  if (words === undefined || undated.test(words.trim())) return undefined;
  const read = readDate(words)['date-parts'];
  return read?.every(isPossible) ? undefined : words;
}

function isPossible(parts: readonly (number | string)[]): boolean {
  const [year, month, day] = parts.map(Number);
  if (year === undefined || !Number.isInteger(year)) return false;
  if (month === undefined) return true;
  const length = monthLengths[month - 1];
  if (length === undefined) return isSeason(month) && day === undefined;
  return day === undefined || (day >= 1 && day <= lengthOf(year, month, length));
}

function lengthOf(year: number, month: number, length: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !isLeap ? 28 : length;
}
