import type { LedgerTable } from '../core/ledger.ts';
import type { PageData } from '../core/page.ts';

/** The data that figures are computed from, a CSV each, named as the author's file: its folder is nobody's business. */
export function dataOf(tables: readonly LedgerTable[]): PageData[] {
  const names = new Map<string, number>();
  return tables.map(({ path, columns, rows }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const count = (names.get(name.toLowerCase()) ?? 0) + 1;
    names.set(name.toLowerCase(), count);
    return {
      name: count === 1 ? name : numbered(name, count),
      text: [columns, ...rows].map(rowText).join(''),
    };
  });
}

function numbered(name: string, count: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}-${count}${name.slice(dot)}` : `${name}-${count}`;
}

/** RFC 4180 with the semicolon that French spreadsheets expect. */
function rowText(cells: readonly string[]): string {
  return `${cells.map(cellText).join(';')}\r\n`;
}

function cellText(cell: string): string {
  return /["\r\n;]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
