import { quotient, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { between, indexOf, isAmount, isNamed, neighbours, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { decimal } from '../../quantity/decimal.ts';
import { measures, timeUnits } from '../lexicon.ts';
import { measureFactor, timeFactor } from '../units.ts';
import { cueOf, eachUnits, type Cue } from './ratio-cues.ts';
import { oneFor } from './ratio-one-for.ts';
import { isRule, onlyIfExact } from './unstated.ts';
import { paceReadings } from './ratio-pace.ts';
import { toldDivisor, toldReadings } from './ratio-told.ts';
import {
  generic,
  isAlone,
  isDivisor,
  isElsewhere,
  isPlainlyTold,
  isTied,
  isTimeName,
  isTimeOf,
  isTotal,
  strengthOf,
  type Sharing,
  type Situation,
} from './ratio-ties.ts';

/** "N € par habitant", "N repas chacun", "un surveillant pour N détenus": a total shared out. */
export function ratioReadings(passage: Passage, token: Token): Reading[] {
  if (token.type !== 'quantity' || token.unitClass === 'percent' || token.unitClass === 'point') return [];
  const amounts = neighbours(passage, token).filter(
    (other) =>
      isAmount(other) &&
      other.unitClass !== 'percent' &&
      (other.per === '' || token.per === '' || other.per !== token.per),
  );
  const paces = paceReadings(passage, token);
  if (paces.length > 0) return paces;
  if (amounts.length === 0) return [];
  const divisor = toldDivisor(passage, token);
  const readings =
    oneFor(passage, token, amounts) ??
    (divisor
      ? withTold(perEach(passage, token, amounts), toldReadings(passage, token, divisor))
      : undefined) ??
    perEach(passage, token, amounts);
  return isRule(passage, token) ? onlyIfExact(readings) : readings;
}

/** Those who are told to share leave no choice but of what they share. */
function withTold(readings: readonly Reading[], told: readonly Reading[]): Reading[] {
  return told.length === 0
    ? [...readings]
    : [...told, ...readings.map((one): Reading => ({ ...one, strength: 1 }))];
}

function perEach(passage: Passage, token: Token, near: readonly Token[]): Reading[] {
  const cue = cueOf(passage, token);
  if (cue === undefined) return [];
  const { noun } = cue;
  const amounts = withFar(passage, token, noun, near);
  const pairs = sharings(passage, token, amounts, cue);
  const named = pairs.filter((pair) => isFit(passage, token, noun, pair) || isOverTime(token, noun, pair));
  const kept = named.length > 0 ? [...named, ...pairs.filter((pair) => !named.includes(pair))] : pairs;
  const facts = { noun, amounts, isBehind: cue.isBehind === true };
  const sole = soleOf(named.length > 0 ? named : pairs);
  const isNowhere = cue.isLoose === true && named.length === 0 && !isGeneral(noun);
  const readings = kept.slice(0, mostPairs).map((pair): Reading => {
    const situation = { ...pair, ...facts, isFit: named.includes(pair), isSole: pair === sole };
    const strength = Math.min(
      strengthOf(passage, token, situation),
      isNowhere || (named.length > 0 && !situation.isFit) ? 1 : 3,
      limitOf(passage, token, { ...situation, isWeak: cue.isWeak && named.length === 0 }),
    );
    const inputs = [pair.total, pair.divisor];
    const operation = operationOf(token, pair, noun);
    const isTold = strength === 3 && isPlainlyTold(passage, token, situation);
    return { kind: 'ratio', token, inputs, operation, strength: strength as Strength, isTold };
  });
  if (cue.isCarried === true) return readings.filter((one) => isSharp(token, one)).map(carried);
  return withoutLater(token, readings).filter((one) => one.strength > 1 || isSharp(token, one));
}

/** What another level comes of is told by its number alone. */
function carried(one: Reading): Reading {
  return { ...one, strength: 1, isTold: false };
}

/** The only pair, or the nearest of those that share out one total. */
function soleOf(pairs: readonly Sharing[]): Sharing | undefined {
  const [first] = pairs;
  return pairs.every(({ total }) => total === first?.total) ? first : undefined;
}

function isExactly(result: number, said: number): boolean {
  return Math.abs(result - said) < said / 1000;
}

/** A small whole number comes out of any two others. */
function isSharp({ unitClass, family, stated, size }: Token, { inputs: [total, divisor] }: Reading): boolean {
  if (
    total &&
    divisor &&
    total.size >= 100 &&
    divisor.size >= 10 &&
    isExactly(total.size / divisor.size, size)
  )
    return true;
  const isSame = total?.unitClass === unitClass && total.family === family;
  const said = stated.value.div(stated.unit.scale);
  return stated.decimals > 1 || said.gte(isSame ? 10 : 100);
}

/** Whether the noun names a time or whoever shares. */
function isGeneral(noun: string): boolean {
  return isTimeName(timeUnits.get(noun) ?? noun) || generic.test(noun);
}

/** How far the words let the pair be meant: classes by the day are no part of so many books. */
function limitOf(passage: Passage, token: Token, situation: Situation & { isWeak: boolean }): Strength {
  const { total, divisor, noun } = situation;
  if (
    isElsewhere(passage, token, Math.max(total.end, divisor.end)) ||
    isAnswered(passage, token, noun, situation)
  )
    return 1;
  if (isCount(total) && total.size < 10) return 1;
  if (isPlainlyTold(passage, token, situation)) return 3;
  if (isTied(passage, token, situation) && isAlone(passage, token, situation)) return 3;
  if (!isOtherCount(passage, token, total)) return situation.isWeak ? 2 : 3;
  return token.size < 100 ? 1 : 2;
}

/** Whether what is stated counts something else than what is shared out, as far as their nouns tell. */
function isOtherCount(passage: Passage, token: Token, total: Token): boolean {
  const areCounts = token.unitClass === 'count' && total.unitClass === 'count';
  return (
    areCounts &&
    !eachUnits.test(token.family) &&
    !arePeople(token, total) &&
    !isNamed(passage, total, token.family)
  );
}

const mostPairs = 40;

/** Whether another number has already said what the pair comes to: "75 € par habitant, et 25 € à la culture". */
function isAnswered(passage: Passage, token: Token, noun: string, { total, divisor }: Sharing): boolean {
  const start = Math.max(total.start, divisor.start);
  return passage.tokens.some((other) => {
    if (other.start <= start || other.start >= token.start) return false;
    const isLike = other.unitClass === token.unitClass && other.family === token.family;
    if (!isLike && !(isCount(token) && isCount(other))) return false;
    if (other.per !== '') return token.per === '' || other.per === token.per;
    return noun !== '' && passage.folded.slice(other.end, other.end + 6 + noun.length).includes(noun);
  });
}

/** Where what comes before is plainly meant, a total that comes later is another one. */
function withoutLater(token: Token, readings: readonly Reading[]): Reading[] {
  const isPlain = readings.some(
    ({ strength, inputs: [total] }) => strength === 3 && (total?.start ?? 0) < token.start,
  );
  return readings.filter(({ inputs: [total] }) => !isPlain || (total?.start ?? 0) < token.start);
}

function isCount({ unitClass }: Token): boolean {
  return unitClass === 'count' || unitClass === 'bare';
}

const farthest = 20;

/** The numbers near, and those farther back in the paragraph that the words name, or that an amount of money may come of. */
function withFar(passage: Passage, token: Token, noun: string, near: readonly Token[]): Token[] {
  const index = indexOf(passage.tokens, token);
  const far = passage.tokens.slice(Math.max(0, index - farthest), index).filter((other) => {
    if (near.includes(other) || other.type !== 'quantity') return false;
    if (isMoneyOf(token, other, noun)) return true;
    if (!isCount(other)) return false;
    const isDivisorNamed = noun.length >= 4 && isNamed(passage, other, noun);
    return isDivisorNamed || (token.unitClass === 'count' && isNamed(passage, other, token.family));
  });
  return [...far, ...near];
}

function isMoneyOf(token: Token, other: Token, noun: string): boolean {
  if (token.unitClass !== 'money' || (token.size < 100 && noun.length < 4)) return false;
  return isCount(other) || (other.unitClass === 'money' && other.family === token.family);
}

/** What may be shared out and among how many, the likeliest first. */
function sharings(passage: Passage, token: Token, amounts: readonly Token[], cue: Cue): Sharing[] {
  const isMeasured =
    token.unitClass === 'money' || token.unitClass === 'measure' || token.unitClass === 'time';
  const isUnnamed = token.unitClass === 'time' && !cue.isWeak;
  const totals = amounts.filter(
    (total) =>
      isTotal(token, total) &&
      (total.per === '' || isTimeName(total.per)) &&
      !(isMeasured && !isUnnamed && isPlainCount(total)),
  );
  const like = totals.filter(
    ({ unitClass, family }) => unitClass === token.unitClass && family === token.family,
  );
  const few = totals.filter((total) => like.includes(total) || !total.stated.unit.scale.eq(1));
  const pairs = (isMeasured && like.length > 0 ? few : totals).flatMap((total) =>
    amounts
      .filter((divisor) => divisor !== total && isDivisor(divisor, total, token))
      .map((divisor) => ({ total, divisor })),
  );
  const distance = ({ total, divisor }: Sharing): number =>
    Math.abs(total.start - token.start) + Math.abs(divisor.start - token.start);
  return pairs
    .filter((pair) => !isComparison(passage, pair))
    .sort((one, other) => distance(one) - distance(other));
}

/** Money is seldom written as a whole number alone. */
function isPlainCount({ unitClass, stated: { unit, decimals } }: Token): boolean {
  return unitClass === 'bare' && unit.scale.eq(1) && decimals === 0;
}

const compared = /^ (?:[a-zà-ÿœ'-]+ ){0,3}(?:à|to|contre|against|au lieu de|instead of)(?: l[ae]s?)? $/;

/** "de 340 à 412": a thing at two times is not shared out among itself. */
function isComparison(passage: Passage, { total, divisor }: Sharing): boolean {
  const isBare =
    total.unitClass === 'bare' || divisor.unitClass === 'bare' || total.family === divisor.family;
  return isBare && compared.test(between(passage, total, divisor));
}

/** Whether the words name what is shared and among what: "sept agents par prestataire". */
function isFit(passage: Passage, token: Token, noun: string, { total, divisor }: Sharing): boolean {
  if (noun.length < 4 || divisor.unitClass === 'time') return false;
  const isShared =
    token.unitClass !== 'count' || isNamed(passage, total, token.family) || arePeople(token, total);
  return (
    isShared &&
    (isNamed(passage, divisor, noun) ||
      divisor.family === noun ||
      isOfMeasure(divisor, noun) ||
      isWholeOfNamed(passage, divisor, noun))
  );
}

const outOf = /(?:^| )(?:sur|out of|of the|des)(?: (?:les|the|some|un total de|a total of))? $/;

/** "84 000 m³ en 28 jours. Cadence quotidienne : 3 000 m³". */
function isOverTime(token: Token, noun: string, { total, divisor }: Sharing): boolean {
  return isTimeOf(noun, divisor) && divisor.start < token.start && total.start < token.start;
}

const people = new Set(
  'personne habitant âme individu citoyen résident people person inhabitant resident soul individual'.split(
    ' ',
  ),
);

function arePeople({ family: one }: Token, { family: other }: Token): boolean {
  return people.has(one) && people.has(other);
}

/** "1,882 desks in use out of 3,106": the whole of what is named. */
function isWholeOfNamed(passage: Passage, divisor: Token, noun: string): boolean {
  const last = passage.tokens[indexOf(passage.tokens, divisor) - 1];
  if (last?.sentence !== divisor.sentence || divisor.unitClass !== 'bare' || !isCount(last)) return false;
  return outOf.test(between(passage, last, divisor)) && isNamed(passage, last, noun);
}

/** "£2,000 per kilometre" of a length in km. */
function isOfMeasure({ family, unitClass }: Token, noun: string): boolean {
  const said = measures.get(noun)?.[0];
  return unitClass === 'measure' && said !== undefined && measures.get(family)?.[0] === said;
}

/** Hours shared out may be said in minutes, and hectares be counted by the square kilometre. */
function operationOf(token: Token, { total, divisor }: Sharing, noun: string): Operation {
  const above =
    token.unitClass === 'measure' ? measureFactor(total, token) : timeFactor(total.family, token.family);
  const [one, other] = [measures.get(noun), measures.get(divisor.family)];
  const below = one && other?.[0] === one[0] ? decimal(one[1]).div(other[1]) : undefined;
  const times =
    token.unitClass === 'measure' && divisor.unitClass === 'time'
      ? timeFactor(timeUnits.get(noun) ?? noun, divisor.family)
      : undefined;
  const factor = (above ?? decimal(1)).times(below ?? 1).times(times ?? 1);
  if (factor.eq(1)) return quotient();
  return quotient(factor, ` × ${factor.toSignificantDigits(6).toFixed()}`);
}
