import type { Root as HastRoot, ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, PhrasingContent, Root as MdastRoot } from 'mdast';
import type { Format } from './document.ts';
import type { Meta, Picture } from './note.ts';
import type { PublicPerson } from './person.ts';
import type { Brand, Outlet } from './settings.ts';

/** A heading of the body, for contents and bookmarks. `depth` is 2 to 6: the title is the only heading of depth 1. */
export interface PageHeading {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** A note, whether typed as a footnote or made from a citation: one numbering, from 1, in reading order. */
export interface PageNote {
  readonly number: number;
  /** How many calls the body makes to it; ids are `appel-N` for the first, `appel-N-C` from the second. */
  readonly calls: number;
  readonly mdast: readonly (BlockContent | DefinitionContent)[];
  readonly hast: readonly ElementContent[];
}

/** An entry of the list of references, in the order of the style. */
export interface PageReference {
  readonly key: string;
  readonly mdast: readonly PhrasingContent[];
  readonly hast: readonly ElementContent[];
}

/** A source of a figure, in short. */
export interface PageSource {
  /** "Sénat, 2022", with the title where that would not tell the work; else the source as the ledger gives it. */
  readonly name: string;
  /** The key of its work, which the references may list. */
  readonly key?: string;
  readonly url?: string;
  /** "p. 51", as the ledger gives it. */
  readonly locator?: string;
  /** The page of the copy of the source where the value was found. */
  readonly foundOn?: string;
}

/** What of a ledger's figure lets a reader check it. */
export interface PageProof {
  /** Its id in the ledger. */
  readonly id: string;
  readonly value: string;
  readonly label?: string;
  /** "11,35 M€ ÷ 160 Md€ = 0,0071 %, arrondi à 0,01 %". */
  readonly calculation?: string;
  readonly sources: readonly PageSource[];
}

/** What a figure is computed from. */
export interface PageInput extends PageProof {
  /** Its own number, where the text states it too. */
  readonly number?: number;
}

/** A place where the text states a figure. */
export interface PageStatement {
  /** Id of its element in the hast. */
  readonly id: string;
  /** Title of the section, of depth 2, that it stands in, or that calls its note. */
  readonly section?: string;
}

/** A figure of the ledger that the text states. Its id in the page is `nsp-cN`. */
export interface PageFigure extends PageProof {
  /** From 1, in the order in which the text first states them. */
  readonly number: number;
  readonly statements: readonly PageStatement[];
  readonly inputs: readonly PageInput[];
}

/** Data behind the figures, as a file that a format may carry. */
export interface PageData {
  /** "depenses.csv". */
  readonly name: string;
  /** CSV, a semicolon between cells. */
  readonly text: string;
}

/** A number that the first page shows large: "160 Md€", "par an, au moins". */
export interface KeyFigure {
  readonly value: string;
  readonly label: string;
}

/** A document resolved, made once and given to every writer. All its text is typographed for its language. */
export interface Page {
  readonly meta: Meta;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly summary: string | undefined;
  readonly authors: readonly PublicPerson[];
  readonly signatories: readonly PublicPerson[];
  /** A word for drafts and embargoed documents, shown by every format: "Brouillon", "Sous embargo jusqu’au…". */
  readonly mark: string | undefined;
  /** The document's date in words, "30 avril 2021". */
  readonly dateInWords: string | undefined;
  readonly headings: readonly PageHeading[];
  readonly mdast: MdastRoot;
  readonly hast: HastRoot;
  readonly notes: readonly PageNote[];
  readonly references: readonly PageReference[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly brand: Brand;
  readonly outlet: Outlet | undefined;
  /** Shown large on the first page of HTML and PDF; none if absent. */
  readonly keyFigures?: readonly KeyFigure[];
  /** The figures that the reader can check; absent where the document does not ask for it. */
  readonly verification?: readonly PageFigure[];
  /** The data that the figures are computed from; absent where there are none, or where the document keeps them back. */
  readonly data?: readonly PageData[];
  /** Every format made in this build, so that each can link to the others. */
  readonly formats: readonly Format[];
  /** Absolute address of the published HTML, if nsp.yaml gives a base. */
  readonly url: string | undefined;
  /** Seconds since 1970 that every date inside an artefact shows: SOURCE_DATE_EPOCH, else the document's date. */
  readonly epoch: number;
}

/** What is kept of a page once its artefacts are saved: enough to list it and to tell about it. */
export type PageRecord = Pick<
  Page,
  | 'meta'
  | 'title'
  | 'subtitle'
  | 'summary'
  | 'authors'
  | 'signatories'
  | 'mark'
  | 'dateInWords'
  | 'mdast'
  | 'brand'
  | 'outlet'
  | 'formats'
  | 'url'
  | 'epoch'
>;
