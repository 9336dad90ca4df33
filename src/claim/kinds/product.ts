import { isLinked } from '../cues.ts';
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
import { chainReadings, productBy } from './product-chain.ts';
import { eachBefore, perMeasureFactor, poweredFactor } from './product-measure.ts';
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
  return [
    ...products(passage, token, amounts),
    ...chainReadings(passage, token, saysOutcome),
    ...shareCountReadings(passage, token, amounts),
  ];
}

function products(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const rates = amounts.filter((rate) => rate.size !== token.size && factorTo(rate, token) !== undefined);
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
      operation: productBy(pair.factor),
      strength: strengthOf(passage, token, pair, told),
    }));
}

function isSmallWord({ inWords, size }: Token): boolean {
  return inWords && size <= 12;
}

function factorsOf(passage: Passage, token: Token, rate: Token, count: Token): Factors | undefined {
  if (!mayMultiply(rate, count)) return undefined;
  const unit = factorTo(rate, token);
  if (unit === undefined) return undefined;
  if (isPowered(rate, token)) return overPower(rate, count, unit);
  if (count.unitClass === 'time') return overTime(passage, token, { rate, count, unit });
  if (count.unitClass === 'measure') return overMeasure(passage, { rate, count, unit });
  const tie = tieOf(passage, token, rate, count);
  return tie && { rate, count, factor: unit, tie };
}

/** How the words tie a rate to a number of times or of things; undefined where they part them. */
function tieOf(passage: Passage, token: Token, rate: Token, count: Token): Factors['tie'] | undefined {
  if (multiplied.test(before(passage, count, 40)) || isAlsoFor(passage, rate, count)) return 'told';
  if (isPaced(passage, token, rate, count) || isSized(passage, rate, count)) return 'told';
  if (rate.per !== '' && timeNamed(rate.per) !== undefined && token.per !== rate.per) return undefined;
  return tieOfCount(passage, rate, count);
}

const alsoFor = /^ (?:et )?(?:par|per|and per) ([a-zà-ÿœ]+)/;

/** "£1,095 a year per space": of the things, too. */
function isAlsoFor(passage: Passage, rate: Token, count: Token): boolean {
  const share = alsoFor.exec(after(passage, rate, 30))?.[1];
  return share !== undefined && count.unitClass === 'count' && isOneWord(share, count.family);
}

function isPowered(rate: Token, token: Token): boolean {
  return unitFactor(rate, token) === undefined;
}

/** "2,5 kW pendant 1 100 heures": energy. */
function overPower(rate: Token, count: Token, unit: Decimal): Factors | undefined {
  const hours = count.unitClass === 'time' ? timeFactor(count.family, 'hour') : undefined;
  return hours && { rate, count, factor: unit.times(hours), tie: 'told' };
}

/** What brings the one to the unit of the other, power to the energy of an hour. */
function factorTo(rate: Token, token: Token): Decimal | undefined {
  return unitFactor(rate, token) ?? poweredFactor(rate, token);
}

/** Whether one may be so many times the other: "1 seat each" and "10 seats" are of one thing. */
function mayMultiply(rate: Token, count: Token): boolean {
  const isOfOneNoun = rate.unitClass === 'count' && rate.family === count.family;
  return count !== rate && mayCount(count) && !isOfOneNoun && Math.abs(rate.sentence - count.sentence) <= 2;
}

