import { spaceClass } from './spaces.ts';

/**
 * A sticky pattern of any of `phrases`, the longest first, whatever the case, the kind of spaces and of apostrophes.
 * A phrase that ends in a letter ends at the end of a word.
 */
export function phrasePattern(phrases: Iterable<string>): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const sources = longestFirst.map(phraseSource).join('|') || '(?!)';
  return new RegExp(`(?:${sources})(?:(?<!${wordSign})|(?!${wordSign}))`, 'iuy');
}

/** Latin letters, digits and accents: `\p{L}` under the flags `iu` costs milliseconds for each pattern compiled. */
const wordSign = '[0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u024f\\u0300-\\u036f]';

function phraseSource(phrase: string): string {
  return phrase
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replaceAll(' ', spaceClass)
    .replaceAll("'", "['’]");
}

/** What the sticky `pattern` matches at `position`, if anything. */
export function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

/** A phrase as a key: lower case, plain spaces, straight apostrophes. */
export function phraseKey(text: string): string {
  return text.toLowerCase().replace(/\s/gu, ' ').replaceAll('’', "'");
}
