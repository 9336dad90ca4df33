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

/** Sets one text that comes in several parts, and gives the parts back. Idempotent. */
export function setParts(parts: readonly string[], lang: Language): string[] {
  const run = new TextRun(parts);
  const originals = run.mask(untouchableRanges(run.text));
  setters[lang](run);
  run.unmask(originals);
  return run.parts;
}