/** Whether it is a number of times or of things. */
function mayCount({ size, per, unitClass }: Token): boolean {
  if (size <= 1 || (per !== '' && unitClass !== 'time' && timeNamed(per) === undefined)) return false;
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
  if (period === '') {
    const tie = isSized(passage, rate, count) ? 'told' : 'implied';
    return tie === 'told' || isGiven(passage, rate, count) ? { rate, count, factor: unit, tie } : undefined;
  }
  const times = timeFactor(count.family, period);
  const isOfItself = period === rate.family || (rate.unitClass === 'time' && rate.family === count.family);
  if (times === undefined || isOfItself || (rate.per !== '' && token.per === rate.per)) return undefined;
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

const eachAhead = wordy(/\b(?:chacune?|each)\b[^.;:()0-9]{0,12}$/);

function tieOfCount(passage: Passage, rate: Token, count: Token): Factors['tie'] {
  const noun = count.unitClass === 'count' && count.family.length > 2 ? count.family : undefined;
  if (noun !== undefined && isForEach(passage, rate, noun)) return 'told';
  const isEach = eachOf.test(wordsAfter(passage, rate)) || eachAhead.test(wordsBefore(passage, rate));
  if (isEach && isLastCount(passage, rate, count)) return 'told';
  if (noun === undefined || rate.unitClass === 'count') return 'none';
  return isNamed(passage, rate, noun) || isGiven(passage, rate, count) ? 'implied' : 'none';
}

/** "800 euros versés à 1 450 agents", "24 heures sur 39 semaines". */
function isGiven(passage: Passage, rate: Token, count: Token): boolean {
  const gap = between(passage, rate, count);
  return rate.start < count.start && rate.sentence === count.sentence && gap.length < 60 && givenTo.test(gap);
}

const sized = wordy(
  /^(?![^]*\b(?:et|and|ou|or|puis|then)\b)[^.,;:()0-9]{0,30}(?:^| )(?:à raison de|à|at|de|d'|of|×|x) ?(?:chacune? )?$/,
);

/** "Douze semaines de cours à raison de vingt-deux heures", "18 séances de 90 minutes". */
function isSized(passage: Passage, rate: Token, count: Token): boolean {
  if (count.start > rate.start || count.sentence !== rate.sentence || !isNextTo(passage, count, rate))
    return false;
  return count.unitClass !== 'bare' && sized.test(between(passage, count, rate));
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
  /\b(?:coût\w*|cout\w*|revien\w*|revenu\w*|factur\w*|montant|total\w*|dépens\w*|vers\w+|perç\w+|touch\w+|gagn\w+|fai(?:t|re|sant)|font|donc|ainsi|addition|note|charge|budget|rapport\w*|enveloppe|paie\w*|pay\w*|paid|représent\w*|mobilis\w*|absorb\w*|consomm\w*|attein\w*|s'élèv\w*|monte\w*|correspond\w*|équiva\w*|cost\w*|bill\w*|earn\w*|takes? home|come\w*|makes?|making|worth|spen\w+|saves?|saving|bring\w*|rais\w+|generat\w*|yield\w*|take\w*|took|lost|los\w+|perd\w*|perte|therefore|thus|hence|that is|outlay|sum)\b/,
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
  const isSole = tie === 'told' && told.length === 1 && count.size > 12;
  if (!isNear((rate.size * count.size * factor.toNumber()) / token.size, isSole ? 2.2 : 1.67)) return 2;
  return saysSo(passage, token, pair) && (tie === 'told' || told.length === 1) ? 3 : 2;
}

/** Whether the words say that the statement comes of the two, the plainer where they only hint at the rate. */
function saysSo(passage: Passage, token: Token, { rate, count, tie }: Factors): boolean {
  const words = wordsBefore(passage, token);
  const isSaid = saysOutcome(words) || correspondent.test(wordsAfter(passage, token));
  if (tie === 'implied') return isSaid && outcome.test(words);
  return isSaid || (rate.unitClass !== 'count' && Math.max(rate.sentence, count.sentence) === token.sentence);
}

const correspondent = /^ ?(?:corresp|l'ensemble|le lot|le tout|en tout|in all|altogether|all told)/;
const alternative = /^[^a-zà-ÿœ0-9]*(?:(?:ou|or|et|and|puis|à|to|then) )?$/;

function isNear(ratio: number, most: number): boolean {
  return ratio * most > 1 && ratio < most;
}

const subject = /[;.] (?:(?:the|an?|l[ae]s?|une?) |l')([a-zà-ÿœ]{3,})/;

/** "…; la commune a dépensé": whether a new clause tells of another subject than what it comes to. */
function isOfOther(gap: string): boolean {
  const noun = subject.exec(gap)?.[1];
  return noun !== undefined && !outcome.test(noun) && !/^(?:total|ensemble|tout|whole|lot)/.test(noun);
}

/** Whether no other rate, outcome or contrast stands between the two and the statement. */
function isPlain(passage: Passage, token: Token, pair: Factors, told: readonly Factors[]): boolean {
  const last = pair.rate.start > pair.count.start ? pair.rate : pair.count;
  const gap = between(passage, last, token);
  const isRival = told.some((other) => other !== pair && other.tie === 'told');
  if (isRival || gap.length > 140 || apart.test(gap) || isOfOther(gap)) return false;
  if (alternative.test(between(passage, last, token)) && !isLinked(between(passage, last, token)))
    return false;
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
