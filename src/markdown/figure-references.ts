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
  const found: FigureReference[] = [];
  visit(tree, ['link', 'linkReference'], (node, index, parent) => {
    if (index === undefined || !parent || !('children' in parent)) return;
    const reference = toFigureReference(node as Link | LinkReference, addresses);
    if (!reference) return;
    (parent.children as Nodes[])[index] = reference;
    found.push(reference);
  });
  if (found.length === 0) return;
  visit(tree, ['paragraph', 'heading', 'tableCell'], (block) => {
    tellSurroundings(block);
  });
}

const widest = 80;

/** Gives each reference of a block the words around it, up to the end of its sentence. */
function tellSurroundings(block: Nodes): void {
  const found: { node: FigureReference; start: number; end: number }[] = [];
  let text = '';
  const walk = (node: Nodes): void => {
    if (node.type === 'figureReference') {
      found.push({ node, start: text.length, end: text.length + node.stated.length });
      text += node.stated;
    } else if ('value' in node) text += node.value;
    else if ('children' in node) node.children.forEach(walk);
  };
  walk(block);
  for (const { node, start, end } of found) {
    const before = text.slice(Math.max(0, start - widest), start).split(/[.!?;]\s/u);
    const after = text.slice(end, end + widest).split(/[.!?;]\s/u);
    node.around = { before: before.at(-1) ?? '', after: after[0] ?? '' };
  }
}

function toFigureReference(
  node: Link | LinkReference,
  addresses: ReadonlyMap<string, string>,
): FigureReference | undefined {
  const url = node.type === 'link' ? node.url : addresses.get(node.identifier);
  const title = node.type === 'link' ? node.title : undefined;
  if (url === undefined || !scheme.test(url)) return undefined;
  const words = toString(node);
  const isAutolink = words === url;
  return {
    type: 'figureReference',
    id: decode(url.replace(scheme, '')),
    stated: isAutolink ? '' : words,
    children: isAutolink ? [] : node.children,
    ...(title && { title }),
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
