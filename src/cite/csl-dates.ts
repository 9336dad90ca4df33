import type { CslDate } from '../core/bibliography.ts';

type Part = (number | string)[];

/**
 * Reads a date as people and BibLaTeX type it: "2021", "2021-04", "2021-04-30", "2021/2023", "2019-2021", "2021~",
 * "2021/.."; other words stay words.
 */
export function readDate(text: string): CslDate {
  const typed = text.trim().replace(/^(\d{4})\s*[-–—]+\s*(\d{4})$/u, '$1/$2');
  const bounds = typed.split('/').map((bound) => bound.trim());
  const closed = bounds.filter((bound) => bound !== '' && bound !== '..');
  const parts = closed.map(readParts).filter((part) => part !== undefined);
  const isRead = bounds.length <= 2 && parts.length > 0 && parts.length === closed.length;
  return isRead ? { 'date-parts': parts } : { literal: text.trim() };
}

/** The marks of EDTF for "about" and "perhaps" (https://www.loc.gov/standards/datetime/) change nothing in print. */
function readParts(text: string): Part | undefined {
  const match = /^(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.+Z-]*)?[~?%]?$/u.exec(text);
  return match?.slice(1).filter(Boolean).map(Number);
}

/** Brings any date of CSL-JSON or CSL-YAML to CSL-JSON: text, number, `{year, month, day}`, a list of those. */
export function normaliseDate(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return readDate(String(value));
  if (typeof value !== 'object' || value === null) return undefined;
  if ('date-parts' in value) return fromParts(value['date-parts']);
  const words = wordsOf(value);
  if (words !== undefined) return readDate(words);
  const records: unknown[] = Array.isArray(value) ? value : [value];
  const parts = records.map(partsOfRecord).filter((part) => part !== undefined);
  return parts.length > 0 ? { 'date-parts': parts } : undefined;
}

function wordsOf(value: object): string | undefined {
  const { raw, literal } = value as { raw?: unknown; literal?: unknown };
  if (typeof raw === 'string') return raw;
  return typeof literal === 'string' ? literal : undefined;
}

function fromParts(value: unknown): CslDate | undefined {
  const parts = (Array.isArray(value) ? value : []).map(knownParts).filter((part) => part.length > 0);
  return parts.length > 0 ? { 'date-parts': parts } : undefined;
}

/** A date's parts up to the first that is not known: `[2021, null]`, `["2021", ""]`. */
function knownParts(value: unknown): Part {
  const parts: unknown[] = Array.isArray(value) ? value : [];
  const isKnown = (part: unknown): part is number | string =>
    typeof part === 'number' || (typeof part === 'string' && part !== '');
  const end = parts.findIndex((part) => !isKnown(part));
  return (end === -1 ? parts : parts.slice(0, end)).filter(isKnown);
}

function partsOfRecord(value: unknown): Part | undefined {
  if (typeof value !== 'object' || value === null || !('year' in value)) return undefined;
  const { year, month, day } = value as Record<'year' | 'month' | 'day', unknown>;
  const parts = [year, month, day].map(Number);
  const end = parts.findIndex((part) => !Number.isInteger(part));
  return end === 0 ? undefined : parts.slice(0, end === -1 ? 3 : end);
}
