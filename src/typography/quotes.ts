import type { Edit } from './text-run.ts';

/** Pairs of quotation marks, from the outermost level inwards. */
export type QuoteLevels = readonly (readonly [string, string])[];

interface Mark {
  readonly at: number;
  readonly char: string;
  readonly side: 'open' | 'close' | 'either';
}

type Roles = ReadonlyMap<number, 'open' | 'close'>;

const closingNext = /[\s.,;:!?…)\]}»”’]/u;
const openingBefore = /[\s([{«“‘’'—–/-]/u;
/** A block with more is no prose, and pairing is not linear. */
const mostMarks = 2000;

/** Turns straight double quotes that pair into the quotes of their level; what does not pair stays as typed. */
export function pairQuotes(text: string, levels: QuoteLevels): Edit[] {
  if (!text.includes('"')) return [];
  const marks = marksOf(text);
  return marks.length > mostMarks ? [] : editsOf(marks, pairsOf(marks), levels);
}

function editsOf(marks: readonly Mark[], roles: Roles, levels: QuoteLevels): Edit[] {
  const edits: Edit[] = [];
  const open: number[] = [];
  for (const { at, char } of marks) {
    if (char !== '"') {
      trackTypeset(char, levels, open);
      continue;
    }
    const role = roles.get(at);
    if (role === undefined) continue;
    const level =
      role === 'open' ? Math.min(Math.max(-1, ...open) + 1, levels.length - 1) : (open.pop() ?? 0);
    if (role === 'open') open.push(level);
    edits.push({ start: at, end: at + 1, text: levels[level]?.[role === 'open' ? 0 : 1] ?? char });
  }
  return edits;
}

function trackTypeset(char: string, levels: QuoteLevels, open: number[]): void {
  const level = levels.findIndex((pair) => pair.includes(char));
  if (level === -1) return;
  if (levels[level]?.[0] === char) open.push(level);
  else if (open.includes(level)) open.splice(open.lastIndexOf(level));
}

/** A mark's neighbours are those of its whole row: in `""mot""` all four have a letter on one side. */
function marksOf(text: string): Mark[] {
  return Array.from(text.matchAll(/"+|[«»“”]/gu)).flatMap(({ 0: row, index }) => {
    const side = sideOf(text.charAt(index - 1), text.charAt(index + row.length));
    return Array.from(row, (char, offset) => ({ at: index + offset, char, side }));
  });
}

/** What the neighbours say: a space before and a letter after open; a letter before closes; the rest may do either. */
function sideOf(before: string, after: string): Mark['side'] {
  if (before !== '' && !openingBefore.test(before)) return 'close';
  return after === '' || closingNext.test(after) ? 'either' : 'open';
}

/** Which straight quotes open and which close; those without a partner are left out. */
function pairsOf(marks: readonly Mark[]): Roles {
  const roles = new Map<number, 'open' | 'close'>();
  const open: Mark[] = [];
  for (const mark of marks) {
    const top = open.at(-1);
    const closes = top?.char === '"' && mark.side !== 'open';
    if (mark.char === '»' || mark.char === '”') closeTypeset(mark.char === '»' ? '«' : '“', open);
    else if (mark.char === '"' && closes) {
      open.pop();
      roles.set(top.at, 'open').set(mark.at, 'close');
    } else if (mark.char !== '"' || mark.side !== 'close') open.push(mark);
  }
  return roles;
}

function closeTypeset(opener: string, open: Mark[]): void {
  const index = open.findLastIndex(({ char }) => char === opener);
  if (index !== -1) open.splice(index);
}
