export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** Pages of "12-20", "12–20, 25", "123-28" (123 to 128); none for Roman numbers and "e123". */
export function readPages(text: string): PageRange[] {
  const ranges: PageRange[] = [];
  for (const [, from, to] of text.matchAll(
    /(?<![\p{L}\d.])(\d{1,6})(?:\s*[-–—]+\s*(\d{1,6})(?![\p{L}\d]))?/gu,
  )) {
    const first = Number(from);
    ranges.push({ first, last: to === undefined ? first : Number(lengthen(to, from ?? '')) });
  }
  return ranges.filter(({ first, last }) => last >= first);
}

/** "28" after "123" is 128. */
function lengthen(to: string, from: string): string {
  return to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
}

/** First and last page of all the ranges; undefined when there is none. */
export function spanOf(ranges: readonly PageRange[]): PageRange | undefined {
  const [start] = ranges;
  if (!start) return undefined;
  return ranges.reduce((span, { first, last }) => ({
    first: Math.min(span.first, first),
    last: Math.max(span.last, last),
  }));
}
