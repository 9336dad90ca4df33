import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import { matchAt } from '../util/phrase.ts';
import { powerOfTen } from './decimal.ts';
import { pattern } from '../util/pattern.ts';

/** A word or letter that multiplies a number: "milliards", "Md", "bn". */
export interface Magnitude {
  readonly scale: Decimal;
  readonly end: number;
}

/** Powers of ten by word; the French billion is the English trillion. */
const words: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  fr: {
    millier: 3,
    milliers: 3,
    million: 6,
    millions: 6,
    milliard: 9,
    milliards: 9,
    billion: 12,
    billions: 12,
  },
  en: {
    thousand: 3,
    thousands: 3,
    million: 6,
    millions: 6,
    billion: 9,
    billions: 9,
    trillion: 12,
    trillions: 12,
  },
};

const letters: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  M: 6,
  mn: 6,
  Mn: 6,
  Md: 9,
  Mds: 9,
  Mrd: 9,
  Mrds: 9,
  md: 9,
  mds: 9,
  bn: 9,
  Bn: 9,
  tn: 12,
};

const wordPattern = pattern(String.raw`\p{L}{1,10}(?![\p{L}\p{N}\p{M}])`, 'uy');
const letterPattern = pattern(
  String.raw`(?:Mrds|Mrd|Mds|Md|mds|md|bn|Bn|mn|Mn|tn|[kKM])(?![\p{L}\p{N}\p{M}.’'-])`,
  'uy',
);
const lastInSentence = /(?:Mrds|Mrd|Mds|Md|mds|md|bn|Bn|mn|Mn|tn)(?=\.(?:\s|$))|[kKM](?=\.$)/uy;
const afterCurrency = pattern(String.raw`[mbk](?![\p{L}\p{N}\p{M}])`, 'uy');

/** The magnitude at `start`; with `hasCurrency`, also the English letters of "£3.4m" and "$2b". */
export function scanMagnitude(
  text: string,
  start: number,
  lang: Language,
  hasCurrency = false,
): Magnitude | undefined {
  const word = matchAt(wordPattern, text, start)?.[0] ?? '';
  return (
    magnitudeOf(words[lang], word.toLowerCase(), start) ??
    magnitudeOf(letters, scanLetters(text, start), start) ??
    (hasCurrency
      ? magnitudeOf(lettersAfterCurrency, matchAt(afterCurrency, text, start)?.[0] ?? '', start)
      : undefined)
  );
}

function scanLetters(text: string, start: number): string {
  return (matchAt(letterPattern, text, start) ?? matchAt(lastInSentence, text, start))?.[0] ?? '';
}

const lettersAfterCurrency: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

function magnitudeOf(
  powers: Readonly<Record<string, number>>,
  key: string,
  start: number,
): Magnitude | undefined {
  const power = Object.hasOwn(powers, key) ? powers[key] : undefined;
  return power === undefined ? undefined : { scale: powerOfTen(power), end: start + key.length };
}

/** "millions" in French, "million" in English; empty for 1. */
export function magnitudeWord(scale: Decimal, lang: Language): string {
  const names: Record<Language, Readonly<Record<number, string>>> = {
    fr: { 3: 'milliers', 6: 'millions', 9: 'milliards', 12: 'billions' },
    en: { 3: 'thousand', 6: 'million', 9: 'billion', 12: 'trillion' },
  };
  return names[lang][scale.e] ?? '';
}
