const letter = '[0-9a-zà-ÿœ]';
const boundary = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`;

/** A pattern whose \b takes accented letters for letters, as `\b` alone does not: /\bécart\b/. For folded text. */
export function wordy(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replaceAll('\\b', boundary).replaceAll('\\w', letter), pattern.flags);
}
