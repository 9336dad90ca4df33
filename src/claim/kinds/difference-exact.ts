import { difference, rest } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { before, between, likePairs, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { isSharp, isSwapped } from './sum-lists.ts';

/** Every two numbers, wherever they stand, whose difference is the statement to the digit: no chance makes so many digits. */
export function exactPairs(token: Token, amounts: readonly Token[], isNamed: boolean): Reading[] {
  return likePairs(amounts).flatMap(([a, b]): Reading[] => {
    const [whole, part] = a.size >= b.size ? [a, b] : [b, a];
    if (!isOfOneTime(token, whole, part)) return [];
    const isSlip = isNamed && digitsOf(token) > 2 && part.unitClass === whole.unitClass;
    if (isSlip && isSwapped(token, whole.size - part.size)) return [taking(token, [whole, part], 2)];
    if (!isNearly(whole.size - part.size, token)) return [];
    const isExact = isSharp(whole, [part, token], isNamed ? 2 : 3) && digitsOf(token) > (isNamed ? 0 : 1);
    return isExact ? [taking(token, [whole, part], 1)] : [];
  });
}

function digitsOf({ stated: { value } }: Token): number {
  return value.toSignificantDigits(12).sd();
}

function isOfOneTime(token: Token, ...others: readonly Token[]): boolean {
  return others.every(({ per }) => per === token.per || per === '' || token.per === '');
}

function isNearly(amount: number, { size }: Token): boolean {
  return Math.abs(amount - size) <= Math.abs(size) * 1e-6;
}

function taking(token: Token, inputs: readonly Token[], strength: Strength): Reading {
  const operation = inputs.length === 2 ? difference : rest;
  return { kind: 'difference', token, inputs, operation, strength, direction: 'either' };
}

const left = wordy(
  /\b(?:rest(?:e|ent|ait|aient|era|eront|ant\w*|)|solde|reliquat|surplus|autres?|remain\w*|balance|leaving|leaves|left|others?|complément|manqu\w+|déficit|excédent|shortfall|surplus|marge|bénéfice|profit|margin|unspent|disponible)\b[^.;]{0,48}$/,
);
const mostParts = 4;

/** "17,7 Md€, moins 4,9 et 1,3 : reste 11,5": the largest of the numbers before it, less others that follow or go before. */
export function remainders(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const earlier = amounts
    .filter((other) => other.start < token.start && other.sentence >= token.sentence - 2)
    .slice(-7);
  const whole = earlier.reduce<Token | undefined>(
    (most, one) => (most && most.size >= one.size ? most : one),
    undefined,
  );
  if (whole === undefined || whole.size <= token.size) return [];
  const parts = earlier.filter((one) => one !== whole && one.size < whole.size);
  const isLeft = left.test(before(passage, token, 70));
  const sets = isLeft || digitsOf(token) > 2 ? subsetsOf(parts) : [parts.slice(-2), parts.slice(-3)];
  const exact = sets
    .filter(({ length }) => length > 1)
    .filter((set) =>
      isNearly(
        set.reduce((amount, { size }) => amount - size, whole.size),
        token,
      ),
    )
    .map((set) => taking(token, [whole, ...set], 1));
  const plain = isLeft ? plainParts(passage, token, whole, earlier) : undefined;
  return plain ? [taking(token, [whole, ...plain], 2), ...exact] : exact;
}

/** Every two, three or four of a few. */
function subsetsOf(parts: readonly Token[]): Token[][] {
  const all = parts.reduce<Token[][]>((sets, part) => [...sets, ...sets.map((set) => [...set, part])], [[]]);
  return all.filter(({ length }) => length > 1 && length <= mostParts);
}

/** All that stands between the whole and what is left of it, two numbers at least. */
function plainParts(
  passage: Passage,
  token: Token,
  whole: Token,
  earlier: readonly Token[],
): Token[] | undefined {
  const own = earlier.filter(({ sentence }) => sentence >= whole.sentence);
  const parts = own.filter((one) => one !== whole);
  const isWhole = own[0] === whole || own.at(-1) === whole;
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  if (!isWhole || parts.length < 2 || parts.length > mostParts || total >= whole.size) return undefined;
  const areLike = parts.every((part) => part.unitClass === whole.unitClass || part.unitClass === 'bare');
  return areLike && !between(passage, whole, token).includes('%') ? parts : undefined;
}
