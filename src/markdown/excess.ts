import type { Place } from '../core/place.ts';

/** What a text has too much of, each with the most that it may have: far more than any honest document. */
export const limits = {
  /** UTF-16 units of a document: some 300,000 words. */
  characters: 2_000_000,
  /** Lines of a document, blank ones included. */
  lines: 50_000,
  /** Lines in a row without a blank one: of a paragraph, a list, a table, a quotation. */
  linesInARow: 5_000,
  /** Quotations, lists and boxes inside one another. */
  levels: 50,
  /** Quotations in blocks: the parser looks at the whole document after each. */
  quotations: 2_000,
  columns: 200,
  /** Marks of Markdown in a row, without space or word. */
  marksInARow: 1_000,
  /** Marks of Markdown in one paragraph, cell or heading. */
  marks: 5_000,
  /** Characters read, over and over where marks are left open, in all paragraphs together. */
  steps: 20_000_000,
  /** Levels of the tree, emphasis and links included. */
  depth: 150,
} as const;

export type ExcessKind = keyof typeof limits;

/** A text that would take the parser, or what comes after it, time out of proportion. */
export class ExcessError extends Error {
  readonly kind: ExcessKind;
  readonly place: Place;

  constructor(kind: ExcessKind, { line, column }: { readonly line: number; readonly column: number }) {
    super(`too many ${kind} at ${line}:${column}`);
    this.name = 'ExcessError';
    this.kind = kind;
    this.place = { line, column, endLine: line, endColumn: column + 1 };
  }
}
