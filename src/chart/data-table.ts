import type { Table, TableCell, TableRow } from 'mdast';
import type { Plot } from './plot.ts';

/** The values of a chart as a table, in the order of the drawing. */
export function dataTable({ categories, series, unitLine }: Plot, categoryName: string): Table {
  const unit = unitLine === undefined ? '' : ` (${unitLine.charAt(0).toLowerCase()}${unitLine.slice(1)})`;
  const head = [categoryName, ...series.map(({ name }) => name + unit)].map(begun);
  const rows = categories.map((name, index) => [name, ...series.map(({ labels }) => labels[index] ?? '')]);
  return {
    type: 'table',
    align: [null, ...series.map(() => 'right' as const)],
    children: [head, ...rows].map(rowOf),
  };
}

function rowOf(cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((value): TableCell => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  };
}

/** Columns of a CSV often bear names without capitals. */
function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
