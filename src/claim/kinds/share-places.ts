import { levelsOf } from '../changes.ts';
import { breaker, isLinked, isResuming, leadsOn } from '../cues.ts';
import { areCoordinate, partsAmong } from '../parts.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  before,
  between,
  indexOf,
  isAmount,
  isNamed,
  neighbours,
  sentenceOf,
  type Strength,
} from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { appositive, bareRate, follows, isChange, makesUp, nounOf, wholes } from './share-ties.ts';

/** A part and its whole, told by where they stand about the share, whatever the words. */
export interface PlacedShare {
  readonly part: Token;
  readonly whole: Token;
  readonly strength: Strength;
  /** Whether the grammar says it outright: "X sur Y, soit Z %", "Z % des Y, soit X". */
  readonly isTold?: boolean;
}

/** The part is the number tied to the share; the whole is what the grammar, the nouns, or the lack of any other tell. */
export function placedShares(passage: Passage, token: Token, amounts: readonly Token[]): PlacedShare[] {
  const named = complementOf(passage, token, amounts);
  const part = partOf(passage, token, amounts, named);
  if (part === undefined) return [];
  const found = wholeOf(passage, { token, part, amounts, complement: named });
  if (found === undefined || found.whole.size < part.size) return [];
  return [{ part, ...found }];
}

