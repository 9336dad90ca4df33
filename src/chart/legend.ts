import type { Element } from 'hast';
import { circle, rectangle, words, type Paint } from './marks.ts';
import { paints, type Drawing, type Frame } from './plot.ts';
import { textWidth, wrapWords } from './text-width.ts';

export interface LegendItem {
  readonly name: string;
  readonly paint: Paint;
}

/** Names beside their colours, on as many lines as they need. */
export function legendOf(
  items: readonly LegendItem[],
  frame: Frame,
  shape: 'square' | 'dot' = 'square',
): Drawing {
  const { size, width } = frame;
  const { ink } = paints(frame);
  const swatch = size * 0.8;
  const lead = swatch + size * 0.4;
  const step = size * 1.4;
  let [x, y] = [0, 0];
  const marks = items.flatMap(({ name, paint }): Element[] => {
    const [text = ''] = wrapWords(name, { width: width - lead, size, lines: 1 });
    const length = lead + textWidth(text, size);
    if (x > 0 && x + length > width) [x, y] = [0, y + step];
    const at = x;
    x += length + size * 1.4;
    const mark =
      shape === 'dot'
        ? circle({ x: at + swatch / 2, y: y + size * 0.62 }, size * 0.36, paint)
        : rectangle({ x: at, y: y + size * 0.22, width: swatch, height: swatch }, paint);
    return [mark, words(text, { x: at + lead, y: y + size * 0.95 }, { size, paint: ink })];
  });
  return { marks, height: items.length === 0 ? 0 : y + step + size * 0.5 };
}

/** The unit of the values, above a drawing whose numbers do not bear it. */
export function unitAbove(text: string | undefined, frame: Frame): Drawing {
  if (text === undefined) return { marks: [], height: 0 };
  const size = frame.size * 0.92;
  const [shown = ''] = wrapWords(text, { width: frame.width, size, lines: 1 });
  const mark = words(shown, { x: 0, y: size }, { size, paint: paints(frame).muted });
  return { marks: [mark], height: size * 1.9 };
}

/** Moves a drawing down. */
export function shifted(marks: readonly Element[], y: number): Element[] {
  if (marks.length === 0) return [];
  const rounded = Math.round(y * 100) / 100;
  return [
    {
      type: 'element',
      tagName: 'g',
      properties: rounded === 0 ? {} : { transform: `translate(0 ${rounded})` },
      children: [...marks],
    },
  ];
}
