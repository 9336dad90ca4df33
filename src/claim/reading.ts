import type { ClaimKind } from '../core/claim.ts';
import type { Stated } from '../quantity/stated.ts';
import type { Operation } from './operation.ts';
import type { Passage } from './passage.ts';
import type { Token } from './token.ts';
import { wordy } from './pattern.ts';
import { isLike } from './units.ts';

/** How plainly the words say it: 3 may fail, 2 is shown as undecided unless it holds, 1 is kept only if it holds. */
export type Strength = 1 | 2 | 3;

/** One way to understand what a statement is computed from. */
export interface Reading {
  readonly kind: ClaimKind;
  readonly token: Token;
  /** The statement as it is compared, where it is not the token's own. */
  readonly stated?: Stated | undefined;
  readonly inputs: readonly Token[];
  readonly operation: Operation;
  readonly strength: Strength;
  readonly direction?: 'rise' | 'fall' | 'either' | undefined;
  /** Whether the statement is at fault where the calculation gives it: per cent said for points. */
  readonly isFault?: boolean;
  /** Whether the grammar itself ties the inputs to the statement: then even one far off fails. */
  readonly isTold?: boolean;
  /** The unit said by a claim, where it is not that of the statement. */
  readonly unit?: string;
  /** Where the words of the statement begin, where they are more than the token: "un médecin pour 50 habitants". */
  readonly start?: number;
}

/** Words right before a token, in its sentence, at most `width` characters. */
export function before(passage: Passage, token: Token, width = 60): string {
  const from = passage.sentences[token.sentence]?.start ?? 0;
  return passage.folded.slice(Math.max(from, token.from - width), token.from);
}

/** The words before a number, since the last one like it: those before that one are not said of it. */
export function leftOf(passage: Passage, token: Token, width: number): string {
  const left = before(passage, token, width);
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last === undefined || !isLike(last, token) || isDuration(passage, last)) return left;
  return left.slice(Math.max(0, left.length - (token.from - last.end)));
}

/** Words right after a token, in its sentence. */
export function after(passage: Passage, token: Token, width = 60): string {
  const to = passage.sentences[token.sentence]?.end ?? passage.folded.length;
  return passage.folded.slice(token.end, Math.min(to, token.end + width));
}

/** Words between two tokens, whatever their order. */
export function between(passage: Passage, a: Token, b: Token): string {
  return a.start < b.start ? passage.folded.slice(a.end, b.from) : passage.folded.slice(b.end, a.from);
}

/** At most this many numbers on each side of a statement are looked at, so that time stays linear. */
const reach = 7;

/** The numbers of the token's sentence, of the two before it and of the next, without the token. */
export function neighbours(passage: Passage, token: Token): Token[] {
  const { tokens } = passage;
  const index = indexOf(tokens, token);
  const isNear = (other: Token): boolean =>
    other.sentence >= token.sentence - 2 && other.sentence <= token.sentence + 1;
  return tokens
    .slice(Math.max(0, index - reach), index + reach + 1)
    .filter((other) => other !== token && isNear(other) && !namesGroup(passage, other));
}

