import { bareUnit, isPercent, percentUnit, pointUnit, timesUnit } from '../../quantity/unit.ts';
import {
  balanceOfCells,
  differenceOfCells,
  growthOfCells,
  growthOnWrongBase,
  quotientOfCells,
  restOfCells,
  yearlyGrowthOfCells,
} from './cell-operations.ts';
import type { Cell } from './cell.ts';
import type { Role } from './labels.ts';
import {
  candidatesOf,
  fitOf,
  type Candidate,
  type CellOperation,
  type Formula,
  type Reading,
} from './reading.ts';
import { pairs } from './shares.ts';
import type { Line } from './table-grid.ts';
import { changingRoles, nearestValues, type Numbered } from './values.ts';

const changeRoles = new Set<Role>(['growth', 'difference', 'points', 'multiple']);

/** The lines of changes: growths, differences, points and multiples between two others, or along one. */
export function changeCandidates(
  lines: readonly Line[],
  across: readonly Line[],
  isRows: boolean,
): Candidate[] {
  return lines.flatMap((line, index) => {
    if (!statesChanges(line)) return guessesOf(lines, index);
    const values = nearestValues(lines, index, changingRoles).filter(({ line: { unit } }) =>
      isComparable(unit, line),
    );
    const from = pairsOf(line, values);
    const readings = from.flatMap((pair) => readingsOf(line, pair));
    const along = isRows
      ? []
      : values.flatMap((value) =>
          readingsAlong(line, value, across).map((one) => ({ ...one, isCued: values.length === 1 })),
        );
    const found = candidatesOf(line, [...readings, ...along, ...severalOf(line, values)]);
    const isFound = found.some(({ verdict }) => verdict === 'holds');
    return isFound ? found : (slipsOf(line, from) ?? found);
  });
}

/** In longer tables a difference has a head that says so. */
const mostGuessed = 12;

/** A line that no head calls a difference, after two whose difference its numbers are. */
function guessesOf(lines: readonly Line[], index: number): Candidate[] {
  const line = lines[index];
  if (lines.length > mostGuessed || line?.label.role !== 'value') return [];
  if (isPercent(line.unit) || line.label.years.length > 0) return [];
  const values = nearestValues(lines, index).filter(
    ({ line: other, index: at }) => at < index && other.label.role === 'value' && !isPercent(other.unit),
  );
  const readings = pairs(values.slice(-3)).map(([{ line: from }, { line: to }]): Reading => ({
    isGuess: true,
    pair: [from, to],
    at: (at) => formulaWith(differenceOfCells, 'difference', line, [to.cells[at], from.cells[at]]),
  }));
  return candidatesOf(line, readings);
}

function statesChanges({ label, unit }: Line): boolean {
  if (unit === timesUnit) return true;
  return (
    changeRoles.has(label.role) || (label.role === 'value' && label.years.length === 2 && isPercent(unit))
  );
}

/** Points are differences of per cents; other units are those of their own differences. */
function isComparable(unit: Line['unit'], { unit: stated }: Line): boolean {
  if (isPercent(stated) || stated === bareUnit) return true;
  if (stated.dimension === 'point') return isPercent(unit) || unit === bareUnit;
  return !isPercent(unit);
}

interface Pair {
  readonly from: Line;
  readonly to: Line;
  readonly isCued: boolean;
  readonly isSole: boolean;
  /** Whether there are no other two, so that what is left of the one by the other may be either way. */
  readonly isAlone: boolean;
  readonly years: number;
}

/** Every two lines of values, those that the head names first; alone when it names them or when there are but two. */
function pairsOf({ label }: Line, values: readonly Numbered[]): Pair[] {
  const like = pairs(values).filter(
    ([{ line: from }, { line: to }]) =>
      isPercent(from.unit) === isPercent(to.unit) && (!isIncome(from) || isIncome(to)),
  );
  const main = values.filter(({ line }) => line.label.role !== 'difference');
  const all = like.map(([{ line: from, index }, { line: to, index: next }]): Pair => {
    const [first, last] = [yearOf(from), yearOf(to)];
    const years = first === '' || last === '' ? 0 : Number(last) - Number(first);
    const isNamed = label.years.length === 2 && label.years.includes(first) && label.years.includes(last);
    const isAlone = main.length === 2 && main.every(({ line }) => line === from || line === to);
    const isForward = isIncome(to) || years > 0 || (first === '' && index < next);
    return { from, to, years, isCued: isNamed && years > 0, isSole: isAlone && isForward, isAlone };
  });
  const weigh = ({ isCued, years }: Pair): number => (isCued ? 0 : years > 0 ? 1 : 2);
  return all.toSorted((one, other) => weigh(one) - weigh(other));
}

const incomes =
  /\b(?:recettes?|produits?|ressources?|revenus?|entrees?|arrivees?|encaissements?|exportations?|naissances?|income|revenues?|receipts?|inflows?|exports|births|arrivals)\b/u;

/** What comes in: a balance takes from it what goes out. */
function isIncome({ label }: Line): boolean {
  return incomes.test(label.key);
}

function yearOf({ label }: Line): string {
  return label.years.length === 1 ? (label.years[0] ?? '') : '';
}

function readingsOf(line: Line, { from, to, isCued, isSole, isAlone, years }: Pair): Reading[] {
  const isKnown = { isCued: isCued || isSole, isSole: isSole && years >= 0 };
  const forms = formsOf(line);
  const yearly =
    years > 1 && forms.includes('growth') && !isPercent(from.unit) ? [yearlyGrowthOfCells(years)] : [];
  return [
    ...forms.map((form): Reading => ({
      ...isKnown,
      pair: [from, to],
      isTold: isSole && years > 0 && /\bmultipli/u.test(line.label.key),
      ...(form === 'difference' && isAlone && years === 0 && { isSole: true }),
      at: (index) => formulaOf(form, line, [from.cells[index], to.cells[index]]),
    })),
    ...yearly.map((operation): Reading => ({
      isCued: isKnown.isCued,
      at: (index) => formulaWith(operation, 'growth', line, [from.cells[index], to.cells[index]]),
    })),
  ];
}

