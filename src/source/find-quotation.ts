import { sameDigits } from './fold.ts';
import type { Segment } from './quoted-words.ts';
import type { Searchable, Span } from './searchable.ts';

/** Places that are looked at: more than a source repeats itself; fewer for long quotations, lest it take forever. */
const mostPlaces = 40;
const mostLetters = 500_000;
/** Letters of notes and heads that may stand at the end and at the start of a page, in the middle of a sentence. */
const foot = 1500;
const head = 800;
/** Letters that must agree for the rest of a sentence to be recognised, and that may have agreed by chance before it. */
const probe = 14;
const chance = 3;

/** The places where a source holds all the segments in order, the most compact first. */
export function findQuotation(source: Searchable, segments: readonly Segment[]): Span[] {
  const [first, ...others] = segments;
  if (!first) return [];
  const found: Span[] = [];
  for (const { start, end } of occurrences(source, first, 0, mostPlaces)) {
    let last: number | undefined = end;
    for (const segment of others) {
      if (last !== undefined) last = occurrences(source, segment, last, 1)[0]?.end;
    }
    if (last !== undefined) found.push(withNumber(source, source.spanOf(start, last), segments.at(-1)));
  }
  return found.sort((one, other) => one.end - one.start - (other.end - other.start));
}

/** The letters of each place that holds a segment, whole or over the break of a page. */
function occurrences(source: Searchable, segment: Segment, after: number, most: number): Span[] {
  const found: Span[] = [];
  const looked = Math.max(mostPlaces, mostLetters / segment.letters.length);
  for (const start of startsOf(source.letters, segment.letters, after, looked)) {
    if (found.length >= most) break;
    const span = { start, end: start + segment.letters.length };
    if (hasDigits(source, segment, [span])) found.push(span);
  }
  if (found.length > 0 || segment.letters.length < 2 * probe) return found;
  // From its first letters on, or from the next ones where those stand at the end of another page.
  for (const said of [0, probe]) {
    for (const from of startsOf(source.letters, segment.letters.slice(said, said + probe), after, looked)) {
      if (found.length >= most) break;
      const span = overBreaks(source, segment, { said, from });
      if (span) found.push(span);
    }
    if (found.length > 0) break;
  }
  return found;
}

function startsOf(text: string, part: string, from: number, most: number): number[] {
  const starts: number[] = [];
  let start = text.indexOf(part, from);
  while (start !== -1 && starts.length < most) {
    starts.push(start);
    start = text.indexOf(part, start + 1);
  }
  return starts;
}

/** Where a part of a segment was met: `said` letters of it stand before the letter `from` of the source. */
interface Met {
  readonly said: number;
  readonly from: number;
}

/** Follows a segment from page to page, over the notes and heads that stand between. */
function overBreaks(source: Searchable, segment: Segment, met: Met): Span | undefined {
  const { letters } = segment;
  const before = met.said === 0 ? [] : beforeBreak(source, letters, met);
  if (!before) return undefined;
  const pieces = [...before];
  for (let next: Met | undefined = met; next && pieces.length < 5;) {
    const agreed = agreement(source.letters, next.from, letters, next.said);
    const end = next.from + agreed;
    pieces.push({ start: next.from, end });
    if (next.said + agreed === letters.length) {
      const start = pieces[0]?.start ?? next.from;
      return hasDigits(source, segment, pieces) ? { start, end } : undefined;
    }
    next = resume(source, end, letters, next.said + agreed);
  }
  return undefined;
}

/** The first letters of a segment, at the end of the page before the one where it was met. */
function beforeBreak(source: Searchable, letters: string, { said, from }: Met): Span[] | undefined {
  const top = source.firstLetter(source.pageOf(from));
  if (top === 0) return undefined;
  let most = 0;
  while (most < said && source.letters[from - most - 1] === letters[said - most - 1]) most += 1;
  const least = Math.max(0, most - chance);
  for (let back = Math.min(most, from - top); back >= least && back < said; back -= 1) {
    if (from - back > top + head || !source.beginsLine(from - back)) continue;
    const end = lastLineEnd(source, letters.slice(0, said - back), top);
    if (end === undefined) return undefined;
    const first = { start: end - (said - back), end };
    return back === 0 ? [first] : [first, { start: from - back, end: from }];
  }
  return undefined;
}

/** End of the last line, of those before a page, that ends in these letters. */
function lastLineEnd(source: Searchable, letters: string, top: number): number | undefined {
  const bottom = Math.max(0, top - foot);
  return startsOf(source.letters.slice(bottom, top), letters, 0, foot)
    .map((start) => bottom + start + letters.length)
    .findLast((letter) => source.beginsLine(letter));
}

/** How many letters agree from there on. */
function agreement(source: string, from: number, said: string, start: number): number {
  let count = 0;
  while (start + count < said.length && source[from + count] === said[start + count]) count += 1;
  return count;
}

/** Where the rest of a segment goes on, at the start of a line of the page after the one that holds the letter `end`. */
function resume(source: Searchable, end: number, letters: string, said: number): Met | undefined {
  for (let back = 0; back <= Math.min(chance, said); back += 1) {
    const cut = end - back;
    const page = source.pageOf(Math.max(0, cut - 1));
    const top = source.firstLetter(page + 1);
    const isPossible = page + 1 < source.source.pages.length && top - cut <= foot && source.beginsLine(cut);
    if (!isPossible) continue;
    const beginning = source.letters.slice(top, top + head + probe);
    const rest = letters.slice(said - back, said - back + probe);
    const from = startsOf(beginning, rest, 0, head).find((start) => source.beginsLine(top + start));
    if (from !== undefined) return { said: said - back, from: top + from };
  }
  return undefined;
}

function hasDigits(source: Searchable, { text }: Segment, pieces: readonly Span[]): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return false;
  const inside = pieces.map(({ start, end }) => textOf(source, source.spanOf(start, end)));
  return sameDigits(text, {
    before: textOf(source, source.gapBefore(first.start)),
    inside: inside.join(' '),
    after: textOf(source, source.gapBefore(last.end)),
  });
}

function textOf({ source }: Searchable, { start, end }: Span): string {
  return source.text.slice(start, end);
}

/** The span with the number that ends the quotation: only its letters were looked for. */
function withNumber(source: Searchable, { start, end }: Span, last: Segment | undefined): Span {
  if (!/\d[^\p{L}]*$/u.test(last?.text ?? '')) return { start, end };
  const number = /^[^\d\p{L}]{0,20}\d+(?:[\s.,]\d+)*\s?[%€]?/u.exec(source.source.text.slice(end, end + 60));
  return { start, end: end + (number?.[0].length ?? 0) };
}
