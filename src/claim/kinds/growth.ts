import { changesAmong, levelsOf, type Change } from '../changes.ts';
import { breaker, isLinked, isResuming, type Sense } from '../cues.ts';
import { comparedTo } from './growth-compared.ts';
import { deltaReadings } from './growth-delta.ts';
import { growth } from '../operation.ts';
import type { Passage } from '../passage.ts';
import {
  after,
  before,
  between,
  isAmount,
  indexOf,
  isNextTo,
  layoutOf,
  likesNear,
  neighbours,
  type Layout,
  type Reading,
  type Strength,
} from '../reading.ts';
import { saidAgain, saysGap, senseOf as senseWithin } from '../sense.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { wordy } from '../pattern.ts';

/** "passe de A à B, soit +Z %", "a progressé d'un cinquième, de A à B". */
export function growthReadings(passage: Passage, token: Token): Reading[] {
  if (token.unitClass !== 'percent' && token.type !== 'fraction') return [];
  if (levelsOf(passage).has(token) || /[=→] ?$/.test(before(passage, token, 8))) return [];
  const sense = senseOf(passage, token);
  if (sense === undefined && (token.type === 'fraction' || saysGap(passage, token))) return [];
  const twin = saidAgain(passage, token);
  const amounts = neighbours(passage, token).filter(
    (other) => other !== twin && mayGrow(passage, token, other),
  );
  const compared = comparedTo(passage, token, amounts);
  if (compared) return [compared];
  const deltas = deltaReadings(passage, token, sense);
  if (isAnyPlain(deltas)) return deltas;
  if (sense === undefined && /^ (?:de |du |des |d'|of )/.test(after(passage, token, 8))) return [];
  const changes = changesAmong(passage, amounts, token)
    .flatMap((change) => turnedBy(passage, token, change, sense) ?? [])
    .filter(({ from }) => from.stated.value.gt(0))
    .slice(0, 8)
    .map((change): Reading => ({
      kind: 'growth',
      token,
      inputs: [change.from, change.to],
      operation: growth,
      direction: sense ?? 'either',
      strength: strengthOf(passage, token, change, { sense, amounts }),
    }));
  return [...changes, ...deltas];
}

function isAnyPlain(readings: readonly Reading[]): boolean {
  return readings.some(({ strength }) => strength === 3);
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

/** What is known of a statement of change: the way it goes, and the numbers around it. */
export interface Situation {
  readonly sense: Sense | undefined;
  readonly amounts: readonly Token[];
}

/** How plainly a change belongs to the words that tell of it. */
export function strengthOf(passage: Passage, token: Token, change: Change, situation: Situation): Strength {
  const { from, to, isTold } = change;
  const { sense, amounts } = situation;
  const layout = layoutOf(passage, token, from, to);
  const own = likesNear(amounts, token, from);
  if (!layout.isHere)
    return sense === undefined || own.length > 1 ? 1 : strengthAcross(passage, token, change);
  if (layout.side === 'around' && change.rank > 0) return 1;
  const isTied = isLinked(layout.gap) || (sense !== undefined && !isBroken(layout.gap));
  if (!isTied) return isTold ? 2 : 1;
  return isTold
    ? strengthOfTold(passage, token, change)
    : strengthOfOrder(token, layout, sense !== undefined && own.length === 2);
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

function isBroken(gap: string): boolean {
  const last = gap.split(/[;!?] /).at(-1) ?? '';
  if (last !== gap && !isResuming(last)) return true;
  return gap.length > 120 || (breaker.test(last) && !mended.test(gap));
}

function strengthAcross(passage: Passage, token: Token, { from, to, isTold }: Change): Strength {
  const isTogether = from.sentence === to.sentence;
  if (!isTogether && ![from.sentence, to.sentence].includes(token.sentence)) return 1;
  if (isTold && isSplit(passage, token, from, to)) return 3;
  const taken = passage.sentences[Math.max(from.sentence, to.sentence, token.sentence)];
  const isTied = isResuming(passage.folded.slice(taken?.start ?? 0, taken?.end));
  if (!isTied) return isTold ? 2 : 1;
  return isTold && isTogether ? 3 : 2;
}

/** "En 2014, il traitait A dossiers. En 2021, il en a traité B, soit une hausse de Z %." */
function isSplit(passage: Passage, token: Token, from: Token, to: Token): boolean {
  const isOrdered =
    to.sentence === token.sentence && from.sentence === token.sentence - 1 && to.start < token.start;
  const isNear = isOrdered && isNextTo(passage, to, token) && isNextTo(passage, from, to);
  return isNear && between(passage, to, token).length < 60;
}
