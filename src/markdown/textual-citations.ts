import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** Turns bare `@word` citations whose key the bibliography lacks back into the text that the author typed, in place. */
export function dropUnknownTextual(tree: Root, keys: ReadonlySet<string>): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const children: readonly Nodes[] = node.children;
    if (children.some((child) => isUnknown(child, keys))) setChildren(node, asText(children, keys));
  });
}

function isUnknown(node: Nodes, keys: ReadonlySet<string>): boolean {
  return node.type === 'citation' && node.mode === 'textual' && !keys.has(node.items[0]?.key ?? '');
}

function asText(children: readonly Nodes[], keys: ReadonlySet<string>): Nodes[] {
  const result: Nodes[] = [];
  for (const child of children) {
    if (child.type === 'citation' && isUnknown(child, keys))
      addText(result, { ...textOf(child.raw), position: child.position });
    else if (child.type === 'text') addText(result, child);
    else result.push(child);
  }
  return result;
}

function textOf(value: string): Text {
  return { type: 'text', value };
}

/** Joins `text` to a text before it, so that a sentence stays one node with one position. */
function addText(result: Nodes[], text: Text): void {
  const last = result.at(-1);
  if (last?.type !== 'text') {
    result.push(text);
    return;
  }
  last.value += text.value;
  if (last.position && text.position) last.position.end = text.position.end;
  else delete last.position;
}

function setChildren(node: Parents, children: readonly Nodes[]): void {
  node.children = children as PhrasingContent[];
}