type Form = 'growth' | 'difference' | 'points' | 'multiple';

/** What the head and the unit of a line leave open. */
function formsOf({ label, unit }: Line): Form[] {
  if (label.role === 'multiple' || unit.symbol === '×') return ['multiple'];
  if (label.role === 'points' || unit.dimension === 'point') return ['points'];
  if (isPercent(unit)) return ['growth'];
  if (unit !== bareUnit) return ['difference'];
  return label.role === 'difference' ? ['difference', 'growth'] : ['growth', 'difference', 'multiple'];
}

function formulaOf(form: Form, line: Line, [from, to]: readonly (Cell | undefined)[]): Formula | undefined {
  switch (form) {
    case 'growth':
      return formulaWith(growthOfCells, 'growth', line, [from, to]);
    case 'multiple':
      return formulaWith(quotientOfCells(), 'multiple', line, [to, from]);
    default:
      return formulaWith(differenceOfCells, form, line, [to, from]);
  }
}

const falls = /\b(?:baisses?|diminutions?|reculs?|decreases?|ecarts?|differences?|gaps?|fall)\b/u;

function formulaWith(
  operation: CellOperation,
  kind: Formula['kind'],
  { label, unit, cells }: Line,
  inputs: readonly (Cell | undefined)[],
): Formula | undefined {
  const known = inputs.flatMap((input) => input ?? []);
  if (known.length < inputs.length || known.length < 2) return undefined;
  const own =
    { growth: percentUnit, points: pointUnit, multiple: timesUnit }[kind as string] ??
    known[0]?.unit ??
    bareUnit;
  return {
    kind: kind === 'difference' && own.dimension === 'point' ? 'points' : kind,
    operation,
    inputs: kind === 'points' ? known.map(asPoints) : known,
    unit: unit === bareUnit ? own : unit,
    isUnsigned: falls.test(label.key) && !cells.some((cell) => cell?.isSigned === true),
  };
}

/** Per cents share the base of points; a bare rate is one of per cents. */
function asPoints(cell: Cell): Cell {
  if (cell.unit !== bareUnit) return cell;
  const { amount, near, value } = cell;
  const half = 10 ** -cell.decimals / 2;
  const low = Math.min(near.low, amount - half) / 100;
  const high = Math.max(near.high, amount + half) / 100;
  return { ...cell, unit: percentUnit, amount: amount / 100, value: value.div(100), near: { low, high } };
}

/** From one row to the next, or to the one before where the rows go back in time; totals are no step. */
function readingsAlong(line: Line, { line: value }: Numbered, across: readonly Line[]): Reading[] {
  const isStep = (index: number): boolean => across[index]?.label.role !== 'total';
  const read = (step: 1 | -1, form: Form): Reading => ({
    at: (index) =>
      isStep(index) && isStep(index + step)
        ? formulaOf(form, line, [value.cells[index + step], value.cells[index]])
        : undefined,
  });
  return formsOf(line).flatMap((form) => [read(-1, form), read(1, form)]);
}

/** What is left of a line when several are taken from it, or of several when one is. */
function severalOf(line: Line, values: readonly Numbered[]): Reading[] {
  if (line.label.role !== 'difference' || values.length < 3 || isPercent(line.unit)) return [];
  const sets = [values.slice(0, 3), values].filter((set, index) => index === 0 || set.length > 3);
  return sets.flatMap((set) =>
    [restOfCells, balanceOfCells].map((operation): Reading => ({
      at: (index) =>
        formulaWith(
          operation,
          'difference',
          line,
          set.map((value) => value.line.cells[index]),
        ),
    })),
  );
}

/** A whole line that the same slip explains: per cent said for points, or a growth over its end. */
function slipsOf(line: Line, from: readonly Pair[]): Candidate[] | undefined {
  if (!isPercent(line.unit)) return undefined;
  return from
    .filter(({ years }) => years >= 0)
    .map((pair) => slippedBy(line, pair))
    .find((found) => found !== undefined);
}

function slippedBy(line: Line, pair: Pair): Candidate[] | undefined {
  const isShares = isPercent(pair.from.unit) && isPercent(pair.to.unit);
  const found = line.cells.flatMap((cell, index) => {
    const inputs = [pair.from.cells[index], pair.to.cells[index]];
    const slipped = isShares
      ? formulaWith(differenceOfCells, 'points', { ...line, unit: pointUnit }, inputs.toReversed())
      : formulaWith(growthOnWrongBase, 'growth', line, inputs);
    const right = isShares ? slipped : formulaOf('growth', line, inputs);
    if (cell === undefined || slipped === undefined || right === undefined) return [];
    const said = isShares ? { ...cell, unit: pointUnit } : cell;
    return [{ cell, formula: right, isExplained: fitOf(said, slipped) === 'holds' && cell.amount !== 0 }];
  });
  const isLikely = found.length > 1 || (found.length === 1 && (pair.isSole || (isShares && pair.isCued)));
  if (!isLikely || !found.every(({ isExplained }) => isExplained)) return undefined;
  const slip = isShares ? 'points' : 'base';
  return found.map(({ cell, formula }) => ({ cell, formula, verdict: 'fails', isStrong: false, slip }));
}
