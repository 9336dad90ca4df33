import type { Decimal } from 'decimal.js';
import { decimal } from '../../quantity/decimal.ts';
import type { Passage } from '../passage.ts';
import { periodOf, timeNamed } from '../periods.ts';
import { after, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { isCalendar, measureFactor, timeFactor } from '../units.ts';
import { reading } from './conversion-measures.ts';

/** Days of a month and of a year, worked or not; weeks of a month and of a year; hours of a worked day: the usual first. */
const loose: Readonly<Record<string, readonly string[]>> = {
  'year day': ['365', '360', '365.25', '366', '220', '228', '251', '250', '253', '200', '210', '300', '312'],
  'year week': ['52', '47', '45', '46', '44', '52.14', '36', '50', '48', '39', '38'],
  'year hour': ['8760', '1607', '1820', '1600', '8766'],
  'month day': ['30', '31', '30.4', '20', '21', '22', '25', '26'],
  'month week': ['4.33', '4', '4.3', '5'],
  'month hour': ['720', '151.67', '151', '152', '730'],
  'week day': ['7', '5'],
  'week hour': ['168', '35', '39'],
  'day hour': ['24', '7', '8', '7.5', '6', '7.8', '10', '12'],
  'quarter day': ['90', '91', '92'],
  'quarter week': ['13', '12'],
};

/** Between what bounds nobody can tell: worked days or all of them, weeks of school or of the calendar. */
const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'year day': [198, 367],
  'year week': [43, 53],
  'year hour': [1500, 8790],
  'month day': [19.5, 31],
  'month week': [3.9, 5],
  'month hour': [130, 745],
  'week day': [4, 7],
  'week hour': [30, 170],
  'day hour': [5, 24],
  'quarter day': [60, 92],
  'quarter week': [11, 13.1],
};

export function looseFactors(from: string, to: string): Decimal[] {
  const straight = (loose[`${from} ${to}`] ?? []).map((factor) => decimal(factor));
  const turned = (loose[`${to} ${from}`] ?? []).map((factor) => decimal(1).div(factor));
  return [...straight, ...turned];
}

/** "1 500 € par mois, soit 18 000 € par an": what is spread over a shorter time is smaller. */
export function betweenPeriods(from: Token, token: Token, strength: Strength, isBare = false): Reading[] {
  const unit = mayBeSpread(from, token) ? unitOf(from, token) : undefined;
  if (unit === undefined) return [];
  const exact = exactFactor(token.per, from.per);
  if (exact) return [reading(from, token, exact.times(unit), strength)];
  const isYearly = from.per === '';
  const period = isYearly ? 'year' : from.per;
  const year = isYearly ? timeFactor(token.per, 'year') : undefined;
  const factors = [timeFactor(token.per, period), year, ...looseFactors(token.per, period)]
    .flatMap((factor) => factor ?? [])
    .map((factor) => factor.times(unit));
  const times = token.size / (from.size * unit.toNumber());
  const isWeekly =
    isBare &&
    token.per === 'week' &&
    from.per === 'year' &&
    !factors.some((factor) => isNearly(factor.div(unit), times));
  const isOutside = !isYearly && (isWeekly || isOutOfRange(times, token.per, from.per));
  return factors.map((factor, index) =>
    reading(from, token, factor, isOutside && index === 0 ? strength : 1),
  );
}

/** Between months and longer, and between hours and shorter, the calendar leaves no doubt. */
function exactFactor(one: string, other: string): Decimal | undefined {
  const areLong = isCalendar(one) && isCalendar(other);
  const areShort = [one, other].every((name) => name === 'second' || name === 'minute' || name === 'hour');
  return areLong || areShort ? timeFactor(one, other) : undefined;
}

/** Whether a count makes the number to one part in a hundred: none of weeks does "£1,560 a year, or £36 a week". */
function isNearly(factor: Decimal, times: number): boolean {
  return Math.abs(factor.toNumber() / times - 1) < 0.01;
}

/** Whether the number is past all that worked days or whole ones can make of it. */
function isOutOfRange(times: number, one: string, other: string): boolean {
  const [straight, turned] = [bounds[`${one} ${other}`], bounds[`${other} ${one}`]];
  if (straight) return times < straight[0] || times > straight[1];
  return turned !== undefined && (1 / times < turned[0] || 1 / times > turned[1]);
}

/** What brings the one to the unit of the other; the noun of the second may be left out. */
function unitOf(from: Token, token: Token): Decimal | undefined {
  if (from.unitClass === 'time' && token.unitClass === 'time') return timeFactor(from.family, token.family);
  if (from.unitClass === 'measure' && token.unitClass === 'measure') return measureFactor(from, token);
  return decimal(1);
}

/** Whether the two are one amount for two lengths of time; the noun may be left out. */
function mayBeSpread(from: Token, token: Token): boolean {
  if (from.type !== 'quantity' || token.type !== 'quantity' || from.unitClass === 'percent') return false;
  if (from.per === token.per) return false;
  if (from.unitClass === 'time') return areSpreadTimes(from, token);
  if (from.unitClass === 'measure' && token.unitClass === 'measure') return true;
  const isSame = from.unitClass === token.unitClass && from.family === token.family;
  return (
    isSame || (token.unitClass === 'bare' && (from.unitClass === 'count' || from.unitClass === 'measure'))
  );
}

/** "2 h 30 par mois", "30 heures par an"; "8 heures par semaine ou 4 semaines par an" are two things. */
function areSpreadTimes(from: Token, token: Token): boolean {
  if (token.unitClass !== 'time' || token.family === from.per) return false;
  return timeNamed(from.per) !== undefined && timeNamed(token.per) !== undefined;
}

/** "210 heures par agent et par an". */
const alsoPer = /^(?: par [a-zà-ÿœ]+)? et par ([a-zà-ÿœ]+)/;

/** A number with the time that the words around it spread it over: "1 386 € de pension mensuelle". */
export function spread(passage: Passage, token: Token): Token {
  if (timeNamed(token.per) !== undefined) return token;
  const also = alsoPer.exec(after(passage, token, 24))?.[1];
  const per = timeNamed(also ?? '') ?? (token.per === '' ? periodOf(passage, token) : '');
  return per === '' ? token : { ...token, per };
}
