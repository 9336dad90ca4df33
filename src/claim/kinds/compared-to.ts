import { difference } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, between, indexOf, isAmount, isNamed, isNextTo, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

const comparison =
  /^ (?:[a-zà-ÿœ]+ ){0,2}?(?:de (?:plus|moins) qu(?:e |')|(?:more|less|[a-z]{2,}er) than |above |below |de plus |de moins )/;

const relative = wordy(
  /, (?:qui|où|quand|lorsque|alors|lequel|laquelle|lesquels|which|who|where|when|whose)\b/,
);

/** Whether the words between a difference and what it is from lead straight to it. */
function leadsTo(gap: string): boolean {
  return gap.length < 70 && (!gap.includes(',') || relative.test(gap));
}

/** Whether a number stands in brackets that are closed before the token. */
function isAside({ folded }: Passage, other: Token, token: Token): boolean {
  const close = folded.slice(other.end, token.start).search(/[()]/);
  return close >= 0 && folded[other.end + close] === ')';
}

/** "1 936 ouvriers, 576 de moins que les 2 512 de 1998". */
export function comparedTo(passage: Passage, token: Token, amounts: readonly Token[]): Reading | undefined {
  const right = after(passage, token, 40);
  if (!comparison.test(right) || /^ (?:[a-zà-ÿœ]+ )?de (?:plus|moins) (?!que|qu')/.test(right))
    return undefined;
  const object = amounts.find((other) => other.start > token.end && other.sentence === token.sentence);
  const earlier = amounts.filter((other) => other.end < token.start);
  const open = earlier.filter((other) => !isAside(passage, other, token));
  const subject = open.at(-1);
  if (!object || !subject || !isNextTo(passage, object, token) || subject.sentence < token.sentence - 1)
    return undefined;
  const isSure = subject === earlier.at(-1) || subject.sentence === token.sentence;
  const isLess = /moins|fewer|less|lower|below/.test(right.slice(0, 24));
  return {
    kind: 'difference',
    token,
    inputs: [subject, object],
    operation: difference,
    direction: isLess ? 'fall' : 'rise',
    strength: isSure && leadsTo(between(passage, token, object)) ? 3 : 2,
  };
}

const moreThan = /^ (more|fewer|less) ([a-z]{4,})(?: [a-z]+)? than ([a-z]{4,})/;
const deplusQue =
  /^(?: ([a-zà-ÿœ-]{4,}))? de (plus|moins) (?:que|qu') ?(?:de |d'|les |des )?([a-zà-ÿœ-]{4,})/;

/** What is compared with what by a number: "245 400 more births than deaths". */
function comparedIn(
  right: string,
  family: string,
): { noun: string; other: string; isLess: boolean } | undefined {
  const english = moreThan.exec(right);
  if (english) return { noun: english[2] ?? '', other: english[3] ?? '', isLess: english[1] !== 'more' };
  const french = deplusQue.exec(right);
  return french
    ? { noun: french[1] ?? family, other: french[3] ?? '', isLess: french[2] === 'moins' }
    : undefined;
}

/** "245 400 more births than deaths": the last numbers that are called so, wherever in the paragraph. */
export function comparedNouns(passage: Passage, token: Token): Reading | undefined {
  const said = comparedIn(after(passage, token, 60), token.family);
  if (said === undefined || said.noun === '') return undefined;
  const index = indexOf(passage.tokens, token);
  const earlier = passage.tokens
    .slice(Math.max(0, index - 12), index)
    .filter((one) => isAmount(one) && isLike(one, token) && one.sentence >= token.sentence - 4);
  const [subject, object] = [said.noun, said.other].map((noun) => calledSo(passage, earlier, noun));
  if (!subject || !object || subject === object) return undefined;
  const direction = said.isLess ? 'fall' : 'rise';
  return {
    kind: 'difference',
    token,
    inputs: [subject, object],
    operation: difference,
    direction,
    strength: 3,
  };
}

/** The last number counted in that noun, or else named by it. */
function calledSo(passage: Passage, tokens: readonly Token[], noun: string): Token | undefined {
  const stem = noun.slice(0, Math.max(4, noun.length - 2));
  const counted = tokens.findLast(({ family }) => family.toLowerCase().startsWith(stem));
  return counted ?? tokens.findLast((one) => isNamed(passage, one, noun));
}
