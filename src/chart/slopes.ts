import type { Element } from 'hast';
import { movedApart } from './apart.ts';
import { axisOf, valuesOf, type Axis } from './axis.ts';
import { circle, line, lineHeight, middleWords, words, type Point } from './marks.ts';
import { wordPaint } from './lines.ts';
import { paints, seriesPaints, type Drawing, type Frame, type Plot } from './plot.ts';
import { textWidth, wrapWords } from './text-width.ts';

/** From the first moment to the last: a line a series, its name and its values at both ends. */
export function drawSlopes(plot: Plot, frame: Frame): Drawing {
  const { size, width } = frame;
  const last = plot.categories.length - 1;
  const colours = seriesPaints(plot, frame);
  const limit = { width: width * (width < 420 ? 0.36 : 0.34), size, weight: 'semibold', lines: 3 } as const;
  const right = plot.series.map(({ name, labels }) => wrapWords(`${labels[last] ?? ''} ${name}`, limit));
  const left = plot.series.map(({ labels }) => labels[0] ?? '');
  const room = (lines: readonly string[]): number =>
    Math.max(...lines.map((text) => textWidth(text, size, 'semibold'))) + size;
  const top = size * 2.6;
  const bottom = top + Math.max(size * 16, plot.series.length * size * 1.5);
  const axis = axisOf({
    values: valuesOf(plot),
    range: [bottom, top],
    count: 4,
    isLength: false,
    minimum: plot.minimum,
  });
  const headOf = (name = ''): string => wrapWords(name, { width: width * 0.3, size, lines: 1 })[0] ?? '';
  const heads = [headOf(plot.categories[0]), headOf(plot.categories[last])] as const;
  const from = Math.max(room(left), textWidth(heads[0], size) / 2);
  const to = width - Math.max(room(right.flat()), textWidth(heads[1], size) / 2);
  const place = (value: number | undefined): number => axis.at(value ?? 0);
  const ends = [0, last].map((index, side) =>
    movedApart(
      plot.series.map(({ values }, series) => ({
        y: place(values[index]),
        height: (side === 0 ? 1 : (right[series]?.length ?? 1)) * lineHeight * size,
      })),
      top - size,
      bottom + size,
    ),
  );
  const marks = plot.series.flatMap(({ values }, index) => {
    const paint = colours[index] ?? paints(frame).ink;
    const points = [point(values[0], from, axis), point(values[last], to, axis)] as const;
    const style = { size, paint: wordPaint(paint, frame), weight: 'semibold' } as const;
    const [start, end] = points;
    const before = { x: from - size * 0.6, y: ends[0]?.[index] ?? 0 };
    const said = start ? middleWords([left[index] ?? ''], before, { ...style, anchor: 'end' }) : [];
    const behind = middleWords(right[index] ?? [], { x: to + size * 0.6, y: ends[1]?.[index] ?? 0 }, style);
    const run = start && end ? [line(start, end, paint, size * 0.17)] : [];
    const dots = points.flatMap((at) => (at ? [circle(at, size * 0.3, paint)] : []));
    return [...run, ...dots, ...said, ...behind];
  });
  return {
    marks: [...posts(heads, [from, to], bottom + size * 0.8, frame), ...marks],
    height: bottom + size * 1.3,
  };
}

function point(value: number | undefined, x: number, axis: Axis): Point | undefined {
  return value === undefined ? undefined : { x, y: axis.at(value) };
}

/** The two moments: their names, and a line down from each. */
function posts(
  heads: readonly string[],
  at: readonly [number, number],
  bottom: number,
  frame: Frame,
): Element[] {
  const { ink, line: light } = paints(frame);
  const { size } = frame;
  return at.flatMap((x, index) => [
    line({ x, y: size * 1.5 }, { x, y: bottom }, light),
    words(heads[index] ?? '', { x, y: size }, { size, paint: ink, anchor: 'middle' }),
  ]);
}
