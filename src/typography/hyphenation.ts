import type { Hyphenator } from '../core/hyphenator.ts';
import type { Language } from '../core/localized.ts';
import { pattern } from '../util/pattern.ts';
import { languageAt } from './passage-language.ts';
import { untouchableRanges } from './untouchable.ts';

/** What the package `hyphen` gives for a language. */
export interface Patterns {
  readonly hyphenateSync: (text: string, options: { readonly hyphenChar: string }) => string;
}

/** Places within a word of small letters, by the patterns of its language. */
type WordBreaks = (word: string) => readonly number[];

const shortestWord = 7;
/** Two would be enough in justified text; in ragged text they gain nothing. */
const lettersBefore = 3;
const lettersAfter = 3;

/** A word that may be broken: small letters alone, touching no sign that makes it a name, a compound or an address. */
const breakable = pattern(
  String.raw`(?<![\p{L}\p{M}\p{N}\u00a0·‐‑–_@./:~#=&?%+\\-])[a-zß-öø-ÿœ]{7,}(?![\p{L}\p{M}\p{N}·‐‑–_@/~#=&%+\\’'-]|[.:]\p{L})`,
  'gu',
);
const addresses = /[@/]|\.[a-z]/u;
const isLetterOrDigit = pattern(String.raw`[\p{L}\p{M}\p{N}]`, 'u');

/** Reads the patterns of both languages: only a page that is printed needs them. */
export async function loadHyphenator(): Promise<Hyphenator> {
  const [fr, en] = await Promise.all([import('hyphen/fr/index.js'), import('hyphen/en/index.js')]);
  const words = { fr: wordBreaks(fr.default), en: wordBreaks(en.default) };
  return (block, lang) => breaksIn(block, lang, words);
}

function wordBreaks({ hyphenateSync }: Patterns): WordBreaks {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const found = known.get(word) ?? breaksOf(hyphenateSync(word, { hyphenChar: '-' }));
    known.set(word, found);
    return found;
  };
}

/** Offsets of the hyphens of "ex-ter-na-li-sa-tion", but those too near to the word's ends. */
function breaksOf(hyphenated: string): number[] {
  const parts = hyphenated.split('-');
  const length = hyphenated.length - parts.length + 1;
  let at = 0;
  return parts.slice(0, -1).flatMap((part) => {
    at += part.length;
    return at >= lettersBefore && at <= length - lettersAfter ? [at] : [];
  });
}

function breaksIn(block: string, lang: Language, words: Readonly<Record<Language, WordBreaks>>): number[] {
  if (block.length <= shortestWord) return [];
  const languageOf = languageAt(block, lang);
  const kept = addresses.test(block) ? [...untouchableRanges(block)] : [];
  const end = startOfLastWord(block);
  const breaks: number[] = [];
  for (const { 0: word, index } of block.matchAll(breakable)) {
    if (index >= end) break;
    if (kept.some((range) => index < range.end && index + word.length > range.start)) continue;
    for (const at of words[languageOf(index)](word)) breaks.push(index + at);
  }
  return breaks;
}

/** The last word of a block is never broken: what stood alone on the last line would be half a word. */
function startOfLastWord(block: string): number {
  let at = block.length;
  while (at > 0 && !isLetterOrDigit.test(block.charAt(at - 1))) at--;
  while (at > 0 && isLetterOrDigit.test(block.charAt(at - 1))) at--;
  return at;
}
