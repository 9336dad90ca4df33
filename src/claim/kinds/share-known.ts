import { judge } from '../judge.ts';
import type { Passage } from '../passage.ts';
import { indexOf, isAmount, isNamed, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { reading } from './share-reading.ts';
import { nounOf, wholes } from './share-ties.ts';

const farthest = 14;

/** The numbers that other shares said just before are shown to be of, by their own arithmetic, the last first. */
export function knownWholes(
  passage: Passage,
  token: Token,
  readingsOf: (passage: Passage, token: Token) => readonly Reading[],
): Token[] {
  const index = indexOf(passage.tokens, token);
  const shares = passage.tokens
    .slice(Math.max(0, index - farthest), index)
    .filter((other) => isShare(other) && token.sentence - other.sentence < 3);
  return [...new Set(shares.reverse().flatMap((share) => wholeOf(passage, share, readingsOf) ?? []))];
}

function isShare({ type, unitClass, isSigned }: Token): boolean {
  return (type === 'fraction' || type === 'one-in' || unitClass === 'percent') && !isSigned;
}

const known = new WeakMap<Passage, Map<Token, Token | undefined>>();

function wholeOf(
  passage: Passage,
  share: Token,
  readingsOf: (passage: Passage, token: Token) => readonly Reading[],
): Token | undefined {
  const memo = known.get(passage) ?? new Map<Token, Token | undefined>();
  known.set(passage, memo);
  if (memo.has(share)) return memo.get(share);
  const found = readingsOf(passage, share).find((one) => one.strength > 1 && holds(one))?.inputs[1];
  memo.set(share, found);
  return found;
}

function holds({ token, stated = token.stated, operation, inputs }: Reading): boolean {
  const judgement = judge({ stated, operation, inputs: inputs.map((input) => input.stated) });
  return judgement?.verdict === 'holds' && !judgement.isVague;
}

/** The part tied to a share, of a whole that another share is of. */
export function readingsOfKnown(
  passage: Passage,
  token: Token,
  part: Token,
  found: readonly Token[],
): Reading[] {
  const noun = nounOf(passage, token);
  return found
    .filter((whole) => whole !== part && isLike(whole, part) && whole.size > part.size)
    .map((whole, index) => {
      const isOfIt = noun === undefined || wholes.test(noun) || isNamed(passage, whole, noun);
      return reading(token, { part, whole }, isOfIt && index === 0 ? 3 : 2);
    });
}

/** The part tied to a share, of any larger number said before: kept only where it holds. */
export function readingsOfAny(passage: Passage, token: Token, part: Token): Reading[] {
  const index = indexOf(passage.tokens, token);
  const noun = nounOf(passage, token);
  const isOpen = noun === undefined || wholes.test(noun);
  return passage.tokens
    .slice(Math.max(0, index - 24), index)
    .filter(
      (other) =>
        (isOpen || other.sentence < token.sentence) &&
        other !== part &&
        isAmount(other) &&
        other.unitClass !== 'percent' &&
        isLike(other, part) &&
        other.size > part.size,
    )
    .map((whole) => reading(token, { part, whole }, 1));
}
