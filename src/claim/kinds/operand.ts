import type { Passage } from '../passage.ts';
import { before, between, indexOf } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

const operatorAfter = /^ ?(?:[a-zà-ÿœ%€²³.]{1,12} ?){0,3}(?:= ?|[x×*÷/] ?\(?\d| [+–−-] \(?\d)/;
const operatorBefore = /(?:[x×*÷/] ?\(?|\d ?[%€]? [–−-] )$/;

/** Whether a number stands in a formula as something that is calculated with: "901,95 – 811,65 = 90,3". */
export function isOperand(passage: Passage, token: Token): boolean {
  const { folded } = passage;
  return (
    operatorAfter.test(folded.slice(token.end, token.end + 30)) ||
    operatorBefore.test(before(passage, token, 8))
  );
}

/** Whether a number says another again, rounded perhaps: nothing is computed from it. */
export function isSame(one: Token, other: Token): boolean {
  const { value, decimals, unit } = other.stated;
  if (one.stated.value.eq(value)) return true;
  const step = 10 ** -decimals * unit.scale.toNumber();
  return one.stated.decimals > decimals && Math.round(one.size / step) * step === other.size;
}

const item = /^[^.;:()0-9]{0,40}, [^.;:(),0-9]{0,40}$/;

const compared =
  /^ (?:[a-zà-ÿœ]+ )?(?:de (?:plus|moins)|more|fewer|less|higher|lower|[a-z]+er than)(?![a-zà-ÿœ])/;

/** Whether a number is one of a list, with others like it on either side: "311 à la droite, 193 au centre, 64 à gauche, …". */
export function isListed(passage: Passage, token: Token): boolean {
  const index = indexOf(passage.tokens, token);
  if (compared.test(passage.folded.slice(token.end, token.end + 40))) return false;
  if (/\b(?:supérieur|inférieur)[a-z]* (?:de |d')$|(?:^| )by $/.test(before(passage, token, 16)))
    return false;
  return [passage.tokens[index - 1], passage.tokens[index + 1]].every((other) => {
    if (other?.sentence !== token.sentence || !isLike(other, token)) return false;
    const gap = between(passage, other, token);
    return item.test(gap) && !/(?:^| )(?:soit|donc|ou|or|so|i\.e\.) /.test(gap);
  });
}
