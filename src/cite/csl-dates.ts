import type { CslDate } from '../core/bibliography.ts';

type Part = (number | string)[];

/** Reads a date as people type it: "2021", "2021-04", "2021-04-30", "2021/2023"; other words stay words. */
export function readDate(text: string): CslDate {
  const parts = text.trim().split('/').map(readParts);
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length && known.length <= 2
    ? { 'date-parts': known }
    : { literal: text.trim() };
}

function readParts(text: string): Part | undefined {
  const match = /^\s*(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.+Z-]*)?\s*$/u.exec(text);
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
  const parts = (Array.isArray(value) ? value : []).filter(isPart);
  return parts.length > 0 ? { 'date-parts': parts } : undefined;
}

function isPart(value: unknown): value is Part {
  const isNumber = (part: unknown): boolean => typeof part === 'number' || typeof part === 'string';
  return Array.isArray(value) && value.length > 0 && value.every(isNumber);
}

function partsOfRecord(value: unknown): Part | undefined {
  if (typeof value !== 'object' || value === null || !('year' in value)) return undefined;
  const { year, month, day } = value as Record<'year' | 'month' | 'day', unknown>;
  const parts = [year, month, day].map(Number);
  const end = parts.findIndex((part) => !Number.isInteger(part));
  return end === 0 ? undefined : parts.slice(0, end === -1 ? 3 : end);
}
