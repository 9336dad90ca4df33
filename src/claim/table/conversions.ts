import { decimal } from '../../quantity/decimal.ts';
import { bareUnit } from '../../quantity/unit.ts';
import { measures, timeUnits } from '../lexicon.ts';
import { timeFactor } from '../units.ts';
import { scaled } from './cell-operations.ts';
import { candidatesOf, type Candidate, type Reading } from './reading.ts';
import type { Line } from './table-grid.ts';

/** The lines that say another in another unit, by what their heads name, or over a base that words beside the table name. */
export function conversionCandidates(lines: readonly Line[], bases: readonly number[]): Candidate[] {
  return lines.flatMap((line, index) => {
    const readings = sources(lines, index).flatMap((from) => [
      ...betweenUnits(from, line),
      ...bases.map((base) => overBase(from, line, base)),
    ]);
    return readings.length === 0 ? [] : candidatesOf(line, readings);
  });
}

const reach = 3;
const sourceRoles: ReadonlySet<string> = new Set(['value', 'total', 'rate', 'per', 'difference']);

/** The lines just before, and the one just after. */
function sources(lines: readonly Line[], index: number): Line[] {
  return lines.slice(Math.max(0, index - reach), index).filter(({ label }) => sourceRoles.has(label.role));
}

/** "kWh" and "MWh", "Durée (minutes)" and "Durée (heures)", "par mois" and "par an". */
function betweenUnits(from: Line, to: Line): Reading[] {
  if (from.unit !== to.unit && from.unit.dimension !== to.unit.dimension) return [];
  const [periods, units] = [
    [periodIn(from), periodIn(to)],
    [unitsIn(from), unitsIn(to)],
  ] as const;
  const [one, other] = periods;
  if (one !== undefined && other !== undefined && one !== other) {
    // What is spread over a longer time is larger.
    const factors = [timeFactor(other, one)?.toNumber(), daysOf.get(`${other} ${one}`)];
    return factors.flatMap((factor) => (factor === undefined ? [] : [converted(from, factor)]));
  }
  return units[0].flatMap((a) =>
    units[1].flatMap((b) => {
      const factor = unitFactor(a, b);
      return factor === undefined || factor === 1 ? [] : [converted(from, factor)];
    }),
  );
}

const daysOf: ReadonlyMap<string, number> = new Map([
  ['year day', 365],
  ['year week', 52],
  ['day year', 1 / 365],
  ['week year', 1 / 52],
]);

const adjectives: ReadonlyMap<string, string> = new Map([
  ['mensuel', 'month'],
  ['mensuelle', 'month'],
  ['mensuels', 'month'],
  ['mensuelles', 'month'],
  ['monthly', 'month'],
  ['annuel', 'year'],
  ['annuelle', 'year'],
  ['annuels', 'year'],
  ['annuelles', 'year'],
  ['yearly', 'year'],
  ['annual', 'year'],
  ['trimestriel', 'quarter'],
  ['trimestrielle', 'quarter'],
  ['quarterly', 'quarter'],
  ['hebdomadaire', 'week'],
  ['weekly', 'week'],
  ['quotidien', 'day'],
  ['quotidienne', 'day'],
  ['daily', 'day'],
]);

/** "par mois", "a year", "mensuel". */
function periodIn({ label: { key } }: Line): string | undefined {
  const word = /(?:\b(?:par|per|a|l'|sur l'|dans l'|each|chaque|over the|in the) ?|\/ ?)([a-z]+)/u.exec(
    key,
  )?.[1];
  const named = word === undefined ? undefined : timeNamed(word);
  return named ?? key.split(/[^a-z]+/u).flatMap((one) => adjectives.get(one) ?? [])[0];
}

const plainNames: ReadonlyMap<string, string> = new Map(
  [...timeUnits].map(([name, unit]) => [plainOf(name), unit]),
);

function plainOf(name: string): string {
  return name.replaceAll('é', 'e').replaceAll('è', 'e');
}

function timeNamed(word: string): string | undefined {
  return plainNames.get(word) ?? plainNames.get(word.replace(/s$/u, ''));
}

const plainMeasures: ReadonlyMap<string, readonly [string, string]> = new Map(
  [...measures].map(([name, measure]) => [plainOf(name), measure]),
);

type UnitName = { readonly time: string } | { readonly family: string; readonly size: string };

/** The units that a head names: the whole of it, in brackets, or after "en". */
function unitsIn({ label: { key } }: Line): UnitName[] {
  const inner = /\(([^)]+)\)/u.exec(key)?.[1];
  const after = /(?:\b(?:en|in) |, )([^(),]+)$/u.exec(key)?.[1];
  return [inner, after, key].flatMap((name): UnitName[] => {
    const typed = name?.replace(/^(?:en|in) /u, '').trim() ?? '';
    const time = timeNamed(typed);
    const measure = plainMeasures.get(typed) ?? plainMeasures.get(typed.replace(/s$/u, ''));
    if (measure !== undefined) return [{ family: measure[0], size: measure[1] }];
    return time === undefined ? [] : [{ time }];
  });
}

function unitFactor(a: UnitName, b: UnitName): number | undefined {
  if ('time' in a) return 'time' in b ? timeFactor(a.time, b.time)?.toNumber() : undefined;
  if ('time' in b || a.family !== b.family) return undefined;
  return decimal(a.size).div(b.size).toNumber();
}

function converted(from: Line, factor: number): Reading {
  const operation = scaled(factor);
  const at: Reading['at'] = (index) => {
    const cell = from.cells[index];
    return cell && { kind: 'conversion', operation, inputs: [cell], unit: cell.unit };
  };
  return { at, isCued: true };
}

/** "Voyages par jour (base : 365 jours)", "équivalents temps plein, à raison de 1 607 heures". */
function overBase(from: Line, to: Line, base: number): Reading {
  const kind = to.label.role === 'per' ? 'ratio' : 'conversion';
  const operation = scaled(1 / base);
  const at: Reading['at'] = (index) => {
    const cell = from.cells[index];
    return cell && { kind, operation, inputs: [cell], unit: to.unit === bareUnit ? bareUnit : cell.unit };
  };
  return { at };
}
