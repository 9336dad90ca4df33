import { isLinked, isResuming } from '../cues.ts';
import { levelsOf } from '../changes.ts';
import { sum } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  before,
  between,
  isAmount,
  leftOf,
  neighbours,
  sentenceOf,
  type Reading,
  type Strength,
} from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { isOperand, isSame } from './operand.ts';
import { countsItems, including, isApposedList, isPlainSplit, isSplitUp } from './sum-splits.ts';
import {
  exactRuns,
  isAddedUp,
  isClosed,
  isSharp,
  prefixes,
  runBack,
  runForward,
  suffixes,
} from './sum-lists.ts';
import { closing, consequence, notList, splitWord, sumLink, totalLead, totalTail } from './total-words.ts';

const ratioTail = / (?:pour|sur|par|for|in|per) $/;

/** "X, Y et Z, soit T au total", "Total : T", "T : X, Y et Z". */
export function sumReadings(passage: Passage, token: Token): Reading[] {
  if (!mayState(passage, token)) return [];
  const [left, right] = [leftOf(passage, token, 80), after(passage, token, 50)];
  const isTotal =
    (totalLead.test(left) && !splitWord.test(left)) ||
    isAddedUp(passage, token) ||
    totalTail.test(` ${token.family}${right}`);
  const amounts = neighbours(passage, token).filter((other) => mayAdd(passage, other, token));
  // Small numbers in words count the items of a list more often than they are part of a sum.
  const digits = amounts.filter((other) => !isSmallWord(other) || token.inWords);
  const lists = digits.length === amounts.length ? [amounts] : [digits, amounts];
  const found = lists.flatMap((list) => {
    const earlier = list.filter((other) => other.start < token.start);
    const later = list.filter((other) => other.start > token.start);
    return [...sumsBefore(passage, token, earlier, isTotal), ...sumsAfter(passage, token, later, isTotal)];
  });
  // Where a list is told, a part of it that fits is one from which something is missing.
  return found.some(({ strength }) => strength > 1)
    ? found
    : [...found, ...exactRuns(token, digits, isTotal)];
}

function mayState(passage: Passage, token: Token): boolean {
  if (token.type !== 'quantity' || token.unitClass === 'point' || token.isSigned) return false;
  if (token.unitClass === 'bare' && isSmallWord(token)) return false;
  return !isOperand(passage, token) && !/\d-[a-z]/.test(passage.folded.slice(token.start, token.end + 2));
}

function isSmallWord({ inWords, stated }: Token): boolean {
  return inWords && stated.value.lt(10);
}

function mayAdd(passage: Passage, other: Token, token: Token): boolean {
  return (
    isAmount(other) &&
    isLike(other, token) &&
    !isSame(other, token) &&
    !isFactor(passage, other) &&
    (other.unitClass !== 'percent' || token.unitClass === 'percent') &&
    other.per === token.per
  );
}

function isInBrackets(passage: Passage, token: Token): boolean {
  const left = before(passage, token, 160);
  return left.lastIndexOf('(') > left.lastIndexOf(')');
}

