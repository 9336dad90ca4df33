import type { Nodes, Parents, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { ChartBlock } from '../core/chart.ts';

/** Puts a chart in the place of each `:::chart` block: what stands in it is YAML, whatever Markdown makes of it. */
export function findCharts(tree: Root, source: string): void {
  if (!source.includes(':::')) return;
  const lines = source.split('\n');
  const walk = (parent: Parents): void => {
    parent.children.forEach((node: Nodes, index) => {
      if (node.type === 'containerDirective' && node.name === 'chart')
        (parent.children as Nodes[])[index] = chartOf(node, lines);
      else if ('children' in node) walk(node);
    });
  };
  walk(tree);
}

const fence = /^[\s>]*:{3,}\s*$/u;

function chartOf(node: ContainerDirective, lines: readonly string[]): ChartBlock {
  const first = node.children[0];
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? toString(first) : '';
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } };
  const isClosed = end.line > start.line && fence.test(lines[end.line - 1] ?? '');
  const inside = lines.slice(start.line, isClosed ? end.line - 1 : end.line);
  return {
    type: 'chart',
    // What quotes or indents the block becomes spaces, so that columns stay those of the file.
    value: inside.map((line) => blanked(line, start.column - 1)).join('\n'),
    label,
    isClosed,
    children: [],
    ...(node.position && { position: node.position }),
  };
}

function blanked(line: string, width: number): string {
  return line.slice(0, width).replace(/>/gu, ' ') + line.slice(width);
}
