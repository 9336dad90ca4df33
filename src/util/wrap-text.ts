/**
 * Breaks a paragraph into lines of at most `width` characters, at plain spaces only: U+00A0 holds, and a word or an
 * address longer than the line stays whole. `\n` in the text is kept as a line end.
 */
export function wrapText(text: string, width: number | undefined): string[] {
  const lines = text.split('\n');
  return width === undefined ? lines : lines.flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').filter((part) => part !== '')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && lengthOf(longer) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

/** Characters as a reader counts them, not UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
