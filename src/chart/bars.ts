import type { Element } from 'hast';
import { axisOf, valuesOf, type Axis } from './axis.ts';
import { legendOf } from './legend.ts';
import { clearWords, line, rectangle, type Paint } from './marks.ts';
import {
  categoryPaints,
  paints,
  seriesPaints,
  type Drawing,
  type Frame,
  type Plot,
  type PlotSeries,
} from './plot.ts';
import { gridBelow, numbersBelow, rowsOf, rowWords, type Row } from './rows.ts';
import { textWidth } from './text-width.ts';

/** Bars from left to right, a row a category; several series stand side by side in each row. */
export function drawBars(plot: Plot, frame: Frame): Drawing {
  const { series } = plot;
  const { size, width } = frame;
  const several = series.length > 1;
  const colours = seriesPaints(plot, frame);
  const items = series.map(({ name }, index) => ({ name, paint: colours[index] ?? paints(frame).ink }));
  const legend = legendOf(several ? items : [], frame);
  const thickness = several ? series.length * size * 1.05 : size * 1.45;
  const rows = rowsOf(plot, frame, { top: legend.height + size * 0.2, thickness });
  const small = Math.min(size, ((rows.rows[0]?.height ?? size) / series.length) * 1.08);
  const axis = axisOf({
    values: valuesOf(plot),
    range: [rows.left + roomFor(series, -1, small), width - roomFor(series, 1, small)],
    count: width < 420 ? 3 : 4,
    isLength: true,
    minimum: plot.minimum,
  });
  const own = several ? undefined : categoryPaints(plot, frame);
  const bars = rows.rows.flatMap((row, category) =>
    series.flatMap((one, index) => {
      const paint = own?.[category] ?? colours[index] ?? paints(frame).ink;
      return bar(
        {
          row: part(row, index, series.length),
          value: one.values[category],
          label: one.labels[category] ?? '',
        },
        { axis, paint, frame, size: small },
      );
    }),
  );
  return assemble({ legend, axis, rows, bars }, plot, frame);
}

interface BarParts {
  readonly legend: ReturnType<typeof legendOf>;
  readonly axis: Axis;
  readonly rows: ReturnType<typeof rowsOf>;
  readonly bars: readonly Element[];
}

/** The drawing of any rows of bars: the grid under them, their base over them. */
export function assemble({ legend, axis, rows, bars }: BarParts, plot: Plot, frame: Frame): Drawing {
  const span = { top: legend.height, bottom: rows.bottom };
  return {
    marks: [
      ...legend.marks,
      ...gridBelow(axis, span, plot, frame),
      ...bars,
      zeroLine(axis, span, frame),
      ...rowWords(rows, plot, frame),
    ],
    height: rows.bottom + numbersBelow(frame),
  };
}

/** The base of all bars, over them. */
function zeroLine(axis: Axis, { top, bottom }: { top: number; bottom: number }, frame: Frame): Element {
  const x = axis.at(Math.max(0, axis.ticks[0] ?? 0));
  return line({ x, y: top }, { x, y: bottom }, paints(frame).ink);
}

function part({ top, height, ...row }: Row, index: number, count: number): Row {
  return { ...row, top: top + (height * index) / count, height: (height / count) * (count > 1 ? 0.92 : 1) };
}

/** What the longest label of a sign needs at the end of its bar. */
function roomFor(series: readonly PlotSeries[], sign: 1 | -1, size: number): number {
  const found = series.flatMap(({ values, labels }) =>
    labels.filter((_, index) => (values[index] ?? 0) * sign > 0 || (sign > 0 && !values[index])),
  );
  return found.length === 0
    ? 0
    : Math.max(...found.map((label) => textWidth(label, size, 'semibold'))) + size * 0.7;
}

interface Bar {
  readonly row: Row;
  readonly value: number | undefined;
  readonly label: string;
}

interface BarStyle {
  readonly axis: Axis;
  readonly paint: Paint;
  readonly frame: Frame;
  readonly size: number;
}

function bar({ row, value, label }: Bar, { axis, paint, frame, size }: BarStyle): Element[] {
  const base = axis.at(Math.max(0, axis.ticks[0] ?? 0));
  const { ink, muted, paper } = paints(frame);
  const y = row.top + row.height / 2 + size * 0.34;
  const gap = size * 0.4;
  if (value === undefined) return clearWords(label, { x: base + gap, y }, { size, paint: muted }, paper);
  const end = Math.max(Math.min(axis.at(value), frame.width), 0);
  const box = { x: Math.min(base, end), y: row.top, width: Math.abs(end - base), height: row.height };
  const isLeft = value < 0;
  const style = { size, paint: ink, weight: 'semibold', anchor: isLeft ? 'end' : 'start' } as const;
  const at = { x: isLeft ? box.x - gap : Math.max(end, base) + gap, y };
  return [...(box.width > 0 ? [rectangle(box, paint)] : []), ...clearWords(label, at, style, paper)];
}
