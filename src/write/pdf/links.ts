import { PDFDict } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { decodeId } from './destinations.ts';
import { textEntry } from './objects.ts';
import { makeNode } from './tree.ts';
import type { StructureNode } from './tree.ts';

/** Ids of the places that call a note: a link to one leads back. */
const callId = /^appel-\d/u;

/** The id that a link element leads to, undefined for a link out of the document. */
export function linkTarget(context: PDFContext, link: StructureNode): string | undefined {
  for (const kid of link.kids) {
    if (kid.kind !== 'object') continue;
    const annotation = context.lookup(kid.annotation);
    return annotation instanceof PDFDict ? internalTarget(annotation) : undefined;
  }
  return undefined;
}

/** The id that a link annotation leads to, undefined for a link out of the document. */
export function internalTarget(annotation: PDFDict): string | undefined {
  const name = textEntry(annotation, 'Dest');
  return name === undefined ? undefined : decodeId(name);
}

/** Whether a link leads back to the call of a note. */
export function leadsBack(context: PDFContext, link: StructureNode): boolean {
  return callId.test(linkTarget(context, link) ?? '');
}

/** A link to another place of the document is a reference, ISO 32000-1, table 338: the call of a note, "tableau 2". */
export function asReference(context: PDFContext, link: StructureNode): StructureNode {
  const target = linkTarget(context, link);
  return target === undefined || callId.test(target) ? link : makeNode(context, 'Reference', [link]);
}
