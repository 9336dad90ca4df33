import type { Root } from 'mdast';
import type { PageHeading } from '../core/page.ts';
import { headingIds } from '../util/heading-ids.ts';

/** Gives each heading its id, and lists them. */
export function nameHeadings(root: Root): PageHeading[] {
  return headingIds(root).map(({ node, id, text }) => {
    node.data = { ...node.data, hProperties: { id } };
    return { id, depth: node.depth, text };
  });
}
