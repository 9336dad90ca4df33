/** A number as digits in a text: where it begins and ends, and its first significant digits as a value from 1 to 10. */
export interface NumberAt {
  readonly start: number;
  readonly end: number;
  readonly mantissa: number;
  /** Whether the text goes on with another group of three digits: a cell of a table, or the start of a longer number. */
  readonly isCut: boolean;
}

/** Not the decimals of another number, nor its next three digits behind a space that ties them. */
const run = /(?<![\d\p{L}]|\d[.,])(?:(?<!\d[\u00a0\u202f'’])\d{1,40}|\d{4,40}|\d{1,2}(?!\d))/gu;
const group = /[\s.,'’](\d{3})(?!\d)/uy;
const fraction = /[.,](\d{1,20})/uy;
const mostGroups = 4;

/**
 * Every number of a text in digits, in each way that its groups of three may be read: "160 153" is 160153, and 160 too.
 * Linear.
 */
export function numbersIn(text: string): NumberAt[] {
  const found: NumberAt[] = [];
  for (const { 0: digits, index } of text.matchAll(run)) {
    let whole = digits;
    let end = index + digits.length;
    for (let groups = 0; ; groups += 1) {
      const decimals = matchAt(fraction, text, end);
      const next = digits.length <= 3 && groups < mostGroups ? matchAt(group, text, end) : undefined;
      if (decimals !== undefined)
        push(found, whole + decimals, { start: index, end: end + 1 + decimals.length });
      push(found, whole, { start: index, end }, next !== undefined);
      if (next === undefined) break;
      whole += next;
      end += 4;
    }
  }
  return found;
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[1];
}

function push(found: NumberAt[], digits: string, place: { start: number; end: number }, isCut = false): void {
  const significant = digits.replace(/^0+/u, '').slice(0, 17);
  if (significant === '') return;
  found.push({ ...place, mantissa: Number(`${significant.slice(0, 1)}.${significant.slice(1)}`), isCut });
}
