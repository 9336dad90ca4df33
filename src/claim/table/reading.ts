import type { ClaimKind, Verdict } from '../../core/claim.ts';
import type { Unit } from '../../core/quantity.ts';
import { isPercent } from '../../quantity/unit.ts';
import type { Operation } from '../operation.ts';
import { readAs, type Cell, type Span } from './cell.ts';
import type { Line } from './table-grid.ts';

/** An operation on doubles, beside the exact one that the reader is shown. */
export interface CellOperation {
  readonly exact: Operation;
  readonly apply: (amounts: readonly number[]) => number;
}

/** What a cell should be. `unit` is that of the result, where the cell and its heads name none. */
export interface Formula {
  readonly kind: ClaimKind;
  readonly operation: CellOperation;
  readonly inputs: readonly Cell[];
  readonly unit: Unit;
  /** Whether a fall may be written without its sign. */
  readonly isUnsigned?: boolean;
}

/** One way to understand a whole line: what each of its cells should be. */
export interface Reading {
  readonly at: (index: number) => Formula | undefined;
  /** Whether the heads ask for this very reading, so that two cells are enough to believe it. */
  readonly isCued?: boolean;
  /** Whether the head itself says what is made of the only two lines: "Multiplié par". */
  readonly isTold?: boolean;
  /** Whether no other reading is possible, so that one cell is enough. */
  readonly isSole?: boolean;
  /** Whether no head asks for it: the numbers alone must. */
  readonly isGuess?: boolean;
  /** The lines that it takes, in their order: another that takes them the other way is then none beside it. */
  readonly pair?: readonly [Line, Line];
}

/** A cell that says what others make, and what they make of it. */
export interface Candidate {
  readonly cell: Cell;
  readonly formula: Formula;
  readonly verdict: Verdict;
  /** Whether the heads leave no doubt that it says so. */
  readonly isStrong: boolean;
  readonly slip?: 'points' | 'base';
}

/** How a cell stands to its formula: `near` where only a rounding that nobody wrote could explain it. */
export type Fit = 'holds' | 'near' | 'fails';

/** Holds a cell against a formula by the intervals of their roundings; undefined where nothing can be computed. */
export function fitOf(cell: Cell, formula: Formula): Fit | undefined {
  const stated = readAs(cell, formula.unit);
  if (isPercent(stated.unit) !== isPercent(formula.unit) && formula.unit.symbol !== '') return undefined;
  const computed = spanOf(formula, () => 0);
  if (computed === undefined) return undefined;
  const span = said(stated, computed);
  if (fits(span, computed, formula)) return 'holds';
  if (cell.isSoft || formula.inputs.some(({ isSoft }) => isSoft)) return 'near';
  return isForgiven(stated, span, formula) ? 'near' : 'fails';
}

/**
 * What a rounding that nothing tells of could explain: of whole numbers to the unit, of a round result to its place, of
 * round inputs to theirs as long as the result is no more than a step away.
 */
function isForgiven(stated: Cell, span: Span, formula: Formula): boolean {
  // How many times as many is a number of its own, and no sum of roundings.
  const place = formula.kind === 'multiple' ? 0 : Math.max(2 * stated.slack, stated.roundPlace);
  const toUnit = spanOf(formula, ({ slack }) => slack);
  if (toUnit && fits(widen(span, place * (1 - 1e-6)), toUnit, formula)) return true;
  if (formula.inputs.every(({ roundPlace }) => roundPlace === 0)) return false;
  const step = Math.max(stated.unit.scale.toNumber() * 10 ** -stated.decimals, stated.roundPlace);
  const sharp = formula.operation.apply(formula.inputs.map(({ amount }) => amount));
  const isClose = Math.abs(sharp - stated.amount) <= step * (1 + 1e-9);
  const toPlace = isClose ? spanOf(formula, ({ roundPlace }) => roundPlace / 2) : undefined;
  return toPlace !== undefined && fits(span, toPlace, formula);
}

function widen({ low, high }: Span, by: number): Span {
  return { low: low - by, high: high + by };
}

/** An exact number is still a rounding of what has digits that it could not show. */
function said(stated: Cell, computed: Span): Span {
  if (!stated.isExact) return stated.near;
  const step = stated.unit.scale.toNumber() * 10 ** -stated.decimals;
  const steps = computed.low / step;
  const isWhole = computed.low === computed.high && Math.abs(steps - Math.round(steps)) < 1e-6;
  return isWhole ? stated.near : { low: stated.near.low - step / 2, high: stated.near.high + step / 2 };
}

function fits(stated: Span, computed: Span, { isUnsigned }: Formula): boolean {
  if (overlap(stated, computed)) return true;
  return isUnsigned === true && overlap(stated, { low: -computed.high, high: -computed.low });
}

function overlap(a: Span, b: Span): boolean {
  const margin = 1e-9 * Math.max(Math.abs(a.low), Math.abs(a.high), Math.abs(b.low), Math.abs(b.high));
  return a.low <= b.high + margin && b.low <= a.high + margin;
}

