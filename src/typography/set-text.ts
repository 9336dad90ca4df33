import type { Language } from '../core/localized.ts';
import { setEnglish } from './english.ts';
import { setFrench } from './french.ts';
import { TextRun } from './text-run.ts';
import { untouchableRanges } from './untouchable.ts';

const setters: Readonly<Record<Language, (run: TextRun) => void>> = { fr: setFrench, en: setEnglish };

/** Sets spaces, quotes, apostrophes and dashes of a plain text for its language. Idempotent. */
export function setText(text: string, lang: Language): string {
  return setParts([text], lang)[0] ?? text;
}

/** No space that a rule would change, and no letter: what stands on its two sides has nothing to do with each other. */
const between = '\u2029';
const quotes = /["'«»“”‘’]/u;

/** Sets many short texts, each by itself, in little more time than one: as `setText` does each. */
export function setTexts(texts: Iterable<string>, lang: Language): Map<string, string> {
  const all = [...new Set(texts)];
  // A quotation mark may look for its other one anywhere in its text.
  const alone = all.filter((text) => quotes.test(text) || text.includes(between) || text !== text.trim());
  const apart = new Set(alone);
  const together = all.filter((text) => !apart.has(text));
  const set = setText(together.join(between), lang).split(between);
  return new Map([
    ...together.map((text, index): [string, string] => [text, set[index] ?? text]),
    ...alone.map((text): [string, string] => [text, setText(text, lang)]),
  ]);
}

/** Sets one text that comes in several parts, and gives the parts back. Idempotent. */
export function setParts(parts: readonly string[], lang: Language): string[] {
  const run = new TextRun(parts);
  const originals = run.mask(untouchableRanges(run.text));
  setters[lang](run);
  run.unmask(originals);
  return run.parts;
}
