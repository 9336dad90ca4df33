import { lowerUnit } from '../util/phrase.ts';

/** A text in lower case with plain spaces and straight apostrophes, as long as the text itself: offsets stay true. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  const kept = lower.length === text.length ? lower : Array.from(text.split(''), lowerUnit).join('');
  return kept
    .replace(/[\s\u00a0\u202f\u2009]/g, ' ')
    .replace(/[’ʼ´`]/g, "'")
    .replace(/[‐‑−]/g, '-');
}
