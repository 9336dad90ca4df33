import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { PageHeading } from '../core/page.ts';

/** Gives each heading an id made of its words, ASCII so that PDF destinations stay readable, and lists them. */
export function nameHeadings(root: Root): PageHeading[] {
  const used = new Map<string, number>();
  const headings: PageHeading[] = [];
  visit(root, 'heading', (node) => {
    const text = toString(node).trim();
    const id = unique(identifier(text) || 'section', used);
    node.data = { ...node.data, hProperties: { id } };
    headings.push({ id, depth: node.depth, text });
  });
  return headings;
}

/** A name in a PDF has 127 bytes at most; some are left for the number of a heading that returns. */
const longest = 100;

function identifier(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, longest)
    .replace(/^-|-$/gu, '');
}

function unique(id: string, used: Map<string, number>): string {
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : unique(`${id}-${count}`, used);
}
