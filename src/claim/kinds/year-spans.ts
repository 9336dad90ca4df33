import { decimal } from '../../quantity/decimal.ts';
import { stateNumber } from '../../quantity/stated.ts';
import { bareUnit } from '../../quantity/unit.ts';
import { difference, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import type { Reading } from '../reading.ts';
import type { Token } from '../token.ts';

const yearPattern = /(?<![0-9a-z/.,-])(?:1[5-9]|20)\d\d(?![0-9a-z/]|[.,]\d)/g;
const link = wordy(
  /^[^.;()0-9]{0,60}(?:\b(?:soit|pendant|durant|après|donc|en|sur|or|for|after|in|over|within|spanning|totalisant)\b[^.;()0-9]{0,24}|[,:(–—] ?)$/,
);
const fromTo = wordy(/\b(?:de|d'|from|entre|between) ?$/);
/** "a three-year struggle": how long something else took. */
const adjective = /-year (?!period|span|stretch|interval)[a-z]/;
const mostYearsOff = 10;

/** From the first to the second, the first counted in. */
const inclusive: Operation = {
  apply: (values) => difference.apply(values).plus(1),
  rises: (index) => index === 0,
  words: (inputs) => `${inputs[0] ?? ''} − ${inputs[1] ?? ''} + 1`,
};
/** The same, the last not over yet. */
const begun: Operation = {
  apply: (values) => difference.apply(values).minus(1),
  rises: (index) => index === 0,
  words: (inputs) => `${inputs[0] ?? ''} − ${inputs[1] ?? ''} − 1`,
};

/** "a siégé de 1983 à 2014, soit trente et un ans": how long it was from one year to another. */
export function yearSpans(passage: Passage, token: Token): Reading[] {
  if (token.unitClass !== 'time' || token.family !== 'year' || token.stated.kind !== 'number') return [];
  if (adjective.test(passage.folded.slice(token.start, token.end + 14))) return [];
  const years = yearsBefore(passage, token);
  const [from, to] = years.slice(-2);
  if (!from || !to || to.size <= from.size || !link.test(passage.folded.slice(to.end, token.from))) return [];
  const isSole = years.length === 2 || fromTo.test(passage.folded.slice(from.start - 9, from.start));
  const isClose = Math.abs(to.size - from.size - token.size) <= mostYearsOff;
  const read = (operation: Operation, isMain: boolean): Reading => ({
    kind: 'difference',
    token,
    inputs: [to, from],
    operation,
    strength: isMain && isSole && isClose ? 3 : 2,
  });
  return isClose ? [read(difference, true), read(inclusive, false), read(begun, false)] : [];
}

/** The years that the sentence of a number names before it, as numbers. */
function yearsBefore({ folded, sentences, text }: Passage, token: Token): Token[] {
  const from = Math.max(sentences[token.sentence]?.start ?? 0, token.from - 160);
  return [...folded.slice(from, token.from).matchAll(yearPattern)].map(({ 0: digits, index }) => {
    const [start, end] = [from + index, from + index + digits.length];
    const written = { number: decimal(digits), decimals: 0, text: text.slice(start, end) };
    const stated = stateNumber(written, bareUnit, { kind: 'number' });
    const facts = { unitClass: 'bare', family: '', per: '', inWords: false, isSigned: false } as const;
    return { ...token, ...facts, start, end, from: start, stated, size: Number(digits), isDown: false };
  });
}
