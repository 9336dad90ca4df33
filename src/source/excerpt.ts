import { shorten } from '../util/shorten.ts';
import type { Searchable, Span } from './searchable.ts';

const longest = 300;
/** UTF-16 units of the words shown on each side of a number. */
const side = 90;

/** A passage on one line, words cut at line ends whole again. */
export function excerptOf({ source }: Searchable, { start, end }: Span): string {
  return shorten(oneLine(source.text.slice(start, Math.min(end, start + longest * 4))), longest);
}

/** A number among the words of its sentence. */
export function excerptAround({ source }: Searchable, { start, end }: Span): string {
  const { text } = source;
  const before = text.slice(Math.max(0, start - side), start);
  const after = text.slice(end, end + side);
  const from = sentenceStart(before);
  const left = from === undefined ? `…${before.replace(/^\S*\s/u, '')}` : before.slice(from);
  const to = /[.!?](?=\s|$)/u.exec(after);
  const right = to ? after.slice(0, to.index + 1) : `${after.replace(/\s\S*$/u, '')}…`;
  return oneLine(left + text.slice(start, end) + right);
}

function sentenceStart(before: string): number | undefined {
  const ends = Array.from(before.matchAll(/[.!?]\s+(?=\p{Lu})/gu), (match) => match.index + match[0].length);
  return ends.at(-1);
}

function oneLine(text: string): string {
  return text
    .replace(/\u00ad\s*/gu, '')
    .replace(/(?<=\p{Ll})-\s{0,3}\n\s{0,20}(?=\p{Ll})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
