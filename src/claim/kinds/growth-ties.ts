import type { Change } from '../changes.ts';
import { breaker, isLinked, isResuming, type Sense } from '../cues.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  before,
  between,
  indexOf,
  isAmount,
  isNextTo,
  layoutOf,
  likesNear,
  type Layout,
  type Strength,
} from '../reading.ts';
import { saidAgain } from '../sense.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

/** What is known of a statement of change: the way it goes, and the numbers around it. */
export interface Situation {
  readonly sense: Sense | 'either' | undefined;
  readonly amounts: readonly Token[];
}

/** How plainly a change belongs to the words that tell of it. */
export function strengthOf(passage: Passage, token: Token, change: Change, situation: Situation): Strength {
  const { from, to, isTold } = change;
  const { sense, amounts } = situation;
  const layout = layoutOf(passage, token, from, to);
  const own = likesNear(amounts, token, from).filter((other) => isOfThing(other, from, to));
  if (isOddPair(change)) return 1;
  if (!layout.isHere) return strengthElsewhere(passage, token, change, { sense, own });
  if (layout.side === 'around' && change.rank > 0) return strengthAround(passage, token, change, own);
  const isTied = isLinked(layout.gap) || (sense !== undefined && !isBroken(layout.gap));
  if (!isTied) return isTold ? 2 : 1;
  return isTold
    ? strengthOfTold(passage, token, change)
    : strengthOfOrder(token, layout, sense !== undefined && isSolePair(token, layout, own));
}

/** Nothing tells that two numbers of different things are one thing at two times. */
function isOddPair({ from, to, rank }: Change): boolean {
  return rank === 3 && from.unitClass === 'count' && to.unitClass === 'count' && from.family !== to.family;
}

/** Whether a number may be of the thing that changes. */
function isOfThing(other: Token, from: Token, to: Token): boolean {
  const isNamed = other.unitClass === 'count' && (from.unitClass === 'count' || to.unitClass === 'count');
  return !isNamed || [from.family, to.family].includes(other.family);
}

function isSolePair(token: Token, { side }: Layout, own: readonly Token[]): boolean {
  return own.filter((other) => side !== 'before' || other.start < token.start).length === 2;
}

function strengthElsewhere(
  passage: Passage,
  token: Token,
  change: Change,
  { sense, own }: { sense: Situation['sense']; own: readonly Token[] },
): Strength {
  const isVerbless = startsAlone(passage, token) && change.rank === 0;
  if (own.length > 1 || (sense === undefined && !isVerbless)) return 1;
  if (isVerbless && change.to.sentence === token.sentence - 1 && isSoleThere(passage, change)) return 3;
  return strengthAcross(passage, token, change);
}

/** "Onze pour cent en un an": nothing before it in its sentence. */
function startsAlone(passage: Passage, token: Token): boolean {
  return before(passage, token, 30).trim() === '';
}

/** Whether the sentences of the change hold no other number like its own. */
function isSoleThere(passage: Passage, { from, to }: Change): boolean {
  const [first, last] = [Math.min(from.sentence, to.sentence), Math.max(from.sentence, to.sentence)];
  const likes = passage.tokens.filter(
    (other) =>
      other.sentence >= first && other.sentence <= last && isLike(other, from) && isOfThing(other, from, to),
  );
  return likes.length === 2;
}

const ending = wordy(
  /\b(?:et|pour|and|to|à|at|désormais|now|passant|soit)\b[^.;:()0-9]{0,60}\b(?:à|to|at|atteindre|compte\w*|reste\w*|touche\w*|est|sont|is|are|que|has|have) (?:[a-zà-ÿœ]+ )?$/,
);

/** "20 million per month". */
function isRate({ folded }: Passage, { start, end }: Token): boolean {
  return / (?:par|per) [a-zà-ÿœ]+$/.test(folded.slice(start, end));
}

