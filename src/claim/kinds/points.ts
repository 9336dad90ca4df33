import { changesAmong, levelsOf, type Change } from '../changes.ts';
import { isLinked, type Sense } from '../cues.ts';
import { difference, growth, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';

import { wordy } from '../pattern.ts';
import { before, between, indexOf, isNextTo, neighbours, type Reading, type Strength } from '../reading.ts';
import { saysGap } from '../sense.ts';
import type { Token } from '../token.ts';
import { isOperand } from './operand.ts';
import { strengthOf } from './growth-ties.ts';
import { senseOf } from './growth.ts';

/** Second less first. */
const rise: Operation = {
  apply: ([from, to]) => difference.apply([to, from].flatMap((value) => value ?? [])),
  rough: ([a = 0, b = 0]) => b - a,
  rises: (index) => index === 1,
  words: ([from = '', to = '']) => `${to} − ${from}`,
};

/** "a gagné 0,8 point, de 13,7 % à 14,5 %"; and per cent said for points: "recule de 3 %, de 14 % à 11 %". */
export function pointsReadings(passage: Passage, token: Token): Reading[] {
  if (!mayState(passage, token)) return [];
  const rates = neighbours(passage, token).filter(
    ({ unitClass, isSigned, per }) => unitClass === 'percent' && !isSigned && per === token.per,
  );
  if (rates.length < 2) return [];
  const sense = senseOfPoints(passage, token);
  const across =
    sense === 'gap' && !followsPair(passage, token) ? rateAcross(passage, token, rates) : undefined;
  if (across) return readingsOf(passage, token, across, { sense, rates, strength: 3 });
  if (token.unitClass === 'percent' && sense === undefined) return exactly(passage, token, rates);
  const changes = [...changesAmong(passage, rates, token).slice(0, 8), ...farChanges(token, rates)];
  return changes.flatMap((change) => readingsOf(passage, token, change, { sense, rates }));
}

function mayState(passage: Passage, token: Token): boolean {
  if (token.type !== 'quantity' || (token.unitClass !== 'point' && token.unitClass !== 'percent'))
    return false;
  return !levelsOf(passage).has(token) && !isLevel(passage, token) && !isOperand(passage, token);
}

const byLead = wordy(/(?:^|[^a-zà-ÿœ])(?:de|d'|by|of) $/);
const ofRate = wordy(
  /\b(?:taux|parts?|proportions?|niveaux?|scores?|moyennes?|seuils?|objectifs?|cibles?|rates?|shares?|levels?|averages?|targets?|soit|total|tva|vat|remise|rabais|discount|majorit[ée]s?|intérêts?|inflation|interest|probabilités?) (?:[a-zà-ÿœ-]+ ){0,3}(?:est |is |was |était )?(?:de|d'|by|of) $/,
);

/** "le reflux est de 4,2 %": no word tells a change, but the only two rates beside it differ by just that. */
function exactly(passage: Passage, token: Token, rates: readonly Token[]): Reading[] {
  const own = /^(?:de |d'|by |of )/.exec(passage.folded.slice(token.start, token.start + 3))?.[0] ?? '';
  const left = before(passage, token, 60) + own;
  if (!byLead.test(left) || ofRate.test(left)) return [];
  return changesAmong(passage, rates, token)
    .filter((change) => isSolePair(token, change, rates) && isExactly(passage, token, change, false))
    .flatMap((change) => readingsOf(passage, token, change, { sense: 'gap', rates, strength: 2 }));
}

/** "fell below 6.5%": where it came to, and not how far; "25 %, 50 % et 75 %": one of several. */
function isLevel({ folded }: Passage, { from, start, end }: Token): boolean {
  if (/^(?:,| et| and| ou| or) \d/.test(folded.slice(end, end + 6))) return true;
  return /\b(?:below|under|above|over|beyond|past|sous|au-dess|au-del)/.test(
    folded.slice(Math.max(0, from - 8), Math.max(start, Math.min(end, from + 12))),
  );
}

const shift = wordy(
  /\b(?:amélior|dégrad|détérior|évolu|chang|vari|boug|dévi|corrig|redress|glissé|glisse|improv|worsen|deteriorat|shift|sw[iu]ng|mov|slip|slid|adjust|sank|sunk|swelled|eased|edged|bet?ter|worse)[a-zà-ÿœ]*\b[^.;:()0-9]{0,24}$/,
);

/** A word of change that does not say which way: "s'améliore de 3 points", "a swing of 4 points". */
function saysShift(passage: Passage, token: Token): boolean {
  return shift.test(before(passage, token));
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

function senseOfPoints(passage: Passage, token: Token): Sense | 'gap' | undefined {
  const isGap = saysGap(passage, token) || saysShift(passage, token) || followsPair(passage, token);
  return senseOf(passage, token) ?? (isGap ? 'gap' : undefined);
}

/** "went from 0.8% to 1.4%, that is, by 0.6 per cent", "de 12 % à 21 %, à 9 %": what parts the two just told. */
function followsPair(passage: Passage, token: Token): boolean {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last?.sentence !== token.sentence || levelsOf(passage).get(last) !== 'to') return false;
  const gap = between(passage, last, token);
  return /^[ ,:(–—]*(?:that is|i\.e\.|or|soit|donc|ou)?,? ?(?:by |de |d'|à )?$/.test(gap) && gap.length > 2;
}

/** The rate just before the number, with one said two sentences before. */
function farChanges(token: Token, rates: readonly Token[]): Change[] {
  const near = rates
    .filter(({ start, sentence }) => start < token.start && sentence === token.sentence)
    .at(-1);
  const far = rates.filter(({ sentence }) => sentence === token.sentence - 2);
  return near ? far.map((from) => ({ from, to: near, isTold: false, rank: 3 })) : [];
}

/** What is lost less is gained: "nous avons gagné huit points" of a rate that falls. */
const gaining = /(?:^|[ '])(?:(?:nous|on|we) (?:[a-zà-ÿœ]+ )?(?:gagn|gain)|gagner|gaining)/;

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
  const isOpen = sense === undefined || sense === 'gap' || gaining.test(before(passage, token, 24));
  const direction = isOpen ? 'either' : sense;
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

/** Whether the number is, to the digit, what parts the rate next to it from another. */
function isExactly(passage: Passage, token: Token, { from, to }: Change, isPair: boolean): boolean {
  const { value, decimals } = token.stated;
  const isSharp = decimals > 0 && from.stated.decimals === decimals && to.stated.decimals === decimals;
  if (!to.stated.value.minus(from.stated.value).abs().eq(value.abs())) return false;
  const isBeside = [from, to].some(
    (rate) =>
      isNextTo(passage, rate, token) &&
      rate.sentence === token.sentence &&
      between(passage, rate, token).length < 60,
  );
  return isBeside && (isSharp || isPair);
}

/** Whether the two are the only rates there: of the sentence, or with those of the sentence before it. */
function isSolePair(token: Token, { from, to }: Change, rates: readonly Token[]): boolean {
  const own = rates.filter(({ sentence }) => sentence === token.sentence);
  const recent = rates.filter(
    ({ sentence }) => sentence === token.sentence || sentence === token.sentence - 1,
  );
  const pair = own.length < 2 ? recent : own;
  return pair.length === 2 && pair.includes(from) && pair.includes(to);
}

function strengthOfPoints(passage: Passage, token: Token, change: Change, situation: Situation): Strength {
  const { sense, rates } = situation;
  const strength = strengthOf(passage, token, change, {
    sense: sense === 'gap' ? 'rise' : sense,
    amounts: rates,
  });
  const isPair = isSolePair(token, change, rates);
  const isRate = token.unitClass === 'percent';
  if (isPair && (!isRate || sense === 'gap') && !isAside(passage, token, change)) return 3;
  if (isRate) return strength === 1 && isExactly(passage, token, change, isPair) ? 2 : strength;
  return change.isTold && isLinkedBefore(passage, token, change) ? 3 : strength;
}

function isLinkedBefore(passage: Passage, token: Token, { from, to }: Change): boolean {
  return isLinked(between(passage, to.start < token.start ? to : from, token));
}

/** "31 % à Rennes, 44 % à Brest ; à Quimper, la hausse est de 6 points": it is said of a third. */
function isAside(passage: Passage, token: Token, { from, to }: Change): boolean {
  const last = from.start > to.start ? from : to;
  if (last.start > token.start || last.sentence !== token.sentence) return false;
  const clause = between(passage, last, token).split('; ')[1];
  return clause !== undefined && aside.test(clause);
}

const aside = wordy(/^(?:à|au|aux|en|dans|chez|pour|in|at|among|for|elsewhere|ailleurs|quant)\b/);