const most = wordy(
  /^ (?:(?:de |des |of (?:the )?)?[a-zà-ÿœ' -]{0,30}\b(?:les (?:plus|moins|mieux)|richest|poorest|wealthiest|lowest|highest|best|worst)\b|(?:du (?:haut|bas)|supérieurs?|inférieurs?)\b)/,
);
const superlative = wordy(/\b(?:richest|poorest|wealthiest|top|bottom|lowest|highest) $/);

/** "les 10 % les plus aisés", "the richest 1%": a share that names a group. */
export function namesGroup(passage: Passage, token: Token): boolean {
  if (token.unitClass !== 'percent') return false;
  return superlative.test(before(passage, token, 14)) || most.test(after(passage, token, 60));
}

/** Where the token stands among all. */
export function indexOf(tokens: readonly Token[], token: Token): number {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < token.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every two numbers of one kind, in the order of the text. */
export function likePairs(tokens: readonly Token[]): [Token, Token][] {
  return tokens.flatMap((first, index) =>
    tokens
      .slice(index + 1)
      .filter((second) => isLike(first, second))
      .map((second): [Token, Token] => [first, second]),
  );
}

/** Whether the number is one that a calculation may take: no ratio in words, no age, no small number in words alone. */
export function isAmount(token: Token): boolean {
  return token.type === 'quantity' && token.unitClass !== 'point';
}

/** The whole sentence of a token, in lower case. */
export function sentenceOf(passage: Passage, token: Token): string {
  const { start, end } = passage.sentences[token.sentence] ?? { start: 0, end: 0 };
  return passage.folded.slice(start, end);
}

/** Whether no other number stands between the two, but for how long it took: "en dix ans". */
export function isNextTo(passage: Passage, a: Token, b: Token): boolean {
  const [i, j] = [indexOf(passage.tokens, a), indexOf(passage.tokens, b)];
  if (i === j || Math.abs(i - j) > 3) return false;
  const isAmong = isShareLike(a) || isShareLike(b);
  return passage.tokens
    .slice(Math.min(i, j) + 1, Math.max(i, j))
    .every((one) => isDuration(passage, one) || (!isAmong && isShareLike(one)));
}

/** Per cents and fractions stand between amounts without parting them. */
function isShareLike({ unitClass }: Token): boolean {
  return unitClass === 'ratio' || unitClass === 'percent';
}

/** "en dix ans", "over two years". */
export function isDuration(passage: Passage, { unitClass, from }: Token): boolean {
  return unitClass === 'time' && duration.test(passage.folded.slice(Math.max(0, from - 12), from));
}

const duration = wordy(
  /\b(?:en|depuis|pendant|durant|après|dans|il y a|d'ici|in|over|within|for|after|sous|sur) (?:les |the |seulement |only |just )?$/,
);

/** The words that a number may be named by: those since the number before, and a few after. */
export function namesOf(passage: Passage, token: Token): string {
  const index = indexOf(passage.tokens, token);
  const start = Math.max(
    passage.sentences[token.sentence]?.start ?? 0,
    passage.tokens[index - 1]?.end ?? 0,
    token.from - 90,
  );
  const next = Math.min(
    passage.tokens[index + 1]?.from ?? Infinity,
    passage.sentences[token.sentence]?.end ?? Infinity,
  );
  const behind =
    passage.folded
      .slice(token.end, Math.min(next, token.end + 40))
      .split(/[;:(]|, (?:soit|ou|or|donc|so|ce qui|which) /)[0] ?? '';
  return `${passage.folded.slice(start, token.from)} ${token.family.toLowerCase()} ${behind}`;
}

/** Whether a word beginning as `noun` does names the number. */
export function isNamed(passage: Passage, token: Token, noun: string): boolean {
  const stem = noun.slice(0, Math.max(4, Math.min(6, noun.length - 1)));
  const names = namesOf(passage, token);
  for (let at = names.indexOf(stem); at >= 0; at = names.indexOf(stem, at + 1))
    if (!/[a-zà-ÿœ]/.test(names[at - 1] ?? ' ')) return true;
  return false;
}

/** Where two numbers stand about a statement. */
export interface Layout {
  readonly first: Token;
  readonly last: Token;
  /** Both in the sentence of the statement. */
  readonly isHere: boolean;
  readonly side: 'before' | 'after' | 'around';
  /** The one of them next to the statement, and the words between. */
  readonly near: Token;
  readonly gap: string;
  readonly isNext: boolean;
}

export function layoutOf(passage: Passage, token: Token, a: Token, b: Token): Layout {
  const [first, last] = a.start < b.start ? [a, b] : [b, a];
  const isHere = first.sentence === token.sentence && last.sentence === token.sentence;
  const side = last.start < token.start ? 'before' : first.start > token.start ? 'after' : 'around';
  const near = side === 'before' ? last : first;
  return {
    first,
    last,
    isHere,
    side,
    near,
    gap: between(passage, near, token),
    isNext: isNextTo(passage, near, token),
  };
}

/** The numbers like `model` in the sentences from `back` sentences before the token's up to its own. */
export function likesNear(amounts: readonly Token[], token: Token, model: Token, back = 0): Token[] {
  return amounts.filter(
    (other) =>
      other.sentence <= token.sentence && other.sentence >= token.sentence - back && isLike(other, model),
  );
}
