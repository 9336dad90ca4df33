/** Text of an author's in a message: on one line, cut after `length` characters. */
export function shorten(text: string, length = 40): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
