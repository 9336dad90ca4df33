import { yearOf } from '../changes.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, between, sentenceOf } from '../reading.ts';
import type { Token } from '../token.ts';
import { split, splitWord } from './total-words.ts';

/** Words that single out some parts of a whole. */
export const including = wordy(/\b(?:dont|including|of which)\b/);

export function isSplitUp(passage: Passage, token: Token, later: readonly Token[]): boolean {
  const first = later[0];
  if (first?.sentence === token.sentence) return isSplitGap(between(passage, token, first));
  if (first?.sentence === token.sentence + 1 && isMadeOf(passage, first)) return true;
  const isTold =
    opensWithTotal.test(sentenceOf(passage, token)) || (first && isOfThem(passage, token, first));
  return isTold === true && haveOneYear(passage, later);
}

/** "The sum is made of £11.4m for the site, £6.9m…": the sentence splits up the number before it. */
function isMadeOf(passage: Passage, first: Token): boolean {
  return splitWord.test(before(passage, first, 70));
}

const ofThem = wordy(
  /^["«]?(?:parmi (?:eux|elles|ces)|d'entre eux|sur ce total|of (?:these|them|those)|among (?:them|these))\b/,
);

/** "5 076 inscrits. Parmi eux, 2 820 … et 2 256 …": the next sentence splits the number up. */
function isOfThem(passage: Passage, token: Token, first: Token): boolean {
  return first.sentence === token.sentence + 1 && ofThem.test(sentenceOf(passage, first));
}

/** Whether the list is of two numbers at least, and takes in all that its sentence, or its part before a semicolon, has. */
function isWholeList(passage: Passage, run: readonly Token[], later: readonly Token[]): boolean {
  const last = run.at(-1);
  const next = later[run.length];
  if (last === undefined || run.length < 2) return false;
  return next?.sentence !== last.sentence || between(passage, last, next).includes(';');
}

/** "3 écoles : 112 élèves, 96 et 141": a small number counts what the larger ones are about. */
export function countsItems(token: Token, parts: readonly Token[]): boolean {
  return token.size < 100 && parts.some(({ size }) => size > 5 * token.size);
}

/** Parts that fall far short of a total may be some of them only. */
function isClose(token: Token, parts: readonly Token[]): boolean {
  const total = parts.reduce((whole, { size }) => whole + size, 0);
  return total > token.size * 0.8 && total < token.size * 1.5;
}

const opensWithTotal = wordy(/^["«]?(?:le |la |montant |the |grand |sous-)?(?:total|somme|ensemble)\b/);

/** The amounts of two years are not added up. */
function haveOneYear(passage: Passage, tokens: readonly Token[]): boolean {
  return new Set(tokens.map((token) => yearOf(passage, token))).size <= 1;
}

/** "T répartis entre, "T : X, Y", "T (X, Y)". */
function isSplitGap(gap: string): boolean {
  if (/[.;]/.test(gap)) return false;
  return (
    split.test(gap) &&
    gap.length < (gap.endsWith('(') && !splitWord.test(gap) ? 36 : 120) &&
    !(gap.endsWith('(') && /[,)]/.test(gap) && !splitWord.test(gap)) &&
    (!/,[^:]*:/.test(gap) || splitWord.test(gap))
  );
}

export function isPlainSplit(
  passage: Passage,
  token: Token,
  run: readonly Token[],
  later: readonly Token[],
): boolean {
  const [first] = later;
  if (first === undefined || isOfThem(passage, token, first)) return false;
  return isWholeList(passage, run, later) && isClose(token, run);
}

const placeAfter = wordy(/^(?: [a-zà-ÿœ'-]+){0,2} (à|au|aux|en|dans|pour|chez|in|at|for|on|sur)\b/);

/** "1 500 places ont vu le jour, 640 à Lyon, 412 à Grenoble et 298 à Valence": the like of it in several places. */
export function isApposedList(passage: Passage, token: Token, run: readonly Token[]): boolean {
  const [first] = run;
  if (first?.sentence !== token.sentence || run.length < 3) return false;
  const gap = between(passage, token, first);
  if (!/^[^.;:()0-9]{0,60}, $/.test(gap) || including.test(gap)) return false;
  const places = run.map((part) => placeAfter.exec(after(passage, part, 40))?.[1]?.slice(0, 1));
  const isOneKind = run.every(({ unitClass }) => unitClass === 'bare' || unitClass === token.unitClass);
  return isOneKind && places.every((place) => place !== undefined && place === places[0]);
}
