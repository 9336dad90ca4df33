import { isPercent, percentUnit } from '../../quantity/unit.ts';
import { sumOfCells } from './cell-operations.ts';
import { readAs, type Cell } from './cell.ts';
import { mayOverlap, type Label } from './labels.ts';
import { partGroups } from './part-groups.ts';
import { fitOf, type Candidate, type Fit, type Formula } from './reading.ts';
import { withPeriodTotals, withLastCumul } from './period-totals.ts';
import type { Grid, Line } from './table-grid.ts';

/** Numbers of these lines are never added up, whatever the total's line says of them. */
const notAdded = new Set(['rate', 'growth', 'points', 'multiple', 'running']);
const mostTotals = 40;

/** The totals of one direction: rows named Total when `lines` are rows and `across` columns. */
export function sumCandidates(all: readonly Line[], across: readonly Line[], grid: Grid): Candidate[] {
  const lines = withGuessedTotal(withLastCumul(withPeriodTotals(all)));
  const totals = lines.flatMap(({ label }, index) => (label.role === 'total' ? [index] : []));
  return totals.slice(0, mostTotals).flatMap((index) => {
    const groups = partGroups(lines, index, totals.length > 6);
    if (groups.length === 0) return [];
    const scene = { lines, across, grid };
    return candidatesOfTotal(index, withoutOne(index, groups, scene) ?? groups, scene);
  });
}

const fewestGuessed = 4;

/** The lines, where no head names a total and the last, or the first, is what all the others make in two places. */
function withGuessedTotal(lines: readonly Line[]): readonly Line[] {
  if (lines.length < 3 || lines.some(({ label }) => label.role === 'total')) return lines;
  // Of three, the first is rather what the last was taken from.
  const ends = lines.length === 3 ? [2] : [lines.length - 1, 0];
  const found = ends.find((index) => makesAll(lines, index));
  if (found === undefined) return lines;
  return lines.map((line, index) =>
    index === found ? { ...line, label: { ...line.label, role: 'total', isStrong: false } } : line,
  );
}

function makesAll(lines: readonly Line[], total: number): boolean {
  const [line, parts] = [lines[total], lines.filter((_, index) => index !== total)];
  if (line?.label.role !== 'value' || parts.some(({ label }) => label.role !== 'value')) return false;
  const made = line.cells.filter((cell, at) => {
    const sum = parts.reduce((all, { cells }) => all + (cells[at]?.amount ?? NaN), 0);
    return cell !== undefined && Math.abs(cell.amount - sum) <= 1e-9 * Math.abs(sum);
  });
  const digits = made.reduce((all, cell) => all + (cell?.text.replace(/\D|0+\D*$/gu, '').length ?? 0), 0);
  return (made.length > 1 || parts.length > 3) && digits >= (made.length > 1 ? fewestGuessed : 3);
}

interface Scene {
  readonly lines: readonly Line[];
  readonly across: readonly Line[];
  readonly grid: Grid;
}

/** A group of parts; `isWithin` where all of it is "dont…", which need not be all that there is. */
interface Try {
  readonly group: number;
  readonly formula: Formula;
  readonly fit: Fit;
  readonly isWithin: boolean;
}

/** One number of a total's line, and what each group of parts makes of it. */
interface Trial {
  readonly cell: Cell;
  readonly tried: readonly Try[];
  readonly isOpen: boolean;
}

type Groups = readonly (readonly number[])[];

const mostLeftOut = 8;

/** The parts but for one, where nothing else makes any total and these make two: "All staff" after vehicles and staff. */
function withoutOne(total: number, groups: Groups, scene: Scene): Groups | undefined {
  const trialsOf = (tried: Groups): Trial[] =>
    scene.across.flatMap((_, at) => trialAt(total, at, { ...scene, groups: tried }) ?? []);
  const holdsIn = ({ tried }: Trial): boolean => tried.some(({ fit }) => fit === 'holds');
  const [all = []] = groups;
  if (all.length < 3 || all.length > mostLeftOut || trialsOf(groups).some(holdsIn)) return undefined;
  const others = all.map((left) => all.filter((index) => index !== left));
  return others
    .map((group) => [group])
    .find((group) => trialsOf(group).filter(holdsIn).length >= Math.max(2, scene.across.length / 2));
}

