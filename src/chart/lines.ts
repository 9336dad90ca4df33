import type { Element } from 'hast';
import { line as curve } from 'd3-shape';
import { scaleLinear } from 'd3-scale';
import { movedApart } from './apart.ts';
import { axisOf, valuesOf, type Axis } from './axis.ts';
import { gridBeside, periodNames, roomBeside } from './columns.ts';
import { legendOf } from './legend.ts';
import { circle, clearWords, line, lineHeight, middleWords, path, type Paint, type Point } from './marks.ts';
import { paints, seriesPaints, type Drawing, type Frame, type Plot, type PlotSeries } from './plot.ts';
import { textWidth, wrapWords } from './text-width.ts';

/** Most series whose names stand beside their lines. */
const mostNamed = 8;

/** Lines over time, or over any row of categories. */
export function drawLines(plot: Plot, frame: Frame): Drawing {
  const { size, width } = frame;
  const colours = seriesPaints(plot, frame);
  const isNamed = plot.series.length <= mostNamed && width >= 420;
  const items = plot.series.map(({ name }, index) => ({ name, paint: colours[index] ?? paints(frame).ink }));
  const legend = legendOf(plot.series.length > 1 && !isNamed ? items : [], frame);
  const top = legend.height + size * 0.9;
  const bottom = top + Math.min(size * 22, Math.max(size * 15, width * 0.5));
  const axis = axisOf({
    values: valuesOf(plot),
    range: [bottom, top],
    count: 5,
    isLength: false,
    minimum: plot.minimum,
  });
  const left = roomBeside(plot, axis, frame);
  const ends = endsOf(plot, isNamed ? 'named' : 'valued', frame);
  const room = Math.max(
    ...ends.map(({ lines }) => Math.max(...lines.map((text) => textWidth(text, size, 'semibold')))),
  );
  const x = placesOf(plot.categories, [left + size * 0.4, width - room - size * 1.1]);
  const marks = plot.series.flatMap((series, index) =>
    seriesMarks(series, { x, axis, paint: colours[index] ?? paints(frame).ink, frame }),
  );
  return {
    marks: [
      ...legend.marks,
      ...gridBeside(axis, [left, x(plot.categories.length - 1) + size * 0.35], plot, frame),
      ...marks,
      ...endWords(plot, ends, { x, axis, colours, top, bottom }, frame),
      ...(plot.series.length === 1 ? extremes(plot, { x, axis }, frame) : []),
      ...periodNames(plot.categories, x, bottom + size * 0.3, frame),
    ],
    height: bottom + size * 1.9,
  };
}

/** Years stand at their distance from one another; anything else at equal distances. */
function placesOf(
  categories: readonly string[],
  range: readonly [number, number],
): (index: number) => number {
  const years = categories.map((name) => (/^\s*[12]\d{3}\s*$/u.test(name) ? Number(name) : NaN));
  const isTime = years.every((year, index) => index === 0 || year > (years[index - 1] ?? NaN));
  const at = isTime && categories.length > 1 ? years : categories.map((_, index) => index);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  if (first === last) return () => (range[0] + range[1]) / 2;
  const scale = scaleLinear().domain([first, last]).range(range);
  return (index) => scale(at[index] ?? first);
}

interface SeriesStyle {
  readonly x: (index: number) => number;
  readonly axis: Axis;
  readonly paint: Paint;
  readonly frame: Frame;
}

/** A line that stops where values are missing; a value alone between two gaps is a dot. */
function seriesMarks({ values }: PlotSeries, { x, axis, paint, frame }: SeriesStyle): Element[] {
  const points = values.map((value, index) => ({ value, index }));
  const draw = curve<(typeof points)[number]>()
    .defined(({ value }) => value !== undefined)
    .x(({ index }) => x(index))
    .y(({ value }) => axis.at(value ?? 0))
    .digits(2);
  const d = draw(points) ?? '';
  const last = values.findLastIndex((value) => value !== undefined);
  const isDot = (index: number): boolean =>
    values[index] !== undefined &&
    (index === last || (values[index - 1] === undefined && values[index + 1] === undefined));
  const dots = points.filter(({ index }) => isDot(index));
  const radius = frame.size * 0.27;
  return [
    ...(d === '' ? [] : [path(d, paint, frame.size * 0.17)]),
    ...dots.map(({ value, index }) => circle({ x: x(index), y: axis.at(value ?? 0) }, radius, paint)),
  ];
}

