import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Citation } from '../../src/core/citation.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

export function citationsIn(tree: Root): Citation[] {
  const found: Citation[] = [];
  visit(tree, 'citation', (node) => {
    found.push(node);
  });
  return found;
}

/** The citations of a text as "mode: raw". */
export function citationsOfText(source: string): string[] {
  return citationsIn(parseMarkdown(source)).map(({ mode, raw }) => `${mode}: ${raw}`);
}

/** What stands at a place of a text. */
export function textAt(
  source: string,
  place: { line: number; column: number; endLine: number; endColumn: number } | undefined,
): string | undefined {
  if (!place || place.line !== place.endLine) return undefined;
  return source.split('\n')[place.line - 1]?.slice(place.column - 1, place.endColumn - 1);
}
