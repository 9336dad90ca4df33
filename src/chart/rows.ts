import type { Element } from 'hast';
import type { Axis } from './axis.ts';
import { line, lineHeight, middleWords, words } from './marks.ts';
import { paints, type Frame, type Plot } from './plot.ts';
import { textWidth, wrapWords } from './text-width.ts';

/** A category of a chart that is read from top to bottom: its words, and the band that its marks fill. */
export interface Row {
  readonly lines: readonly string[];
  /** Middle of its words. */
  readonly labelY: number;
  readonly top: number;
  readonly height: number;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Where the marks begin. */
  readonly left: number;
  readonly bottom: number;
  /** Whether the words stand above the marks, where lines may run through them. */
  readonly isAbove: boolean;
  /** Of the categories' words. */
  readonly size: number;
}

export interface RowRequest {
  readonly top: number;
  /** Height of the marks of a row where there is room. */
  readonly thickness: number;
}

/** The tallest that the rows grow, in sizes of the words: a page, its caption and its source left out. */
const tallest = 62;
const narrowWidth = 420;

/** Sets the categories in a column at the left of the marks, or above them where the drawing is narrow. */
export function rowsOf({ categories, highlight }: Plot, frame: Frame, request: RowRequest): Rows {
  const { width, size } = frame;
  const most = (tallest * size) / Math.max(1, categories.length);
  const small = Math.max(size * 0.72, Math.min(size, most * 0.86));
  const weightOf = (name: string) => (highlight.includes(name) ? 'semibold' : 'regular');
  const widest = Math.max(...categories.map((name) => textWidth(name, small, weightOf(name))));
  const isAbove = width < narrowWidth && widest > width * 0.28 && categories.length <= 24;
  const isDense = categories.length > 24;
  const limit = isAbove ? width : Math.min(widest, width * (isDense && width < narrowWidth ? 0.55 : 0.38));
  const lines = isDense ? 1 : 3;
  const labels = categories.map((name) =>
    wrapWords(name, { width: limit + 0.5, size: small, weight: weightOf(name), lines }),
  );
  const column = Math.max(
    ...labels.flatMap((label, index) =>
      label.map((text) => textWidth(text, small, weightOf(categories[index] ?? ''))),
    ),
  );
  const gap = Math.max(1.5, Math.min(size * (isAbove ? 0.75 : 0.6), most * 0.24));
  const thickness = Math.min(request.thickness, Math.max(3, most - gap));
  let top = request.top;
  const rows = labels.map((label): Row => {
    const words = label.length * lineHeight * small;
    const above = isAbove ? words + size * 0.15 : 0;
    const height = isAbove ? above + thickness : Math.max(words, thickness);
    const start = top;
    top += height + gap;
    return {
      lines: label,
      labelY: isAbove ? start + words / 2 : start + height / 2,
      top: isAbove ? start + above : start + (height - thickness) / 2,
      height: thickness,
    };
  });
  return {
    rows,
    isAbove,
    left: isAbove ? 0 : column + size * 0.8,
    bottom: top - gap + size * 0.3,
    size: small,
  };
}

/** The words of the categories. */
export function rowWords(
  { rows, size, isAbove }: Rows,
  { categories, highlight }: Plot,
  frame: Frame,
): Element[] {
  const { ink, paper } = paints(frame);
  return rows.flatMap(({ lines, labelY }, index) => {
    const isChosen = highlight.includes(categories[index] ?? '');
    const style = { size, paint: ink, ...(isChosen && { weight: 'semibold' as const }) };
    return middleWords(lines, { x: 0, y: labelY }, style, isAbove ? paper : undefined);
  });
}

/** Light lines at the round numbers, their numbers below, and a firm one at zero. */
export function gridBelow(
  axis: Axis,
  { top, bottom }: { top: number; bottom: number },
  plot: Plot,
  frame: Frame,
): Element[] {
  const { line: light, muted, ink } = paints(frame);
  const size = frame.size * 0.86;
  const marks = axis.ticks.map((tick) =>
    line({ x: axis.at(tick), y: top }, { x: axis.at(tick), y: bottom }, tick === 0 ? ink : light),
  );
  let taken = -Infinity;
  const numbers = axis.ticks.flatMap((tick) => {
    const text = plot.tick(tick, axis.step);
    const half = textWidth(text, size) / 2;
    const x = Math.max(half, Math.min(frame.width - half, axis.at(tick)));
    if (x - half < taken + size * 0.6) return [];
    taken = x + half;
    return [words(text, { x, y: bottom + size * 1.25 }, { size, paint: muted, anchor: 'middle' })];
  });
  return [...marks, ...numbers];
}

/** Height of the numbers below a grid. */
export const numbersBelow = ({ size }: Frame): number => size * 1.45;
