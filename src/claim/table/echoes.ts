import type { Cell } from './cell.ts';
import { fitOf, type Candidate } from './reading.ts';

/** Without the failures that a wrong total alone explains: with what its parts make, the cell would hold. */
export function withoutEchoes(candidates: readonly Candidate[]): Candidate[] {
  const wrong = new Map<Cell, Candidate>();
  for (const candidate of candidates)
    if (candidate.verdict === 'fails' && candidate.formula.kind === 'sum')
      wrong.set(candidate.cell, candidate);
  if (wrong.size === 0) return [...candidates];
  return candidates.filter(({ cell, formula, verdict }) => {
    if (verdict !== 'fails' || !formula.inputs.some((input) => wrong.has(input))) return true;
    const inputs = formula.inputs.map((input) => corrected(input, wrong.get(input)));
    return fitOf(cell, { ...formula, inputs }) !== 'holds';
  });
}

/** A cell with what its parts make in place of what it says. */
function corrected(cell: Cell, candidate: Candidate | undefined): Cell {
  if (candidate === undefined) return cell;
  const { operation, inputs } = candidate.formula;
  const amount = operation.apply(inputs.map((input) => input.amount));
  const shift = amount - cell.amount;
  const near = { low: cell.near.low + shift, high: cell.near.high + shift };
  return { ...cell, amount, near, value: operation.exact.apply(inputs.map(({ value }) => value)) };
}
