import { PDFString } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { leadsBack } from './links.ts';
import { setEntry } from './objects.ts';
import { elementsOf, isElement, makeNode } from './tree.ts';
import type { Kid, StructureNode, StructureTree } from './tree.ts';

/** The number of a note, which leads back to its call, is its label. */
export function labelNote(context: PDFContext, note: StructureNode): void {
  const [first, ...rest] = note.kids;
  if (first === undefined || !isElement(first, 'Link') || !leadsBack(context, first)) return;
  note.kids = [makeNode(context, 'Lbl', [first]), ...rest];
}

/** A note that goes on over the page was painted in pieces: a piece without a label is the rest of the note before it. */
export function joinNotes(context: PDFContext, kids: readonly Kid[]): Kid[] {
  const joined: Kid[] = [];
  for (const kid of kids) {
    const last = joined.at(-1);
    const isRest = isElement(kid, 'Note') && !kid.kids.some((part) => isElement(part, 'Lbl'));
    if (isRest && last !== undefined && isElement(last, 'Note')) {
      last.kids = [...last.kids, ...kid.kids];
      context.delete(kid.ref);
    } else joined.push(kid);
  }
  return joined;
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
