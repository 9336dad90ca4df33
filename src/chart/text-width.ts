import { advanceWidths } from './advance-widths.ts';

export type Weight = keyof typeof advanceWidths;

const widths: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: bySign('regular'),
  semibold: bySign('semibold'),
};

function bySign(weight: Weight): Map<string, number> {
  return new Map(
    Object.entries(advanceWidths[weight]).flatMap(([width, signs]) =>
      Array.from(signs, (sign): [string, number] => [sign, Number(width)]),
    ),
  );
}

/** A sign of another face is as wide as a wide one of ours. */
const unknownWidth = 650;

/** Width of a text set in Source Sans 3 at `size`, in the unit of the size. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let total = 0;
  for (const sign of text) total += widths[weight].get(sign) ?? unknownWidth;
  return (total * size) / 1000;
}

export interface Measure {
  readonly width: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly lines: number;
}

/** A text on as many lines as it needs in `width`, `lines` at most: what has no room then is left out, and shown so. */
export function wrapWords(text: string, { width, size, weight = 'regular', lines }: Measure): string[] {
  const fits = (part: string): boolean => textWidth(part, size, weight) <= width;
  const wrapped: string[] = [];
  for (const word of text.split(/[ \n]+/u).filter((part) => part !== '')) {
    const last = wrapped.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && fits(joined)) wrapped[wrapped.length - 1] = joined;
    else wrapped.push(word);
  }
  const kept = wrapped.slice(0, lines);
  const isCut = wrapped.length > lines;
  return kept.map((line, index) => {
    const mark = isCut && index === lines - 1 ? '…' : '';
    return fits(line + mark) ? line + mark : cut(line, fits);
  });
}

function cut(line: string, fits: (part: string) => boolean): string {
  const signs = Array.from(line);
  while (signs.length > 1 && !fits(`${signs.join('')}…`)) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
