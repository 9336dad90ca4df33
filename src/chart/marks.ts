import type { Element, Properties } from 'hast';
import { textWidth, type Weight } from './text-width.ts';

/** A colour and the name by which a style sheet may give another in its place: on a dark ground, for one. */
export interface Paint {
  readonly name: string;
  readonly colour: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export function svg(tagName: string, properties: Properties, children: Element['children'] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** Hundredths of a unit are finer than any print. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

const px = (value: number): string => String(round(value));

const fillOf = ({ name, colour }: Paint): Properties => ({ className: [`fill-${name}`], fill: colour });
const strokeOf = ({ name, colour }: Paint): Properties => ({ className: [`stroke-${name}`], stroke: colour });

export function rectangle({ x, y, width, height }: Box, paint: Paint): Element {
  return svg('rect', {
    x: px(x),
    y: px(y),
    width: px(width),
    height: px(height),
    ...fillOf(paint),
  });
}

export function circle({ x, y }: Point, radius: number, paint: Paint): Element {
  return svg('circle', { cx: px(x), cy: px(y), r: px(radius), ...fillOf(paint) });
}

export function line(from: Point, to: Point, paint: Paint, width = 1): Element {
  return path(`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, paint, width);
}

export function path(d: string, paint: Paint, width: number): Element {
  return svg('path', {
    d,
    fill: 'none',
    ...strokeOf(paint),
    strokeWidth: px(width),
    ...(width > 1 && { strokeLinejoin: 'round', strokeLinecap: 'round' }),
  });
}

export interface TextStyle {
  readonly size: number;
  readonly paint: Paint;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: Weight;
}

/** A line of text, its baseline at `y`. */
export function words(
  text: string,
  { x, y }: Point,
  { size, paint, anchor = 'start', weight }: TextStyle,
): Element {
  return svg(
    'text',
    {
      x: px(x),
      y: px(y),
      fontSize: px(size),
      ...(anchor !== 'start' && { textAnchor: anchor }),
      ...(weight === 'semibold' && { fontWeight: '600' }),
      ...fillOf(paint),
    },
    [{ type: 'text', value: text }],
  );
}

/** A line of text on a ground of its own, so that no line of the grid runs through it. */
export function clearWords(text: string, at: Point, style: TextStyle, ground: Paint): Element[] {
  const width = textWidth(text, style.size, style.weight);
  const x = at.x - { start: 0, middle: width / 2, end: width }[style.anchor ?? 'start'];
  const { size } = style;
  const box = { x: x - size * 0.15, y: at.y - size * 0.82, width: width + size * 0.3, height: size * 1.08 };
  return [rectangle(box, ground), words(text, at, style)];
}

export const lineHeight = 1.22;

/** Lines of text below one another, the middle of them all at `y`; on a ground of their own where one is given. */
export function middleWords(
  lines: readonly string[],
  { x, y }: Point,
  style: TextStyle,
  ground?: Paint,
): Element[] {
  const first = y - ((lines.length - 1) * lineHeight * style.size) / 2 + style.size * 0.34;
  return lines.flatMap((text, index) => {
    const at = { x, y: first + index * lineHeight * style.size };
    return ground ? clearWords(text, at, style, ground) : [words(text, at, style)];
  });
}
