import type { Decimal } from 'decimal.js';
import type { Unit } from '../core/quantity.ts';
import { decimal } from '../quantity/decimal.ts';
import { isPercent } from '../quantity/unit.ts';
import { measures, timeUnits } from './lexicon.ts';
import type { Token, UnitClass } from './token.ts';

export interface UnitFacts {
  readonly unitClass: UnitClass;
  readonly family: string;
  readonly per: string;
}

/** What arithmetic needs to know of a unit. */
export function factsOf(unit: Unit): UnitFacts {
  const [above = '1', per = ''] = unit.dimension.split('/');
  const kept = { per: timeUnits.get(per) ?? per };
  if (isPercent(unit)) return { ...kept, unitClass: 'percent', family: '%' };
  if (above === 'point') return { ...kept, unitClass: 'point', family: 'point' };
  if (above === 'EUR' || above === 'GBP' || above === 'USD')
    return { ...kept, unitClass: 'money', family: above };
  const time = timeUnits.get(above);
  if (time !== undefined) return { ...kept, unitClass: 'time', family: time };
  const measure = measures.get(above.toLowerCase());
  if (measure) return { ...kept, unitClass: 'measure', family: above.toLowerCase() };
  return above === '1'
    ? { ...kept, unitClass: 'bare', family: '' }
    : { ...kept, unitClass: 'count', family: above };
}

/** Classes that go with nothing else. */
const apart: ReadonlySet<UnitClass> = new Set(['percent', 'point', 'ratio']);

/** Whether two numbers may be numbers of one thing: people and agents, euros and euros, a number whose unit is left out. */
export function isLike(a: Token, b: Token): boolean {
  if (apart.has(a.unitClass) || apart.has(b.unitClass)) return a.unitClass === b.unitClass;
  if (a.unitClass === 'bare' || b.unitClass === 'bare') return isOfOneSize(a, b);
  if (a.unitClass !== b.unitClass) return false;
  if (a.unitClass === 'measure') return measureFamily(a) === measureFamily(b);
  return a.unitClass === 'count' || a.family === b.family;
}

/** A number with its unit left out is of the size of the others; of one class, sizes may differ. */
function isOfOneSize(a: Token, b: Token): boolean {
  if (isDecimalBesideCount(a, b) || isDecimalBesideCount(b, a)) return false;
  const isUnnamed = a.unitClass === b.unitClass || a.unitClass === 'count' || b.unitClass === 'count';
  if (isUnnamed && a.stated.unit.scale.eq(b.stated.unit.scale)) return true;
  const [x, y] = [a.stated.value.abs(), b.stated.value.abs()];
  const most = [a, b].some(({ unitClass, stated: { unit } }) => unitClass === 'bare' && !unit.scale.eq(1))
    ? 1000
    : 100;
  return x.lte(y.times(most)) && y.lte(x.times(most));
}

/** A bare decimal number counts no people. */
function isDecimalBesideCount(a: Token, b: Token): boolean {
  const isDecimal = a.unitClass === 'bare' && a.stated.decimals > 0 && a.stated.unit.scale.eq(1);
  return isDecimal && b.unitClass === 'count' && b.stated.decimals === 0;
}

/** Length, area, mass…: what a measure is of. */
export function measureFamily(token: Token): string | undefined {
  return measures.get(token.family)?.[0];
}

const perWords: readonly (readonly [RegExp, string])[] = [
  [
    /^ (?:bruts? |nets? )?(?:mensuel|chaque mois|tous les mois|each month|[a-zà-ÿ]+ chaque mois|[a-zà-ÿ]+ each month|monthly|a month|every month|le mois\b|au mois\b)/,
    'month',
  ],
  [
    /^ (?:bruts? |nets? )?(?:annuel|chaque année|tous les ans|each year|annually|every year|yearly|a year|l'an\b(?! (?:dern|pass|proch))|l'année\b(?! (?:dern|pass|proch))|à l'année|per annum)/,
    'year',
  ],
  [/^ (?:trimestriel|chaque trimestre|quarterly|a quarter)/, 'quarter'],
  [/^ (?:hebdomadaire|chaque semaine|weekly|a week|each week|every week)/, 'week'],
  [/^ (?:quotidien|journali|chaque jour|daily|a day|each day|every day)/, 'day'],
  [/^ (?:de l'heure|à l'heure|l'heure|horaire|an hour|hourly)/, 'hour'],
];

/** The time that an adjective after a number spreads it over: "18 000 euros annuels". */
export function perAfter(folded: string, end: number): string {
  const rest = folded.slice(end, end + 28);
  if (!rest.startsWith(' ') || / a (?:year|month|week|day) (?:bef|ear|ago|lat|aft)/.test(rest)) return '';
  return perWords.find(([pattern]) => pattern.test(rest))?.[1] ?? '';
}

const seconds: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86400,
  week: 604800,
};
const months: Readonly<Record<string, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** How many of `to` one of `from` is, where the calendar leaves no doubt: 60 for hours to minutes. */
export function timeFactor(from: string, to: string): Decimal | undefined {
  for (const table of [seconds, months]) {
    const [one, other] = [table[from], table[to]];
    if (one !== undefined && other !== undefined) return decimal(one).div(other);
  }
  return undefined;
}

/** How many of the unit of `to` one of the unit of `from` is. */
export function measureFactor(from: Token, to: Token): Decimal | undefined {
  const [one, other] = [measures.get(from.family), measures.get(to.family)];
  if (!one || other?.[0] !== one[0]) return undefined;
  return decimal(one[1]).div(other[1]);
}

/** Whether the unit of time is of months or longer. */
export function isCalendar(family: string): boolean {
  return months[family] !== undefined;
}

/** What brings a number to the unit of another; undefined where they are not of one unit. */
export function unitFactor(from: Token, token: Token): Decimal | undefined {
  if (from.unitClass !== token.unitClass) return undefined;
  if (from.unitClass === 'time') return timeFactor(from.family, token.family);
  if (from.unitClass === 'measure') return measureFactor(from, token);
  return from.family === token.family && from.family !== '' ? decimal(1) : undefined;
}
