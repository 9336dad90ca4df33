import { changesAmong, levelsOf, type Change } from '../changes.ts';
import { strengthOf } from './difference-ties.ts';
import { difference, rest } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  before,
  between,
  indexOf,
  isAmount,
  isDuration,
  neighbours,
  type Reading,
  type Strength,
  leftOf,
} from '../reading.ts';
import { saidAgain, senseOf } from '../sense.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { isAge } from './growth.ts';
import { comparedNouns, comparedTo } from './compared-to.ts';
import { isListed, isOperand, isSame } from './operand.ts';
import { isSharp } from './sum-lists.ts';
import { exactPairs, remainders } from './difference-exact.ts';
import { othersReadings } from './difference-others.ts';
import { yearSpans } from './year-spans.ts';
import { consequence } from './total-words.ts';
import { named, namedAfter, namedFar, staying } from './difference-words.ts';

/** "soit 576 de moins", "un écart de N", "le déficit atteint N", "a perdu N habitants". */
export function differenceReadings(passage: Passage, token: Token): Reading[] {
  const others = othersReadings(passage, token);
  return others.some(({ strength }) => strength === 3) ? others : [...others, ...readingsOf(passage, token)];
}

function readingsOf(passage: Passage, token: Token): Reading[] {
  if (!mayState(passage, token)) return yearSpans(passage, token);
  const left = leftOf(passage, token, 70);
  const sense = senseOf(passage, token, { left: 70, right: 48 });
  const isNamed = saysDifference(passage, token);
  const twin = saidAgain(passage, token);
  const amounts = neighbours(passage, token).filter(
    (other) =>
      other !== twin &&
      !isSame(other, token) &&
      !isLevelWith(passage, token, other) &&
      mayDiffer(passage, token, other) &&
      !isSmallWord(other, token),
  );
  const spans = yearSpans(passage, token);
  if (spans.length > 0) return spans;
  if (sense === undefined && !isNamed)
    return token.isSigned ? [] : [...unnamed(passage, token, amounts), ...exactPairs(token, amounts, false)];
  const compared = comparedTo(passage, token, amounts) ?? comparedNouns(passage, token);
  if (compared) return [compared];
  const direction = sense !== undefined && !named.test(left) ? sense : 'either';
  const whole = isNamed ? taken(passage, token, amounts) : undefined;
  if (whole) return [whole];
  const found = changesAmong(passage, amounts, token)
    .slice(0, 10)
    .map((change): Reading => ({
      kind: 'difference',
      token,
      inputs: [change.to, change.from],
      operation: difference,
      direction: change.isTold ? direction : 'either',
      strength: atMost(
        strongest(passage, token, change),
        strengthOf(passage, token, { change, isNamed, amounts }),
      ),
    }));
  const exact = exactPairs(token, amounts, isNamed).filter(
    (one) => !found.some((known) => takesSame(known, one)),
  );
  return [...found, ...exact, ...remainders(passage, token, amounts)];
}

function takesSame({ inputs: one }: Reading, { inputs: other }: Reading): boolean {
  return one.every((input) => other.includes(input));
}

function mayState(passage: Passage, token: Token): boolean {
  if (!isAmount(token) || token.unitClass === 'percent' || token.unitClass === 'ratio') return false;
  if (isDuration(passage, token) || isOperand(passage, token) || isListed(passage, token)) return false;
  if (isPart(passage, token)) return false;
  return !levelsOf(passage).has(token) || named.test(leftOf(passage, token, 70));
}

const partLead = wordy(/\b(?:dont|of which|including)\b[^.;:()0-9]{0,24}$/);
const wholeLead = wordy(/(?:^|[^a-zà-ÿœ])(?:sur|parmi|of|out of) (?:les |ces |the |these )?$/);

