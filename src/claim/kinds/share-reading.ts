import type { ClaimKind } from '../../core/claim.ts';
import { inverse, quotient } from '../operation.ts';
import type { Reading, Strength } from '../reading.ts';
import type { Token } from '../token.ts';

interface Pair {
  readonly part: Token;
  readonly whole: Token;
  readonly isTold?: boolean;
}

/** A share read as that of a part in a whole; a number is no share of itself unless the words say so. */
export function reading(token: Token, { part, whole, isTold }: Pair, strength: Strength): Reading {
  const operation = token.type === 'one-in' ? inverse : quotient();
  const isAll = isTold !== true && part.stated.value.eq(whole.stated.value);
  return { kind: kindOf(token), token, inputs: [part, whole], operation, strength: isAll ? 1 : strength };
}

function kindOf(token: Token): ClaimKind {
  if (token.type === 'fraction') return 'fraction';
  return token.type === 'one-in' ? 'ratio' : 'share';
}
