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
    if (last !== undefined) found.push(source.spanOf(start, last));
  }
  return found.sort((one, other) => one.end - one.start - (other.end - other.start));
}

/** The letters of each place that holds a segment, whole or over the break of a page. */
function occurrences(source: Searchable, segment: Segment, from: number, most: number): Span[] {
  const found: Span[] = [];
  for (const start of startsOf(source.letters, segment.letters, from)) {
    if (found.length >= most) break;
    const span = { start, end: start + segment.letters.length };
    if (hasDigits(source, segment, [span])) found.push(span);
  }
  if (found.length > 0 || segment.letters.length < 2 * probe) return found;
  for (const start of startsOf(source.letters, segment.letters.slice(0, probe), from)) {
    if (found.length >= most) break;
    const span = overBreaks(source, segment, start);
    if (span) found.push(span);
  }
  return found;
}

function startsOf(text: string, part: string, from: number): number[] {
  const starts: number[] = [];
  let start = text.indexOf(part, from);
  const most = Math.max(mostPlaces, mostLetters / part.length);
  while (start !== -1 && starts.length < most) {
    starts.push(start);
    start = text.indexOf(part, start + 1);
  }
  return starts;
}

/** Follows a segment from page to page, over the notes and heads that stand between. */
function overBreaks(source: Searchable, segment: Segment, start: number): Span | undefined {
  const { letters } = segment;
  const pieces: Span[] = [];
  let said = 0;
  let from = start;
  for (;;) {
    const agreed = agreement(source.letters, from, letters, said);
    said += agreed;
    const end = from + agreed;
    pieces.push({ start: from, end });
    if (said === letters.length) break;
    const next = pieces.length > 3 ? undefined : resume(source, end, letters, said);
    if (!next) return undefined;
    ({ said, from } = next);
  }
  const end = pieces.at(-1)?.end ?? start;
  return hasDigits(source, segment, pieces) ? { start, end } : undefined;
}

/** How many letters agree from there on. */
function agreement(source: string, from: number, said: string, start: number): number {
  let count = 0;
  while (start + count < said.length && source[from + count] === said[start + count]) count += 1;
  return count;
}

/** Where the rest of a segment goes on, on the page after the one that holds the letter `end`. */
function resume(
  source: Searchable,
  end: number,
  letters: string,
  said: number,
): { said: number; from: number } | undefined {
  const page = source.pageOf(Math.max(0, end - 1));
  const top = source.firstLetter(page + 1);
  if (page + 1 >= source.source.pages.length || top - end > foot) return undefined;
  const beginning = source.letters.slice(top, top + head + probe);
  for (let back = 0; back <= Math.min(chance, said); back += 1) {
    const rest = letters.slice(said - back, said - back + probe);
    const at = beginning.indexOf(rest);
    // A few letters that end a segment prove something only right at the top.
    if (at !== -1 && (rest.length === probe || at === 0)) return { said: said - back, from: top + at };
  }
  return undefined;
}

function hasDigits(source: Searchable, { text }: Segment, pieces: readonly Span[]): boolean {
  const texts = pieces.map(({ start, end }) => {
    const span = source.spanOf(start, end);
    return source.source.text.slice(span.start, span.end);
  });
  return sameDigits(text, texts.join(' '));
}
