import { zero } from '../../quantity/decimal.ts';
import { bareUnit, isPercent, percentUnit } from '../../quantity/unit.ts';
import { quotientOfCells, shareOfAll } from './cell-operations.ts';
import { readAs, type Cell } from './cell.ts';
import { candidatesOf, fitOf, type Candidate, type Formula, type Reading } from './reading.ts';
import { nearestValues, percentOr, type Numbered } from './values.ts';
import type { Line } from './table-grid.ts';

/** The lines of shares: each cell over the total of another line, over another line, or over several together. */
export function shareCandidates(lines: readonly Line[], across: readonly Line[]): Candidate[] {
  const totals = across.flatMap(({ label }, index) => (label.role === 'total' ? [index] : []));
  return lines.flatMap((line, index) => {
    if (!statesShares(line)) return [];
    const bases = [...new Set([...totals, ...wholesOf(line)])].sort((one, other) => one - other);
    const values = nearestValues(lines, index).filter(({ line: { unit } }) => !isPercent(unit));
    const found = candidatesOf(line, [
      ...values.flatMap((value) => overTotals(line, value, bases)),
      ...values.map((value) => overSum(line, value, { totals, isSole: values.length === 1 })),
      ...pairs(values).flatMap(([part, whole]) =>
        overEachOther(line, { part, whole, isAlone: values.length === 2 && bases.length === 0 }),
      ),
      ...values.flatMap((value) => overAll(line, value, values)),
    ]);
    return makesWhole(line, bases) ? found.map(forgiveLastDigit) : found;
  });
}

/** Whether the shares make 100 % to the last digit: one of them is then often rounded the other way for it. */
function makesWhole({ cells }: Line, bases: readonly number[]): boolean {
  const shown = cells.flatMap((cell, index) => (cell === undefined || bases.includes(index) ? [] : [cell]));
  return shown.length > 2 && shown.reduce((sum, { number }) => sum.plus(number), zero).eq(100);
}

function forgiveLastDigit(candidate: Candidate): Candidate {
  const { cell, formula, verdict } = candidate;
  if (verdict !== 'fails') return candidate;
  const said = readAs(cell, formula.unit);
  const digit = said.near.high - said.near.low;
  const wide = { ...said, near: { low: said.near.low - digit, high: said.near.high + digit } };
  return fitOf(wide, formula) === 'holds' ? { ...candidate, verdict: 'undecided' } : candidate;
}

/** Where a line of shares says 100 %, there stands the whole. */
function wholesOf({ cells }: Line): number[] {
  return cells.flatMap((cell, index) => (cell?.number.eq(100) ? [index] : [])).slice(0, 3);
}

function statesShares({ label, unit }: Line): boolean {
  if (label.role === 'share') return true;
  return isPercent(unit) && (label.role === 'value' || label.role === 'rate') && label.years.length < 2;
}

function shareOf(line: Line, inputs: readonly (Cell | undefined)[], isAll = false): Formula | undefined {
  const known = inputs.flatMap((input) => input ?? []);
  if (known.length < inputs.length || known.length < 2) return undefined;
  const operation = isAll ? shareOfAll : quotientOfCells();
  return { kind: 'share', operation, inputs: known, unit: percentOr(line, bareUnit, percentUnit) };
}

/** Over the total of the line, or over that of the group; a total itself is no part of itself. */
function overTotals(line: Line, { line: value }: Numbered, totals: readonly number[]): Reading[] {
  if (totals.length === 0) return [];
  const read = (pick: (index: number) => number | undefined): Reading => ({
    isCued: line.label.role === 'share',
    at: (index) => {
      const total = pick(index);
      if (total === undefined || total === index) return undefined;
      return shareOf(line, [value.cells[index], value.cells[total]]);
    },
  });
  const grand = totals.at(-1);
  const next = nextTotals(totals, value.cells.length);
  return totals.length === 1
    ? [read(() => grand)]
    : [read(() => grand), read(() => totals[0]), read((at) => next[at])];
}

/** For each place, the first total after it. */
function nextTotals(totals: readonly number[], length: number): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  let from = 0;
  for (let at = 0; at < length; at++) {
    if (at > (totals[from] ?? Infinity)) from += 1;
    next.push(totals[from]);
  }
  return next;
}

/** Over the sum of the line, where no total says it; many parts are too long a sum to be read. */
function overSum(
  line: Line,
  { line: value }: Numbered,
  { totals, isSole }: { readonly totals: readonly number[]; readonly isSole: boolean },
): Reading {
  const parts = value.cells.filter((_, index) => !totals.includes(index));
  const isKnown = parts.every((part) => part !== undefined) && parts.length <= 60;
  return {
    isCued: isSole && totals.length === 0 && line.label.role === 'share',
    at: (index) => {
      const cell = value.cells[index];
      return isKnown && !totals.includes(index) ? shareOf(line, [cell, ...parts], true) : undefined;
    },
  };
}

interface Over {
  readonly part: Numbered;
  readonly whole: Numbered;
  /** Whether there are no other two. */
  readonly isAlone: boolean;
}

function overEachOther(line: Line, { part, whole, isAlone }: Over): Reading[] {
  const parts = (index: number) => [part.line.cells[index], whole.line.cells[index]] as const;
  return [
    { isCued: isAlone, at: (index) => shareOf(line, parts(index)) },
    { at: (index) => shareOf(line, [part.line.cells[index], ...parts(index)], true) },
  ];
}

/** Over all the lines of values together. */
function overAll(line: Line, value: Numbered, values: readonly Numbered[]): Reading[] {
  if (values.length < 3) return [];
  return [
    {
      at: (index) =>
        shareOf(line, [value.line.cells[index], ...values.map((other) => other.line.cells[index])], true),
    },
  ];
}

/** Every two lines, both ways. */
export function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one) =>
    items.flatMap((other): [Item, Item][] => (one === other ? [] : [[one, other]])),
  );
}
