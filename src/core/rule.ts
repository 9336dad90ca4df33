import type { Problem, Severity } from './finding.ts';
import type { Localized } from './localized.ts';
import type { Note } from './note.ts';
import type { Secret } from './person.ts';
import type { Settings } from './settings.ts';

/** What a rule may know besides the note. No file system, no network, no clock. */
export interface Facts {
  readonly settings: Settings;
  readonly secrets: readonly Secret[];
  /** Day of the check, ISO 8601, injected: only staleness looks at it. */
  readonly today: string;
  /** Its moment, ISO 8601, UTC: only embargoes look at it; the beginning of the day if absent. */
  readonly now?: string;
  /** The notes of the same folder, for what is made from them: an op-ed, a press release, a newsletter. */
  readonly companions?: readonly Note[];
}

/**
 * A worked example: it is the rule's documentation and its test. `note` is a whole document, front-matter
 * included where it matters; `files` are its neighbours by workspace path. `expect` lists the places where the rule
 * speaks, "line:column", in order; an empty list is a good example.
 */
export interface Example {
  readonly title: Localized;
  readonly note: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly today?: string;
  /** Where a rule depends on nsp.yaml: what it says differently from the defaults. */
  readonly settings?: Partial<Settings>;
  readonly expect: readonly string[];
}

/** What is said of a rule wherever it is listed. */
export interface RuleWords {
  readonly severity: Severity;
  readonly summary: Localized;
}

/** One rule, one file, one line in `rules/index.ts`. At least one good and one bad example. */
export interface Rule extends RuleWords {
  readonly id: string;
  readonly examples: readonly Example[];
  check(note: Note, facts: Facts): Iterable<Problem>;
}
