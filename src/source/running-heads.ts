import type { ExtractedPage, SourcePage, SourceText } from './source-text.ts';

/** How many lines at each edge of a page may be a running head or a folio. */
const edge = 3;

/** Signs that fonts give for an apostrophe; Unicode has the first for a letter. */
const apostrophes = /[\u02bc\u02b9\u02bb\u02bd\u2032\u00b4\uff07]/gu;

/** Joins the pages of a copy, without the heads and folios that come back from page to page. Linear. */
export function joinPages(extracted: readonly ExtractedPage[], isPaged: boolean): SourceText {
  const pages = extracted.map((page) => ({ ...page, text: page.text.replace(apostrophes, '’') }));
  if (!isPaged) {
    const text = pages.map((page) => page.text).join('\n');
    return { text, pages: [{ ordinal: 1, start: 0, isBlank: text.trim() === '' }], isPaged };
  }
  const lines = pages.map(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
  const shift = folioShift(lines);
  const sheets = pages.map(({ label }, index): Sheet => {
    const folio = shift === undefined || index + 1 + shift < 1 ? undefined : String(index + 1 + shift);
    const names = [label, folio, String(index + 1)].flatMap((name) => (name ? [name.toLowerCase()] : []));
    return { lines: lines[index] ?? [], names: new Set(names), label: label ?? '', folio };
  });
  const heads = repeatedHeads(sheets);
  const seen = new Set<string>();
  const joined: SourcePage[] = [];
  let text = '';
  sheets.forEach((sheet, index) => {
    const { label, folio } = sheet;
    joined.push({
      ordinal: index + 1,
      start: text.length,
      ...(label !== '' && { label }),
      ...(folio !== undefined && { folio }),
      isBlank: sheet.lines.join('').length < 20,
    });
    text += `${sheet.lines.filter((_line, row) => !isHead(sheet, row, { heads, seen })).join('\n')}\n`;
  });
  return { text, pages: joined, isPaged };
}

interface Sheet {
  readonly lines: readonly string[];
  /** What may be printed as its number. */
  readonly names: ReadonlySet<string>;
  readonly label: string;
  readonly folio: string | undefined;
}

interface Heads {
  readonly heads: ReadonlySet<string>;
  /** Those that stood on a page already: the first stays, for it may be a sentence after all. */
  readonly seen: Set<string>;
}

function isHead(sheet: Sheet, row: number, { heads, seen }: Heads): boolean {
  if (!isEdge(row, sheet.lines.length)) return false;
  const key = headKey(sheet, row);
  if (key === pageNumber) return true;
  const isAgain = heads.has(key) && seen.has(key);
  seen.add(key);
  return isAgain;
}

function isEdge(row: number, count: number): boolean {
  return row < edge || row >= count - edge;
}

/** Stands for the number of the page in a line. */
const pageNumber = '#';

/** A line with the number of its page left out, "- 12 -" and "Page 12 sur 40" whole: what comes back as a head. */
function headKey({ lines, names }: Sheet, row: number): string {
  const line = (lines[row] ?? '').trim();
  const folio = folioPattern.exec(line)?.[1];
  if (folio !== undefined && names.has(folio.toLowerCase())) return pageNumber;
  return line
    .replace(/\s+/gu, ' ')
    .replace(/\p{L}+|\d+/gu, (word) => (names.has(word.toLowerCase()) ? pageNumber : word));
}

const folioPattern =
  /^\W{0,4}(?:p(?:age)?\.?\s{0,2})?(\d{1,4}|[ivxl]{1,7})(?:\s{0,2}(?:\/|sur|of)\s{0,2}\d{1,4})?\W{0,4}$/iu;

/** Lines that stand at the edge of two pages, of three or four in a longer text. */
function repeatedHeads(sheets: readonly Sheet[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const sheet of sheets) {
    const rows = sheet.lines.flatMap((_line, row) => (isEdge(row, sheet.lines.length) ? [row] : []));
    for (const key of new Set(rows.map((row) => headKey(sheet, row))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Verso and recto have their own heads, and chapters too.
  const least = Math.max(2, Math.min(4, Math.floor(sheets.length / 3)));
  return new Set([...counts].filter(([key, count]) => count >= least && isWords(key)).map(([key]) => key));
}

/** The last row of a table may come back too: its numbers are wanted. Years stand in many heads. */
function isWords(key: string): boolean {
  return /\p{L}/u.test(key) && !/\d/u.test(key.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/gu, ''));
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
