import type { FoundClaims } from '../claim/claims.ts';
import type { Claim } from '../core/claim.ts';
import { decimal } from '../quantity/decimal.ts';

/** A claim as it can be sent from one thread to another: a class does not survive the way. */
type SentClaim = Omit<Claim, 'recomputed'> & { readonly recomputed: string };
export type SentClaims = Readonly<Record<keyof FoundClaims, readonly SentClaim[]>>;

export function sendClaims({ inProse, inTables }: FoundClaims): SentClaims {
  return { inProse: inProse.map(sendClaim), inTables: inTables.map(sendClaim) };
}

export function receiveClaims({ inProse, inTables }: SentClaims): FoundClaims {
  return { inProse: inProse.map(receiveClaim), inTables: inTables.map(receiveClaim) };
}

function sendClaim(claim: Claim): SentClaim {
  return { ...claim, recomputed: claim.recomputed.toString() };
}

function receiveClaim(claim: SentClaim): Claim {
  return { ...claim, recomputed: decimal(claim.recomputed) };
}
