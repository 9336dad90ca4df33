import { changesAmong, levelsOf, type Change } from '../changes.ts';
import { isLinked, type Sense } from '../cues.ts';
import { difference, growth, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';

import { between, isNextTo, neighbours, type Reading, type Strength } from '../reading.ts';
import { saysGap } from '../sense.ts';
import type { Token } from '../token.ts';
import { senseOf, strengthOf } from './growth.ts';

/** Second less first. */
const rise: Operation = {
  apply: ([from, to]) => difference.apply([to, from].flatMap((value) => value ?? [])),
  rough: ([a = 0, b = 0]) => b - a,
  rises: (index) => index === 1,
  words: ([from = '', to = '']) => `${to} − ${from}`,
};

/** "a gagné 0,8 point, de 13,7 % à 14,5 %"; and per cent said for points: "recule de 3 %, de 14 % à 11 %". */
export function pointsReadings(passage: Passage, token: Token): Reading[] {
  if (token.type !== 'quantity' || (token.unitClass !== 'point' && token.unitClass !== 'percent')) return [];
  if (levelsOf(passage).has(token)) return [];
  const rates = neighbours(passage, token).filter(
    ({ unitClass, isSigned }) => unitClass === 'percent' && !isSigned,
  );
  if (rates.length < 2) return [];
  const sense = senseOf(passage, token) ?? (saysGap(passage, token) ? 'gap' : undefined);
  const across = sense === 'gap' ? rateAcross(passage, token, rates) : undefined;
  if (across) return readingsOf(passage, token, across, { sense, rates, strength: 3 });
  if (token.unitClass === 'percent' && sense === undefined) return [];
  const changes = changesAmong(passage, rates, token).slice(0, 8);
  return changes.flatMap((change) => readingsOf(passage, token, change, { sense, rates }));
}

/** "A obtient 30,5 % et devance de 8,6 points B, qui en recueille 22,9 %": one rate before, one after. */
function rateAcross(passage: Passage, token: Token, rates: readonly Token[]): Change | undefined {
  const levels = levelsOf(passage);
  const later = rates.filter((other) => other.start > token.start && other.sentence === token.sentence);
  const [other] = later;
  const own = rates
    .filter(
      (rate) =>
        rate.start < token.start && levels.get(rate) !== 'from' && token.sentence - rate.sentence <= 1,
    )
    .at(-1);
  if (other === undefined || later.length > 1 || own === undefined) return undefined;
  return { from: other, to: own, isTold: false, rank: 0 };
}

interface Situation {
  readonly sense: Sense | 'gap' | undefined;
  readonly rates: readonly Token[];
  /** How plain it is, where that is known. */
  readonly strength?: Strength;
}

function readingsOf(
  passage: Passage,
  token: Token,
  change: Change,
  { sense, rates, strength: known }: Situation,
): Reading[] {
  const strength = known ?? strengthOfPoints(passage, token, change, { sense, rates });
  const direction = sense === undefined || sense === 'gap' ? 'either' : sense;
  const shared = {
    token,
    inputs: [change.from, change.to],
    direction: change.isTold ? direction : ('either' as const),
  };
  if (token.unitClass === 'point')
    return [{ ...shared, kind: 'points', operation: rise, strength, unit: 'points' }];
  const relative: Reading = { ...shared, kind: 'growth', operation: growth, strength };
  const points: Reading = {
    ...shared,
    kind: 'points',
    operation: rise,
    strength: strength === 1 && isExactly(passage, token, change) ? 2 : strength,
    unit: 'points',
    isFault: true,
  };
  return [relative, points];
}

/** Whether the number is, to the digit, what parts the rate just before it from another. */
function isExactly(passage: Passage, token: Token, { from, to }: Change): boolean {
  const { value, decimals } = token.stated;
  const isSharp = decimals > 0 && from.stated.decimals === decimals && to.stated.decimals === decimals;
  if (!isSharp || !to.stated.value.minus(from.stated.value).abs().eq(value.abs())) return false;
  return [from, to].some(
    (rate) =>
      rate.start < token.start &&
      isNextTo(passage, rate, token) &&
      rate.sentence === token.sentence &&
      between(passage, rate, token).length < 60,
  );
}

function strengthOfPoints(passage: Passage, token: Token, change: Change, situation: Situation): Strength {
  const strength = strengthOf(passage, token, change, {
    sense: situation.sense === 'gap' ? 'rise' : situation.sense,
    amounts: situation.rates,
  });
  const here = situation.rates.filter((other) => other.sentence === token.sentence);
  const isAlone = here.length === 2 && here.includes(change.from) && here.includes(change.to);
  if ((token.unitClass === 'point' || situation.sense === 'gap') && isAlone) return 3;
  if (strength === 3 || !change.isTold || token.unitClass === 'percent') return strength;
  const near = change.to.start < token.start ? change.to : change.from;
  return isLinked(between(passage, near, token)) ? 3 : strength;
}