/** "4 j x 54 €", "a 6-month term": no item of a list. */
function isFactor(passage: Passage, other: Token): boolean {
  const { folded } = passage;
  return (
    /(?:^|[^a-z])[x×*÷] ?\(?$/.test(before(passage, other, 4)) ||
    /\d-[a-z]/.test(folded.slice(other.start, other.end + 2))
  );
}

function sumsBefore(passage: Passage, token: Token, earlier: readonly Token[], isTotal: boolean): Reading[] {
  const last = earlier.at(-1);
  if (last === undefined || earlier.length < 2) return [];
  const left = before(passage, token, 8);
  const run = runBack(passage, earlier);
  const cue = cueBefore(passage, token, { run, earlier, isTotal });
  const readings = suffixes(earlier, run.length).map((parts) =>
    reading(token, parts, parts.length === run.length ? cue : 1),
  );
  if (isTotal || cue > 1 || isLinkedTo(passage, last, token)) return plainFirst(readings);
  const fewest = demonstrative.test(left) ? 2 : 3;
  return token.unitClass === 'percent' ? [] : readings.filter(({ inputs }) => isSharp(token, inputs, fewest));
}

const demonstrative = /(?:^|[^a-zà-ÿœ])(?:ces|cette|these|those) $/;

interface Before {
  readonly run: readonly Token[];
  readonly earlier: readonly Token[];
  readonly isTotal: boolean;
}

/** How plainly the words or the structure make the token the total of the list before it. */
function cueBefore(passage: Passage, token: Token, before: Before): Strength {
  const { run, isTotal } = before;
  const last = run.at(-1);
  if (last === undefined || run.length < 2 || !mayAddUp(token, run)) return 1;
  const exceeds = run.every((part) => part.stated.value.lt(token.stated.value));
  const isHere = last.sentence === token.sentence;
  if (isTotal && (isHere || isResuming(sentenceOf(passage, token)) || isAddedUp(passage, token)))
    return exceeds ? 3 : 2;
  return exceeds ? cueOfWhole(passage, token, last, before) : 1;
}

/** Per cents are added up to a hundred, or not at all. */
function mayAddUp(token: Token, run: readonly Token[]): boolean {
  if (token.unitClass !== 'percent') return true;
  const sum = run.reduce((all, { size }) => all + size, 0);
  return token.size === 1 && sum > 0.8 && sum < 1.2;
}

function cueOfWhole(
  passage: Passage,
  token: Token,
  last: Token,
  { run, earlier, isTotal }: Before,
): Strength {
  const gap = between(passage, last, token);
  if (isLinkedTo(passage, last, token) && !notList.test(gap.replace(/\bsoit\b|\bsur\b/g, ''))) return 3;
  if (last.sentence < token.sentence - 1 || !isWhole(run, earlier, token)) return 1;
  if (isTotal || follows(passage, token, gap) || isThose(passage, token, run)) return 3;
  if (!isClosed(passage, run) || isSetAgainst(passage, token, gap)) return 1;
  return isItem(passage, token, run) || isOther(token, run) ? 1 : 2;
}

/** "5 patrouilleurs, 9 vedettes et 3 bâtiments ; ces 19 coques": all that the list counts. */
function isThose(passage: Passage, token: Token, run: readonly Token[]): boolean {
  const areCounts = [token, ...run].every(({ unitClass }) => unitClass === 'count' || unitClass === 'bare');
  return areCounts && isClosed(passage, run) && demonstrative.test(before(passage, token, 8));
}

/** Whether the token may as well be the next item of the list: "Bahamas 23, Chypre 4, Malte 32, …". */
function isItem(passage: Passage, token: Token, run: readonly Token[]): boolean {
  const [last, lastButOne] = [run.at(-1), run.at(-2)];
  if (last === undefined || lastButOne === undefined || last.sentence !== token.sentence) return false;
  const isOver =
    closing.test(between(passage, lastButOne, last)) || /[:;(—–]/.test(between(passage, last, token));
  return !isOver || /^[^.;:0-9]{0,30}[,)] ?[^.;:0-9]{0,40}\d/.test(after(passage, token, 80));
}

/** Whether the token is of no unit, and the list is of one; or it is a time, and the list is none. */
function isOther({ unitClass, family }: Token, run: readonly Token[]): boolean {
  if (unitClass === 'time') return family === 'year' || run.every((part) => part.unitClass !== 'time');
  return unitClass === 'bare' && run.every((part) => part.unitClass !== 'bare' && part.unitClass !== 'count');
}

function isLinkedTo(passage: Passage, last: Token, token: Token): boolean {
  const gap = between(passage, last, token);
  const isLabel = /= ?$/.test(gap) && !/\+ ?$/.test(before(passage, last, 3));
  const isHere = last.sentence === token.sentence && !isLabel;
  return isHere && isLinked(gap) && sumLink.test(gap) && !ratioTail.test(gap);
}

/** Whether the list takes in every number like it of its sentence, and the token is the first after it. */
function isWhole(run: readonly Token[], earlier: readonly Token[], token: Token): boolean {
  const last = run.at(-1);
  if (last === undefined || last !== earlier.at(-1)) return false;
  const others = earlier.filter((other) => other.sentence === last.sentence && !run.includes(other));
  return others.every((other) => countsItems(other, run)) && token.size < 50 * last.size;
}

/** "donc", "si bien que" in the clause of the token. */
function follows(passage: Passage, token: Token, gap: string): boolean {
  return (
    gap.length < 140 && consequence.test(gap) && !ratioTail.test(gap) && !isSetAgainst(passage, token, gap)
  );
}

const versus = wordy(
  /\b(?:contre|against|versus|than|(?:autant|moins|davantage|aussi [a-zà-ÿœ]+) que|au lieu (?:de|des)|instead of|par rapport aux?|dont|of which|including|sur|out of|from)\b[^,;:.]{0,16}$/,
);

/** "contre 300", "than 300", "de 200 à 300": the number is compared with the list, or is one of its own kind. */
function isSetAgainst(passage: Passage, token: Token, gap: string): boolean {
  return versus.test(gap) || levelsOf(passage).has(token) || /[,;] (?:et|and) $/.test(gap);
}

/** Where the whole list is plainly meant, a part of it that fits is a list from which something is missing. */
function plainFirst(readings: readonly Reading[]): Reading[] {
  const plain = readings.filter(({ strength }) => strength === 3);
  return plain.length > 0 ? plain : [...readings];
}

function reading(token: Token, parts: readonly Token[], strength: Strength): Reading {
  return { kind: 'sum', token, inputs: parts, operation: sum, strength };
}

function sumsAfter(passage: Passage, token: Token, later: readonly Token[], isTotal: boolean): Reading[] {
  const first = later[0];
  if (first === undefined || later.length < 2) return [];
  const far = listOfNext(passage, token, later);
  if (far) return [reading(token, far, 1)];
  const gap = between(passage, token, first);
  const run = runForward(passage, later, gap.includes('(') || isInBrackets(passage, token));
  const isSplit = isSplitUp(passage, token, later) || isApposedList(passage, token, run);
  const isIncluding = first.sentence === token.sentence && including.test(gap);
  const lists = prefixes(later, run.length).filter(
    (parts) => !countsItems(token, parts) && parts.at(-1)?.sentence === first.sentence,
  );
  if (!isSplit && !isTotal && !isIncluding)
    return lists
      .filter((parts) => isSharp(token, parts) && parts.at(-1)?.sentence === token.sentence)
      .filter(() => token.unitClass !== 'percent')
      .map((parts) => reading(token, parts, 1));
  const isPlainList = isSplit && isPlainSplit(passage, token, run, later);
  const strength = isIncluding
    ? strengthIncluding(passage, token, run)
    : strengthAfter(isPlainList, token.unitClass === 'percent');
  return plainFirst(lists.map((parts) => reading(token, parts, parts.length === run.length ? strength : 1)));
}

/** "recovered £1.55m… Three companies paid £0.6m, £0.5m and £0.45m": a list of the next sentence that makes the number. */
function listOfNext(passage: Passage, token: Token, later: readonly Token[]): Token[] | undefined {
  const next = later.filter(({ sentence }) => sentence === token.sentence + 1);
  if (next.length < 3 || next.length === later.length) return undefined;
  const run = runForward(passage, next, false);
  return run.length > 2 && isSharp(token, run) ? run : undefined;
}

/** Rates are seldom added up. */
function strengthAfter(isPlain: boolean, isRate: boolean): Strength {
  if (isRate) return 1;
  return isPlain ? 3 : 2;
}

/** "dont A, B et C": they may be some only, and so less than the whole, but no more. */
function strengthIncluding(passage: Passage, token: Token, run: readonly Token[]): Strength {
  return run.length > 1 &&
    isClosed(passage, run) &&
    run.reduce((whole, { size }) => whole + size, 0) > token.size
    ? 2
    : 1;
}
