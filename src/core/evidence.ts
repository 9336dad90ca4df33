import type { Place } from './place.ts';

/** Where a source says something: `page` as a reader would cite it, absent where the copy has no pages. */
export interface Passage {
  readonly page?: string;
  /** Rank of the page in the file, from 1. */
  readonly ordinal?: number;
  readonly excerpt: string;
}

/** A quotation or a figure looked for in the local copies of the sources that it cites. */
export interface Evidence {
  readonly kind: 'quotation' | 'figure';
  /** Id of the figure in the ledger. */
  readonly figure?: string;
  /** What was looked for: the words quoted, or the value as written. */
  readonly text: string;
  /** The source that says it; the first one cited where none does. */
  readonly key: string;
  /** The page cited, as written: "3", "12-14". */
  readonly locator?: string;
  readonly place: Place | undefined;
  /** Place of the citation of `key`. */
  readonly citedAt?: Place;
  /** Workspace path, where the places are not in the document itself. */
  readonly path?: string;
  /** `unknown` where a source has no copy that can be read whole, or is quoted in translation. */
  readonly state: 'found' | 'absent' | 'unknown';
  /** Where it was found; the nearest passage where it is absent, if there is one. */
  readonly passage?: Passage;
  /** Whether the page cited is the one where it was found; absent where nobody can tell. */
  readonly isOnCitedPage?: boolean;
}

/** Why nothing can be looked for in a copy. */
export const copyFaults = ['no-text', 'encrypted', 'corrupt', 'too-long', 'unreadable'] as const;
export type CopyFault = (typeof copyFaults)[number];

/** A local copy of a source, `sources/KEY.pdf` beside the document. */
export interface SourceCopy {
  readonly key: string;
  /** Workspace path. */
  readonly path: string;
  /** Of its bytes, in hexadecimal; absent where they could not be read. */
  readonly sha256?: string;
  /** How many pages it has, where it has pages. */
  readonly pages?: number;
  readonly fault?: CopyFault;
}

/** What the local copies say of a document. */
export interface Sources {
  readonly copies: readonly SourceCopy[];
  readonly evidence: readonly Evidence[];
}
