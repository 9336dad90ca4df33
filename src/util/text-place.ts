import type { Text } from 'mdast';
import type { Place } from '../core/place.ts';

/**
 * Where a part of a text node stands in the author's file, escapes, entities and the marks of quoted lines counted;
 * undefined for a node that no author typed. `lines` are those of the whole file.
 */
export function placeInText(
  lines: readonly string[],
  node: Text,
  start: number,
  end: number,
): Place | undefined {
  if (node.position === undefined) return undefined;
  const points = pointsOf(lines, node, node.position.start);
  const [from, to] = [points[start], points[Math.min(end, node.value.length)]];
  return from && to && { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** The points of a node's characters are asked for one by one: they are found once, together. */
const known = new WeakMap<Text, { readonly value: string; readonly points: readonly Point[] }>();

function pointsOf(lines: readonly string[], node: Text, start: Point): readonly Point[] {
  const before = known.get(node);
  if (before?.value === node.value) return before.points;
  const { value } = node;
  const points = value.split('\n').flatMap((part, index) => {
    const line = start.line + index;
    const source = lines[line - 1] ?? '';
    const first = index === 0 ? start.column - 1 : source.length - source.replace(/^[\s>]*/u, '').length;
    return columnsOf(source, first, part).map((column) => ({ line, column }));
  });
  known.set(node, { value, points });
  return points;
}

/** The column in `source` of each unit of `value`, typed from the offset `first` on, and of its end. */
function columnsOf(source: string, first: number, value: string): number[] {
  const columns = [first + 1];
  let at = first;
  for (const unit of value.split('')) {
    const entity =
      source.charAt(at) === '&' ? /^&#?\w{1,32};/u.exec(source.slice(at, at + 40))?.[0] : undefined;
    if (entity !== undefined) at += entity.length;
    else if (source.charAt(at) === '\\' && source.charAt(at + 1) === unit && unit !== '\\') at += 2;
    else if (source.startsWith('\\\\', at) && unit === '\\') at += 2;
    else at += 1;
    columns.push(at + 1);
  }
  return columns;
}
