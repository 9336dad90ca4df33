import { decimal } from '../../quantity/decimal.ts';
import { quotient } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { isOneWord, shareOf, timeNamed } from '../periods.ts';
import { before, between, indexOf, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { unitFactor } from '../units.ts';

const ofSize = wordy(/^ (?:[a-zà-ÿœ-]+ ){0,3}(?:de|d'|of|à|at) ?$/);
const intoShares = wordy(
  /\b(?:équiv\w*|convert\w*|représent\w*|soit|correspond\w*|equivalent|equals?|ou|or|c'est|amounts? to|makes?|donc|fait|font|therefore|thus|hence|doi\w+|dus?|owe\w*)\b/,
);

/** "546 heures, l'équivalent de 78 journées de sept heures", "à 7 heures la vacation, 230 vacations". */
export function shareCountReadings(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  if (token.unitClass !== 'count' && token.unitClass !== 'time') return [];
  const size = sizeOf(passage, token, amounts);
  if (size === undefined || token.size < 2 || !intoShares.test(before(passage, token, 70))) return [];
  const wholes = amounts.filter(
    (other) => other !== size && unitFactor(other, size) !== undefined && other.size > size.size,
  );
  const earlier = wholes.filter((other) => other.start < token.start);
  return earlier.map((whole): Reading => {
    const factor = unitFactor(whole, size) ?? decimal(1);
    const isSole = earlier.length === 1 || whole === earlier.at(-1);
    const shown = factor.eq(1) ? '' : ` × ${factor.toSignificantDigits(6).toFixed()}`;
    const strength = isSole && token.sentence - whole.sentence <= 1 ? 3 : 1;
    return { kind: 'conversion', token, inputs: [whole, size], operation: quotient(factor, shown), strength };
  });
}

/** The size of one of what is counted: right after it, or told of it by name before. */
function sizeOf(passage: Passage, token: Token, amounts: readonly Token[]): Token | undefined {
  const next = passage.tokens[indexOf(passage.tokens, token) + 1];
  const mayBe = ({ unitClass, family }: Token): boolean =>
    (unitClass === 'time' || unitClass === 'measure') && family !== token.family;
  const isNext = next?.sentence === token.sentence && next.per === '' && mayBe(next);
  if (isNext && ofSize.test(between(passage, token, next))) return next;
  return amounts.findLast(
    (other) => other.start < token.start && mayBe(other) && isSizeOf(passage, token, other),
  );
}

function isSizeOf(passage: Passage, token: Token, size: Token): boolean {
  const share = shareOf(passage, size);
  const lead = /([a-zà-ÿœ]+) (?:de|d'|of|à) ?$/.exec(
    passage.folded.slice(Math.max(0, size.from - 24), size.from),
  )?.[1];
  return [share, lead ?? ''].some(
    (word) =>
      word.length > 2 &&
      (token.unitClass === 'time' ? timeNamed(word) === token.family : isOneWord(word, token.family)),
  );
}
