import type { Element } from 'hast';
import { partsOf } from './parts.ts';
import { lineHeight, middleWords, rectangle, words, type Paint } from './marks.ts';
import { paints, seriesPaint, type Drawing, type Frame, type Plot } from './plot.ts';
import { textWidth, wrapWords } from './text-width.ts';

/** A hundred squares, each one per cent of the whole. */
export function drawWaffle(plot: Plot, frame: Frame): Drawing {
  const { size, width } = frame;
  const { values, places } = partsOf(plot);
  const labels = places.map(({ series, category }) => plot.series[series]?.labels[category] ?? '');
  const colours = paintsOf(plot, frame);
  const isNarrow = width < 420;
  const side = isNarrow ? Math.min(width, size * 16) : size * 16;
  const step = side / 10;
  const shares = squaresOf(values, plot.isShare);
  const owners = shares.flatMap((count, index) => Array.from({ length: count }, () => index));
  const gap = Math.max(1.5, step * 0.12);
  const squares = Array.from({ length: 100 }, (_, index) => {
    const paint = colours[owners[index] ?? -1] ?? paints(frame).line;
    const [column, row] = [Math.floor(index / 10), index % 10];
    return rectangle({ x: column * step, y: row * step, width: step - gap, height: step - gap }, paint);
  });
  const at = isNarrow ? { x: 0, y: side + size } : { x: side + size * 2, y: 0 };
  const key = keyOf(plot, { labels, colours, at, side: isNarrow ? 0 : side }, frame);
  return { marks: [...squares, ...key.marks], height: Math.max(side, key.height) };
}

function paintsOf(plot: Plot, frame: Frame): Paint[] {
  const { names } = partsOf(plot);
  const isChosen = names.map((name) => plot.highlight.includes(name));
  if (!isChosen.includes(true)) return names.map((_, index) => seriesPaint(index, frame));
  let rank = 0;
  const { neutral } = paints(frame);
  return isChosen.map((chosen) => (chosen ? seriesPaint(rank++, frame) : neutral));
}

/** How many squares each part has: whole ones, the largest remainders first; shares leave the rest of the whole empty. */
export function squaresOf(values: readonly (number | undefined)[], isShare: boolean): number[] {
  const parts = values.map((value) => Math.max(0, value ?? 0));
  const sum = parts.reduce((total, part) => total + part, 0);
  const whole = isShare ? Math.max(100, sum) : sum;
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * 100) / whole);
  const counts = exact.map(Math.floor);
  const wanted = Math.min(100, Math.round(exact.reduce((total, part) => total + part, 0)));
  const order = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index);
  let left = wanted - counts.reduce((total, count) => total + count, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    counts[index] = (counts[index] ?? 0) + 1;
    left -= 1;
  }
  return counts;
}

interface Key {
  readonly labels: readonly string[];
  readonly colours: readonly Paint[];
  readonly at: { readonly x: number; readonly y: number };
  /** Height that it stands in the middle of. */
  readonly side: number;
}

function keyOf(plot: Plot, { labels, colours, at, side }: Key, frame: Frame): Drawing {
  const { size, width } = frame;
  const { ink } = paints(frame);
  const { names } = partsOf(plot);
  const column = Math.max(...labels.map((label) => textWidth(label, size, 'semibold')));
  const lead = size * 1.3;
  const room = width - at.x - lead - column - size * 0.6;
  const items = names.map((name) => wrapWords(name, { width: room, size, lines: 3 }));
  const heights = items.map((lines) => lines.length * lineHeight * size + size * 0.55);
  const total = heights.reduce((sum, height) => sum + height, 0);
  let y = Math.max(at.y, at.y + (side - total) / 2);
  const marks = items.flatMap((lines, index): Element[] => {
    const top = y;
    y += heights[index] ?? 0;
    const baseline = top + size * 0.95;
    const middle = top + (lines.length * lineHeight * size) / 2;
    return [
      rectangle(
        { x: at.x, y: top + size * 0.2, width: size * 0.85, height: size * 0.85 },
        colours[index] ?? ink,
      ),
      words(
        labels[index] ?? '',
        { x: at.x + lead + column, y: baseline },
        { size, paint: ink, weight: 'semibold', anchor: 'end' },
      ),
      ...middleWords(lines, { x: at.x + lead + column + size * 0.6, y: middle }, { size, paint: ink }),
    ];
  });
  return { marks, height: y };
}
