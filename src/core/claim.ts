import type { Decimal } from 'decimal.js';
import type { Localized } from './localized.ts';
import type { Place } from './place.ts';

export const claimKinds = [
  'share',
  'growth',
  'sum',
  'multiple',
  'difference',
  'ratio',
  'points',
  'fraction',
  'conversion',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export type Verdict = 'holds' | 'fails' | 'undecided';

/** A number that a claim leans on, as typed. */
export interface ClaimInput {
  readonly text: string;
  readonly place: Place;
}

/** A statement that the document's own numbers confirm, contradict or leave open. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The stated result, as typed: "0,01 %", "a triplé", "deux tiers". */
  readonly stated: string;
  readonly place: Place;
  readonly inputs: readonly ClaimInput[];
  /** In the unit and magnitude of `stated`; a fall is negative. */
  readonly recomputed: Decimal;
  /** "%", "points", "×", "fraction", "M€", "agents"…; empty for a bare number. */
  readonly unit: string;
  readonly verdict: Verdict;
  /** Whether every input is exact and no word softens the statement: then a failure is an error. */
  readonly isCertain: boolean;
  /** "11,35 M€ / 160 Md€ = 0,0070937… %", for people. */
  readonly calculation: Localized;
  /** What kind of slip it looks like, when it fails: per cent for points, wrong base, M€ for Md€… and how to mend it. */
  readonly slip?: { readonly message: Localized; readonly help: Localized; readonly expected?: string };
}
