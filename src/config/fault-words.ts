import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';
import { slugify } from '../util/slugify.ts';
import { monthNumber } from '../util/month-number.ts';
import { quoted } from './yaml-fault.ts';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Place } from '../core/place.ts';

/** Says that a key is unknown, and which one is meant. */
export function unknownKeyProblem(
  place: Place | undefined,
  key: string,
  near: string | undefined,
  known: readonly string[],
): Problem {
  if (near !== undefined && key !== near && key.trim() === near) return stuckSpaceProblem(place, near);
  const shown = shorten(key, 80);
  return {
    place,
    message: { fr: fr`La clé « ${shown} » est inconnue.`, en: `The key "${shown}" is unknown.` },
    actual: shown,
    ...(near !== undefined && { expected: near }),
    help:
      near === undefined
        ? { fr: fr`Clés connues : ${known.join(', ')}.`, en: `Known keys: ${known.join(', ')}.` }
        : { fr: fr`Vouliez-vous dire « ${near} » ?`, en: `Did you mean "${near}"?` },
  };
}

/** The unbreakable space that French puts before a colon becomes part of the key. */
function stuckSpaceProblem(place: Place | undefined, key: string): Problem {
  return {
    place,
    message: {
      fr: fr`Une espace insécable est collée à la clé « ${key} ».`,
      en: `An unbreakable space is stuck to the key "${key}".`,
    },
    expected: `${key}:`,
    help: { fr: fr`Effacez-la : « ${key}: ».`, en: `Delete it: "${key}:".` },
  };
}

export function missingProblem(place: Place | undefined, key: string): Problem {
  return {
    place,
    message: { fr: fr`La clé « ${key} » manque.`, en: `The key "${key}" is missing.` },
    help: { fr: fr`Ajoutez une ligne « ${`${key}: …`} ».`, en: `Add a line "${key}: …".` },
  };
}

/** Says that a text or a list stands where keys are wanted. */
export function notKeysProblem(place: Place | undefined): Problem {
  return {
    place,
    message: {
      fr: 'Il faut ici des clés suivies de leur valeur.',
      en: 'Keys and their values are wanted here.',
    },
    help: { fr: fr`Écrivez une ligne par clé : « clé: valeur ».`, en: 'Write one line a key: "key: value".' },
  };
}

interface TypeFault {
  readonly key: string;
  readonly place: Place | undefined;
  readonly typed: string;
  /** In the words of the schema library: `(string | Object)`. */
  readonly expected: string;
  readonly input: unknown;
}

const typeWords: Readonly<Record<string, Localized>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  Array: { fr: 'une liste', en: 'a list' },
  Object: { fr: 'un ensemble de clés', en: 'a set of keys' },
};

/** Says that a value is not of its type; a text that YAML took for something else is shown between quotes. */
export function typeProblem({ key, place, typed, expected, input }: TypeFault): Problem {
  const names = [...new Set(expected.match(/string|number|boolean|Array|Object/gu) ?? ['string'])];
  const wanted = names.map((name) => typeWords[name] ?? { fr: name, en: name });
  const found = typeWords[typeOf(input)] ?? { fr: 'une valeur vide', en: 'an empty value' };
  const words = {
    fr: wanted.map((word) => word.fr).join(' ou '),
    en: wanted.map((word) => word.en).join(' or '),
  };
  const isShort = typed !== '' && typed.length < 200 && !typed.includes('\n');
  const correction = isShort ? correctionOf(typed, names) : undefined;
  return {
    place,
    message: {
      fr: fr`« ${key} » attend ${words.fr}, pas ${found.fr}.`,
      en: `"${key}" wants ${words.en}, not ${found.en}.`,
    },
    ...(isShort && { actual: typed }),
    ...(correction !== undefined && {
      expected: correction,
      help: { fr: fr`Écrivez : ${correction}`, en: `Write: ${correction}` },
    }),
  };
}

const booleans: Readonly<Record<string, string>> = {
  oui: 'true',
  yes: 'true',
  vrai: 'true',
  non: 'false',
  no: 'false',
  faux: 'false',
};

