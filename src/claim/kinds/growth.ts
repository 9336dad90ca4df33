import { changesAmong, levelsOf, type Change } from '../changes.ts';
import type { Sense } from '../cues.ts';
import { growth } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { after, before, isAmount, isNextTo, layoutOf, neighbours, type Reading } from '../reading.ts';
import { saidAgain, saysChange, senseOf as senseWithin } from '../sense.ts';
import type { Token } from '../token.ts';
import { wordy } from '../pattern.ts';
import { comparedTo } from './growth-compared.ts';
import { deltaReadings } from './growth-delta.ts';
import { strengthOf } from './growth-ties.ts';

/** "passe de A à B, soit +Z %", "a progressé d'un cinquième, de A à B". */
export function growthReadings(passage: Passage, token: Token): Reading[] {
  if (token.unitClass !== 'percent' && token.type !== 'fraction') return [];
  if (isLevel(passage, token)) return [];
  const sense = senseOf(passage, token);
  const said = sense ?? (saysChange(passage, token) ? 'either' : undefined);
  if (said === undefined && token.type === 'fraction') return [];
  const twin = saidAgain(passage, token);
  const amounts = neighbours(passage, token).filter(
    (other) => other !== twin && mayGrow(passage, token, other),
  );
  const compared = comparedTo(passage, token, amounts);
  if (compared) return [compared];
  const deltas = deltaReadings(passage, token, sense);
  if (isAnyPlain(deltas)) return deltas;
  if (sense === undefined && /^ (?:de |du |des |d'|of )/.test(after(passage, token, 8))) return [];
  const readings = changesAmong(passage, amounts, token)
    .flatMap((change) => turnedBy(passage, token, change, sense) ?? [])
    .filter(({ from }) => from.stated.value.gt(0))
    .slice(0, 8)
    .map((change): Reading => {
      const strength = strengthOf(passage, token, change, { sense: said, amounts });
      return {
        kind: 'growth',
        token,
        inputs: [change.from, change.to],
        operation: growth,
        direction: sense ?? 'either',
        strength,
        isTold: strength === 3 && isSlight(change),
      };
    });
  const kept = withoutOthers(token, readings);
  return [...kept, ...deltas];
}

/** Whether the words make it a value of its own, no change. */
function isLevel(passage: Passage, token: Token): boolean {
  return levelsOf(passage).has(token) || /[=→] ?$/.test(before(passage, token, 8));
}

/** A change told outright that is small: what is said of it may be ten times too much. */
function isSlight({ from, to, rank }: Change): boolean {
  return rank === 0 && Math.abs(to.size - from.size) < from.size / 10;
}

function isAnyPlain(readings: readonly Reading[]): boolean {
  return readings.some(({ strength }) => strength === 3);
}

/** Where the sentence itself tells of a change, numbers of other sentences alone are of another. */
function withoutOthers(token: Token, readings: readonly Reading[]): Reading[] {
  const isHere = ({ inputs }: Reading): boolean => inputs.some(({ sentence }) => sentence === token.sentence);
  const isPlain = readings.some((one) => one.strength === 3 && isHere(one));
  return readings.filter((one) => !isPlain || isHere(one));
}

/** Where nothing tells which value comes first, what rises goes from the smaller to the larger. */
function turnedBy(
  passage: Passage,
  token: Token,
  change: Change,
  sense: Sense | undefined,
): Change | undefined {
  const { from, to, rank } = change;
  if (sense === undefined || rank < 3 || from.size < to.size === (sense === 'rise')) return change;
  const { isHere, side, last } = layoutOf(passage, token, from, to);
  const isPair = isHere && side === 'before' && isNextTo(passage, last, saidAgain(passage, token) ?? token);
  return isPair ? { ...change, from: to, to: from } : undefined;
}

function mayGrow(passage: Passage, token: Token, other: Token): boolean {
  const isRate = other.unitClass === 'percent' && token.type !== 'fraction';
  return isAmount(other) && !isRate && !isAge(passage, other);
}

/** The way a change is said to go: by its sign, or by the words around it. */
export function senseOf(passage: Passage, token: Token): Sense | undefined {
  return senseWithin(passage, token, { left: 60, right: 40 });
}

const durations = wordy(/\b(?:durée|âge|délai|espérance|peine|carrière|ancienneté|attente|temps)\b/);

/** "les 18-25 ans", "de 62 à 64 ans": ages change no budget. */
export function isAge(passage: Passage, token: Token): boolean {
  return (
    token.unitClass === 'time' && token.family === 'year' && !durations.test(before(passage, token, 120))
  );
}
