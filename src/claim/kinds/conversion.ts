import type { Decimal } from 'decimal.js';
import { decimal } from '../../quantity/decimal.ts';
import { isLinked } from '../cues.ts';
import { measures } from '../lexicon.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, between, indexOf, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { isCalendar, timeFactor } from '../units.ts';
import { periodOf, timeNamed, wordsBefore } from '../periods.ts';
import { betweenMeasures, betweenPrices, measuredAgain, reading } from './conversion-measures.ts';
import { productReadings, saysOutcome } from './product.ts';

/** One quantity said twice, "3,5 hectares, soit 35 000 m²", or what a rate comes to: "36 mois à 8 500 €, 306 000 €". */
export function conversionReadings(passage: Passage, token: Token): Reading[] {
  return [...productReadings(passage, token), ...saidTwice(passage, token)];
}

function saidTwice(passage: Passage, given: Token): Reading[] {
  const token = inSaidUnit(passage, given);
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last?.sentence !== token.sentence) return last ? acrossSentences(passage, token, last) : [];
  const gap = between(passage, last, token);
  if (gap.length > 90) return [];
  const isBare = rewording.test(gap);
  const isSaid = isLinked(gap) || equal.test(gap) || isToldSo(passage, token);
  if (!isBare && !isSaid) return merelyBeside(passage, last, token, gap);
  return [
    ...betweenMeasures(last, token, isBare),
    ...betweenTimes(last, token, isBare && !worked.test(gap + after(passage, token, 16))),
    ...betweenPeriods(spread(passage, last), spread(passage, token), isBare || isToldSo(passage, token)),
    ...betweenPrices(passage, last, token, isBare),
    ...fromFrancs(last, token, isBare),
    ...sameAmount(last, token, isBare),
    ...fractionAsPercent(last, token, gap),
  ];
}

/** "12 miles away, about 19 km", "À 1 450 € par mois, …". */
function merelyBeside(passage: Passage, last: Token, token: Token, gap: string): Reading[] {
  const again = measuredAgain(passage, token, last);
  if (again.length > 0) return again;
  const isRated = rated.test(before(passage, last)) && gap.length < 50;
  return betweenPeriods(last, token, isRated).map((one): Reading =>
    isRated ? one : { ...one, strength: 1 },
  );
}

/** "Il évapore 730 000 litres par an. Cela fait 730 mètres cubes": in the sentence before. */
function acrossSentences(passage: Passage, token: Token, last: Token): Reading[] {
  if (last.sentence !== token.sentence - 1) return [];
  const words = wordsBefore(passage, token);
  const isSpread = saysOutcome(words) && periodOf(passage, last) !== '';
  const isAgain = goesOn.test(words);
  return [
    ...(isAgain ? [...betweenMeasures(last, token, true), ...betweenTimes(last, token, true)] : []),
    ...betweenPeriods(spread(passage, last), spread(passage, token), isSpread),
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
  const known = timeFactor(from.family, token.family);
  const worked = looseFactors(from.family, token.family).map((factor) => reading(from, token, factor, 1));
  return known ? [reading(from, token, known, isBare ? 3 : 2), ...worked] : worked;
}

/** Days of a month and of a year, worked or not; weeks of a month and of a year; hours of a worked day. */
const loose: Readonly<Record<string, readonly string[]>> = {
  'year day': ['365', '360', '365.25', '366', '220', '228', '251', '250', '253', '200', '210'],
  'year week': ['52', '47', '45', '46', '44', '52.14'],
  'year hour': ['1607', '1820', '8760', '1600'],
  'month day': ['30', '31', '30.4', '20', '21', '22'],
  'month week': ['4', '4.33', '4.3', '5'],
  'month hour': ['151.67', '151', '152', '720'],
  'week day': ['5', '7'],
  'week hour': ['35', '39', '168'],
  'day hour': ['7', '8', '24', '7.5', '6', '7.8', '10', '12'],
  'quarter day': ['90', '91', '92'],
  'quarter week': ['13', '12'],
};

function looseFactors(from: string, to: string): Decimal[] {
  const straight = (loose[`${from} ${to}`] ?? []).map((factor) => decimal(factor));
  const turned = (loose[`${to} ${from}`] ?? []).map((factor) => decimal(1).div(factor));
  return [...straight, ...turned];
}

/** "1 500 € par mois, soit 18 000 € par an". */
function betweenPeriods(from: Token, token: Token, isBare: boolean): Reading[] {
  if (!mayBeSpread(from, token)) return [];
  // What is spread over a shorter time is smaller.
  const exact = timeFactor(token.per, from.per);
  if (exact && isCalendar(from.per)) return [reading(from, token, exact, isBare ? 3 : 2)];
  const year = from.per === '' ? timeFactor(token.per, 'year') : undefined;
  const yearly = from.per === '' ? looseFactors(token.per, 'year') : [];
  const factors = [exact, ...looseFactors(token.per, from.per), year, ...yearly];
  return factors.flatMap((factor) => (factor ? [reading(from, token, factor, 1)] : []));
}

/** Whether the two are one amount for two lengths of time; the noun may be left out. */
function mayBeSpread(from: Token, token: Token): boolean {
  if (from.per === token.per) return false;
  if (from.unitClass === 'time' && (timeNamed(from.per) === undefined || timeNamed(token.per) === undefined))
    return false;
  const isSame = from.family === token.family && from.unitClass === token.unitClass;
  return isSame || (token.unitClass === 'bare' && from.unitClass === 'count');
}

/** "1 000 francs (152,45 €)": the rate is fixed for good. */
function fromFrancs(from: Token, token: Token, isBare: boolean): Reading[] {
  const rate = decimal('6.55957');
  if (!isBare) return [];
  if (from.family === 'franc' && token.family === 'EUR')
    return [reading(from, token, decimal(1).div(rate), 3)];
  return from.family === 'EUR' && token.family === 'franc' ? [reading(from, token, rate, 3)] : [];
}

/** "210 heures par agent et par an". */
const alsoPer = /^(?: par [a-zà-ÿœ]+)? et par ([a-zà-ÿœ]+)/;

/** A number with the time that the words around it spread it over: "1 386 € de pension mensuelle". */
function spread(passage: Passage, token: Token): Token {
  if (timeNamed(token.per) !== undefined) return token;
  const also = alsoPer.exec(after(passage, token, 24))?.[1];
  if (also === undefined && token.unitClass !== 'money') return token;
  const per = timeNamed(also ?? '') ?? periodOf(passage, token);
  return per === '' ? token : { ...token, per };
}

function isSameUnit(from: Token, token: Token): boolean {
  const isOne = from.family === token.family && from.unitClass === token.unitClass;
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
