import type { Element } from 'hast';
import { axisOf, valuesOf, type Axis } from './axis.ts';
import { legendOf } from './legend.ts';
import { circle, clearWords, line, words, type Paint } from './marks.ts';
import { categoryPaints, paints, seriesPaints, type Drawing, type Frame, type Plot } from './plot.ts';
import { gridBelow, numbersBelow, rowsOf, rowWords, type Row } from './rows.ts';
import { textWidth } from './text-width.ts';

/** Dots on a line a category: what several series make of it, near or far from one another. */
export function drawDots(plot: Plot, frame: Frame): Drawing {
  const { size, width } = frame;
  const several = plot.series.length > 1;
  const colours = seriesPaints(plot, frame);
  const items = plot.series.map(({ name }, index) => ({ name, paint: colours[index] ?? paints(frame).ink }));
  const legend = legendOf(several ? items : [], frame, 'dot');
  const rows = rowsOf(plot, frame, { top: legend.height + size * 0.3, thickness: size * 1.35 });
  const labels = plot.series.flatMap((series) => series.labels);
  const room = Math.max(...labels.map((label) => textWidth(label, size, 'semibold'))) + size * 1.1;
  const axisFrom = (left: number): Axis =>
    axisOf({
      values: valuesOf(plot),
      range: [left, width - room],
      count: width < 420 ? 3 : 4,
      isLength: false,
      minimum: plot.minimum,
    });
  const near = axisFrom(rows.left + size * 0.6);
  const isCrowded = several && near.at(Math.min(...lowestOfSeveral(plot))) - room < rows.left;
  const axis = isCrowded ? axisFrom(rows.left + room) : near;
  const own = several ? undefined : categoryPaints(plot, frame);
  const marks = rows.rows.flatMap((row, category) =>
    dotsOfRow(
      plot,
      { row, category },
      { axis, frame, colours: own ? [own[category] ?? paints(frame).ink] : colours, left: rows.left },
    ),
  );
  return {
    marks: [
      ...legend.marks,
      ...gridBelow(axis, { top: legend.height, bottom: rows.bottom }, plot, frame),
      ...marks,
      ...rowWords(rows, plot, frame),
    ],
    height: rows.bottom + numbersBelow(frame),
  };
}

/** The lowest value of each category that has more than one: its label stands at the left of its dot. */
function lowestOfSeveral({ categories, series }: Plot): number[] {
  return categories.flatMap((_, category) => {
    const values = series.flatMap(({ values: all }) => all[category] ?? []);
    return values.length > 1 ? [Math.min(...values)] : [];
  });
}

interface DotStyle {
  readonly axis: Axis;
  readonly frame: Frame;
  readonly colours: readonly Paint[];
  readonly left: number;
}

function dotsOfRow(
  { series }: Plot,
  { row, category }: { row: Row; category: number },
  { axis, frame, colours, left }: DotStyle,
): Element[] {
  const { ink, muted, neutral, paper, line: light } = paints(frame);
  const y = row.top + row.height / 2;
  const size = Math.min(frame.size, row.height * 0.95);
  const radius = Math.min(frame.size * 0.42, row.height * 0.4);
  const dots = series.flatMap(({ values, labels }, index) => {
    const value = values[category];
    return value === undefined ? [] : [{ x: axis.at(value), value, label: labels[category] ?? '', index }];
  });
  const baseline = y + size * 0.34;
  const guide = line({ x: left, y }, { x: frame.width, y }, light);
  if (dots.length === 0)
    return [
      guide,
      words(series[0]?.labels[category] ?? '', { x: left + size, y: baseline }, { size, paint: muted }),
    ];
  const [low, high] = [
    dots.reduce((best, dot) => (dot.value < best.value ? dot : best)),
    dots.reduce((best, dot) => (dot.value >= best.value ? dot : best)),
  ];
  const style = { size, paint: ink, weight: 'semibold' } as const;
  const gap = radius + size * 0.35;
  return [
    guide,
    ...(high.x - low.x > 1 ? [line({ x: low.x, y }, { x: high.x, y }, neutral, 2)] : []),
    ...dots.map(({ x, index }) => circle({ x, y }, radius, colours[index] ?? ink)),
    ...clearWords(high.label, { x: high.x + gap, y: baseline }, style, paper),
    ...(low.x === high.x
      ? []
      : clearWords(low.label, { x: low.x - gap, y: baseline }, { ...style, anchor: 'end' }, paper)),
  ];
}
