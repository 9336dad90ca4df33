/** Cuts a text at a word so that it holds at most `limit` UTF-16 units, the ellipsis included. */
export function shorten(text: string, limit: number): string {
  const flat = text.replace(/\s+/gu, (space) => (/[\u00a0\u202f]/u.test(space) ? space : ' ')).trim();
  if (flat.length <= limit) return flat;
  const cut = flat.slice(0, limit);
  const end = cut.lastIndexOf(' ');
  const kept = end > limit / 2 ? cut.slice(0, end) : cut.slice(0, limit - 1);
  return `${kept.replace(/[\s,;:.!?«(\u2013\u2014-]+$/u, '')}…`;
}