/** The value as it should be typed, where that is plain. */
function correctionOf(typed: string, types: readonly string[]): string | undefined {
  if (types.includes('boolean')) return booleans[typed.replace(/["']/gu, '').toLowerCase()];
  return types.includes('string') && !/^[[{|>]/u.test(typed) ? quoted(typed) : undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'Array';
  return value !== null && typeof value === 'object' ? 'Object' : typeof value;
}

interface ValueFault {
  readonly code: string;
  readonly key: string;
  readonly place: Place | undefined;
  readonly typed: string;
  readonly options?: readonly string[];
  readonly near?: string | undefined;
}

/** Says that a value of the right type does not do, and what would. */
export function valueProblem(fault: ValueFault): Problem {
  const { key, place, code } = fault;
  const actual = shorten(fault.typed, 80);
  const expected = fault.near ?? suggestion(code, fault.typed);
  const message =
    code === 'empty'
      ? { fr: fr`« ${key} » est vide.`, en: `"${key}" is empty.` }
      : { fr: fr`« ${actual} » ne convient pas à « ${key} ».`, en: `"${actual}" does not suit "${key}".` };
  const rule = valueRules[code]?.(fault.options ?? []) ?? { fr: '', en: '' };
  const help =
    expected === undefined
      ? rule
      : { fr: fr`${rule.fr} Ici : ${expected}`, en: `${rule.en} Here: ${expected}` };
  return {
    place,
    message,
    actual,
    ...(expected !== undefined && { expected }),
    ...(rule.fr !== '' && { help }),
  };
}

const valueRules: Readonly<Record<string, (options: readonly string[]) => Localized>> = {
  empty: () => ({ fr: 'Donnez une valeur, ou effacez la ligne.', en: 'Give a value, or delete the line.' }),
  'one-of': (options) => ({
    fr: fr`Valeurs possibles : ${options.join(', ')}.`,
    en: `Possible values: ${options.join(', ')}.`,
  }),
  date: () => ({
    fr: fr`Une date s’écrit année, mois, jour, avec des tirets, et doit exister : 2026-05-04.`,
    en: 'A date is written year, month, day, with hyphens, and must exist: 2026-05-04.',
  }),
  instant: () => ({
    fr: fr`La fin d’un embargo s’écrit avec l’heure et le décalage horaire : 2026-05-04T06:00+02:00.`,
    en: 'The end of an embargo is written with the time and its offset: 2026-05-04T06:00+02:00.',
  }),
  slug: () => ({
    fr: fr`Employez des minuscules sans accent, des chiffres et des tirets, sans nom de dossier.`,
    en: 'Use plain lower-case letters, digits and hyphens, and no folder.',
  }),
  name: () => ({
    fr: 'Seuls les lettres, les chiffres et les tirets sont permis.',
    en: 'Only letters, digits and hyphens are allowed.',
  }),
  'figure-id': () => ({
    fr: 'L’identifiant d’un chiffre est fait de lettres, de chiffres et de tirets.',
    en: 'The id of a figure is made of letters, digits and hyphens.',
  }),
  colour: () => ({ fr: fr`Une couleur s’écrit « #06708E ».`, en: 'A colour is written "#06708E".' }),
  address: () => ({
    fr: fr`Une adresse commence par « https:// ».`,
    en: 'An address starts with "https://".',
  }),
  email: () => ({
    fr: fr`Une adresse s’écrit « nom@exemple.fr ».`,
    en: 'An address is written "name@example.org".',
  }),
  signs: () => ({ fr: 'Donnez un nombre entier à partir de 1.', en: 'Give a whole number from 1 up.' }),
  path: () => ({ fr: 'Donnez le chemin d’un fichier.', en: 'Give the path of a file.' }),
};

/** What the author most likely meant, as it should be typed. */
function suggestion(code: string, typed: string): string | undefined {
  if (code === 'date') return isoDate(typed);
  if (code === 'instant') return isoInstant(typed);
  if (code === 'slug') return slugify(typed) || undefined;
  return undefined;
}

/** `30/04/2021` and `30 avril 2021` as `2021-04-30`. */
function isoDate(typed: string): string | undefined {
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(typed.trim());
  if (figures) return join(figures[3], figures[2], figures[1]);
  const words = /^(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})$/u.exec(typed.trim());
  const month = monthNumber(words?.[2] ?? '');
  return words && month !== undefined ? join(words[3], String(month), words[1]) : undefined;
}

function join(...parts: readonly (string | undefined)[]): string | undefined {
  const [year = '', month = '', day = ''] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A date and a time without offset, in French legal time; its summer and winter are the author's to check. */
function isoInstant(typed: string): string | undefined {
  const match = /^(\d{4}-(\d{2})-\d{2})[T ](\d{1,2})[:h](\d{2})(?::\d{2})?$/u.exec(typed.trim());
  if (match === null) return undefined;
  const [, day = '', month = '', hour = '', minute = ''] = match;
  const isSummer = Number(month) >= 4 && Number(month) <= 10;
  return `${day}T${hour.padStart(2, '0')}:${minute}${isSummer ? '+02:00' : '+01:00'}`;
}
