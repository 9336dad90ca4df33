import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import { matchAt, phraseKey, phrasePattern, type Phrases } from '../util/phrase.ts';
import { isSpace } from '../util/spaces.ts';
import { decimal, one } from './decimal.ts';
import { nounWordAt } from './noun-scan.ts';
import { scanNumberWords } from './number-words.ts';
import { scanNumber } from './number.ts';
import { pattern } from '../util/pattern.ts';

/** "deux tiers" is a fraction, "trois fois plus" a multiple; each has its own tolerance. */
export interface WordedRatio {
  readonly kind: 'fraction' | 'multiple';
  readonly value: Decimal;
  /** Decimals of its number in digits: 2 for "multiplié par 2,36". */
  readonly decimals: number;
  readonly end: number;
}

const parts: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  fr: {
    demi: 2,
    demie: 2,
    demis: 2,
    tiers: 3,
    quart: 4,
    quarts: 4,
    ...ordinals(
      'cinqu six sept huit neuv dix onz douz quinz vingt cent mill',
      'ième',
      [5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 100, 1000],
    ),
  },
  en: {
    half: 2,
    halves: 2,
    third: 3,
    thirds: 3,
    quarter: 4,
    quarters: 4,
    ...ordinals(
      'four fif six seven eigh nin ten twelf twentie hundred thousand',
      'th',
      [4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000],
    ),
  },
};

function ordinals(stems: string, ending: string, values: readonly number[]): Record<string, number> {
  const names = stems.split(' ').map((stem) => stem + ending);
  return Object.fromEntries(
    names.flatMap((name, index) => [name, `${name}s`].map((key) => [key, values[index] ?? 1])),
  );
}

const halves = phrasePattern(['la moitié', 'moitié', 'half', 'a half', 'one half']);
const articles = phrasePattern(['le ', 'un ', 'une ', "d'un ", 'a ', 'one ']);
const outOf: Readonly<Record<Language, Phrases>> = {
  fr: phrasePattern(['sur ']),
  en: phrasePattern(['in ', 'out of ']),
};

const multiples: Readonly<Record<string, string>> = {
  double: '2',
  doublé: '2',
  doublée: '2',
  doublés: '2',
  doublées: '2',
  doubled: '2',
  twice: '2',
  triple: '3',
  triplé: '3',
  triplée: '3',
  triplés: '3',
  triplées: '3',
  tripled: '3',
  trebled: '3',
  quadruple: '4',
  quadruplé: '4',
  quadruplée: '4',
  quadrupled: '4',
  quintuplé: '5',
  décuplé: '10',
  twofold: '2',
  threefold: '3',
  fourfold: '4',
  fivefold: '5',
  tenfold: '10',
  halved: '0.5',
};

const multiplePattern = phrasePattern(Object.keys(multiples));
const leadPattern = phrasePattern(
  ['a ', 'ont ', 'a été ', 'ont été ', 'est ', 'le ', 'du ', 'has ', 'have '].flatMap((lead) => [
    lead,
    `${lead}plus que `,
  ]),
);
const timesPattern = phrasePattern(['fois', 'times']);
const andHalf = phrasePattern([' et demi', ' et demie', ' and a half']);
const lessPattern = phrasePattern([' moins', ' inférieur', ' less', ' fewer', ' lower']);
const byPattern = phrasePattern([
  ...['multiplié', 'multipliée', 'multipliés', 'multipliées', 'multiplication'].map((word) => `${word} par `),
  'multiplied by ',
  '×',
  'x ',
  'x',
]);
const dividedPattern = phrasePattern([
  ...['divisé', 'divisée', 'divisés', 'divisées'].map((word) => `${word} par `),
  'divided by ',
]);

/** The fraction or the multiple in words at `start`: "la moitié", "un agent sur quatre", "2,5 fois plus", "a triplé". */
export function scanRatioWords(text: string, start: number, lang: Language): WordedRatio | undefined {
  return scanHalf(text, start, lang) ?? scanCounted(text, start, lang) ?? scanVerb(text, start, lang);
}

