import type { Language, Localized } from '../core/localized.ts';
import type { Resolve } from '../online/request.ts';

/** What a command may touch of the outside world; `cli.ts` passes it, tests pass their own. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly uid: number | undefined;
  readonly platform: NodeJS.Platform;
  readonly nodeVersion: string;
  /** ISO 8601 moment, UTC: only staleness and embargoes look at it. */
  readonly now: string;
  readonly packageRoot: string;
  /** File of the other thread of a build; all is done on one if absent. */
  readonly thread?: string;
  readonly version: string;
  readonly out: Stream;
  readonly err: Stream;
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Names of this machine that must reach no artefact. */
  readonly machine: { readonly user: string | undefined; readonly host: string; readonly home: string };
  /** Finds the addresses of a host; the system's own way unless given. */
  readonly resolve?: Resolve;
  /** Runs at every end of the process, signals included; must be synchronous. */
  onEnd(clean: () => void): void;
}

export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number;
}

export interface Option {
  /** As commander reads it: `-q, --quiet`. */
  readonly flags: string;
  /** What the option wants after it, as the help names it. */
  readonly value?: Localized;
  readonly help: Localized;
  readonly choices?: readonly string[];
}

/** Values of the options by their camel-cased names. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export interface Invocation {
  readonly host: Host;
  readonly lang: Language;
  readonly targets: readonly string[];
  readonly options: OptionValues;
}

export interface Argument {
  /** As commander reads it: `[target...]` or `<target>`. */
  readonly name: Localized;
  readonly help: Localized;
}

/** One command, one file, one line in `commands/index.ts`. `run` gives the exit status; it imports what it needs late. */
export interface Command {
  readonly name: string;
  readonly summary: Localized;
  readonly argument: Argument | undefined;
  readonly options: readonly Option[];
  run(invocation: Invocation): Promise<number>;
}
