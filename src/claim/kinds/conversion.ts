import { decimal } from '../../quantity/decimal.ts';
import { isLinked } from '../cues.ts';
import { measures } from '../lexicon.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, between, indexOf, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { timeFactor } from '../units.ts';
import { periodOf, timeNamed, wordsBefore } from '../periods.ts';
import {
  apposed,
  betweenMeasures,
  betweenPrices,
  measuredAgain,
  parts,
  reading,
} from './conversion-measures.ts';
import { betweenPeriods, looseFactors, spread } from './conversion-periods.ts';
import { quotientReadings } from './conversion-quotients.ts';
import { productReadings, saysOutcome } from './product.ts';

/** One quantity said twice, "3,5 hectares, soit 35 000 m²", or what a rate comes to: "36 mois à 8 500 €, 306 000 €". */
export function conversionReadings(passage: Passage, token: Token): Reading[] {
  return [
    ...productReadings(passage, token),
    ...quotientReadings(passage, token),
    ...saidTwice(passage, token),
  ];
}

function saidTwice(passage: Passage, given: Token): Reading[] {
  const token = inSaidUnit(passage, given);
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last?.sentence !== token.sentence) return last ? acrossSentences(passage, token, last) : [];
  const gap = between(passage, last, token);
  if (gap.length > 90) return [];
  const isBare = rewording.test(gap);
  const isTold = isToldSo(passage, token);
  if (!isBare && !isTold && !isLinked(gap) && !equal.test(gap))
    return merelyBeside(passage, last, token, gap);
  return [
    ...inOtherUnits(passage, last, token, { gap, isBare, isTold }),
    ...betweenPrices(passage, last, token, isBare),
    ...fromFrancs(last, token, isBare),
    ...sameAmount(last, token, isBare),
    ...fractionAsPercent(last, token, gap),
  ];
}

interface Saying {
  readonly gap: string;
  /** Whether the words say that it is the same, and nothing else. */
  readonly isBare: boolean;
  readonly isTold: boolean;
}

/** The same measure, time or rate in another unit. */
function inOtherUnits(
  passage: Passage,
  last: Token,
  token: Token,
  { gap, isBare, isTold }: Saying,
): Reading[] {
  const isFree = !worked.test(gap + after(passage, token, 16));
  const periods = betweenPeriods(spread(passage, last), spread(passage, token), 3, isBare);
  return [
    ...(isBare ? betweenMeasures(last, token, true) : within(betweenMeasures(last, token, true), '1.25')),
    ...(isBare ? betweenTimes(last, token, isFree) : within(betweenTimes(last, token, isFree), '1.6')),
    ...(isBare || isTold ? periods : within(periods, '1.6')),
  ];
}

/** "12 miles away, about 19 km", "5 h 20, 340 minutes", "11,50 € par mois, 132 € par an". */
function merelyBeside(passage: Passage, last: Token, token: Token, gap: string): Reading[] {
  const again = measuredAgain(passage, token, last);
  if (again.length > 0) return again;
  const prices = betweenPrices(passage, last, token, false);
  if (prices.length > 0) return prices;
  const isApart = gap.length > 60 || parts.test(gap);
  if (isApart) return betweenPeriods(last, token, 1);
  const times = apposed.test(gap) ? within(betweenTimes(last, token, true), '1.3') : [];
  const periods = betweenPeriods(spread(passage, last), spread(passage, token), 3);
  const isRated = rated.test(before(passage, last));
  return [...times, ...(isRated ? periods : within(periods, apposed.test(gap) ? '2.5' : '1.6'))];
}

/** The readings, those whose result is further off than so many times taken as no more than likely. */
function within(readings: readonly Reading[], most: string): Reading[] {
  return readings.map((one): Reading => {
    const result = one.operation.apply(one.inputs.map(({ stated }) => stated.value)).abs();
    const said = one.token.stated.value.abs();
    const isFar = result.gt(said.times(most)) || said.gt(result.times(most));
    return one.strength === 3 && isFar ? { ...one, strength: 2 } : one;
  });
}

/** "Il évapore 730 000 litres par an. Cela fait 730 mètres cubes": in the sentence before. */
function acrossSentences(passage: Passage, token: Token, last: Token): Reading[] {
  if (last.sentence !== token.sentence - 1) return [];
  const words = wordsBefore(passage, token);
  const isSpread = saysOutcome(words) && periodOf(passage, last) !== '';
  const isAgain = goesOn.test(words);
  return [
    ...(isAgain ? [...betweenMeasures(last, token, true), ...betweenTimes(last, token, true)] : []),
    ...betweenPeriods(spread(passage, last), spread(passage, token), isSpread ? 3 : 2),
  ];
}