/** "dont 84 millions", "Sur les 59 emplois supprimés, 31 relevaient…": a part of the number before it. */
function isPart(passage: Passage, token: Token): boolean {
  if (partLead.test(leftOf(passage, token, 40))) return true;
  const whole = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (whole?.sentence !== token.sentence || !wholeLead.test(before(passage, whole, 16))) return false;
  const isNext = /^[^,.;:()0-9]{0,60}, $/.test(between(passage, whole, token));
  return isNext && !namedAfter.test(after(passage, token, 48));
}

/** Whether the words compare the two: "7,38 M€ contre 9,2 M€ prévus". */
function isLevelWith(passage: Passage, token: Token, other: Token): boolean {
  const levels = levelsOf(passage);
  if (levels.get(token) !== 'to' || levels.get(other) !== 'from') return false;
  return indexOf(passage.tokens, other) === indexOf(passage.tokens, token) + 1;
}

/** What no word calls a difference: the two numbers before it make it to the digit, or it follows from them. */
function unnamed(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const earlier = amounts.filter(({ start }) => start < token.start);
  const [first, second] = earlier.slice(-2);
  if (!first || !second || first.sentence < token.sentence - 1 || !isLike(first, second)) return [];
  const [from, to] = first.size > second.size ? [first, second] : [second, first];
  if (!isComparable(token, from, to)) return [];
  const strength = strengthUnnamed(passage, token, { first, second, earlier });
  const isExact = isSharp(from, [to, token]) || isSharp(token, [first, second]);
  if (strength === 1 && !isExact) return [];
  return [{ kind: 'difference', token, inputs: [from, to], operation: difference, strength }];
}

interface Earlier {
  readonly first: Token;
  readonly second: Token;
  readonly earlier: readonly Token[];
}

/** How plainly the two numbers before it, and they alone, lead to the number: "…, donc", or a change that is told. */
function strengthUnnamed(passage: Passage, token: Token, { first, second, earlier }: Earlier): Strength {
  const isAlone = earlier.filter(({ sentence }) => sentence >= first.sentence).length === 2;
  if (!isAlone || Math.max(first.size, second.size) <= token.size) return 1;
  const gap = between(passage, second, token);
  const isOne = isOneKind(token, first, second);
  if (isConsequence(gap)) return isOne ? 3 : 2;
  return isOne && !joining.test(gap) && isToldBefore(passage, first, second) ? 2 : 1;
}

const joining = wordy(/\b(?:et|and|ou|or|dont|including|contre|against)\b/);

/** Whether the words or the years make the two the start and the end of a change. */
function isToldBefore(passage: Passage, first: Token, second: Token): boolean {
  const [change] = changesAmong(passage, [first, second], second);
  return change?.isTold === true;
}

function isComparable(token: Token, from: Token, to: Token): boolean {
  const isOfOneTime = [from, to].every(({ per }) => per === token.per || per === '' || token.per === '');
  return isOfOneTime && from.size <= token.size * 50;
}

function isConsequence(gap: string): boolean {
  return gap.length < 90 && consequence.test(gap);
}

/** Whether three numbers are of one thing beyond doubt. */
function isOneKind(token: Token, ...others: readonly Token[]): boolean {
  return others.every(
    ({ unitClass, family }) =>
      unitClass === token.unitClass && (unitClass !== 'count' || family === token.family),
  );
}

