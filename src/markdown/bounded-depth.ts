import type { Nodes, Root } from 'mdast';
import { ExcessError, limits } from './excess.ts';

/** Refuses a tree that is nested beyond reason, so that every later walk is safe. Throws `ExcessError`. */
export function requireBoundedDepth(tree: Root): void {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth > limits.depth) throw new ExcessError('depth', node.position?.start ?? { line: 1, column: 1 });
    for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
}
