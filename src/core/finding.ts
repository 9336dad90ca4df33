import type { Localized } from './localized.ts';
import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a rule or a reader says is wrong: the runner adds the rule's id, the severity and the file. */
export interface Problem {
  readonly place: Place | undefined;
  readonly message: Localized;
  /** What should stand there, as the author would type it. */
  readonly expected?: string;
  /** What stands there. */
  readonly actual?: string;
  /** How to mend it, one sentence. */
  readonly help?: Localized;
  /** Workspace path, where the problem is not in the document itself but in its .bib, ledger or CSV. */
  readonly path?: string;
  /** Only where a rule weighs its own problems; the rule's severity otherwise. */
  readonly severity?: Severity;
}

/** A problem as it is reported: `path` is relative to the workspace, with forward slashes. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
}
