import { decimal } from '../../quantity/decimal.ts';
import { isLinked } from '../cues.ts';
import { product, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { isOneWord, periodOf, shareOf, timeNamed, wordsAfter, wordsBefore } from '../periods.ts';
import {
  after,
  before,
  between,
  indexOf,
  isAmount,
  isNamed,
  isNextTo,
  neighbours,
  type Reading,
  type Strength,
} from '../reading.ts';
import type { Token } from '../token.ts';
import { timeFactor, unitFactor } from '../units.ts';
import { eachBefore, perMeasureFactor } from './product-measure.ts';
import { shareCountReadings } from './share-count.ts';
import type { Decimal } from 'decimal.js';

/** "8 500 euros mensuels pendant 36 mois : 306 000 euros": so much of each, and how many. */
interface Factors {
  readonly rate: Token;
  readonly count: Token;
  /** What brings the product to the unit of the statement. */
  readonly factor: Decimal;
  /** Whether the words say that the one is for each of the other. */
  readonly tie: 'told' | 'implied' | 'none';
}

/** What a rate comes to over a time or a count, and how many shares of one size a quantity makes. */
export function productReadings(passage: Passage, token: Token): Reading[] {
  if (!isAmount(token) || token.unitClass === 'percent' || token.stated.value.lte(0)) return [];
  if (/^ ?[x×*] ?\d/.test(after(passage, token, 6))) return [];
  const amounts = neighbours(passage, token).filter(
    (other) => isAmount(other) && other.unitClass !== 'percent' && other.sentence <= token.sentence,
  );
  return [...products(passage, token, amounts), ...shareCountReadings(passage, token, amounts)];
}

function products(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const rates = amounts.filter((rate) => rate.size !== token.size && unitFactor(rate, token) !== undefined);
  const pairs = rates.flatMap((rate) =>
    amounts.flatMap((count) => factorsOf(passage, token, rate, count) ?? []),
  );
  const told = pairs.filter(({ tie }) => tie !== 'none');
  return pairs
    .filter(({ tie, count }) => tie !== 'none' || (isSharp(token) && !isSmallWord(count)))
    .map((pair): Reading => ({
      kind: 'conversion',
      token,
      inputs: [pair.rate, pair.count],
      operation: operationOf(pair.factor),
      strength: strengthOf(passage, token, pair, told),
    }));
}

function isSmallWord({ inWords, size }: Token): boolean {
  return inWords && size <= 12;
}

function operationOf(factor: Decimal): Operation {
  if (factor.eq(1)) return product;
  const shown = factor.lt(1)
    ? ` ÷ ${decimal(1).div(factor).toSignificantDigits(6).toFixed()}`
    : ` × ${factor.toFixed()}`;
  return {
    ...product,
    apply: (values) => product.apply(values).times(factor),
    rough: (values) => values.reduce((total, value) => total * value, factor.toNumber()),
    words: (inputs, lang) => `${product.words(inputs, lang)}${shown}`,
  };
}

function factorsOf(passage: Passage, token: Token, rate: Token, count: Token): Factors | undefined {
  if (!mayMultiply(rate, count)) return undefined;
  const unit = unitFactor(rate, token);
  if (unit === undefined) return undefined;
  if (count.unitClass === 'time') return overTime(passage, token, { rate, count, unit });
  if (count.unitClass === 'measure') return overMeasure(passage, { rate, count, unit });
  if (multiplied.test(before(passage, count, 40))) return { rate, count, factor: unit, tie: 'told' };
  if (isPaced(passage, token, rate, count)) return { rate, count, factor: unit, tie: 'told' };
  if (rate.per !== '' && timeNamed(rate.per) !== undefined && token.per !== rate.per) return undefined;
  return { rate, count, factor: unit, tie: tieOfCount(passage, rate, count) };
}

/** Whether one may be so many times the other: "1 seat each" and "10 seats" are of one thing. */
function mayMultiply(rate: Token, count: Token): boolean {
  const isOfOneNoun = rate.unitClass === 'count' && rate.family === count.family;
  return count !== rate && mayCount(count) && !isOfOneNoun && Math.abs(rate.sentence - count.sentence) <= 2;
}

/** Whether it is a number of times or of things. */
function mayCount({ size, per, unitClass }: Token): boolean {
  if (size <= 1 || (per !== '' && timeNamed(per) === undefined)) return false;
  return unitClass !== 'percent' && unitClass !== 'point' && unitClass !== 'money';
}

const paced = wordy(/\b(?:à raison de|à|at|at a rate of|sur la base de|on the basis of|fois|times|×|x) ?$/);

/** "1 200 camions …, 3 840 m³ à raison de 32 m³ par véhicule": the rate follows. */
function isPaced(passage: Passage, token: Token, rate: Token, count: Token): boolean {
  if (rate.start < token.start || count.start > token.start || count.sentence !== token.sentence)
    return false;
  const gap = between(passage, token, rate);
  return gap.length < 30 && paced.test(gap) && shareOf(passage, rate) !== '';
}

function overTime(
  passage: Passage,
  token: Token,
  { rate, count, unit }: { rate: Token; count: Token; unit: Decimal },
): Factors | undefined {
  const period = periodOf(passage, rate);
  const times = period === '' ? undefined : timeFactor(count.family, period);
  if (period === '' && isGiven(passage, rate, count)) return { rate, count, factor: unit, tie: 'implied' };
  if (times === undefined || (rate.per !== '' && token.per === rate.per)) return undefined;
  if (rate.unitClass === 'time' && rate.family === count.family) return undefined;
  return { rate, count, factor: unit.times(times), tie: 'told' };
}

/** "Multipliée par les 4 100 agents de la zone". */
const multiplied = /\bmultipl[a-zà-ÿœ]+ (?:par|by) (?:les |the )?$/;

function overMeasure(
  passage: Passage,
  { rate, count, unit }: { rate: Token; count: Token; unit: Decimal },
): Factors | undefined {
  const factor = perMeasureFactor(passage, rate, count);
  return factor && { rate, count, factor: unit.times(factor), tie: 'told' };
}

const givenTo =
  /(?:^| )(?:à|aux|pour|sur|concern\w+|touch\w+|bénéfici\w+|to|for|across|over|by|×|x|fois|times|chez) (?:les |the |ses |its |chacune? des |each of (?:the )?)?$/;
const eachOf = wordy(/\b(?:chacune?|each|apiece|pièce|l'unité|par tête|a head|a piece)\b/);

function tieOfCount(passage: Passage, rate: Token, count: Token): Factors['tie'] {
  const noun = count.unitClass === 'count' && count.family.length > 2 ? count.family : undefined;
  if (noun !== undefined && isForEach(passage, rate, noun)) return 'told';
  if (eachOf.test(wordsAfter(passage, rate)) && isLastCount(passage, rate, count)) return 'told';
  if (noun === undefined || rate.unitClass === 'count') return 'none';
  return isNamed(passage, rate, noun) || isGiven(passage, rate, count) ? 'implied' : 'none';
}

/** "800 euros versés à 1 450 agents", "24 heures sur 39 semaines". */
function isGiven(passage: Passage, rate: Token, count: Token): boolean {
  const gap = between(passage, rate, count);
  return rate.start < count.start && rate.sentence === count.sentence && gap.length < 60 && givenTo.test(gap);
}

/** "24 tables vendues 1 200 € pièce": what has just been counted. */
function isLastCount(passage: Passage, rate: Token, count: Token): boolean {
  const index = indexOf(passage.tokens, rate);
  const earlier = passage.tokens.slice(Math.max(0, index - 4), index);
  return count === earlier.findLast(({ unitClass, type }) => type === 'quantity' && unitClass === 'count');
}

/** "45 € la vacation", "Each inspection lasts 90 minutes". */
function isForEach(passage: Passage, rate: Token, noun: string): boolean {
  const share = shareOf(passage, rate);
  return (share !== '' && isOneWord(share, noun)) || eachNamed(passage, rate, noun);
}

/** "Each inspection lasts 90 minutes": the noun stands before, for one of what is counted. */
function eachNamed(passage: Passage, rate: Token, noun: string): boolean {
  const from = passage.sentences[rate.sentence]?.start ?? 0;
  const head = passage.folded.slice(Math.max(from, rate.from - 80), rate.from);
  return [...head.matchAll(eachBefore)].some(
    ([, word = '']) => word.length > 2 && !word.endsWith('s') && isOneWord(word, noun),
  );
}

/** Three figures or more that count: such a product comes out by chance no more. */
function isSharp({ stated }: Token): boolean {
  const digits = stated.value
    .div(stated.unit.scale)
    .toFixed()
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
  return digits.length >= 3 && stated.qualifier === undefined;
}

/** Whether the words before a result say that it comes of a calculation. */
export function saysOutcome(words: string): boolean {
  return isLinked(words) || outcome.test(words);
}

const outcome = wordy(
  /\b(?:coût\w*|cout\w*|revien\w*|revenu\w*|factur\w*|montant|total\w*|dépens\w*|vers\w+|perç\w+|touch\w+|gagn\w+|fai(?:t|re|sant)|font|donc|ainsi|addition|note|charge|budget|rapport\w*|enveloppe|paie\w*|pay\w*|paid|représent\w*|mobilis\w*|absorb\w*|consomm\w*|attein\w*|s'élèv\w*|monte\w*|correspond\w*|équiva\w*|cost\w*|bill\w*|earn\w*|takes? home|come\w*|makes?|making|worth|spen\w+|saves?|saving|bring\w*|rais\w+|generat\w*|take\w*|took|lost|los\w+|perd\w*|perte|therefore|thus|hence|that is|outlay|sum)\b/,
);
const apart = wordy(
  /\b(?:contre|au lieu|tandis|alors que|whereas|while|against|instead|but|mais|plafond\w*|seuil|maximum|minimum|cap(?:ped)?|dont|including|autres?|other|prévu\w*|budgeted|forecast)\b/,
);

function strengthOf(passage: Passage, token: Token, pair: Factors, told: readonly Factors[]): Strength {
  const { rate, count, tie } = pair;
  if (tie === 'told' && isPaced(passage, token, rate, count)) return told.length === 1 ? 3 : 2;
  const last = rate.start > count.start ? rate : count;
  if (tie === 'none' || last.start > token.start) return 1;
  if (!isPlain(passage, token, pair, told)) return isNearest(passage, token, pair, told) ? 2 : 1;
  return strengthOfPlain(passage, token, pair, told);
}

function strengthOfPlain(passage: Passage, token: Token, pair: Factors, told: readonly Factors[]): Strength {
  const { rate, count, factor, tie } = pair;
  if (!isNear((rate.size * count.size * factor.toNumber()) / token.size)) return 2;
  return saysSo(passage, token, pair) && (tie === 'told' || told.length === 1) ? 3 : 2;
}

/** Whether the words say that the statement comes of the two, the plainer where they only hint at the rate. */
function saysSo(passage: Passage, token: Token, { rate, count, tie }: Factors): boolean {
  const words = wordsBefore(passage, token);
  const isSaid = saysOutcome(words) || correspondent.test(wordsAfter(passage, token));
  if (tie === 'implied') return isSaid && outcome.test(words);
  return isSaid || Math.max(rate.sentence, count.sentence) === token.sentence;
}

const correspondent = /^ ?(?:corresp|l'ensemble|le lot|le tout|en tout|in all|altogether|all told)/;
const alternative = /^[^a-zà-ÿœ0-9]*(?:(?:ou|or|et|and|puis|à|to|then) )?$/;

function isNear(ratio: number): boolean {
  return ratio > 0.6 && ratio < 1.67;
}

/** Whether no other rate, outcome or contrast stands between the two and the statement. */
function isPlain(passage: Passage, token: Token, pair: Factors, told: readonly Factors[]): boolean {
  const last = pair.rate.start > pair.count.start ? pair.rate : pair.count;
  const gap = between(passage, last, token);
  const isRival = told.some((other) => other !== pair && other.tie === 'told');
  if (isRival || gap.length > 140 || apart.test(gap)) return false;
  if (alternative.test(between(passage, pair.rate, token)) && !correspondent.test(wordsAfter(passage, token)))
    return false;
  return !isOutcome(passage, pair.rate) && !isTaken(passage, token, last);
}

/** Whether the rate is the last one told before the statement: "gave 24 kg then and gives 15 kg today". */
function isNearest(passage: Passage, token: Token, pair: Factors, told: readonly Factors[]): boolean {
  const rivals = told.filter((other) => other !== pair && other.tie === 'told');
  const isLast = rivals.every(
    (other) => other.rate.start < pair.rate.start && other.rate.family === pair.rate.family,
  );
  return pair.tie === 'told' && rivals.length > 0 && isLast && isNextTo(passage, pair.rate, token);
}

/** Whether the rate comes itself of the numbers before: "2.7 billion, hence 390 million apiece". */
function isOutcome(passage: Passage, rate: Token): boolean {
  const earlier = passage.tokens.slice(0, indexOf(passage.tokens, rate));
  const whole = earlier.findLast(
    ({ sentence, family, size }) =>
      sentence === rate.sentence && family === rate.family && size > rate.size * 2,
  );
  return whole !== undefined && isLinked(between(passage, whole, rate).split(/[;:] /).at(-1) ?? '');
}

/** Whether another number of the token's unit stands between: the outcome is that one. */
function isTaken(passage: Passage, token: Token, last: Token): boolean {
  const inside = passage.tokens.slice(indexOf(passage.tokens, last) + 1, indexOf(passage.tokens, token));
  return inside.some((other) => other.unitClass === token.unitClass && other.family === token.family);
}
