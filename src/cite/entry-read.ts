import type { CslItem } from '../core/bibliography.ts';

/** One entry of a bibliography, with the offsets of its key in the file. */
export interface EntryRead {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly csl: CslItem;
  /** Key that its `crossref` names. */
  readonly whole?: string;
}

/**
 * What cannot be read. `no-key`: an entry without a key; `unclosed`: its closing brace is missing; `malformed`: a
 * comma, brace or quote is missing; `value`: LaTeX that cannot be read; `endless`: a field that is far too long or has far too
 * many tags; `file`: the whole file.
 */
export type Fault = 'no-key' | 'unclosed' | 'malformed' | 'value' | 'endless' | 'file';

export interface SyntaxFault {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly fault: Fault;
}

export interface FileRead {
  readonly entries: readonly EntryRead[];
  readonly faults: readonly SyntaxFault[];
}
