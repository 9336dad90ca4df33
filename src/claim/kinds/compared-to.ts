import { difference } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, between, isNextTo, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';

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
