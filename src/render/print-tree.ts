import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { decodePath } from '../util/address.ts';
import { setCharts } from './charts.ts';
import { hastText } from '../util/hast-text.ts';

/** Longest text kept whole, in signs: five lines of the narrowest print column; a box of a dozen lines. */
const longest: Readonly<Record<string, number>> = { p: 380, li: 380, blockquote: 700, aside: 900 };

/** Gives a tree what a printed and tagged page needs besides its style. Changes the tree. */
export function prepareForPrint(root: Root, onPage = ''): Root {
  setCharts(root, 'print');
  if (onPage !== '') nameReferencePages(root, onPage);
  visit(root, 'element', (node) => {
    markShort(node);
    if (node.tagName === 'figure') node.properties.role = 'group';
    if (node.tagName === 'td' || node.tagName === 'th') fillEmptyCell(node);
  });
  return root;
}

/** Ids that a page makes itself: calls, notes, statements. */
const isMadeByUs = /^(?:nsp-|note-\d|appel-\d)/u;

/** Leaves room after each link within the text for the page that it leads to: ", p. 7". Changes the tree. */
function nameReferencePages(root: Root, onPage: string): void {
  const ids = new Set<unknown>();
  visit(root, 'element', ({ properties }) => void ids.add(properties.id));
  visit(root, { type: 'element', tagName: 'a' }, (node) => {
    const { href } = node.properties;
    const id = typeof href === 'string' && href.startsWith('#') ? decodePath(href.slice(1)) : '';
    if (id === '' || isMadeByUs.test(id) || !ids.has(id)) return;
    const properties = { className: ['reference-page'], dataReferencePage: id, dataWords: onPage };
    node.children.push({ type: 'element', tagName: 'span', properties, children: [] });
  });
}

/** `role=group` keeps a figure and its caption together in a PDF; in HTML a figure is a group by itself. Changes the tree. */
export function withoutFigureRoles(root: Root): Root {
  visit(root, { type: 'element', tagName: 'figure' }, (node) => {
    delete node.properties.role;
  });
  return root;
}

/**
 * Chromium cuts a paragraph that has fewer lines than orphans and widows together right after its orphans, and leaves
 * a single line on the next page: the class `short` marks what must not be cut.
 */
function markShort(node: Element): void {
  const limit = longest[node.tagName];
  if (limit === undefined || hastText(node).length > limit) return;
  const names = node.properties.className;
  node.properties.className = [...(Array.isArray(names) ? names : []), 'short'];
}

/** Chromium leaves an empty cell out of a PDF's table, whose rows are then of unequal length. */
function fillEmptyCell(cell: Element): void {
  if (cell.children.length === 0 || hastText(cell).trim() === '')
    cell.children.push({ type: 'text', value: '\u00a0' });
}
