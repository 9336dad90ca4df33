import type { Element } from 'hast';
import { scaleBand } from 'd3-scale';
import { axisOf, valuesOf, type Axis } from './axis.ts';
import { legendOf } from './legend.ts';
import { clearWords, line, rectangle, words, type Paint } from './marks.ts';
import { categoryPaints, paints, seriesPaints, type Drawing, type Frame, type Plot } from './plot.ts';
import { textWidth } from './text-width.ts';

/** Light lines at the round numbers of a standing axis, their numbers at the left. */
export function gridBeside(
  axis: Axis,
  [left, right]: readonly [number, number],
  plot: Plot,
  frame: Frame,
): Element[] {
  const { line: light, muted, ink } = paints(frame);
  const size = frame.size * 0.86;
  return axis.ticks.flatMap((tick) => {
    const y = axis.at(tick);
    return [
      line({ x: left, y }, { x: right, y }, tick === 0 ? ink : light),
      words(
        plot.tick(tick, axis.step),
        { x: left - size * 0.6, y: y + size * 0.34 },
        { size, paint: muted, anchor: 'end' },
      ),
    ];
  });
}

/** Room at the left for the numbers of an axis. */
export function roomBeside(plot: Plot, axis: Axis, { size }: Frame): number {
  return (
    Math.max(...axis.ticks.map((tick) => textWidth(plot.tick(tick, axis.step), size * 0.86))) + size * 0.9
  );
}

/** The names of periods below an axis, as many as have room; the first and the last are always there. */
export function periodNames(
  names: readonly string[],
  at: (index: number) => number,
  y: number,
  frame: Frame,
): Element[] {
  const size = frame.size * 0.92;
  const { ink } = paints(frame);
  const widest = Math.max(...names.map((name) => textWidth(name, size))) + size * 0.8;
  const space = names.length > 1 ? Math.abs(at(names.length - 1) - at(0)) / (names.length - 1) : frame.width;
  const every = Math.max(1, Math.ceil(widest / space));
  const last = names.length - 1;
  return names.flatMap((name, index) => {
    const isNearLast = index !== last && (last - index) * space < widest;
    if (index !== last && (index % every !== 0 || isNearLast)) return [];
    const half = textWidth(name, size) / 2;
    const x = Math.max(half, Math.min(frame.width - half, at(index)));
    return [words(name, { x, y: y + size * 1.3 }, { size, paint: ink, anchor: 'middle' })];
  });
}

/** Bars that stand side by side, a period after the other. */
export function drawColumns(plot: Plot, frame: Frame): Drawing {
  const { series, categories } = plot;
  const { size, width } = frame;
  const colours = seriesPaints(plot, frame);
  const several = series.length > 1;
  const items = series.map(({ name }, index) => ({ name, paint: colours[index] ?? paints(frame).ink }));
  const legend = legendOf(several ? items : [], frame);
  const height = Math.min(size * 21, Math.max(size * 15, width * 0.46));
  const top = legend.height + size * 1.5;
  const bottom = top + height;
  const axisFrom = (range: readonly [number, number]): Axis =>
    axisOf({ values: valuesOf(plot), range, count: 4, isLength: true, minimum: plot.minimum });
  const axis = axisFrom([bottom, top]);
  const left = roomBeside(plot, axis, frame);
  const bands = scaleBand<number>()
    .domain(categories.map((_, index) => index))
    .range([left, width])
    .paddingInner(categories.length > 30 ? 0.15 : 0.3)
    .paddingOuter(0.15);
  const groups = { bands, axis, colours, own: several ? undefined : categoryPaints(plot, frame) };
  const lowest = Math.max(bottom, axis.at(Math.min(0, ...axis.ticks)));
  const center = (index: number): number => (bands(index) ?? left) + bands.bandwidth() / 2;
  return {
    marks: [
      ...legend.marks,
      ...gridBeside(axis, [left, width], plot, frame),
      ...columns(plot, groups, frame),
      ...periodNames(categories, center, lowest + size * 0.3, frame),
    ],
    height: lowest + size * 1.8,
  };
}

interface Groups {
  readonly bands: ReturnType<typeof scaleBand<number>>;
  readonly axis: Axis;
  readonly colours: readonly Paint[];
  readonly own: readonly Paint[] | undefined;
}

function columns(
  { series, categories }: Plot,
  { bands, axis, colours, own }: Groups,
  frame: Frame,
): Element[] {
  const { ink, muted, paper } = paints(frame);
  const breadth = bands.bandwidth() / series.length;
  const size = frame.size * 0.92;
  const widest = Math.max(
    ...series.flatMap(({ labels }) => labels.map((label) => textWidth(label, size, 'semibold'))),
  );
  const hasLabels = widest <= (bands.step() / series.length) * 0.98;
  const zero = axis.at(Math.max(0, axis.ticks[0] ?? 0));
  return categories.flatMap((_, category) =>
    series.flatMap(({ values, labels }, index): Element[] => {
      const [value, label = ''] = [values[category], labels[category]];
      const x = (bands(category) ?? 0) + index * breadth;
      const center = x + breadth / 2;
      const style = { size, anchor: 'middle' } as const;
      if (value === undefined)
        return hasLabels
          ? [words(label, { x: center, y: zero - size * 0.5 }, { ...style, paint: muted })]
          : [];
      const end = axis.at(value);
      const paint = own?.[category] ?? colours[index] ?? ink;
      const box = {
        x,
        y: Math.min(zero, end),
        width: breadth * (series.length > 1 ? 0.94 : 1),
        height: Math.abs(end - zero),
      };
      const y = value < 0 ? end + size * 1.15 : end - size * 0.4;
      const said = hasLabels
        ? clearWords(label, { x: center, y }, { ...style, paint: ink, weight: 'semibold' }, paper)
        : [];
      return [...(box.height > 0 ? [rectangle(box, paint)] : []), ...said];
    }),
  );
}