function candidatesOfTotal(total: number, groups: Groups, scene: Scene): Candidate[] {
  const line = scene.lines[total];
  const trials = scene.across.flatMap((_, at) => trialAt(total, at, { ...scene, groups }) ?? []);
  const holding = trials.filter(({ tried }) => tried.some(({ fit }) => fit === 'holds'));
  const failing = trials.filter(
    (trial) => !holding.includes(trial) && isFailure(trial, line?.label.isStrong === true),
  );
  if (line === undefined) return [];
  const isBelieved =
    holding.length > 0
      ? failing.length <= holding.length || (saysTotal(line.label) && areClose(failing, 2 * holding.length))
      : failing.length === 1
        ? saysTotal(line.label) || failing.some(isPlainSlip)
        : saysTotal(line.label) && areSlips(failing);
  const main = commonGroup(holding);
  return trials.flatMap((trial): Candidate[] => {
    const chosen =
      trial.tried.find(({ fit }) => fit === 'holds') ??
      trial.tried.find(({ fit }) => fit === 'near') ??
      trial.tried.find(({ group }) => group === main) ??
      trial.tried[0];
    if (chosen === undefined) return [];
    const candidate = { cell: trial.cell, formula: chosen.formula, isStrong: line.label.isStrong };
    if (chosen.fit === 'holds') return [{ ...candidate, verdict: 'holds' }];
    if (chosen.fit === 'fails' && !failing.includes(trial)) return [];
    const isFault = chosen.fit === 'fails' && isBelieved && !trial.isOpen;
    return [{ ...candidate, verdict: isFault ? 'fails' : 'undecided' }];
  });
}

/** Whether the one or two that there are miss what their parts make by what a slip explains, one of them plainly. */
function areSlips(failing: readonly Trial[]): boolean {
  return failing.length === 2 && areClose(failing, 2) && failing.some(isOfAllButOne);
}

/** Whether the digits of what the parts make are there, in another order or but for one. */
function isPlainSlip({ cell, tried: [first] }: Trial): boolean {
  const sum = first?.formula.inputs.reduce((all, { amount }) => all + amount, 0) ?? 0;
  return hasSameDigits(cell, sum) || isOneDigitOff(cell, sum);
}

/** Whether one part alone is missing, or counted twice. */
function isOfAllButOne({ cell, tried: [first] }: Trial): boolean {
  const parts = first?.formula.inputs ?? [];
  const gap = Math.abs(parts.reduce((all, { amount }) => all + amount, 0) - cell.amount);
  return parts.some(({ amount }) => Math.abs(gap - Math.abs(amount)) <= 1e-9 * Math.abs(gap));
}

/** Whether all miss what their parts make by a little, and at most so many do: slips, not another way to add up. */
function areClose(failing: readonly Trial[], most: number): boolean {
  return (
    failing.length <= most &&
    failing.every(({ cell, tried: [first] }) => {
      const sum = first?.formula.inputs.reduce((all, { amount }) => all + amount, 0) ?? 0;
      return Math.abs(cell.amount / sum - 1) < 0.15 || hasSameDigits(cell, sum) || isOneDigitOff(cell, sum);
    })
  );
}

/** "Total", "Ensemble"; "Coût total" may be a product. */
function saysTotal({ isStrong, key }: Label): boolean {
  return isStrong || /^(?:ensemble|tous|toutes|all|overall|combined|both)\b/u.test(key);
}

function trialAt(total: number, at: number, scene: Scene & { readonly groups: Groups }): Trial | undefined {
  const { lines, across, grid, groups } = scene;
  const line = lines[total];
  const shown = line?.cells[at];
  const role = roleOf(across[at]);
  if (line === undefined || shown === undefined || notAdded.has(role)) return undefined;
  const isOfHundred = line.cells.every((cell) => cell === undefined || cell.number.eq(100));
  const inPercent = (cell: Cell): Cell => (isOfHundred ? readAs(cell, percentUnit) : cell);
  const cell = inPercent(shown);
  const tried = groups.flatMap((group, index) => {
    const parts = group.flatMap((part) => lines[part]?.cells[at] ?? []).map(inPercent);
    if (parts.length < 2 || !parts.every((part) => isAdded(part, cell))) return [];
    const unit = parts[0]?.unit ?? cell.unit;
    const formula: Formula = { kind: 'sum', operation: sumOfCells, inputs: parts, unit };
    const fit = fitOf(wholeOf(cell, parts), formula);
    const isWithin = group.every((part) => lines[part]?.label.isWithin === true);
    return fit === undefined ? [] : [{ group: index, formula, fit, isWithin }];
  });
  const [first] = isAddable(role, tried) ? tried : [];
  if (first === undefined) return undefined;
  const hasUnknown = holdsUnknown(lines, groups[0] ?? [], at);
  const isOverlap = isLess(cell, first) && [line, across[at]].some((one) => one && mayOverlap(one.label));
  return { cell: shown, tried, isOpen: hasUnknown || grid.isOpen || isOverlap };
}

