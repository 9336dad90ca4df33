import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { dictEntry, setText, textEntry } from './objects.ts';

/**
 * Gives the bookmarks the headings' own words: Chromium drops the space at the end of a line, and
 * repeats the beginning of a heading that it had moved to the next page.
 */
export function repairOutline(document: PDFDocument, headings: readonly string[]): void {
  const outline = dictEntry(document.catalog, 'Outlines');
  if (outline === undefined) return;
  const bookmarks = [...bookmarksOf(outline)];
  const titled = headings.filter((heading) => heading !== '');
  for (const [index, bookmark] of bookmarks.entries()) {
    const title = letters(textEntry(bookmark, 'Title') ?? '');
    const heading =
      bookmarks.length === titled.length ? titled[index] : titled.find((text) => letters(text) === title);
    if (heading !== undefined) setText(bookmark, 'Title', heading);
  }
}

function* bookmarksOf(parent: PDFDict): Generator<PDFDict> {
  let bookmark = dictEntry(parent, 'First');
  while (bookmark !== undefined) {
    yield bookmark;
    yield* bookmarksOf(bookmark);
    bookmark = dictEntry(bookmark, 'Next');
  }
}

function letters(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/g, '');
}
