import type { Text } from 'mdast';
import type { Place } from '../core/place.ts';

/**
 * Where a part of a text node stands in the author's file, escapes, entities and the marks of quoted lines counted;
 * undefined for a node that no author typed. `lines` are those of the whole file.
 */
export function placeInText(
  lines: readonly string[],
  { value, position }: Text,
  start: number,
  end: number,
): Place | undefined {
  if (position === undefined) return undefined;
  const from = pointIn(lines, value, position.start, start);
  const to = pointIn(lines, value, position.start, end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

interface Point {
  readonly line: number;
  readonly column: number;
}

function pointIn(lines: readonly string[], value: string, start: Point, offset: number): Point {
  const before = value.slice(0, offset).split('\n');
  const line = start.line + before.length - 1;
  const source = lines[line - 1] ?? '';
  const first =
    before.length === 1 ? start.column - 1 : source.length - source.replace(/^[\s>]*/u, '').length;
  return { line, column: first + typedLength(source.slice(first), before.at(-1) ?? '') + 1 };
}

/** How many characters of `source` were typed for `value`, which is what they read as. */
function typedLength(source: string, value: string): number {
  let at = 0;
  for (const unit of value.split('')) {
    const entity =
      source.charAt(at) === '&' ? /^&#?\w{1,32};/u.exec(source.slice(at, at + 40))?.[0] : undefined;
    if (entity !== undefined) at += entity.length;
    else if (source.charAt(at) === '\\' && source.charAt(at + 1) === unit && unit !== '\\') at += 2;
    else if (source.startsWith('\\\\', at) && unit === '\\') at += 2;
    else at += 1;
  }
  return at;
}
