import type { Root } from 'mdast';
import type { Bibliography } from './bibliography.ts';
import type { Chart } from './chart.ts';
import type { Claim } from './claim.ts';
import type { Sources } from './evidence.ts';
import type { Format, Kind, Status } from './document.ts';
import type { Language } from './localized.ts';
import type { Ledger } from './ledger.ts';
import type { PublicPerson } from './person.ts';
import type { Place } from './place.ts';

/** A picture of the document, read once. `data` is the file's bytes. */
export interface Picture {
  readonly url: string;
  readonly path: string;
  readonly type: 'image/png' | 'image/jpeg' | 'image/svg+xml' | 'image/webp' | 'image/gif';
  readonly data: Uint8Array;
  /** What a drawing says: the words that it shows, its title and description. */
  readonly words?: string;
}

/** A key or a value of the front-matter, as text. */
export interface MetaText {
  readonly text: string;
  readonly place: Place | undefined;
}

/** Front-matter after validation, defaults applied: nothing in it is undefined by accident. */
export interface Meta {
  readonly title: string;
  readonly subtitle?: string;
  readonly summary?: string;
  readonly keywords: readonly string[];
  readonly lang: Language;
  readonly kind: Kind;
  readonly slug: string;
  /** ISO 8601 calendar date. */
  readonly date?: string;
  readonly version?: string;
  readonly status: Status;
  /** ISO 8601 with offset. */
  readonly embargo?: string;
  readonly csl?: string;
  readonly outlet?: string;
  readonly formats: readonly Format[];
  readonly license?: string;
  readonly contact?: string;
  readonly workingGroup?: string;
  readonly template: string;
  /** Whether the reader is shown how each figure of the ledger was checked. */
  readonly verification?: boolean;
  /** Whether the PDF may carry the document's text and data; as the template says if absent. */
  readonly attachments?: boolean;
}

/** A document as read: its tree has places of the author's file, the front-matter counted. */
export interface Note {
  /** Workspace path, forward slashes. */
  readonly path: string;
  /** Workspace path of its folder, '' for the root. */
  readonly folder: string;
  readonly source: string;
  readonly meta: Meta;
  /** Place of a front-matter key, e.g. `['title']`, `['figures', 'part', 'formula']`. */
  readonly metaPlace: (path: readonly (string | number)[]) => Place | undefined;
  /** Everything that the front-matter says, but for its authors and signatories. */
  readonly metaTexts?: readonly MetaText[];
  /** Text of each CSV behind figures and charts, by workspace path. */
  readonly tables?: ReadonlyMap<string, string>;
  readonly tree: Root;
  readonly bibliography: Bibliography;
  readonly ledger: Ledger;
  readonly authors: readonly PublicPerson[];
  readonly signatories: readonly PublicPerson[];
  /** Its charts that could be read, in their order. */
  readonly charts?: readonly Chart[];
  /** By the address written in the document. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** What the local copies of its sources say; absent until they are read. */
  readonly sources?: Sources;
  /** What its text says of its own numbers, in the order of the file; absent until it is looked for. */
  readonly claims?: readonly Claim[];
  /** Severities of the document's own `rules:` key. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

export type RuleLevel = 'error' | 'warning' | 'info' | 'off';
