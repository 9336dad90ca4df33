import type { FoundClaims } from '../claim/claims.ts';
import type { ReadableText } from '../claim/prose.ts';
import { withTimeLimit } from '../util/time-limit.ts';

/** Finds the claims of a text on this thread; what reads them is loaded now. */
export async function findClaimsHere(text: ReadableText): Promise<FoundClaims> {
  const { findClaims } = await import('../claim/claims.ts');
  return withTimeLimit(() => findClaims(text));
}