/** Every value that the inputs' roundings allow, each input `moreOf` it wider. */
function spanOf({ operation, inputs }: Formula, moreOf: (input: Cell) => number): Span | undefined {
  const corner = (isHigh: boolean): number =>
    operation.apply(
      inputs.map((input, index) =>
        operation.exact.rises(index) === isHigh
          ? input.near.high + moreOf(input)
          : input.near.low - moreOf(input),
      ),
    );
  const [low, high] = [corner(false), corner(true)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  return low <= high ? { low, high } : { low: high, high: low };
}

interface Tally {
  readonly reading: Reading;
  readonly holds: number;
  readonly fails: number;
  /** How many of the failing cells a slip explains. */
  readonly slips: number;
  /** How many digits the longest number of each formula that holds has: few come out by chance. */
  readonly digits: number;
}

/** Cells looked at to tell which readings are worth holding against a whole line. */
const sampleSize = 24;
const shortlist = 5;

/**
 * The candidates of a line by the reading that most of its cells bear out; cells that only another likely reading
 * bears out are held to that one. None where no reading can be believed.
 */
export function candidatesOf(line: Line, readings: readonly Reading[]): Candidate[] {
  const shown = line.cells.flatMap((cell, index) => (cell === undefined ? [] : [index]));
  const sample = shown.length <= sampleSize ? shown : shown.slice(0, sampleSize);
  const likely = readings
    .map((reading) => tallyOf(line, reading, sample))
    .filter(({ holds, fails }) => holds + fails > 0)
    .toSorted((one, other) => other.holds - one.holds || one.fails - other.fails)
    .slice(0, shortlist);
  const full = sample === shown ? likely : likely.map(({ reading }) => tallyOf(line, reading, shown));
  const [best, ...others] = full.filter(isBelieved);
  if (best === undefined) return [];
  const all = [best, ...others].map(({ reading }) => reading).filter((one) => !isReversed(one, best.reading));
  return shown.flatMap((index) => candidateAt(line, index, all) ?? []);
}

function isReversed({ pair }: Reading, { pair: other }: Reading): boolean {
  return pair !== undefined && pair[0] === other?.[1] && pair[1] === other[0];
}

function tallyOf(line: Line, reading: Reading, indices: readonly number[]): Tally {
  let [holds, fails, slips, digits] = [0, 0, 0, 0];
  for (const index of indices) {
    const [cell, formula] = [line.cells[index], reading.at(index)];
    if (cell === undefined || formula === undefined) continue;
    const fit = fitOf(cell, formula);
    if (fit === 'holds') {
      holds += 1;
      digits += Math.max(...[cell, ...formula.inputs].map(digitsOf));
    } else if (fit === 'fails') {
      fails += 1;
      slips += isSlip(cell, formula) ? 1 : 0;
    }
  }
  return { reading, holds, fails, slips, digits };
}

function digitsOf({ text }: Cell): number {
  return text.replace(/\D/gu, '').replace(/^0+|0+$/gu, '').length;
}

const fewestGuessed = 4;
const mostSlips = 3;

function isBelieved(tally: Tally): boolean {
  const { reading, holds, fails, slips, digits } = tally;
  if (reading.isGuess === true) return isBorneOut(tally) && slips === fails && digits >= fewestGuessed;
  if (isBorneOut(tally)) return true;
  if (holds === 0) return reading.isSole === true && fails === 1;
  return isKnown(reading) && (fails <= 1 || (fails <= mostSlips && slips === fails));
}

/** Whether two cells hold at least, and most do; where the head says it all, one of three is enough. */
function isBorneOut({ reading, holds, fails }: Tally): boolean {
  if (reading.isTold === true && holds > 0 && fails <= holds * 2) return true;
  return holds >= 2 && (fails <= 3 ? fails <= holds : fails * 2 <= holds);
}

/** Whether a usual slip makes the cell of what it should be: its sign, its digits, or a number near it. */
function isSlip(cell: Cell, { operation, inputs, unit }: Formula): boolean {
  const stated = readAs(cell, unit).amount;
  const right = operation.apply(inputs.map(({ amount }) => amount));
  const ratio = stated / right;
  if (!Number.isFinite(ratio)) return false;
  const power = Math.log10(Math.abs(ratio));
  const isShifted = Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 0.002;
  return isShifted || Math.abs(ratio + 1) < 0.01 || (ratio > 0.55 && ratio < 1.8);
}

function isKnown({ isCued, isSole }: Reading): boolean {
  return isCued === true || isSole === true;
}

/** How far what a formula makes is from a cell, as a share of it. */
function distance(cell: Cell, { operation, inputs, unit }: Formula): number {
  const { amount: stated } = readAs(cell, unit);
  return Math.abs(operation.apply(inputs.map(({ amount }) => amount)) - stated) / Math.abs(stated || 1);
}

function candidateAt(line: Line, index: number, readings: readonly Reading[]): Candidate | undefined {
  const cell = line.cells[index];
  if (cell === undefined) return undefined;
  const fitted = readings.flatMap((reading) => {
    const formula = reading.at(index);
    const fit = formula && fitOf(cell, formula);
    return formula && fit ? [{ formula, fit }] : [];
  });
  const chosen =
    fitted.find(({ fit }) => fit === 'holds') ??
    fitted.find(({ fit }) => fit === 'near') ??
    fitted.toSorted((one, other) => distance(cell, one.formula) - distance(cell, other.formula))[0];
  if (chosen === undefined) return undefined;
  const verdict = chosen.fit === 'near' ? 'undecided' : chosen.fit;
  return { cell, formula: chosen.formula, verdict, isStrong: line.label.isStrong };
}
