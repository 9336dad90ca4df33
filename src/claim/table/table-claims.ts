import type { Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Claim } from '../../core/claim.ts';
import { LineIndex } from '../../util/line-index.ts';
import type { ReadableText } from '../prose.ts';
import { changeCandidates } from './changes.ts';
import type { Cell } from './cell.ts';
import { conversionCandidates } from './conversions.ts';
import { ratioCandidates } from './ratios.ts';
import type { Candidate } from './reading.ts';
import { withoutEchoes } from './echoes.ts';
import { shareCandidates } from './shares.ts';
import { sumCandidates } from './sums.ts';
import { claimOf } from './table-words.ts';
import { readGrid, type Grid } from './table-grid.ts';

/** Larger tables are data, not something that a note says. */
const mostCells = 50_000;

/**
 * The claims that the tables of a note make: totals, shares, changes, differences and ratios, each in its cell, one
 * for a cell. A cell that any sound reading bears out holds.
 */
export function findTableClaims(note: ReadableText): Claim[] {
  const found = tablesIn(note.tree);
  if (found.length === 0) return [];
  const around = { source: note.source, lines: new LineIndex(note.source), lang: note.meta.lang };
  return found.flatMap(({ table, beside }) => {
    const cells = table.children.reduce((count, row) => count + row.children.length, 0);
    const grid = cells > mostCells ? undefined : readGrid(table, { ...around, beside });
    return grid === undefined ? [] : claimsOf(grid);
  });
}

interface FoundTable {
  readonly table: Table;
  readonly beside: string;
}

function tablesIn(node: Nodes): FoundTable[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child, index): FoundTable[] => {
    if (child.type !== 'table') return tablesIn(child);
    const beside = [node.children[index - 1], node.children[index + 1]]
      .filter((other) => other?.type === 'paragraph' || other?.type === 'heading')
      .map((other) => toString(other).slice(0, 600));
    return [{ table: child, beside: beside.join(' ') }];
  });
}

/** One claim for each cell that makes one: the first that holds, else the first that fails, else what is open. */
function claimsOf(grid: Grid): Claim[] {
  const { rows, columns } = grid;
  const candidates = [
    ...sumCandidates(rows, columns, grid),
    ...sumCandidates(columns, rows, grid),
    ...shareCandidates(columns, rows),
    ...changeCandidates(columns, rows, false),
    ...conversionCandidates(columns, grid.bases),
    ...ratioCandidates(columns),
    ...shareCandidates(rows, columns),
    ...changeCandidates(rows, columns, true),
    ...conversionCandidates(rows, grid.bases),
    ...ratioCandidates(rows),
  ];
  const chosen = new Map<Cell, Candidate>();
  for (const candidate of candidates) {
    const known = chosen.get(candidate.cell);
    if (known === undefined || rank[candidate.verdict] < rank[known.verdict])
      chosen.set(candidate.cell, candidate);
  }
  return withoutTwins(withoutEchoes([...chosen.values()])).map((candidate) => claimOf(candidate, grid.lang));
}

/** One contradiction is told once: of failing claims that take the same cells, the first. */
function withoutTwins(candidates: readonly Candidate[]): Candidate[] {
  const told: ReadonlySet<Cell>[] = [];
  return candidates.filter(({ cell, formula: { inputs }, verdict }) => {
    if (verdict !== 'fails' || inputs.length > 3) return true;
    const cells = new Set([cell, ...inputs]);
    const isTwin = told.some(
      (other) => other.size === cells.size && [...cells].every((one) => other.has(one)),
    );
    told.push(cells);
    return !isTwin;
  });
}

const rank = { holds: 0, fails: 1, undecided: 2 } as const;
