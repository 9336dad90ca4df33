import { quotient, sharedSum, type Operation } from '../operation.ts';
import type { Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

/** "612 titulaires et 188 contractuels, soit 23,5 % de contractuels": the whole, or the part, is a sum. */
export function listReadings(token: Token, amounts: readonly Token[]): Reading[] {
  if (token.type === 'one-in') return [];
  const listed = amounts
    .filter((other) => other.sentence === token.sentence && other.start < token.start)
    .slice(-3);
  const [first, second, third] = listed;
  if (!first || !second || !isLike(first, second)) return [];
  const shared = {
    kind: token.type === 'fraction' ? ('fraction' as const) : ('share' as const),
    token,
    strength: 1 as const,
  };
  const pairs = [
    [first, second],
    [second, first],
  ];
  const sums = pairs.map((inputs): Reading => ({ ...shared, inputs, operation: partOfTwo }));
  if (!third || !isLike(second, third)) return sums;
  const whole = listed.reduce((a, b) => (a.stated.value.gt(b.stated.value) ? a : b));
  const parts = listed.filter((other) => other !== whole);
  return [...sums, { ...shared, inputs: [...parts, whole], operation: sharedSum }];
}

/** The first over the sum of both. */
const partOfTwo: Operation = {
  apply: ([a, b]) => (a && b ? a.div(a.plus(b)) : quotient().apply([])),
  rough: ([a = 0, b = 0]) => a / (a + b),
  rises: (index) => index === 0,
  words: ([a = '', b = '']) => `${a} ÷ (${a} + ${b})`,
};
