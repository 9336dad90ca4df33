import { spaceClass } from './spaces.ts';

/**
 * A sticky pattern of any of `phrases`, the longest first, whatever the case, the kind of spaces and of apostrophes.
 * A phrase that ends in a letter ends at the end of a word.
 */
export function phrasePattern(phrases: Iterable<string>): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(phraseSource).join('|') || '(?!)', 'iuy');
}

function phraseSource(phrase: string): string {
  const escaped = phrase
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replaceAll(' ', spaceClass)
    .replaceAll("'", "['’]");
  return /[\p{L}\p{N}]$/u.test(phrase) ? `${escaped}(?![\\p{L}\\p{N}\\p{M}])` : escaped;
}

/** What the sticky `pattern` matches at `position`, if anything. */
export function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

/** A phrase as a key: lower case, plain spaces, straight apostrophes. */
export function phraseKey(text: string): string {
  return text.toLowerCase().replace(new RegExp(spaceClass, 'gu'), ' ').replaceAll('’', "'");
}
