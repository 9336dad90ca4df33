import type { Passage } from '../passage.ts';
import { before } from '../reading.ts';
import type { Token } from '../token.ts';

const operatorAfter = /^ ?(?:[a-zà-ÿœ%€²³]{1,12} ?){0,2}(?:= ?|[x×*÷/] ?\(?\d| [+–−-] \(?\d)/;
const operatorBefore = /(?:[x×*÷/] ?\(?|\d ?[%€]? [–−-] )$/;

/** Whether a number stands in a formula as something that is calculated with: "901,95 – 811,65 = 90,3". */
export function isOperand(passage: Passage, token: Token): boolean {
  const { folded } = passage;
  return (
    operatorAfter.test(folded.slice(token.end, token.end + 30)) ||
    operatorBefore.test(before(passage, token, 8))
  );
}

/** Whether two numbers say the same: the one that comes later says the other again. */
export function isSame(one: Token, other: Token): boolean {
  return one.stated.value.eq(other.stated.value);
}
