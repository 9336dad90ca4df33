/** Cuts a text at a word so that it holds at most `length` UTF-16 units on one line, the ellipsis included. */
export function shorten(text: string, length = 40): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/gu, (space) => /[\u00a0\u202f]/u.exec(space)?.[0] ?? ' ')
    .trim();
  if (line.length <= length) return line;
  const end = line.lastIndexOf(' ', length - 1);
  const kept = end > length / 2 ? line.slice(0, end) : line.slice(0, length - 1);
  return `${kept.replace(/[\s,;:.!?«(\u2013\u2014-]+$/u, '')}…`;
}
