import { changesAmong, levelsOf, type Change } from '../changes.ts';
import { isLinked, type Sense } from '../cues.ts';
import { difference, growth, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { before, between, neighbours, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { senseOf, strengthOf } from './growth.ts';

const isGap = wordy(/\b(?:écart|différence|gap|difference|avance|retard|lead)\b[^.;:()0-9]{0,24}$/);

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
  const sense = senseOf(passage, token) ?? (isGap.test(before(passage, token)) ? 'gap' : undefined);
  if (token.unitClass === 'percent' && sense === undefined) return [];
  const changes = changesAmong(passage, rates, token).slice(0, 8);
  return changes.flatMap((change) => readingsOf(passage, token, change, { sense, rates }));
}

interface Situation {
  readonly sense: Sense | 'gap' | undefined;
  readonly rates: readonly Token[];
}

function readingsOf(passage: Passage, token: Token, change: Change, { sense, rates }: Situation): Reading[] {
  const strength = strengthOfPoints(passage, token, change, { sense, rates });
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
    strength,
    unit: 'points',
    isFault: true,
  };
  return [relative, points];
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
