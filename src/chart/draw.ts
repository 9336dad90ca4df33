import type { Element } from 'hast';
import { drawBars } from './bars.ts';
import { drawColumns } from './columns.ts';
import { drawDots } from './dots.ts';
import { shifted, unitAbove } from './legend.ts';
import { drawLines } from './lines.ts';
import { svg } from './marks.ts';
import type { Drawing, Frame, Plot } from './plot.ts';
import { arePeriods } from './periods.ts';
import { drawSlopes } from './slopes.ts';
import { drawStacks } from './stacks.ts';
import { drawWaffle } from './waffles.ts';

const drawers: Readonly<Record<Plot['type'], (plot: Plot, frame: Frame) => Drawing>> = {
  bar: (plot, frame) => (arePeriods(plot.categories) ? drawColumns(plot, frame) : drawBars(plot, frame)),
  'stacked-bar': drawStacks,
  line: drawLines,
  dot: drawDots,
  slope: drawSlopes,
  waffle: drawWaffle,
};

/** Draws a chart as an SVG element of the frame's width. Same plot, same frame, same element. */
export function drawChart(plot: Plot, frame: Frame): Element {
  const unit = unitAbove(plot.unitLine, frame);
  const drawing = drawers[plot.type](plot, frame);
  const height = String(Math.ceil(unit.height + drawing.height));
  const width = String(frame.width);
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      fontFamily: "'Source Sans 3', sans-serif",
    },
    [...unit.marks, ...shifted(drawing.marks, unit.height)],
  );
}
