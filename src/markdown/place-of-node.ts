import type { Node } from 'mdast';
import type { Place } from '../core/place.ts';

/** The place of a node in the author's file; undefined for a node that no author typed. */
export function placeOfNode({ position }: Node): Place | undefined {
  if (!position) return undefined;
  const { start, end } = position;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
