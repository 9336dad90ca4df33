import type { Link, LinkReference, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { FigureReference } from '../core/citation.ts';

const scheme = /^(?:figure|chiffre):/iu;

/** Turns links to the ledger, `[0,01 %](figure:part)`, into figure references, in place. */
export function findFigureReferences(tree: Root): void {
  const addresses = new Map<string, string>();
  visit(tree, 'definition', (node) => {
    if (scheme.test(node.url) && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
  });
  visit(tree, ['link', 'linkReference'], (node, index, parent) => {
    if (index === undefined || !parent || !('children' in parent)) return;
    const reference = toFigureReference(node as Link | LinkReference, addresses);
    if (reference) (parent.children as Nodes[])[index] = reference;
  });
}

function toFigureReference(
  node: Link | LinkReference,
  addresses: ReadonlyMap<string, string>,
): FigureReference | undefined {
  const url = node.type === 'link' ? node.url : addresses.get(node.identifier);
  if (url === undefined || !scheme.test(url)) return undefined;
  const words = toString(node);
  const isAutolink = words === url;
  return {
    type: 'figureReference',
    id: decode(url.replace(scheme, '')),
    stated: isAutolink ? '' : words,
    children: isAutolink ? [] : node.children,
    ...(node.position && { position: node.position }),
  };
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id).normalize('NFC');
  } catch {
    return id;
  }
}
