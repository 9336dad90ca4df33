import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Turns `[text][id]` and `![alt][id]` into plain links and images, so that no writer needs the definitions. */
export function resolveReferences(root: Root): void {
  const definitions = new Map<string, Definition>();
  visit(root, 'definition', (node) => {
    const key = node.identifier.toUpperCase();
    if (!definitions.has(key)) definitions.set(key, node);
  });
  visit(root, (node, index, parent) => {
    if (index === undefined || !parent) return;
    const resolved = resolve(node, definitions);
    if (resolved) (parent.children as Nodes[])[index] = resolved;
  });
  removeNodes(root, (node) => node.type === 'definition');
}

function resolve(node: Nodes, definitions: ReadonlyMap<string, Definition>): Nodes | undefined {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
  const definition = definitions.get(node.identifier.toUpperCase());
  if (!definition) return undefined;
  const target = { url: definition.url, ...(definition.title && { title: definition.title }) };
  return node.type === 'linkReference'
    ? { type: 'link', ...target, children: node.children }
    : { type: 'image', ...target, alt: node.alt ?? '' };
}

/** Removes nodes anywhere in the tree. */
export function removeNodes(root: Root, unwanted: (node: Nodes) => boolean): void {
  visit(root, (node) => {
    if ('children' in node) {
      const kept = (node.children as Nodes[]).filter((child) => !unwanted(child));
      (node as { children: Nodes[] }).children = kept;
    }
  });
}
