import type { Chosen } from './choose.ts';
import { judge } from './judge.ts';
import type { Passage } from './passage.ts';
import { after, indexOf, isAmount, type Reading } from './reading.ts';
import type { Token } from './token.ts';
import { isLike } from './units.ts';

/**
 * A statement that seems to fail, and that other numbers beside it bear out to the last digit, is said of those: no
 * reader would hold it against the first ones.
 */
export function withCharity(passage: Passage, found: Chosen): Chosen {
  const { reading, verdict } = found;
  if (verdict !== 'fails' || reading.isFault === true || reading.inputs.length !== 2) return found;
  if (reading.kind === 'share' && ofNamed.test(after(passage, reading.token, 8))) return found;
  for (const inputs of otherPairs(passage, reading)) {
    const other: Reading = { ...reading, inputs, strength: 1 };
    const judgement = judgementOf(other);
    if (judgement?.verdict === 'holds' && judgement.isSharp && !judgement.isVague)
      return { reading: other, judgement, verdict: 'holds', slip: undefined };
  }
  return found;
}

/** "23 % des sondés": the words say of what. */
const ofNamed = /^ (?:de |du |des |d'|of )/;

function judgementOf({ stated, token, operation, inputs, direction }: Reading): ReturnType<typeof judge> {
  return judge({
    stated: stated ?? token.stated,
    operation,
    inputs: inputs.map((input) => input.stated),
    direction,
  });
}

/** The two numbers of the sentence right before the statement, like those read, in either order. */
function otherPairs(passage: Passage, { token, inputs: [a, b] }: Reading): [Token, Token][] {
  if (a === undefined || b === undefined) return [];
  const index = indexOf(passage.tokens, token);
  const earlier = passage.tokens
    .slice(Math.max(0, index - 5), index)
    .filter((one) => one.sentence === token.sentence && isAmount(one) && isLikeEither(one, a, b));
  const [first, last] = earlier.slice(-2);
  if (first === undefined || last === undefined || (isOneOf(first, a, b) && isOneOf(last, a, b))) return [];
  return [
    [first, last],
    [last, first],
  ];
}

function isOneOf(token: Token, a: Token, b: Token): boolean {
  return token === a || token === b;
}

function isLikeEither(token: Token, a: Token, b: Token): boolean {
  return isOneOf(token, a, b) || isLike(token, a) || isLike(token, b);
}