const complement = wordy(
  /^(?: (?:à peine|seulement|environ|exactement|tout juste|tout au plus|au moins|au plus|only|exactly|precisely|just|or so))? (?:de |du |des |d'|of |sur |the |its |their |our |his |her |all |an? )[^.,;:()0-9]{0,44}\(?$/,
);

/** "un dixième à peine des 640 M€", "half the estate's 386 lifts": the whole right after the share. */
export function complementOf(passage: Passage, token: Token, amounts: readonly Token[]): Token | undefined {
  const next = amounts.find((other) => other.start > token.end);
  if (next?.sentence !== token.sentence) return undefined;
  return complement.test(between(passage, token, next)) ? next : undefined;
}

/** The number that the share is said of. */
export function tiedPart(passage: Passage, token: Token, amounts: readonly Token[]): Token | undefined {
  return partOf(passage, token, amounts, complementOf(passage, token, amounts));
}

/** What is tied to the share: said right before or right after it, or taken up from the sentence before. */
function partOf(
  passage: Passage,
  token: Token,
  amounts: readonly Token[],
  whole: Token | undefined,
): Token | undefined {
  const here = amounts.filter((other) => other.sentence === token.sentence && mayBePart(other, whole));
  const anchor = whole ?? token;
  const last = here.findLast((other) => other.end <= token.from);
  const next = here.find((other) => other.start >= anchor.end && isTiedOn(between(passage, anchor, other)));
  if (last !== undefined && isTiedBack(between(passage, last, token))) {
    const isWholeFirst =
      next &&
      !whole &&
      next.size < last.size &&
      isLike(next, last) &&
      !follows.test(between(passage, token, next));
    return isWholeFirst ? next : (partOfLast(passage, token, amounts, last) ?? last);
  }
  return next ?? (last ? undefined : takenUp(passage, token, amounts, whole));
}

/** The only number of the sentence before that may be a part of the whole. */
function takenUp(
  passage: Passage,
  token: Token,
  amounts: readonly Token[],
  whole: Token | undefined,
): Token | undefined {
  if (whole === undefined || !isResuming(sentenceOf(passage, token))) return undefined;
  const earlier = amounts.filter((other) => other.sentence === token.sentence - 1 && mayBePart(other, whole));
  return earlier.length === 1 ? earlier[0] : undefined;
}

/** "17,3 M€ des 95 M€ votés, environ 25 %": the number right before the share may be the whole. */
function partOfLast(
  passage: Passage,
  token: Token,
  amounts: readonly Token[],
  last: Token,
): Token | undefined {
  const pair = partsAmong(passage, amounts, token).find(({ isTold, whole }) => isTold && whole === last);
  return pair && pair.part.start < last.start && pair.part.sentence === last.sentence ? pair.part : undefined;
}

function mayBePart(part: Token, whole: Token | undefined): boolean {
  if (whole !== undefined) return part !== whole && isLike(part, whole);
  return part.unitClass !== 'time' && part.size > 1;
}

function isTiedBack(gap: string): boolean {
  if (isLinked(gap) || appositive.test(gap) || bareRate.test(gap)) return true;
  const end = gap.slice(-40);
  return makesUp.test(end) && !breaker.test(end.slice(end.search(makesUp)));
}

const apart = /^[^.;0-9]{0,60}(?:, |— |– |- |: |\()(?:[^.;:0-9]{0,30} )?$/;

function isTiedOn(gap: string): boolean {
  if (gap.startsWith(')')) return false;
  return gap.length < 90 && (leadsOn(gap) || apart.test(gap)) && !contrast.test(gap);
}

const contrast = wordy(
  /\b(?:mais|tandis|alors|contre|but|while|whereas|against|puis|then|et|and|aussi|also|autres?|others?|another|qu'?|que|quand|when|comme|as)\b/,
);

interface Seat {
  readonly token: Token;
  readonly part: Token;
  readonly amounts: readonly Token[];
  readonly complement: Token | undefined;
}

function wholeOf(passage: Passage, seat: Seat): Omit<PlacedShare, 'part'> | undefined {
  const { token, part, amounts } = seat;
  if (seat.complement) return { whole: seat.complement, strength: 3, isTold: true };
  const pairs = partsAmong(passage, amounts, token).filter(({ isTold }) => isTold);
  const noun = nounOfWhole(passage, token);
  const told = pairs.find((pair) => pair.part === part)?.whole;
  if (told) {
    const isOfIt = noun === undefined || isNamed(passage, told, noun);
    return { whole: told, strength: isOfIt ? 3 : 2, isTold: isOfIt };
  }
  const likes = wholesFor(passage, seat);
  const earlier = likes.filter((other) => other.sentence === part.sentence - 1);
  if (thatOne.test(before(passage, part, 70))) return onlyOf(earlier.slice(-1), 3);
  if (noun !== undefined) return namedOf(passage, seat, likes, noun);
  if (likes.length === 1)
    return onlyOf(likes, isChange(passage, { first: likes[0] ?? part, last: part }, token) ? 2 : 3);
  const carried = carriedWhole(passage, token);
  const known = likes.filter((other) => other === carried || pairs.some(({ whole }) => whole === other));
  return onlyOf(known, 3);
}

/** The whole that is called so; the only one there is, where none is. */
function namedOf(
  passage: Passage,
  seat: Seat,
  likes: readonly Token[],
  noun: string,
): Omit<PlacedShare, 'part'> | undefined {
  const called = calledWholes(passage, seat, likes, noun);
  return called.length > 0 ? onlyOf(called.slice(-1), 3) : onlyOf(likes, 2);
}

/** Those of the wholes that are called so, or the one named after: "8 % du festival, dont le budget atteint 60 M€". */
function calledWholes(
  passage: Passage,
  { token, part, amounts }: Seat,
  likes: readonly Token[],
  noun: string,
): Token[] {
  const called = likes.filter((other) => isNamed(passage, other, noun));
  const next = amounts.find((other) => other.start > token.end && other !== part);
  if (called.length > 0 || !next || part.start > token.start) return called;
  const isWhole = next.sentence === token.sentence && next.size >= part.size && isLike(next, part);
  return isWhole && between(passage, token, next).slice(0, 60).includes(noun) ? [next] : [];
}

/** What the whole must be called; nothing where the words leave it open: "12 % du total". */
function nounOfWhole(passage: Passage, token: Token): string | undefined {
  const noun = nounOf(passage, token);
  if (noun === undefined || wholes.test(noun)) return undefined;
  return abstract.test(after(passage, token, 40)) ? undefined : noun;
}

/** The numbers that may be the whole of the part. */
function wholesFor(passage: Passage, { token, part, amounts }: Seat): Token[] {
  return amounts.filter(
    (other) =>
      other !== part &&
      other.start < Math.max(token.start, part.start) &&
      other.size >= part.size &&
      isLike(other, part) &&
      !areCoordinate(other, part, between(passage, other, part)) &&
      levelsOf(passage).get(other) !== 'from',
  );
}

/** The whole of the share before: "les deux cinquièmes (550 titres), la fiction les trois dixièmes, avec 495 titres". */
function carriedWhole(passage: Passage, token: Token): Token | undefined {
  const index = indexOf(passage.tokens, token);
  const last = passage.tokens.slice(Math.max(0, index - 4), index).findLast(isShare);
  if (last === undefined || token.sentence - last.sentence > 1) return undefined;
  const amounts = neighbours(passage, last).filter((one) => isAmount(one) && !isShare(one));
  const part = partOf(passage, last, amounts, complementOf(passage, last, amounts));
  const likes = amounts.filter(
    (one) => part && one !== part && one.start < last.start && one.size >= part.size && isLike(one, part),
  );
  return likes.length === 1 ? likes[0] : undefined;
}

function isShare({ type, unitClass }: Token): boolean {
  return type === 'fraction' || unitClass === 'percent';
}

function onlyOf(tokens: readonly Token[], strength: Strength): Omit<PlacedShare, 'part'> | undefined {
  const [whole, other] = tokens;
  return whole && other === undefined ? { whole, strength } : undefined;
}

/** "28 % d'engagement" names no whole. */
const abstract =
  /^ (?:de |d')(?!la |l'|leurs? |ses? |ce|nos)[a-zà-ÿœ]{3,}(?:tion|sion|ment|ité|age|ance|ence|ssite)\b/;

/** "Sur cette dernière enveloppe, 52,6 M€…", "Of that sum, £3m…". */
const thatOne = wordy(
  /(?:^|[ (])(?:sur|de|dans|parmi|of|from|out of|within) (?:ce|cet|cette|ces|this|that|these|those|laquelle|lequel|lesquels|lesquelles)\b[^.;:()0-9]{0,40}$/,
);
