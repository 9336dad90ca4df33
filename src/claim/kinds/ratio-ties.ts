import { isLinked, isResuming, leadsOn } from '../cues.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { before, between, isNextTo, layoutOf, sentenceOf, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { measureFamily, timeFactor } from '../units.ts';

/** What is shared out, and among how many. */
export interface Sharing {
  readonly total: Token;
  readonly divisor: Token;
}

/** Whether a number may be what is shared out. */
export function isTotal(token: Token, other: Token): boolean {
  if (token.unitClass === 'bare') return other.unitClass !== 'time';
  if (token.unitClass === 'time')
    return other.unitClass === 'time' && timeFactor(other.family, token.family) !== undefined;
  if (token.unitClass !== other.unitClass) return other.unitClass === 'bare';
  if (token.unitClass === 'measure') return measureFamily(token) === measureFamily(other);
  return token.unitClass === 'count' || token.family === other.family;
}

/** Whether a number may be that of those who share. */
export function isDivisor(divisor: Token, total: Token, token: Token): boolean {
  const { unitClass, stated } = divisor;
  if (unitClass === 'money' || stated.value.lte(0) || (divisor.inWords && stated.value.lt(2))) return false;
  if (token.unitClass === 'money' || token.unitClass === 'measure')
    return divisor.unitClass !== token.unitClass;
  return divisor.family === '' || divisor.family !== total.family;
}

/** What is known of a stated share: whether words name what is shared and among what, and whether one pair alone fits. */
export interface Situation extends Sharing {
  readonly noun: string;
  readonly amounts: readonly Token[];
  readonly isFit: boolean;
  readonly isSole: boolean;
}

/** How plainly a stated share is that of the total among the divisor. */
export function strengthOf(passage: Passage, token: Token, situation: Situation): Strength {
  const { total, divisor, isSole, isFit } = situation;
  if (!inReach(token, divisor) || !isTimely(situation)) return 1;
  const isBound = isTied(passage, token, situation);
  if (isFit && isSole && isBound) return 3;
  if (!inReach(token, total)) return isBound && divisor.sentence === token.sentence ? 2 : 1;
  if (!isBound) return isFit ? 2 : 1;
  return hasRivals(token, situation) ? 2 : 3;
}

function inReach(token: Token, other: Token): boolean {
  return other.sentence === token.sentence || other.sentence === token.sentence - 1;
}

const timeNames = /^(?:hour|day|week|month|quarter|year|half-year)$/;

/** "par mois" of a number of people is no sharing among them, nor is "par jour" of a number of weeks. */
function isTimely({ noun, divisor }: Situation): boolean {
  if (divisor.unitClass !== 'time') return noun === '' || !timeNames.test(noun);
  if (noun === '') return timeFactor(noun, divisor.family) !== undefined;
  return timeNames.test(noun) && (noun === divisor.family || timeFactor(noun, divisor.family) !== undefined);
}

function hasRivals(token: Token, { total, divisor, amounts }: Situation): boolean {
  return amounts.some(
    (other) =>
      other !== total &&
      other !== divisor &&
      inReach(token, other) &&
      (isTotal(token, other) || isDivisor(other, total, token)),
  );
}

const averaged = wordy(
  /\b(?:moyennes?|moyens?|average|mean|ratio|densité|density|coût|cost|chaque|each|every|par|revient|veiller)\b/,
);

function isTied(passage: Passage, token: Token, situation: Situation): boolean {
  const { total, divisor, isFit } = situation;
  const { isHere, side, gap, near, isNext } = layoutOf(passage, token, total, divisor);
  if (!isHere) return isTakenUp(passage, token, situation);
  if (side === 'before') return isLinked(gap) || averaged.test(gap) || (isFit && isNext && gap.length < 80);
  return side === 'after' ? leadsOn(gap) : averaged.test(between(passage, near, token));
}

function isTakenUp(passage: Passage, token: Token, { total, divisor }: Sharing): boolean {
  if (isResuming(sentenceOf(passage, token)) || averaged.test(before(passage, token, 90))) return true;
  const own = [total, divisor].find(
    (other) => other.sentence === token.sentence && other.start < token.start,
  );
  return own !== undefined && isNextTo(passage, own, token) && isLinked(between(passage, own, token));
}
