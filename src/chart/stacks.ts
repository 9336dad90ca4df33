import type { Element } from 'hast';
import { axisOf, type Axis } from './axis.ts';
import { assemble } from './bars.ts';
import { legendOf } from './legend.ts';
import { clearWords, rectangle, words, type Paint } from './marks.ts';
import { paintOn, paints, seriesPaints, type Drawing, type Frame, type Plot } from './plot.ts';
import { rowsOf, type Row } from './rows.ts';
import { textWidth } from './text-width.ts';

interface Segment {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Bars made of parts: what is positive runs to the right of zero, what is negative to its left. */
export function drawStacks(plot: Plot, frame: Frame): Drawing {
  const { size, width } = frame;
  const colours = seriesPaints(plot, frame);
  const stacks = plot.categories.map((_, category) => segmentsOf(plot, category));
  const labels = plot.categories.map((_, category) => endLabel(plot, stacks[category] ?? [], category));
  const ends = stacks.flatMap((segments) => segments.flatMap(({ from, to }) => [from, to]));
  const items = plot.series.map(({ name }, index) => ({ name, paint: colours[index] ?? paints(frame).ink }));
  const legend = legendOf(items, frame);
  const rows = rowsOf(plot, frame, { top: legend.height + size * 0.2, thickness: size * 1.75 });
  const room = Math.max(0, ...labels.map((label) => textWidth(label, size, 'semibold')));
  const axis = axisOf({
    values: ends,
    range: [rows.left, width - (room > 0 ? room + size * 0.7 : size * 0.2)],
    count: width < 420 ? 3 : 4,
    isLength: true,
    minimum: plot.minimum,
  });
  const bars = rows.rows.flatMap((row, category) =>
    stack(stacks[category] ?? [], { row, end: labels[category] ?? '' }, { axis, colours, frame }),
  );
  return assemble({ legend, axis, rows, bars }, plot, frame);
}

function segmentsOf({ series }: Plot, category: number): Segment[] {
  let [above, below] = [0, 0];
  return series.flatMap(({ values, labels }, index): Segment[] => {
    const value = values[category];
    if (value === undefined || value === 0) return [];
    const from = value > 0 ? above : below;
    const to = from + value;
    if (value > 0) above = to;
    else below = to;
    return [{ series: index, from, to, label: labels[category] ?? '' }];
  });
}

/** What stands behind a bar: its sum, its one value, or that there is none. */
function endLabel({ series, totals }: Plot, segments: readonly Segment[], category: number): string {
  const [only] = segments;
  if (segments.length === 1 && only) return totals ? only.label : '';
  if (segments.length > 1) return totals?.[category] ?? '';
  return series.map(({ labels }) => labels[category] ?? '')[0] ?? '';
}

interface Style {
  readonly axis: Axis;
  readonly colours: readonly Paint[];
  readonly frame: Frame;
}

function stack(
  segments: readonly Segment[],
  { row, end }: { row: Row; end: string },
  { axis, colours, frame }: Style,
): Element[] {
  const { ink, paper } = paints(frame);
  const size = Math.min(frame.size, row.height * 0.85);
  const y = row.top + row.height / 2 + size * 0.34;
  const isAlone = segments.length === 1 && end !== '';
  const marks = segments.flatMap(({ series, from, to, label }, index): Element[] => {
    const paint = colours[series] ?? ink;
    const [left, right] = [axis.at(Math.min(from, to)), axis.at(Math.max(from, to))];
    const box = { x: left, y: row.top, width: right - left, height: row.height };
    // A thread of paper keeps neighbours apart, whatever their colours.
    const seam = { ...box, x: right - 1, width: 1 };
    const fits = textWidth(label, size, 'semibold') + size * 0.3 <= box.width && !isAlone;
    const style = { size, paint: paintOn(paint), anchor: 'middle', weight: 'semibold' } as const;
    return [
      rectangle(box, paint),
      ...(box.width > 3 && index < segments.length - 1 ? [rectangle(seam, paper)] : []),
      ...(fits ? [words(label, { x: (left + right) / 2, y }, style)] : []),
    ];
  });
  const last = Math.max(axis.at(0), ...segments.flatMap(({ from, to }) => [axis.at(from), axis.at(to)]));
  const style = { size, paint: segments.length > 0 ? ink : paints(frame).muted, weight: 'semibold' } as const;
  return end === '' ? marks : [...marks, ...clearWords(end, { x: last + size * 0.4, y }, style, paper)];
}
