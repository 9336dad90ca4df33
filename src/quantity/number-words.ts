import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import { isSpace } from '../util/spaces.ts';
import { decimal } from './decimal.ts';
import { pattern } from '../util/pattern.ts';

/** A number written in words, "cent quarante", and the offset after it. */
export interface WordedNumber {
  readonly value: Decimal;
  readonly end: number;
}

type WordValues = Readonly<Record<string, number>>;

const units: Readonly<Record<Language, WordValues>> = {
  fr: {
    zéro: 0,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
    vingts: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    septante: 70,
    huitante: 80,
    octante: 80,
    nonante: 90,
  },
  en: {
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  },
};

const multipliers: Readonly<Record<Language, WordValues>> = {
  fr: { cent: 100, cents: 100, mille: 1000 },
  en: { hundred: 100, thousand: 1000 },
};

const links: Readonly<Record<Language, string>> = { fr: 'et', en: 'and' };

/** A sum under way: `thousands` is closed, `rest` still grows by less than `room`. */
interface Sum {
  readonly thousands: number;
  readonly rest: number;
  readonly room: number;
}

/** The number in words at `start`, up to 999 999: "vingt-trois", "quatre-vingt-dix", "one hundred and forty". */
export function scanNumberWords(text: string, start: number, lang: Language): WordedNumber | undefined {
  let sum: Sum = { thousands: 0, rest: 0, room: Infinity };
  let best: WordedNumber | undefined;
  let position = start;
  for (;;) {
    const name = wordAt(text, position);
    const isLink = best !== undefined && name === links[lang];
    const extended = isLink ? sum : extend(sum, name, lang);
    if (extended === undefined) return best;
    sum = extended;
    position += name.length;
    if (!isLink) best = { value: decimal(sum.thousands + sum.rest), end: position };
    const gap = text[position] ?? '';
    if (gap !== '-' && !isSpace(gap)) return best;
    position += 1;
  }
}

const word = pattern(String.raw`\p{L}{1,20}(?![\p{L}\p{M}\p{N}])`, 'uy');

function wordAt(text: string, position: number): string {
  word.lastIndex = position;
  return word.exec(text)?.[0].toLowerCase() ?? '';
}

function extend(sum: Sum, name: string, lang: Language): Sum | undefined {
  const multiplier = own(multipliers[lang], name);
  if (multiplier === 1000) return sum.thousands > 0 ? undefined : thousand(sum);
  if (multiplier === 100) return hundred(sum);
  const value = own(units[lang], name);
  if (value === undefined) return undefined;
  if (lang === 'fr' && value === 20 && sum.rest % 100 === 4 && sum.room === 1) {
    return { ...sum, rest: sum.rest + 76, room: 20 };
  }
  if (value >= sum.room || (value === 0 && sum.room !== Infinity)) return undefined;
  return { ...sum, rest: sum.rest + value, room: roomAfter(value, lang) };
}

function thousand(sum: Sum): Sum {
  return { thousands: (sum.rest || 1) * 1000, rest: 0, room: 1000 };
}

function hundred(sum: Sum): Sum | undefined {
  const below = sum.rest % 100;
  if (sum.rest >= 100 || below > 20 || (sum.room < 100 && sum.rest === 0)) return undefined;
  return { ...sum, rest: (sum.rest || 1) * 100, room: 100 };
}

function roomAfter(value: number, lang: Language): number {
  if (value === 10 && lang === 'fr') return 10;
  if (value < 20) return 1;
  return lang === 'fr' && value === 60 ? 20 : 10;
}

function own(values: WordValues, name: string): number | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
