import { PDFString } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { leadsBack } from './links.ts';
import { setEntry } from './objects.ts';
import { elementsOf, isElement, makeNode } from './tree.ts';
import type { StructureNode, StructureTree } from './tree.ts';

/** The number of a note, which leads back to its call, is its label. */
export function labelNote(context: PDFContext, note: StructureNode): void {
  const [first, ...rest] = note.kids;
  if (first === undefined || !isElement(first, 'Link') || !leadsBack(context, first)) return;
  note.kids = [makeNode(context, 'Lbl', [first]), ...rest];
}

/** Every note has an id of its own, as PDF/UA-1, 7.9, asks. */
export function nameNotes(tree: StructureTree): void {
  let notes = 0;
  for (const node of elementsOf(tree.kids)) {
    if (node.role !== 'Note') continue;
    notes += 1;
    setEntry(node.dictionary, 'ID', PDFString.of(`note-${notes}`));
  }
}