/** "Cela fait", "En minutes :". */
const goesOn = wordy(
  /^["«]?(?:cela|ça|soit|c'est|ce qui|ce sont|that|this|or|which|autrement dit|in other words|(?:exprimée?s? |convertie?s? |ramenée?s? )?(?:en|in) [a-zà-ÿœ]+)\b[^.;:()0-9]{0,30}:? ?$/,
);

const rewording = wordy(
  /^(?:[ ,;]| (?:de |d'|of |des |du )?[a-zà-ÿœ' -]{1,40}?[,;]?)? ?(?:\(|[ ,;]soit|i\.e\.|c'est-à-dire|c'est à dire|[ ,;]or|[ ,;]ou|=|that is(?: to say)?|:|—|–|[ ,]donc|in other words|autrement dit|(?:soit |ou |or )?l'équivalent de|(?:or )?the equivalent of|autant dire|hence|so|equivalent to|équivalant à|making|ce qui (?:fait|représente)|cela fait|representing)(?: (?:soit|ou|or|i\.e\.|c'est-à-dire|à peu près|environ|to say|about))?,? ?(?:de |d'|un |une |some |à )?$/,
);

const worked = wordy(/\b(?:ouvr(?:és?|ables?)|travaill\w+|working|worked)\b/);
const equal = wordy(
  /\b(?:vaut|valent|valait|valaient|fait|font|faisait|représent\w+|équiva\w+|equals?|makes?|comes? to)(?: à peu près| exactement| about| exactly| environ)? $/,
);

/** Whether the words give the time that the statement is for, and that it comes of a calculation. */
function isToldSo(passage: Passage, token: Token): boolean {
  return periodOf(passage, token) !== '' && saysOutcome(wordsBefore(passage, token));
}

const saidUnit =
  /(?:^|[^a-zà-ÿœ])(?:en|in) (minutes|heures|hours|jours|days|semaines|weeks|mois|months|litres|mètres|hectares|tonnes|kilos|grammes|grams|km|ha|m²|km²|kg|kilomètres|kilometres)(?![a-zà-ÿœ])[^.;()0-9]{0,60}$/;

/** "Exprimé en litres, cela représente 83,2 millions": the unit stands before. */
function inSaidUnit(passage: Passage, token: Token): Token {
  if (token.unitClass !== 'bare') return token;
  const name = saidUnit.exec(before(passage, token, 90))?.[1] ?? '';
  if (name === '') return token;
  const time = timeNamed(name);
  const family = time ?? (measures.has(name) ? name : name.replace(/s$/, ''));
  return { ...token, family, unitClass: time === undefined ? 'measure' : 'time' };
}

/** "À 1 450 € par mois, …". */
const rated = /^["«]?(?:à raison de|à|at|avec) $/;

function betweenTimes(from: Token, token: Token, isBare: boolean): Reading[] {
  if (from.unitClass !== 'time' || token.unitClass !== 'time' || from.family === token.family) return [];
  if (from.per !== token.per && timeNamed(from.per) !== undefined && token.per !== '') return [];
  const known = timeFactor(from.family, token.family);
  const worked = looseFactors(from.family, token.family).map((factor) => reading(from, token, factor, 1));
  return known ? [reading(from, token, known, isBare ? 3 : 2), ...worked] : worked;
}

/** "1 000 francs (152,45 €)": the rate is fixed for good. */
function fromFrancs(from: Token, token: Token, isBare: boolean): Reading[] {
  const rate = decimal('6.55957');
  if (!isBare) return [];
  if (from.family === 'franc' && token.family === 'EUR')
    return [reading(from, token, decimal(1).div(rate), 3)];
  return from.family === 'EUR' && token.family === 'franc' ? [reading(from, token, rate, 3)] : [];
}

function isSameUnit(from: Token, token: Token): boolean {
  const isShort = token.unitClass === 'bare' && !token.stated.unit.scale.eq(1) && from.unitClass !== 'ratio';
  const isOne = isShort || (from.family === token.family && from.unitClass === token.unitClass);
  const areAmounts = from.type === 'quantity' && token.type === 'quantity';
  return isOne && areAmounts && (from.per === token.per || token.per === '');
}

/** "1,2 Md€, soit 1 200 M€": one amount at two magnitudes; powers of ten apart, it is a slip. */
function sameAmount(from: Token, token: Token, isBare: boolean): Reading[] {
  if (!isSameUnit(from, token) || from.unitClass === 'percent' || token.stated.value.lte(0)) return [];
  if (from.stated.unit.scale.eq(token.stated.unit.scale)) return [];
  const power = Math.log10(from.size / token.size);
  const isSlip = isBare && Math.abs(power - Math.round(power)) < 1e-6 && Math.round(power) !== 0;
  return [reading(from, token, decimal(1), isSlip ? 3 : 1)];
}

const ofGap =
  /^(?: (?:de |des |du |d'|of )[^,.;:()0-9]{0,40})? ?(?:\(|, soit |, i\.e\. |, c'est-à-dire )(?:soit |or )?$/;

/** "un tiers (33 %)". */
function fractionAsPercent(from: Token, token: Token, gap: string): Reading[] {
  const kinds = [from, token].map((one) =>
    one.type === 'fraction' || one.type === 'one-in' ? 'words' : one.unitClass,
  );
  const isPair =
    kinds.includes('words') && kinds.includes('percent') && from.type !== 'one-in' && token.type !== 'one-in';
  return isPair && ofGap.test(gap) ? [reading(from, token, decimal(1), 2)] : [];
}
