import type { Nodes, Root } from 'mdast';

/** Deeper than any honest document, far from what a recursive walk can bear. */
const maxDepth = 100;

/** Replaces what is nested beyond reason by the text that the author typed, so that every later walk is safe. */
export function limitNesting(tree: Root, source: string): void {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth < maxDepth) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
    else if (node.children.length > 0) (node as { children: Nodes[] }).children = [asText(node, source)];
  }
}

function asText({ position }: Nodes, source: string): Nodes {
  const value = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  return { type: 'text', value, ...(position && { position }) };
}