/** "versait 1,9 Md€, en perdent un dixième et se retrouvent à 1,52 Md€". */
function strengthAround(
  passage: Passage,
  token: Token,
  { from, to, isTold }: Change,
  own: readonly Token[],
): Strength {
  const [first, last] = from.start < to.start ? [from, to] : [to, from];
  const isNext = isNextTo(passage, first, token) && isNextTo(passage, token, last);
  if (!isNext || own.length !== 2 || first !== from) return 1;
  const areAlike = isRate(passage, from) === isRate(passage, to);
  return (isTold && areAlike) || ending.test(between(passage, token, last)) ? 3 : 1;
}

function strengthOfTold(passage: Passage, token: Token, { from, to }: Change): Strength {
  return isRead(passage, from, to, token) ? 3 : 2;
}

function strengthOfOrder(token: Token, layout: Layout, isSole: boolean): Strength {
  if (!isSole) return 1;
  return isPlainAfter(token, layout) ? 3 : 2;
}

/** ", une progression de". */
const nounOfChange =
  /[,(–—] ?(?:an? |une? |the |la |l'|cette |this |that )(?:[a-zà-ÿœ-]+ ){0,2}[a-zà-ÿœ-]+ (?:de |d'|of )?$/;

function isPlainAfter(token: Token, { side, isNext, gap }: Layout): boolean {
  return (
    side === 'before' &&
    isNext &&
    (token.isSigned || isLinked(gap) || /^[^a-z]{0,4}(?:an? |une? )?$/.test(gap) || nounOfChange.test(gap))
  );
}

/** Whether nothing but the pair and the statement stands between them, shares apart. */
function isRead(passage: Passage, from: Token, to: Token, token: Token): boolean {
  const indexes = [from, to, token].map((one) => indexOf(passage.tokens, one));
  const inside = passage.tokens.slice(Math.min(...indexes), Math.max(...indexes) + 1);
  const twin = saidAgain(passage, token);
  const others = inside.filter((other) => ![from, to, token, twin].includes(other));
  return !others.some((other) => isAmount(other) && isLike(other, from));
}

const mended =
  /(?:^| )(?:passant|allant|pour (?:atteindre|s'établir|tomber)|et (?:atteint|passe|s'établit)|to reach)(?: |$)/;

/** "between 2009 and 2019": that "and" parts no two subjects. */
const yearSpan = / (?:between|entre) (?:19|20)\d\d (?:and|et) (?:19|20)\d\d/;

function isBroken(words: string): boolean {
  const gap = words.replace(yearSpan, '');
  const last = gap.split(/[;!?] /).at(-1) ?? '';
  if (last !== gap && !isResuming(last)) return true;
  return gap.length > 120 || (breaker.test(last) && !mended.test(gap));
}

function strengthAcross(passage: Passage, token: Token, change: Change): Strength {
  const { from, to, isTold } = change;
  const isTogether = from.sentence === to.sentence;
  const isOwn = from.sentence === token.sentence || to.sentence === token.sentence;
  if (!isTogether && !isOwn) return isJustBefore(passage, token, change) ? 3 : 1;
  if (isTold && isSplit(passage, token, from, to)) return 3;
  if (!isResumed(passage, token, change)) return isTold ? 2 : 1;
  return isTold && isTogether ? 3 : 2;
}

/** Whether the later of the sentences goes on about the numbers of the one before. */
function isResumed(passage: Passage, token: Token, { from, to }: Change): boolean {
  const taken = passage.sentences[Math.max(from.sentence, to.sentence, token.sentence)];
  return isResuming(passage.folded.slice(taken?.start ?? 0, taken?.end));
}

/** "La brigade comptait 45 hommes. Elle en compte 36. Le recul atteint 20 %." */
function isJustBefore(passage: Passage, token: Token, change: Change): boolean {
  const last = Math.max(change.from.sentence, change.to.sentence);
  return change.isTold && last === token.sentence - 1 && isSoleThere(passage, change);
}

/** "En 2014, il traitait A dossiers. En 2021, il en a traité B, soit une hausse de Z %." */
function isSplit(passage: Passage, token: Token, from: Token, to: Token): boolean {
  const isOrdered =
    to.sentence === token.sentence && from.sentence === token.sentence - 1 && to.start < token.start;
  const isNear = isOrdered && isNextTo(passage, to, token) && isNextTo(passage, from, to);
  return isNear && between(passage, to, token).length < 60;
}
