import type { Literal, Node, PhrasingContent } from 'mdast';
import type { Place } from './place.ts';

/** One work in a citation, in the terms of CSL. `place` covers `@key` in the author's file. */
export interface CitationItem {
  readonly key: string;
  readonly place: Place | undefined;
  readonly prefix?: string;
  /** "12", "3-5", with `label` the CSL locator type: page, chapter, section… */
  readonly locator?: string;
  readonly label?: string;
  readonly suffix?: string;
  /** `-@key`: the author is named in the sentence already. */
  readonly suppressAuthor?: boolean;
}

/** mdast node of `[see @a, p. 3; -@b]` (`mode: 'bracketed'`) and of `@key [p. 3]` (`mode: 'textual'`). */
export interface Citation extends Node {
  type: 'citation';
  mode: 'bracketed' | 'textual';
  items: CitationItem[];
  /** As typed, for messages and for what stays text. */
  raw: string;
}

/** A link to a ledger entry, `[0,01 %](figure:part-conseil)`; `children` is what the reader sees. */
export interface FigureReference extends Node {
  type: 'figureReference';
  id: string;
  /** The words as typed; empty where the value is to be printed. */
  stated: string;
  /** The title of the link: why a number is declared unverifiable. */
  title?: string;
  /** The words of its sentence that stand right before and after it. */
  around?: { readonly before: string; readonly after: string };
  children: PhrasingContent[];
}

/** The id of no figure, `[35](figure:-)`: the author says that nobody can verify this number. */
export const unverifiable = '-';

/** The call of a note in a resolved tree: the n-th note of the page, its c-th call. */
export interface NoteCall extends Literal {
  type: 'noteCall';
  value: string;
  number: number;
  call: number;
}

/** What the page calls a table, a picture or a chart that has a caption. */
export interface CaptionLabel {
  readonly kind: 'table' | 'figure' | 'chart';
  /** From 1, in reading order, for each kind. */
  readonly number: number;
  /** "Tableau 1". */
  readonly words: string;
}

/** Who made a picture, "Crédit : Nom", at the end of its caption. */
export interface PictureCredit extends Node {
  type: 'pictureCredit';
  children: PhrasingContent[];
}

/** A picture alone in its paragraph, with its caption. */
export interface CaptionedPicture extends Node {
  type: 'captionedPicture';
  url: string;
  alt: string;
  decorative: boolean;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
    figureReference: FigureReference;
    noteCall: NoteCall;
    pictureCredit: PictureCredit;
  }
  interface RootContentMap {
    citation: Citation;
    figureReference: FigureReference;
    noteCall: NoteCall;
    pictureCredit: PictureCredit;
    captionedPicture: CaptionedPicture;
  }
  interface BlockContentMap {
    captionedPicture: CaptionedPicture;
  }
  /** The caption that the author wrote beside a table, once the page is resolved. */
  interface TableData {
    caption?: PhrasingContent[];
  }
  interface ParagraphData {
    /** The id that the author gave to the table whose caption this is. */
    anchor?: string;
  }
}

declare module 'unist' {
  interface Data {
    /** Id that links within the page lead to, of what has a caption. */
    anchor?: string;
    label?: CaptionLabel;
  }
}
