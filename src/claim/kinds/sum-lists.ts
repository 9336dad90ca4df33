import type { Passage } from '../passage.ts';
import { between, indexOf, type Reading } from '../reading.ts';
import { sum } from '../operation.ts';
import { wordy } from '../pattern.ts';
import type { Token } from '../token.ts';
import { closing, listGap, notList } from './total-words.ts';

/** The longest list that ends with the last of `tokens`; a semicolon ends it, unless it parts its items throughout. */
export function runBack(passage: Passage, tokens: readonly Token[]): Token[] {
  const run = tokens.slice(-1);
  let separator = '';
  for (let index = tokens.length - 2; index >= 0; index--) {
    const [part, next] = [tokens[index], run[0]];
    if (part === undefined || next?.sentence !== part.sentence) break;
    const gap = itemGap(passage, part, next);
    if (!isItemGap(gap, separator, run.length)) break;
    run.unshift(part);
    separator = gap;
  }
  return run;
}

/** The longest list that begins with the first of `tokens`; with `isInside`, no further than the bracket it stands in. */
export function runForward(passage: Passage, tokens: readonly Token[], isInside: boolean): Token[] {
  const run = tokens.slice(0, 1);
  let separator = '';
  for (const part of tokens.slice(1)) {
    const last = run.at(-1);
    if (last?.sentence !== part.sentence) break;
    const gap = itemGap(passage, last, part);
    if (!isItemGap(gap, separator, run.length) || (isInside && closes(gap))) break;
    separator = gap;
    run.push(part);
  }
  return run;
}

const share = wordy(
  /,? (?:soit|ou|or|i\.e\.) (?:environ |about )?\d+(?:[.,]\d+)? ?(?:%|pour cent|per ?cent)/g,
);

/** The words between two items, what share each is left out. */
function itemGap(passage: Passage, a: Token, b: Token): string {
  const gap = between(passage, a, b);
  return /%|cent/.test(gap) ? gap.replace(share, '') : gap;
}

function isItemGap(gap: string, separator: string, length: number): boolean {
  const isOther = gap.includes(';') && !separator.includes(';') && length > 1;
  return listGap.test(gap) && !notList.test(gap) && !isOther;
}

/** Whether a bracket opened before is closed in a gap: what follows is no more of the list. */
function closes(gap: string): boolean {
  const close = gap.indexOf(')');
  if (gap.startsWith(');')) return true;
  return close >= 0 && !gap.slice(0, close).includes('(') && !/\([^)]*$/.test(gap);
}

/** Every end of the list of two items or more, and the whole run first. */
export function suffixes(tokens: readonly Token[], run: number): Token[][] {
  return countsOf(tokens, run).map((count) => tokens.slice(-count));
}

export function prefixes(tokens: readonly Token[], run: number): Token[][] {
  return countsOf(tokens, run).map((count) => tokens.slice(0, count));
}

function countsOf(tokens: readonly Token[], run: number): number[] {
  const counts = [run, ...Array.from({ length: tokens.length - 1 }, (_, index) => index + 2)];
  return [...new Set(counts)].filter((count) => count >= 2);
}

/** Whether a list is plainly over with its last item: "A, B et C", or three items and more set out alike. */
export function isClosed(passage: Passage, run: readonly Token[]): boolean {
  const [last, lastButOne] = [run.at(-1), run.at(-2)];
  if (last === undefined || lastButOne === undefined) return false;
  return run.length > 2 || closing.test(between(passage, lastButOne, last));
}

/** Whether the parts make the total to the digit, and it has so many digits that no chance explains it. */
export function isSharp(token: Token, parts: readonly Token[], fewest = 3): boolean {
  const { value, unit, decimals, qualifier, kind } = token.stated;
  if (qualifier !== undefined || kind !== 'number') return false;
  const made = parts.reduce((total, part) => total.plus(part.stated.value), value.minus(value));
  const step = 10 ** -decimals * unit.scale.toNumber();
  if (made.minus(value).abs().toNumber() > step * 0.01) return false;
  const digits = value
    .div(unit.scale)
    .toFixed(decimals)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;
  return digits >= fewest || (digits === 2 && parts.length > 2);
}

