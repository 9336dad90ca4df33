import { isResuming } from '../cues.ts';
import { partsAmong } from '../parts.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { before, between, isNamed, sentenceOf, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { reading } from './share-reading.ts';
import { nounOf, wholes } from './share-ties.ts';

/** What bears a share out after it: "un sur six, puisque 2 088…", "3 % : 1 904 sur 29 750". */
const proof = wordy(
  /[:(–—]|\b(?:puisqu\w*|car|ayant|étant|vu que|parce qu\w*|since|because|for|given|having|with|avec|qui|who|which|as|soit|en effet)\b/,
);
const apart = wordy(
  /\b(?:mais|tandis|alors que|contre|but|while|whereas|against|autres?|others?|another|quand|when)\b/,
);

/** Shares told first and borne out by the only two numbers that follow, in the sentence or in the next. */
export function provedReadings(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const isFirst = !amounts.some((other) => other.sentence === token.sentence && other.start < token.start);
  if (!isFirst) return [];
  const here = amounts.filter((other) => other.sentence === token.sentence);
  const later = here.length > 0 ? here : amounts.filter((other) => other.sentence === token.sentence + 1);
  const pair = pairOf(passage, token, later);
  if (pair === undefined || left.test(before(passage, pair.part, 40))) return [];
  const strength = here.length > 0 ? strengthHere(passage, token, pair) : strengthNext(passage, token, pair);
  return [reading(token, pair, strength)];
}

interface Pair {
  readonly part: Token;
  readonly whole: Token;
  readonly isTold: boolean;
}

const further = wordy(/\b(?:et|and|dont)\b/);
const left = wordy(/\b(?:rest\w+|manqu\w+|remain\w*|left|missing|autres|others)\b/);

/** The only two like numbers, or the only two that are told to be a part and its whole. */
function pairOf(passage: Passage, token: Token, tokens: readonly Token[]): Pair | undefined {
  const pairs = partsAmong(passage, tokens, token).filter(({ part, whole }) => part.size < whole.size);
  const told = pairs.filter(({ isTold }) => isTold);
  if (told.length > 0) return told.length === 1 ? told[0] : undefined;
  return pairs.length === 1 ? pairs[0] : undefined;
}

function strengthHere(passage: Passage, token: Token, pair: Pair): Strength {
  const first = pair.part.start < pair.whole.start ? pair.part : pair.whole;
  const gap = between(passage, token, first);
  if (gap.length > 140 || apart.test(gap)) return 1;
  const isAgain = isPronounced(passage, pair) && nounOf(passage, token) !== undefined && !further.test(gap);
  if (isAgain) return 3;
  if (gap.includes('; ')) return 1;
  const isKnown = pair.isTold || isOf(passage, token, pair);
  if (!proof.test(gap)) return pair.isTold ? 2 : 1;
  return isKnown ? 3 : 2;
}

function strengthNext(passage: Passage, token: Token, pair: Pair): Strength {
  const first = pair.part.start < pair.whole.start ? pair.part : pair.whole;
  if (apart.test(before(passage, first, 60))) return 1;
  const isSaid = isPronounced(passage, pair) || detailed.test(sentenceOf(passage, first).slice(0, 60));
  return isSaid || isOf(passage, token, pair) ? 3 : 2;
}

const detailed = wordy(/\b(?:détail|chiffres?|précis\w*|exact\w*|décompte|detail|figures|breakdown|count)\b/);
const pronoun = wordy(/(?:^|[ '])en (?:[a-zà-ÿ]+ )?[a-zà-ÿœ]+(?: [a-zà-ÿ]+)? $/);

/** "L'entreprise en emploie 1 944": what is counted is what the share is of. */
function isPronounced(passage: Passage, { part, whole }: Pair): boolean {
  return pronoun.test(before(passage, whole, 40)) && !pronoun.test(before(passage, part, 40));
}

/** Whether what the share is of is said again beside one of the two. */
function isOf(passage: Passage, token: Token, { part, whole }: Pair): boolean {
  const noun = nounOf(passage, token);
  if (noun === undefined) return false;
  const stem = noun.slice(0, Math.max(4, Math.min(6, noun.length - 1)));
  const last = part.start > whole.start ? part : whole;
  const words = passage.folded.slice(token.end, last.end + 24).split(stem);
  return words.length > (token.type === 'one-in' ? 1 : 2);
}

/** "Spending (£3.85m) takes up a tenth of the £27.4m": the only other number of the sentence, or of the one before. */
export function partsOfTold(
  passage: Passage,
  token: Token,
  whole: Token,
  amounts: readonly Token[],
): Reading[] {
  const likes = amounts.filter(
    (other) =>
      other !== whole &&
      isLike(other, whole) &&
      other.size < whole.size &&
      other.size > 1 &&
      !isFewOf(other, whole),
  );
  const here = likes.filter((other) => other.sentence === token.sentence);
  if (here.length > 0) {
    const [part] = here;
    if (part === undefined || here.length > 1) return [];
    return [reading(token, { part, whole }, strengthOfOnly(passage, token, { part, whole }))];
  }
  const earlier = likes.filter((other) => other.sentence === token.sentence - 1);
  const [part] = earlier;
  if (part === undefined || earlier.length > 1) return [];
  return [reading(token, { part, whole }, isResuming(sentenceOf(passage, token)) ? 3 : 2)];
}

/** "two rangers' vans" are no part of an amount of money. */
function isFewOf({ inWords, unitClass, size }: Token, whole: Token): boolean {
  return inWords && unitClass === 'bare' && size <= 12 && whole.unitClass !== 'bare';
}

const apposed = /^[^.;:0-9]*[,:(–—] ?(?:(?:soit|or|namely|à savoir|exactly|exactement|précisément) )?$/;

function strengthOfOnly(passage: Passage, token: Token, { part, whole }: Omit<Pair, 'isTold'>): Strength {
  if (part.start > whole.start) return apposed.test(between(passage, whole, part)) ? 3 : 1;
  const gap = between(passage, part, token);
  return gap.length < 90 && !apart.test(gap) && !gap.includes('; ') ? 3 : 2;
}

const scaled = wordy(
  /\b(?:échelle|rapport\w*|regard|compar\w*|sur|total|mis en face|against|out of|relative|set|next to|beside|sur fond)\b[^.;:0-9]{0,60}$/,
);

/** "À l'échelle du budget (29,6 millions), c'est peu : 12 %": the whole here, the part in the sentence before. */
export function scaledReadings(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const here = amounts.filter((other) => other.sentence === token.sentence && other.start < token.start);
  const [whole] = here;
  if (whole === undefined || here.length > 1) return [];
  const earlier = amounts.filter(
    (other) => other.sentence === token.sentence - 1 && isLike(other, whole) && other.size < whole.size,
  );
  const [part] = earlier;
  if (part === undefined || earlier.length > 1) return [];
  const noun = nounOf(passage, token);
  const isOfIt = noun === undefined || wholes.test(noun) || isNamed(passage, whole, noun);
  return [reading(token, { part, whole }, scaled.test(before(passage, whole, 70)) && isOfIt ? 3 : 1)];
}
