import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A text whose blank lines at the start, a front-matter's most often, have lost their spaces. */
export interface TrimmedStart {
  readonly text: string;
  /** Line ends before the text. */
  readonly lineEnds: number;
  /** Characters taken out. */
  readonly removed: number;
}

/** Takes the spaces out of the blank lines at the start: the parser would read them one by one. */
export function trimBlankStart(source: string): TrimmedStart {
  const blank = /^(?:[ \t\r]*\n)*/u.exec(source)?.[0] ?? '';
  const kept = blank.replace(/[^\n]+/gu, '');
  return {
    text: kept + source.slice(blank.length),
    lineEnds: kept.length,
    removed: blank.length - kept.length,
  };
}

/** Gives the nodes of a trimmed text their offsets in the source. */
export function restoreOffsets(tree: Root, { lineEnds, removed }: TrimmedStart): void {
  // Nodes may share a point.
  const moved = new Set<object>();
  visit(tree, ({ position }) => {
    for (const point of position ? [position.start, position.end] : []) {
      if (moved.has(point) || point.offset === undefined || point.offset < lineEnds) continue;
      point.offset += removed;
      moved.add(point);
    }
  });
}
