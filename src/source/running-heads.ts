import type { ExtractedPage, SourcePage, SourceText } from './source-text.ts';

/** How many lines at each edge of a page may be a running head or a folio. */
const edge = 3;

/** Joins the pages of a copy, without the heads and folios that come back from page to page. Linear. */
export function joinPages(pages: readonly ExtractedPage[], isPaged: boolean): SourceText {
  if (!isPaged) {
    const text = pages.map((page) => page.text).join('\n');
    return { text, pages: [{ ordinal: 1, start: 0, isBlank: text.trim() === '' }], isPaged };
  }
  const lines = pages.map(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
  const shift = folioShift(lines);
  const heads = repeatedHeads(lines);
  const joined: SourcePage[] = [];
  let text = '';
  pages.forEach(({ label }, index) => {
    const own = lines[index] ?? [];
    const folio = shift === undefined ? undefined : index + 1 + shift;
    joined.push({
      ordinal: index + 1,
      start: text.length,
      ...(label !== undefined && label !== '' && { label }),
      ...(folio !== undefined && folio > 0 && { folio: String(folio) }),
      isBlank: own.join('').length < 20,
    });
    const names = [label, folio, index + 1].map((name) => String(name ?? '').toLowerCase());
    const page = { count: own.length, heads, numbers: new Set(names) };
    text += `${own.filter((line, row) => !isHead(line, { ...page, row })).join('\n')}\n`;
  });
  return { text, pages: joined, isPaged };
}

interface Row {
  readonly row: number;
  readonly count: number;
  readonly heads: ReadonlySet<string>;
  /** What may be printed as the number of this page. */
  readonly numbers: ReadonlySet<string>;
}

function isHead(line: string, { row, count, heads, numbers }: Row): boolean {
  if (!isEdge(row, count)) return false;
  const folio = folioPattern.exec(line.trim())?.[1];
  return (folio !== undefined && numbers.has(folio.toLowerCase())) || heads.has(headKey(line));
}

function isEdge(row: number, count: number): boolean {
  return row < edge || row >= count - edge;
}

/** "12", "- 12 -", "Page 12 sur 40", "12/40". */
const folioPattern =
  /^\W{0,4}(?:p(?:age)?\.?\s{0,2})?(\d{1,4}|[ivxl]{1,7})(?:\s{0,2}(?:\/|sur|of)\s{0,2}\d{1,4})?\W{0,4}$/iu;

/** A line without its numbers: what comes back as a head. */
function headKey(line: string): string {
  return line.replace(/[\d\s]+/gu, ' ').trim();
}

/** Lines that stand at the edge of two pages, of three or four in a longer text. */
function repeatedHeads(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(lines.filter((_line, row) => isEdge(row, lines.length)).map(headKey));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Verso and recto have their own heads, and chapters too.
  const least = Math.max(2, Math.min(4, Math.floor(pages.length / 3)));
  return new Set([...counts].filter(([key, count]) => key.length > 1 && count >= least).map(([key]) => key));
}

/** What is added to the rank of a page to give its printed number, where most pages agree on it. */
function folioShift(pages: readonly (readonly string[])[]): number | undefined {
  const votes = new Map<number, number>();
  pages.forEach((lines, index) => {
    const numbers = new Set(
      lines.filter((_line, row) => isEdge(row, lines.length)).flatMap((line) => edgeNumbers(line)),
    );
    for (const number of numbers) {
      const shift = number - index - 1;
      votes.set(shift, (votes.get(shift) ?? 0) + 1);
    }
  });
  const [best, runnerUp] = [...votes].sort(([, one], [, other]) => other - one);
  const filled = pages.filter((lines) => lines.length > 0).length;
  if (!best || best[1] < Math.max(2, filled * 0.4) || best[1] === runnerUp?.[1]) return undefined;
  return best[0];
}

/** The numbers that begin or end a line: "12 Rapport annuel", "Rapport annuel | 12". */
function edgeNumbers(line: string): number[] {
  const trimmed = line.trim();
  const found = [
    /^\W{0,4}(\d{1,4})(?!\d)/u.exec(trimmed)?.[1],
    /(?<!\d)(\d{1,4})\W{0,4}$/u.exec(trimmed)?.[1],
  ];
  const paged = /\bpage\s{0,2}(\d{1,4})/iu.exec(trimmed)?.[1];
  return [...found, paged].flatMap((number) => (number === undefined ? [] : [Number(number)]));
}
