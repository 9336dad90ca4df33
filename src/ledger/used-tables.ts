import type { LedgerTable } from '../core/ledger.ts';
import { columnIndex } from './aggregate.ts';
import type { Expression } from './formula.ts';
import type { Table } from './table.ts';

/** A formula and the table that it reads. */
export interface TableUse {
  readonly expression: Expression;
  readonly table: Table;
}

/** What formulas read of their tables: what a reader needs to compute the figures again, and nothing else. */
export function usedTables(uses: readonly TableUse[]): LedgerTable[] {
  const columns = new Map<Table, Set<number>>();
  for (const { expression, table } of uses) {
    const used = columns.get(table) ?? new Set();
    for (const name of columnsOf(expression)) used.add(columnIndex(name, table));
    columns.set(table, used);
  }
  return [...columns].flatMap(([table, used]): LedgerTable[] => {
    const kept = [...used].sort((one, other) => one - other);
    const take = (cells: readonly string[]): string[] => kept.map((index) => cells[index] ?? '');
    if (kept.length === 0) return [];
    return [
      { path: table.path, columns: take(table.columns), rows: table.rows.map(({ cells }) => take(cells)) },
    ];
  });
}

/** Names of the columns that a formula reads, those of its conditions included. */
function columnsOf(expression: Expression): string[] {
  switch (expression.type) {
    case 'aggregate': {
      const { column, conditions, within } = expression.call;
      return [
        ...(column === undefined ? [] : [column]),
        ...[...conditions, ...within].map(({ column: name }) => name),
      ];
    }
    case 'operation':
      return [...columnsOf(expression.left), ...columnsOf(expression.right)];
    case 'negative':
    case 'round':
      return columnsOf(expression.of);
    case 'number':
    case 'input':
      return [];
  }
}
