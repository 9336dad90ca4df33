import type { Nodes, Root, Text } from 'mdast';

/** Deeper than any honest document, far from what a recursive walk can bear. */
const maxDepth = 100;

/** Two hundred marks of quotations and lists, and spaces, at the start of a line that says more than that. */
const endlessStart = /^((?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){200})[ \t>*+-](?=.*[^ \t>*+-])/gmu;

/** A line opens so many quotations and lists at most: the parser's time grows with the square of their depth. */
export function tameLines(source: string): string {
  return source.replace(endlessStart, '$1\u00a0');
}

/** Cuts off what is nested beyond reason, so that every later walk is safe; `restoreCutText` says what stood there. */
export function limitNesting(tree: Root): void {
  for (const { node, depth } of walk(tree)) {
    if (depth < maxDepth || !('children' in node) || node.children.length === 0) continue;
    const { position } = node;
    const cut: Text = { type: 'text', value: '', data: { isCut: true }, ...(position && { position }) };
    (node as { children: Nodes[] }).children = [cut];
  }
}

/** Gives what was cut off the text that the author typed. */
export function restoreCutText(tree: Root, source: string): void {
  for (const { node } of walk(tree)) {
    if (node.type !== 'text' || node.data?.isCut !== true) continue;
    node.value = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }
}

/** Every node, parents first, without recursion. */
function* walk(tree: Root): Generator<{ node: Nodes; depth: number }> {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { node, depth } = next;
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
}

declare module 'mdast' {
  interface TextData {
    isCut?: boolean;
  }
}