const adding = /\b(?:additionn|add (?:up|them|these|those|together)|let us add)/;

/** "Additionnons : 3,4 milliards, 1,9 et 0,6. Nous obtenons 5,9": the sentence before asks for the total. */
export function isAddedUp({ folded, sentences, tokens }: Passage, token: Token): boolean {
  const last = sentences[token.sentence - 1];
  const own = sentences[token.sentence];
  if (own && adding.test(folded.slice(own.start, Math.min(own.start + 60, token.from)))) return true;
  if (last === undefined || tokens[indexOf(tokens, token) - 1]?.sentence === token.sentence) return false;
  return adding.test(folded.slice(last.start, last.start + 60));
}

const mostParts = 5;

/** Every numbers in a row, wherever they stand, that make the statement to the digit. */
export function exactRuns(token: Token, amounts: readonly Token[], isTotal: boolean): Reading[] {
  if (token.unitClass === 'percent') return [];
  const swapped = isTotal ? swappedSets(token, amounts) : [];
  return [...rowsOf(token, amounts), ...swapped];
}

/** What plainly is a total, where a few of the numbers before it make the same but for two digits. */
function swappedSets(token: Token, amounts: readonly Token[]): Reading[] {
  const digits = token.stated.value.sd();
  const earlier = amounts.filter((one) => one.start < token.start && one.size < token.size).slice(-6);
  if (digits < 3) return [];
  const sets = earlier.reduce<Token[][]>((all, one) => [...all, ...all.map((set) => [...set, one])], [[]]);
  return sets
    .filter((set) => set.length > 1 && set.length < 5 && (digits > 3 || isRow(set, earlier)))
    .filter((set) =>
      isSwapped(
        token,
        set.reduce((sum, { size }) => sum + size, 0),
      ),
    )
    .map((inputs) => ({ kind: 'sum', token, inputs, operation: sum, strength: 2 }));
}

function isRow(set: readonly Token[], all: readonly Token[]): boolean {
  const first = all.findIndex((one) => one === set[0]);
  return set.every((one, index) => all[first + index] === one);
}

/** Whether an amount is the statement with two neighbouring digits the other way round. */
export function isSwapped({ stated }: Token, amount: number): boolean {
  const { value, unit, decimals, qualifier, kind } = stated;
  if (qualifier !== undefined || kind !== 'number') return false;
  const [said, right] = [value.toNumber(), amount].map((one) =>
    (one / unit.scale.toNumber()).toFixed(decimals),
  );
  if (said === undefined || right?.length !== said.length) return false;
  return isTurned(said, right);
}

/** Whether two digits in a row, the decimal mark aside, are the other way round. */
function isTurned(said: string, right: string): boolean {
  const wrong = Array.from(said).flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [first = 0, second = 0] = wrong;
  const isNear = second - first === 1 || (second - first === 2 && said[first + 1] === '.');
  return wrong.length === 2 && isNear && said[first] === right[second] && said[second] === right[first];
}

function rowsOf(token: Token, amounts: readonly Token[]): Reading[] {
  return amounts.flatMap((_, first) => {
    const runs: Reading[] = [];
    let size = amounts[first]?.size ?? 0;
    for (let last = first + 1; last < Math.min(amounts.length, first + mostParts); last++) {
      size += amounts[last]?.size ?? 0;
      if (size > token.size * 1.000001) break;
      const inputs = amounts.slice(first, last + 1);
      if (size > token.size * 0.999999 && isSharp(token, inputs))
        runs.push({ kind: 'sum', token, inputs, operation: sum, strength: 1 });
    }
    return runs;
  });
}
