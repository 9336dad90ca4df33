import type { CopyFault } from '../core/evidence.ts';

/** A page as it was extracted; `label` is the one that the PDF itself gives it. */
export interface ExtractedPage {
  readonly label?: string;
  readonly text: string;
}

/** What was read of a copy: its pages, one where it has none; or why there are none. */
export type Extraction =
  { readonly pages: readonly ExtractedPage[]; readonly isPaged: boolean } | { readonly fault: CopyFault };

/** A page of a source: `start` is its offset in the text; the names are those by which a reader may cite it. */
export interface SourcePage {
  readonly ordinal: number;
  readonly start: number;
  readonly label?: string;
  /** The number printed on the page. */
  readonly folio?: string;
  /** Whether it shows no text: a picture of a page. */
  readonly isBlank: boolean;
}

/** The running text of a source: pages one after the other, without their running heads. */
export interface SourceText {
  readonly text: string;
  readonly pages: readonly SourcePage[];
  readonly isPaged: boolean;
}

/** Index in `pages` of the page that holds an offset. */
export function pageIndexAt(pages: readonly SourcePage[], offset: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pages[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
