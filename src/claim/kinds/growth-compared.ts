import { growth } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, between, isNextTo, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

const comparison =
  /^ (?:(?:de )?(?:plus|moins)(?: [a-zà-ÿœ]+)? qu(?:e |')|(?:more|fewer|less|higher|lower|above|below|up on|down on)(?: than)? )/;
const less = /moins|fewer|less|lower|below|down/;
const aboveOrBelow = wordy(/\b(inférieure?s?|supérieure?s?) (?:de |d')$/);

/** "a excédé de 7 % celle de 2019", "are down 6.2% on". */
const exceeding = wordy(
  /\b(dépass\w+|excéd\w+|surpass\w+|exceed\w*|up|down)(?: (?:de|by))?(?: près de| plus de| nearly| about)? (?:d')?$/,
);

/** How a rate is said to set one number against another: which way, and how far the other may stand. */
interface Comparison {
  readonly direction: 'rise' | 'fall';
  readonly reach: number;
  readonly mayPause: boolean;
}

/** "5,8 % de plus qu'en 2008, année où elle en comptait 31 456". */
const dated = / ?(?:en |in )?(?:19|20)\d\d,/;

function comparisonOf(passage: Passage, token: Token): Comparison | undefined {
  const right = after(passage, token, 30);
  if (comparison.test(right))
    return { direction: less.test(right.slice(0, 16)) ? 'fall' : 'rise', reach: 50, mayPause: false };
  const exceeds = exceeding.exec(before(passage, token, 24))?.[1];
  if (exceeds !== undefined)
    return {
      direction: exceeds === 'down' ? 'fall' : 'rise',
      reach: / cel(?:ui|le|les) /.test(right) ? 90 : 50,
      mayPause: true,
    };
  const above = /^ (?:à|au|aux) /.test(right)
    ? aboveOrBelow.exec(before(passage, token, 16))?.[1]
    : undefined;
  if (above === undefined) return undefined;
  return { direction: above.startsWith('inf') ? 'fall' : 'rise', reach: 100, mayPause: true };
}

function isOneComparison(gap: string, { reach, mayPause }: Comparison): boolean {
  return gap.length < reach && !gap.endsWith(' to ') && (mayPause || !gap.includes(','));
}

const takingUp = wordy(/^["«]?(?:that|this|it|c'est|ce sont|cela|ça)\b[^.;:()0-9]{0,24}$/);

/** Whether the number is of the sentence of the rate, or the last of the one that it takes up: "That is 20% below". */
function isOfSentence(passage: Passage, token: Token, subject: Token): boolean {
  if (subject.sentence === token.sentence) return true;
  return subject.sentence === token.sentence - 1 && takingUp.test(before(passage, token, 40));
}

/** "61 240 patients, 18 % de plus que les 55 300 de l'an dernier", "inférieur de 4,6 % à celui des actifs". */
export function comparedTo(passage: Passage, token: Token, amounts: readonly Token[]): Reading | undefined {
  const said = comparisonOf(passage, token);
  const object = amounts.find((other) => other.start > token.end && other.sentence === token.sentence);
  const subject = amounts.filter((other) => other.end < token.start).at(-1);
  if (!said || !object || !subject || !isLike(object, subject)) return undefined;
  if (object.stated.value.lte(0) || !isOfSentence(passage, token, subject)) return undefined;
  const isNear = isNextTo(passage, subject, token) && isNextTo(passage, token, object);
  if (!isNear || !isOneComparison(between(passage, token, object).replace(dated, ''), said)) return undefined;
  const { direction } = said;
  return { kind: 'growth', token, inputs: [object, subject], operation: growth, direction, strength: 3 };
}
