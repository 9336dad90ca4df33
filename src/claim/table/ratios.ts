import { bareUnit, isPercent } from '../../quantity/unit.ts';
import { quotientOfCells, sumOfCells } from './cell-operations.ts';
import type { Cell } from './cell.ts';
import { candidatesOf, type Candidate, type Reading } from './reading.ts';
import type { Label } from './labels.ts';
import { pairs } from './shares.ts';
import type { Line } from './table-grid.ts';
import { nearestValues, type Numbered } from './values.ts';

/** The lines of ratios, "par habitant", and those that add up as they go, "cumul". */
export function ratioCandidates(lines: readonly Line[]): Candidate[] {
  return lines.flatMap((line, index) => {
    const { role } = line.label;
    const isPer =
      role === 'per' ||
      ((role === 'value' || role === 'rate') && lines.some((other) => isBelow(line.label, other.label)));
    if (!isPer && role !== 'running') return [];
    const values = nearestValues(lines, index).filter(
      ({ line: { unit } }) => isPercent(unit) === isPercent(line.unit),
    );
    if (role === 'running')
      return candidatesOf(
        line,
        values.map((value) => runningOf(line, value)),
      );
    const rated = nearestValues(lines, index).filter(({ line: { unit } }) => !isPercent(unit));
    // A unit price before its total makes the total, not the other way round.
    const above = (value: Numbered): boolean => value.index < index || value.line.label.role !== 'total';
    return candidatesOf(
      line,
      pairs(rated).flatMap(([one, other]) => (above(one) ? quotientOf(line, one, other) : [])),
    );
  });
}

const powers = new Set([0, 2, 3, 4, 5, 6, 9, -2, -3, -6, -9]);

/** One line over another, by the power of ten that the first row shows: heads seldom tell it. */
function quotientOf(line: Line, above: Numbered, below: Numbered): Reading[] {
  const isNamed = isBelow(line.label, below.line.label);
  const inputsAt = (index: number): [Cell, Cell] | undefined => {
    const [one, other] = [above.line.cells[index], below.line.cells[index]];
    return one && other ? [one, isNamed ? countedOf(other) : other] : undefined;
  };
  const first = line.cells.findIndex((cell, index) => cell !== undefined && inputsAt(index) !== undefined);
  const [stated, inputs] = [line.cells[first], inputsAt(first)];
  if (stated === undefined || inputs === undefined) return [];
  const exponent = Math.log10(Math.abs(stated.amount / (inputs[0].amount / inputs[1].amount)));
  const power = Math.round(exponent);
  if (!powers.has(power) || Math.abs(exponent - power) > 0.05) return [];
  const operation = quotientOfCells(power);
  const at: Reading['at'] = (index) => {
    const cells = inputsAt(index);
    return cells && { kind: 'ratio', operation, inputs: cells, unit: line.unit };
  };
  return [{ at, isCued: isNamed, isSole: isNamed && power === 0 && line.unit !== bareUnit }];
}

/** Those among whom something is shared out are counted one by one. */
function countedOf(cell: Cell): Cell {
  return cell.isExact ? { ...cell, slack: 0 } : cell;
}

const perNoun =
  /(?:\b(?:par|per|au) |\/ ?)([a-z]{2,})|\b(?:average|mean) (?!cost|price|wage|pay|age|length|size)([a-z]{3,})/u;

/** "par habitant" over "Habitants". */
function isBelow({ key }: Label, below: Label): boolean {
  const [, par, other] = perNoun.exec(key) ?? [];
  const noun = par ?? other;
  return noun !== undefined && below.key.includes(noun.slice(0, 5));
}

/** Each row the one before and the value of the row. */
function runningOf(line: Line, { line: value }: Numbered): Reading {
  return {
    isCued: true,
    at: (index) => {
      const [before, added] = [line.cells[index - 1], value.cells[index]];
      return (
        before && added && { kind: 'sum', operation: sumOfCells, inputs: [before, added], unit: bareUnit }
      );
    },
  };
}
