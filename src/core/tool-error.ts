import type { Localized } from './localized.ts';

/** Exit statuses of the contract; `cli.ts` is the only place that ends the process with one. */
export const exitCodes = {
  fine: 0,
  findings: 1,
  usage: 2,
  machine: 3,
  rendering: 4,
  interrupted: 130,
} as const;

export type ToolErrorKind = 'usage' | 'machine' | 'rendering' | 'interrupted';

/** The desk could not work: bad usage, a machine that lacks something, a print that failed. Never a fault of a note. */
export class ToolError extends Error {
  readonly kind: ToolErrorKind;
  /** The cause in words, for the user. */
  readonly text: Localized;
  /** The remedy in words. */
  readonly hint: Localized | undefined;

  constructor(kind: ToolErrorKind, text: Localized, hint?: Localized, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'ToolError';
    this.kind = kind;
    this.text = text;
    this.hint = hint;
  }
}
