const letter = '[0-9a-zà-ÿœ]';
const start = `(?<!${letter})`;
const end = `(?!${letter})`;
const boundary = `(?:(?<=${letter})${end}|${start}(?=${letter}))`;

/** A pattern whose \b takes accented letters for letters, as `\b` alone does not: /\bécart\b/. For folded text. */
export function wordy(pattern: RegExp): RegExp {
  const { source } = pattern;
  const wide = source.replaceAll('\\b', (_, at: number) => boundaryAt(source, at));
  return new RegExp(wide.replaceAll('\\w', letter), pattern.flags);
}

/** What stands for a \b: one look around is enough where a letter plainly follows or goes before. */
function boundaryAt(source: string, at: number): string {
  if (/^(?:\(\?:)*[a-zà-ÿœ](?!\?)/.test(source.slice(at + 2)) && beginInLetters(source, at + 2)) return start;
  return /[a-zà-ÿœ]$/.test(source.slice(0, at)) ? end : boundary;
}

/** Whether every alternative of the group at `at`, or the plain text there, begins with a letter. */
function beginInLetters(source: string, at: number): boolean {
  if (!source.startsWith('(?:', at)) return true;
  let depth = 0;
  for (let index = at; index < source.length; index++) {
    const sign = source[index];
    if (sign === '\\') index += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '(' || (sign === '|' && depth === 1)) {
      depth += sign === '(' ? 1 : 0;
      const next = source.slice(index + 1).replace(/^\?:/, '');
      if (depth === 1 && !/^[a-zà-ÿœ](?!\?)/.test(next)) return false;
    }
    if (depth === 0) return true;
  }
  return false;
}
