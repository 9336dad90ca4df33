import type { Nodes, Root } from 'mdast';

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

const indexes = new WeakMap<Root, ReadonlyMap<string, readonly Nodes[]>>();

/** The nodes of a type in a tree that changes no more, in its order. Every rule asks: the tree is walked once. */
export function nodesOf<Type extends Nodes['type']>(tree: Root, type: Type): readonly NodeOf<Type>[] {
  const known = indexes.get(tree) ?? indexOf(tree);
  indexes.set(tree, known);
  return (known.get(type) ?? []) as readonly NodeOf<Type>[];
}

function indexOf(tree: Root): Map<string, Nodes[]> {
  const index = new Map<string, Nodes[]>();
  const walk = (node: Nodes): void => {
    const same = index.get(node.type);
    if (same) same.push(node);
    else index.set(node.type, [node]);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return index;
}
