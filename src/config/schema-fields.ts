import * as v from 'valibot';
import { formats } from '../core/document.ts';
import type { Language } from '../core/localized.ts';

/** Help of a key, in both languages, kept with its schema. */
export type KeyHelp = Readonly<Record<Language, string>>;

/** Attaches the help of a key to its schema. */
export function described<const Schema extends v.GenericSchema>(
  schema: Schema,
  fr: string,
  en: string,
): v.SchemaWithPipe<readonly [Schema, v.MetadataAction<v.InferOutput<Schema>, KeyHelp>]> {
  return v.pipe(schema, v.metadata({ fr, en }));
}

/** Codes of what a value of the right type may still get wrong. */
export type ValueCode =
  | 'empty'
  | 'date'
  | 'instant'
  | 'slug'
  | 'name'
  | 'figure-id'
  | 'colour'
  | 'address'
  | 'email'
  | 'signs'
  | 'path';

function checked<const Code extends ValueCode>(code: Code, test: (text: string) => boolean) {
  return v.check(test, code);
}

export const text = v.pipe(
  v.string(),
  checked('empty', (value) => value.trim() !== ''),
);

/** A text that may look like a number: `1.10`, `2021`. It stays as typed. */
export const textOrNumber = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  checked('empty', (value) => value.trim() !== ''),
);

export const date = v.pipe(v.string(), checked('date', isDate));

export const instant = v.pipe(v.string(), checked('instant', isInstant));

/** A name that becomes part of a path: it cannot lead anywhere else. */
export const slug = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  checked('slug', (value) => /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/u.test(value)),
);

export const folderName = v.pipe(
  v.string(),
  checked('name', (value) => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,79}$/u.test(value)),
);

export const figureId = v.pipe(
  v.string(),
  checked('figure-id', (value) => /^[\p{L}\p{N}][\p{L}\p{N}-]{0,79}$/u.test(value.normalize('NFC'))),
);

export const colour = v.pipe(
  v.string(),
  checked('colour', (value) => /^#[0-9a-f]{6}$/iu.test(value)),
);

export const address = v.pipe(
  v.string(),
  checked('address', (value) => /^https?:\/\/[^\s/]+/u.test(value) && URL.canParse(value)),
);

export const email = v.pipe(
  v.string(),
  checked('email', (value) => value.length < 255 && /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/u.test(value)),
);

export const signs = v.pipe(
  v.number(),
  v.check((value) => Number.isInteger(value) && value > 0, 'signs' satisfies ValueCode),
);

export const path = v.pipe(
  v.string(),
  checked('path', (value) => value.trim() !== '' && !value.includes('\0')),
);

/** One of a few words; the message carries them, for the nearest to be named. */
export function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, `one-of ${options.join(' ')}`);
}

/** A list, or one item alone, or several in one line with commas. */
export function listOf<const Item extends v.GenericSchema<string | number, string>>(item: Item) {
  return v.union([
    v.array(item),
    v.pipe(
      v.string(),
      v.transform((line) => line.split(',').map((part) => part.trim())),
      v.array(item) as unknown as v.GenericSchema<string[], v.InferOutput<Item>[]>,
    ),
  ]);
}

/** The formats to make: at least one. */
export const formatList = v.pipe(
  listOf(oneOf(formats)),
  v.check((list) => list.length > 0, 'empty' satisfies ValueCode),
);

function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isInstant(value: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-](\d{2}):(\d{2}))$/u.exec(
    value,
  );
  if (match === null) return false;
  const [, day = '', hour, minute, second = '0', offsetHour = '0', offsetMinute = '0'] = match;
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isDate(day) && isTime && Number(offsetHour) < 15 && Number(offsetMinute) < 60;
}
