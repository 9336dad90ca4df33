import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A heading with the id that links point at, and its words. */
export interface NamedHeading {
  readonly node: Heading;
  readonly id: string;
  readonly text: string;
}

/** Every heading with an id made of its words: ASCII, so that PDF destinations stay readable, and unique. */
export function headingIds(root: Root): NamedHeading[] {
  const used = new Map<string, number>();
  const headings: NamedHeading[] = [];
  visit(root, 'heading', (node) => {
    const text = toString(node).trim();
    headings.push({ node, id: unique(identifier(text) || 'section', used), text });
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