function scanHalf(text: string, start: number, lang: Language): WordedRatio | undefined {
  const half = matchAt(halves, text, start);
  if (half) return { kind: 'fraction', value: decimal('0.5'), decimals: 0, end: start + half[0].length };
  const article = matchAt(articles, text, start);
  const end = start + (article?.[0].length ?? 0);
  return article && scanPart(text, end, { value: one, decimals: 0, end }, lang);
}

interface NumberAt {
  readonly value: Decimal;
  readonly decimals: number;
  readonly end: number;
}

/** The number at `start`, in digits or in words. */
export function scanAnyNumber(text: string, start: number, lang: Language): NumberAt | undefined {
  const digits = scanNumber(text, start, lang);
  if (digits) return digits;
  const words = scanNumberWords(text, start, lang);
  return words && { ...words, decimals: 0 };
}

function scanCounted(text: string, start: number, lang: Language): WordedRatio | undefined {
  const whole = scanAnyNumber(text, start, lang);
  const number = whole && withHalf(text, whole);
  const gap = text[number?.end ?? 0] ?? '';
  if (!number || !(isSpace(gap) || gap === '-')) return undefined;
  const next = number.end + 1;
  return (
    scanPart(text, next, number, lang) ?? scanTimes(text, next, number) ?? scanOneIn(text, next, number, lang)
  );
}

const wordPattern = pattern(String.raw`\p{L}{2,12}(?![\p{L}\p{N}\p{M}])`, 'uy');

function scanPart(text: string, position: number, count: NumberAt, lang: Language): WordedRatio | undefined {
  const word = matchAt(wordPattern, text, position)?.[0] ?? '';
  const name = word.toLowerCase();
  const below = Object.hasOwn(parts[lang], name) ? parts[lang][name] : undefined;
  if (below === undefined) return undefined;
  return { kind: 'fraction', value: count.value.div(below), decimals: 0, end: position + word.length };
}

function scanTimes(text: string, position: number, count: NumberAt): WordedRatio | undefined {
  const times = matchAt(timesPattern, text, position);
  if (!times) return undefined;
  const { value: number, decimals, end } = withHalf(text, { ...count, end: position + times[0].length });
  const isLess = matchAt(lessPattern, text, end) !== undefined && !number.isZero();
  return { kind: 'multiple', value: isLess ? one.div(number) : number, decimals: isLess ? 0 : decimals, end };
}

/** "deux fois et demie", "two and a half times". */
function withHalf(text: string, count: NumberAt): NumberAt {
  const half = matchAt(andHalf, text, count.end);
  return half ? { ...count, value: count.value.plus('0.5'), end: count.end + half[0].length } : count;
}

/** "un sur quatre", "trois agents sur dix", "one tenant in five". */
function scanOneIn(text: string, position: number, count: NumberAt, lang: Language): WordedRatio | undefined {
  const noun = nounWordAt(text, position, lang);
  const after = noun === undefined ? position : position + noun.length + 1;
  const link = matchAt(outOf[lang], text, after);
  if (!link) return undefined;
  const whole = scanAnyNumber(text, after + link[0].length, lang);
  if (!whole || whole.value.lte(0) || !count.value.isInteger() || count.value.gt(whole.value))
    return undefined;
  return { kind: 'fraction', value: count.value.div(whole.value), decimals: 0, end: whole.end };
}

function scanVerb(text: string, start: number, lang: Language): WordedRatio | undefined {
  const lead = matchAt(leadPattern, text, start)?.[0].length ?? 0;
  const word = matchAt(multiplePattern, text, start + lead)?.[0];
  const value = word === undefined ? undefined : multiples[phraseKey(word)];
  if (word !== undefined && value !== undefined) {
    return { kind: 'multiple', value: decimal(value), decimals: 0, end: start + lead + word.length };
  }
  return scanBy(text, start + lead, lang);
}

function scanBy(text: string, start: number, lang: Language): WordedRatio | undefined {
  const by = matchAt(byPattern, text, start);
  const divided = by ? undefined : matchAt(dividedPattern, text, start);
  const link = by ?? divided;
  const number = link && scanAnyNumber(text, start + link[0].length, lang);
  if (!number || number.value.isZero()) return undefined;
  const value = divided ? one.div(number.value) : number.value;
  return { kind: 'multiple', value, decimals: divided ? 0 : number.decimals, end: number.end };
}
