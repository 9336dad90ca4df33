import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Citation, CitationItem } from '../core/citation.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';

/** A work cited by a document: in its text, or as the source of a figure of its ledger. */
export interface CitedItem {
  readonly item: CitationItem;
  readonly place: Place | undefined;
  /** Workspace path, where the citation is not in the document itself. */
  readonly path?: string;
}

/** Every citation of a tree, in reading order. */
export function citationsOf(tree: Root): Citation[] {
  const citations: Citation[] = [];
  visit(tree, 'citation', (node) => {
    citations.push(node);
  });
  return citations;
}

/** Every work that a document cites, first those of the text, in reading order. */
export function citedItems(note: Note): CitedItem[] {
  const inText = citationsOf(note.tree).flatMap(({ items }) =>
    items.map((item): CitedItem => ({ item, place: item.place })),
  );
  const inLedger = note.ledger.figures.flatMap(({ entry }) =>
    entry.sourceItems.map((item): CitedItem => {
      const place = item.place ?? entry.places['source'] ?? entry.place;
      return entry.path === note.path ? { item, place } : { item, place, path: entry.path };
    }),
  );
  return [...inText, ...inLedger];
}