function saysDifference(passage: Passage, token: Token): boolean {
  const left = leftOf(passage, token, 140);
  if (/(?:^| )(?:sur|out of|parmi)(?: les)? $/.test(left)) return false;
  if (namedAfter.test(`${unitOf(passage, token)}${after(passage, token, 48)}`)) return true;
  if (losing.test(unitOf(passage, token)) && leading.test(before(passage, token, 8))) return true;
  if ((named.test(left.slice(-70)) && !staying.test(left)) || namedFar.test(before(passage, token, 140)))
    return true;
  return (
    token.per === '' &&
    !/^ ?(?:par|per|each|chac|chaque|le |la |l'|\/)/.test(after(passage, token, 8)) &&
    followsChange(passage, token)
  );
}

/** "ces 1 735 suppressions", ": quinze départs". */
const losing =
  /^ (?:suppressions?|disparitions?|départs?|fermetures?|pertes?|créations?|loss|losses|closures?|departures?|cuts?)$/;
const leading = /(?:^|[^a-zà-ÿœ])(?:(?:ces|these|those|soit) |[:(—–] ?)$/;

/** " vacancies" of "77 vacancies". */
function unitOf({ folded }: Passage, { start, end, unitClass }: Token): string {
  return unitClass === 'count' ? (/ [a-zà-ÿœ-]+$/.exec(folded.slice(start, end))?.[0] ?? '') : '';
}

/** "baissent de 4 310 à 4 232, donc de 79 agents". */
function followsChange(passage: Passage, token: Token): boolean {
  const index = indexOf(passage.tokens, token);
  const [from, to] = [passage.tokens[index - 2], passage.tokens[index - 1]];
  if (!from || to?.sentence !== token.sentence || !isLike(to, token) || to.unitClass === 'percent')
    return false;
  const levels = levelsOf(passage);
  return (
    levels.has(from) &&
    levels.has(to) &&
    /(?:soit|donc|:|i\.e\.|or) ?(?:de |d')?$/.test(between(passage, to, token))
  );
}

const stops = /^ ?(?:[.,;:)]|$)/;

function mayDiffer(passage: Passage, token: Token, other: Token): boolean {
  if (!isAmount(other) || !isLike(other, token) || isDuration(passage, other)) return false;
  const isTime =
    other.unitClass === 'time' || (other.unitClass === 'bare' && stops.test(after(passage, other, 3)));
  if (token.unitClass === 'time' && !isTime) return false;
  return !isAge(passage, other) || isAge(passage, token);
}

/** "four were sold": a small number in words is none of two amounts that differ by much more. */
function isSmallWord({ inWords, size }: Token, token: Token): boolean {
  return inWords && size <= 12 && token.size > 4 * size;
}

/** A number without a unit is no difference of amounts of money; one said many times over is not the difference itself. */
function strongest(passage: Passage, token: Token, { from }: Change): Strength {
  const isBare = token.unitClass === 'bare' && token.stated.unit.scale.eq(1);
  if (isBare && from.unitClass === 'money') return 1;
  return isMultiplied(after(passage, token, 48)) ? 2 : 3;
}

function atMost(a: Strength, b: Strength): Strength {
  return a < b ? a : b;
}

/** "427,50 € de plus pour un mois de 30 jours": that is the difference many times over. */
function isMultiplied(right: string): boolean {
  return (
    /^[^.;,]{0,24}(?: pour (?:une?|\d|les|la|le|deux|trois)| sur (?:\d|deux|trois|un)| over |par | a (?:month|year|day)| per )/.test(
      right,
    ) && !/^ ?(?:en moins|en plus)/.test(right)
  );
}

const taking = wordy(
  /\b(?:retir|retranch|dédui|soustra|moins|ôt|enlev|défal|amput|net de|less|minus|deduct|subtract|net of|tak)[a-zà-ÿœ]*\b/,
);

/** "De 17,7 Md€, il fallait retirer 4,9 et 1,3 : restait 11,5": plainly the first less the two that follow. */
function taken(passage: Passage, token: Token, amounts: readonly Token[]): Reading | undefined {
  const inputs = amounts.filter(({ start }) => start < token.start).slice(-3);
  const [whole, one, other] = inputs;
  if (!whole || !one || one.sentence !== other?.sentence) return undefined;
  if (whole.size <= one.size + other.size) return undefined;
  const isTaken = taking.test(between(passage, whole, one)) && joined.test(between(passage, one, other));
  return isTaken
    ? { kind: 'difference', token, inputs, operation: rest, strength: 3, direction: 'either' }
    : undefined;
}

const joined = wordy(/(?:\b(?:et|and|puis|then)\b|,)[^.;:()0-9]{0,30}$/);
