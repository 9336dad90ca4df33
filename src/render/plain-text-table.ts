import type { AlignType, Table } from 'mdast';
import { isNumberCell } from '../util/number-cell.ts';
import { lengthOf } from '../util/wrap-text.ts';
import { plainInlines, type PlainContext } from './plain-text-inline.ts';

const gap = '  ';

/** Sets a table in aligned columns where they fit the line, else one row after the other, each cell after its head. */
export function plainTable(table: Table, context: PlainContext): string[] {
  const rows = table.children.map((row) => row.children.map((cell) => plainInlines(cell.children, context)));
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));
  const multiline = rows.some((row) => row.some((cell) => cell.includes('\n')));
  if (multiline || total > (context.width ?? 100)) return asRecords(head, body, context);
  const alignments = head.map((_, column) => alignment(table.align?.[column], body, column));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => pad(row[column] ?? '', width, alignments[column]))
      .join(gap)
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join(gap), ...body.map(line)];
}

function alignment(typed: AlignType | undefined, body: readonly string[][], column: number): AlignType {
  return typed ?? (body.every((row) => isNumberCell(row[column] ?? '')) ? 'right' : 'left');
}

function pad(cell: string, width: number, align: AlignType | undefined): string {
  const blank = width - lengthOf(cell);
  if (align === 'right') return ' '.repeat(blank) + cell;
  if (align === 'center') return ' '.repeat(Math.floor(blank / 2)) + cell + ' '.repeat(Math.ceil(blank / 2));
  return cell + ' '.repeat(blank);
}

function asRecords(head: readonly string[], body: readonly string[][], { words }: PlainContext): string[] {
  const titled = (cell: string, column: number): string =>
    head[column] ? `${head[column]}${words.colon}${cell}` : cell;
  return body.flatMap((row, index) => [
    ...(index > 0 ? [''] : []),
    ...row.map((cell, column) => (column === 0 ? '' : '  ') + titled(cell, column)),
  ]);
}
