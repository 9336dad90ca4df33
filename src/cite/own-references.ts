import type { Reference } from '../core/bibliography.ts';
import type { Note } from '../core/note.ts';
import { citedItems } from './cited-items.ts';

/**
 * Whether a reference stands in a bibliography of this document alone, in its own folder: one shared by several
 * documents, or exported from a reference manager, holds works that this one has no need of.
 */
export function isOwnReference(reference: Reference, note: Note): boolean {
  return note.folder.includes('/') && reference.path.startsWith(`${note.folder}/`);
}

/** The references that a document answers for: those of its own bibliography, and those it cites; one a key. */
export function ownReferences(note: Note): Reference[] {
  const cited = new Set(citedItems(note).map(({ item }) => item.key));
  return [...note.bibliography.byKey.values()].filter(
    (reference) => cited.has(reference.key) || isOwnReference(reference, note),
  );
}
