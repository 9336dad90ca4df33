import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, between, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

/** Two numbers, the one that should be the larger first. */
export interface Pair {
  readonly large: Token;
  readonly small: Token;
  readonly strength: Strength;
}

export const oriented = (token: Token, subject: Token, object: Token, strength: Strength): Pair =>
  token.isDown ? { large: object, small: subject, strength } : { large: subject, small: object, strength };

export function bySize(a: Token, b: Token): Pick<Pair, 'large' | 'small'> {
  return a.stated.value.gte(b.stated.value) ? { large: a, small: b } : { large: b, small: a };
}

const former = wordy(
  /\b(?:la première|le premier|les premiers|les premières|celui-là|celle-là|the former|the first)\b/,
);
const latter = wordy(
  /\b(?:la seconde|le second|les seconde?s|la deuxième|le deuxième|la dernière|le dernier|celui-ci|celle-ci|the latter|the second)\b/,
);

/** "La première vaut sept fois la seconde": the two that the sentence before compares. */
export function recalledPairs(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  if (amounts.some(({ sentence }) => sentence === token.sentence)) return [];
  const [left, right] = [before(passage, token, 90), after(passage, token, 60)];
  const isFirst = former.test(left);
  if (!isFirst && !latter.test(left)) return [];
  if ((isFirst ? former : latter).test(right)) return [];
  const told = amounts.filter(({ sentence }) => sentence === token.sentence - 1);
  const [a, b] = told;
  if (!a || !b || told.length !== 2 || !isLike(a, b)) return [];
  return [isFirst ? oriented(token, a, b, 3) : oriented(token, b, a, 3)];
}

/** Whether the two alone are for each of one thing, or alone in their clause: "200 € par personne", "le premier 23 000 €, le dernier 529 000 €". */
export function areParallel(
  passage: Passage,
  token: Token,
  [a, b]: readonly [Token, Token],
  likes: readonly Token[],
): boolean {
  const earlier = likes.filter((other) => other.start < token.start);
  if (a.per !== '' && a.per === b.per) return earlier.filter(({ per }) => per === a.per).length === 2;
  if (a.family !== b.family) return false;
  const from = earlier.at(-3);
  return (
    a.sentence === token.sentence &&
    from !== undefined &&
    /[;:]/.test(between(passage, from, a)) &&
    !/[;:]/.test(between(passage, a, b))
  );
}
