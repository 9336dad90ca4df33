import type { Claim } from '../core/claim.ts';
import { findProseClaims, type ReadableText } from './prose.ts';
import { findTableClaims } from './table/table-claims.ts';

/** What a text says of its own numbers, before its ledger is asked. */
export interface FoundClaims {
  readonly inProse: readonly Claim[];
  readonly inTables: readonly Claim[];
}

/** Finds every claim that a text makes about its own numbers, in prose and in tables. */
export function findClaims(text: ReadableText): FoundClaims {
  return { inProse: findProseClaims(text), inTables: findTableClaims(text) };
}
