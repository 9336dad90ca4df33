import stringWidth from 'fast-string-width';
import type { Place } from '../core/place.ts';

/** One source line cut to fit, and the marks that go below it, both in columns of a terminal. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly at: number;
}

let segmenter: Intl.Segmenter | undefined;

/** Cuts a text into what readers take for one sign. Made when a line is shown: it takes milliseconds. */
function graphemesOf(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Signs on each side of the mark that are looked at, for each column: a sign may be of several units. */
const unitsPerColumn = 3;

/** Cuts `line` around `place` to `width` columns; tabs are two spaces, what would move the cursor is shown as a dot. */
export function excerptOf(line: string, place: Place, width: number): Excerpt {
  const start = Math.min(place.column - 1, line.length);
  const sameLine = place.endLine === place.line;
  const end = Math.max(start + 1, sameLine ? place.endColumn - 1 : line.length);
  const reach = unitsPerColumn * width;
  const { cells, cutBefore, cutAfter } = fit(cellsAround(line, start, reach), start, width);
  const before = cutBefore || (cells[0]?.at ?? 0) > 0 ? '…' : '';
  const after = cutAfter || line.length > start + reach ? '…' : '';
  const blank = before.length + widthOf(cells.filter(({ at }) => at < start));
  const marked = widthOf(cells.filter(({ at }) => at >= start && at < end));
  return {
    line: `${before}${cells.map(({ text }) => text).join('')}${after}`.trimEnd(),
    marks: ' '.repeat(blank) + '^'.repeat(Math.max(1, marked)),
  };
}

/** Replaces what would move the cursor, ring or reorder the text of a terminal. */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·');
}

/** Latin letters and the signs of French: each is one sign of one column. */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2026\u202f-\u203a\u20ac]*$/u;

function cellsAround(line: string, start: number, reach: number): Cell[] {
  const from = Math.max(0, start - reach);
  const around = line.slice(from, start + reach);
  if (plain.test(around))
    return around.split('').map((text, index) => ({ text, width: 1, at: from + index }));
  return Array.from(graphemesOf(around), ({ segment, index }) => {
    const text = segment === '\t' ? '  ' : withoutControls(segment);
    return { text, width: stringWidth(text), at: from + index };
  });
}

/** Leaves a third of the room before the mark where the line is too long; one column a side for "…". */
function fit(
  all: readonly Cell[],
  start: number,
  width: number,
): { cells: Cell[]; cutBefore: boolean; cutAfter: boolean } {
  const room = Math.max(10, width - 2);
  if (widthOf(all) <= room + 2) return { cells: [...all], cutBefore: false, cutAfter: false };
  const mark = all.findIndex(({ at }) => at >= start);
  const middle = mark === -1 ? all.length : mark;
  let first = middle;
  for (let left = Math.floor(room / 3); first > 0; first--) {
    left -= all[first - 1]?.width ?? 0;
    if (left < 0) break;
  }
  let last = first;
  for (let left = room; last < all.length; last++) {
    left -= all[last]?.width ?? 0;
    if (left < 0) break;
  }
  return { cells: all.slice(first, last), cutBefore: first > 0, cutAfter: last < all.length };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
