import { PDFArray, PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { dictEntry, nameText } from './objects.ts';

/** Page of every named destination, from 1, by the id of its element. Chromium names them by percent-encoded ids. */
export function readDestinations(document: PDFDocument): Map<string, number> {
  const pages = new Map(document.getPages().map((page, index) => [page.ref.tag, index + 1]));
  const found = new Map<string, number>();
  for (const [name, value] of dictEntry(document.catalog, 'Dests')?.entries() ?? []) {
    const destination = document.context.lookup(value);
    const array = destination instanceof PDFDict ? destination.lookup(name) : destination;
    const page = array instanceof PDFArray ? array.get(0) : undefined;
    const number = page instanceof PDFRef ? pages.get(page.tag) : undefined;
    if (number !== undefined) found.set(decodeId(nameText(name)), number);
  }
  return found;
}

/** An id from the name of its destination. */
export function decodeId(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
