import { decimal } from '../../quantity/decimal.ts';
import { isLinked } from '../cues.ts';
import { product, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { isOneWord, periodOf, shareOf, timeNamed, wordsAfter } from '../periods.ts';
import { between, indexOf, isAmount, isNamed, neighbours, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { timeFactor, unitFactor } from '../units.ts';
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
    .filter((pair) => pair.tie !== 'none' || isSharp(token))
    .map((pair): Reading => ({
      kind: 'conversion',
      token,
      inputs: [pair.rate, pair.count],
      operation: operationOf(pair.factor),
      strength: strengthOf(passage, token, pair, told),
    }));
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
  if (count === rate || count.per !== '' || count.size <= 1) return undefined;
  if (Math.abs(rate.sentence - count.sentence) > 2) return undefined;
  const unit = unitFactor(rate, token);
  if (unit === undefined || count.unitClass === 'money' || count.unitClass === 'measure') return undefined;
  if (count.unitClass === 'time') return overTime(passage, token, { rate, count, unit });
  if (rate.per !== '' && timeNamed(rate.per) !== undefined && token.per !== rate.per) return undefined;
  return { rate, count, factor: unit, tie: tieOfCount(passage, rate, count) };
}

function overTime(
  passage: Passage,
  token: Token,
  { rate, count, unit }: { rate: Token; count: Token; unit: Decimal },
): Factors | undefined {
  const period = periodOf(passage, rate);
  const times = period === '' ? undefined : timeFactor(count.family, period);
  if (times === undefined || (rate.per !== '' && token.per === rate.per)) return undefined;
  if (rate.unitClass === 'time' && rate.family === count.family) return undefined;
  return { rate, count, factor: unit.times(times), tie: 'told' };
}

const givenTo =
  /(?:^| )(?:à|aux|pour|sur|concern\w+|touch\w+|bénéfici\w+|to|for|across|over|by|×|x|fois|times|chez) (?:les |the |ses |its |chacune? des |each of (?:the )?)?$/;
const eachOf = wordy(/\b(?:chacune?|each|apiece|pièce|l'unité|par tête|a head|a piece)\b/);

function tieOfCount(passage: Passage, rate: Token, count: Token): Factors['tie'] {
  const noun = count.unitClass === 'count' && count.family.length > 2 ? count.family : undefined;
  if (noun !== undefined && isForEach(passage, rate, noun)) return 'told';
  if (eachOf.test(wordsAfter(passage, rate))) return 'told';
  if (noun !== undefined && isNamed(passage, rate, noun)) return 'implied';
  const gap = between(passage, rate, count);
  return rate.sentence === count.sentence && gap.length < 60 && givenTo.test(gap) ? 'implied' : 'none';
}

/** "45 € la vacation", "Each inspection lasts 90 minutes". */
function isForEach(passage: Passage, rate: Token, noun: string): boolean {
  const share = shareOf(passage, rate);
  return (share !== '' && isOneWord(share, noun)) || eachNamed(passage, rate, noun);
}

const eachBefore = wordy(/\b(?:chaque|each|every|par|per|toute?|une?|l[ae]|l'|an?|the) ?([a-zà-ÿœ-]+)/g);

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
  const { rate, count, factor, tie } = pair;
  const last = rate.start > count.start ? rate : count;
  if (tie === 'none' || last.start > token.start || !isPlain(passage, token, pair, told)) return 1;
  if (!isNear((rate.size * count.size * factor.toNumber()) / token.size)) return 2;
  const isSaid = saysOutcome(between(passage, last, token)) || correspondent.test(wordsAfter(passage, token));
  const isEnough = tie === 'told' ? isSaid || token.sentence === last.sentence : isSaid && told.length === 1;
  return isEnough ? 3 : 2;
}

const correspondent = /^ ?corresp/;

function isNear(ratio: number): boolean {
  return ratio > 0.6 && ratio < 1.67;
}

/** Whether no other rate, outcome or contrast stands between the two and the statement. */
function isPlain(passage: Passage, token: Token, pair: Factors, told: readonly Factors[]): boolean {
  const last = pair.rate.start > pair.count.start ? pair.rate : pair.count;
  const gap = between(passage, last, token);
  const isRival = told.some((other) => other !== pair && other.tie === 'told');
  if (isRival || gap.length > 140 || apart.test(gap)) return false;
  return !isOutcome(passage, pair.rate) && !isTaken(passage, token, last);
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