interface End {
  readonly lines: readonly string[];
  readonly index: number;
}

/** What stands at the end of each line: its name, where it has one, and its last value. */
function endsOf({ series }: Plot, kind: 'named' | 'valued', { size, width }: Frame): End[] {
  return series.map(({ name, values, labels }) => {
    const index = values.findLastIndex((value) => value !== undefined);
    const value = index === -1 ? '' : (labels[index] ?? '');
    if (kind === 'valued' || series.length === 1) return { lines: [value], index };
    const limit = { width: width * 0.28, size, weight: 'semibold', lines: 3 } as const;
    return { lines: wrapWords(`${name} ${value}`, limit), index };
  });
}

interface Ends {
  readonly x: (index: number) => number;
  readonly axis: Axis;
  readonly colours: readonly Paint[];
  readonly top: number;
  readonly bottom: number;
}

function endWords(
  plot: Plot,
  ends: readonly End[],
  { x, axis, colours, top, bottom }: Ends,
  frame: Frame,
): Element[] {
  const { size } = frame;
  const right = x(plot.categories.length - 1) + size * 0.7;
  const wanted = ends.map(({ lines, index }, series) => ({
    y: axis.at(plot.series[series]?.values[index] ?? 0),
    height: lines.length * lineHeight * size * 1.04,
  }));
  const middles = movedApart(wanted, top - size, bottom + size);
  return ends.flatMap(({ lines, index }, series) => {
    if (index === -1) return [];
    const paint = wordPaint(colours[series] ?? paints(frame).ink, frame);
    const y = middles[series] ?? 0;
    const from: Point = { x: x(index) + size * 0.4, y: axis.at(plot.series[series]?.values[index] ?? 0) };
    const isFar = Math.abs(y - from.y) > size || right - from.x > size;
    const leader = isFar ? [line(from, { x: right - size * 0.15, y }, paints(frame).line)] : [];
    return [...leader, ...middleWords(lines, { x: right, y }, { size, paint, weight: 'semibold' })];
  });
}

/** Words may need more contrast than the line that they name. */
export function wordPaint(paint: Paint, { palette }: Frame): Paint {
  const readable = palette.words[palette.series.indexOf(paint.colour)];
  if (readable === undefined) return { name: 'muted', colour: palette.muted };
  return { name: `word-${paint.name}`, colour: readable };
}

/** The first, the highest and the lowest value of a lone line, where they do not stand too near its end. */
function extremes(
  { series, categories }: Plot,
  { x, axis }: Pick<Ends, 'x' | 'axis'>,
  frame: Frame,
): Element[] {
  const [{ values, labels } = { values: [], labels: [] }] = series;
  const { size } = frame;
  const known = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return [];
  const high = known.reduce((best, one) => (one.value > best.value ? one : best));
  const low = known.reduce((best, one) => (one.value < best.value ? one : best));
  const { ink, paper } = paints(frame);
  const shown: number[] = [];
  return [first, high, low].flatMap(({ value, index }) => {
    const label = labels[index] ?? '';
    const width = textWidth(label, size, 'semibold');
    const isNear = [...shown, last.index].some((other) => Math.abs(x(other) - x(index)) < width + size * 0.6);
    if (isNear) return [];
    shown.push(index);
    const isTop = value > last.value || (index === high.index && value !== low.value);
    const y = axis.at(value) + (isTop ? -size * 0.6 : size * 1.25);
    const anchor = index === 0 ? 'start' : index === categories.length - 1 ? 'end' : 'middle';
    const style = { size, paint: ink, weight: 'semibold', anchor } as const;
    return clearWords(label, { x: x(index), y }, style, paper);
  });
}