/** Whether something that is no number stands in one of the parts. */
function holdsUnknown(lines: readonly Line[], group: readonly number[], at: number): boolean {
  return group.some((part) => lines[part]?.isUnknown[at] === true);
}

function roleOf(line: Line | undefined): Label['role'] {
  return line?.label.role ?? 'value';
}

/** Prices per unit are added up only where they make the total. */
function isAddable(role: string, tried: readonly Try[]): boolean {
  return role !== 'per' || tried.some(({ fit }) => fit === 'holds');
}

function isLess(cell: Cell, { formula }: Try): boolean {
  return cell.amount < formula.inputs.reduce((all, { amount }) => all + amount, 0);
}

/** 100 % is no rounding: the parts' own are enough, half a last digit each. */
function wholeOf(cell: Cell, [part]: readonly Cell[]): Cell {
  if (!cell.number.eq(100) || part === undefined || !isPercent(part.unit)) return cell;
  return { ...cell, unit: part.unit, amount: 1, near: { low: 1, high: 1 } };
}

function isAdded(part: Cell, total: Cell): boolean {
  const isShare = isPercent(part.unit);
  if (isShare !== isPercent(total.unit)) return false;
  return isSameKind(part, total);
}

const moneyNames = new Set(['EUR', 'GBP', 'USD']);

function isSameKind(part: Cell, total: Cell): boolean {
  const [one, other] = [part.unit.dimension, total.unit.dimension];
  return one === other || (!moneyNames.has(one) && !moneyNames.has(other));
}

/** Whether a number that no group makes is a fault at all, and no mean, no rate, no total of more than is shown. */
function isFailure({ cell, tried }: Trial, isStrong: boolean): boolean {
  const [likeliest] = tried;
  if (likeliest === undefined || !tried.every(({ fit }) => fit === 'fails')) return false;
  const { formula, isWithin } = likeliest;
  const amounts = formula.inputs.map(({ amount }) => amount);
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  const [least, most] = [Math.min(...amounts.slice(0, 500)), Math.max(...amounts.slice(0, 500))];
  if (isPercent(formula.unit)) return isWholeInPercent(readAs(cell, formula.unit).amount, sum, most);
  if (isWithin && Math.abs(sum) < Math.abs(cell.amount)) return false;
  if (isStrong && (isShifted(cell.amount / sum) || hasSameDigits(cell, sum))) return true;
  return !(cell.amount >= least && cell.amount <= most) && isLikely(cell.amount / sum);
}

/** Parts near 100 % and a whole of 100 %, or parts that make it and a whole that does not say so. */
function isWholeInPercent(stated: number, sum: number, most: number): boolean {
  const isNear = (amount: number): boolean => Math.abs(amount - 1) < 1e-9;
  if (isNear(stated)) return sum > 0.88 && sum < 1.3;
  return Math.abs(sum - 1) < 0.011 && stated > Math.max(most, 0.5) && stated < 1.5;
}

/** A slip of digits or of a part; more is rather a total of parts that are not shown. */
function isLikely(ratio: number): boolean {
  return (ratio > 0.4 && ratio < 1.35) || isShifted(ratio);
}

/** Two digits swapped. */
function hasSameDigits({ amount, decimals, unit }: Cell, sum: number): boolean {
  const digitsOf = (number: number): string =>
    Array.from((Math.abs(number) / unit.scale.toNumber()).toFixed(decimals))
      .sort()
      .join('');
  return digitsOf(amount) === digitsOf(sum);
}

/** One digit is another. */
function isOneDigitOff({ amount, decimals, unit }: Cell, sum: number): boolean {
  const [said = '', right = ''] = [amount, sum].map((number) =>
    (Math.abs(number) / unit.scale.toNumber()).toFixed(decimals),
  );
  return (
    said.length === right.length &&
    said.length > 2 &&
    Array.from(said).filter((digit, at) => digit !== right[at]).length === 1
  );
}

/** A power of ten away. */
function isShifted(ratio: number): boolean {
  const power = Math.log10(ratio);
  return Number.isFinite(power) && Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 0.002;
}

/** The group that most of the numbers of a total's line bear out. */
function commonGroup(holding: readonly Trial[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { tried } of holding) {
    for (const { group, fit } of tried) if (fit === 'holds') counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
