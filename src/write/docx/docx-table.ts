import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TableLayoutType,
  WidthType,
} from 'docx';
import type { Table as MdastTable, TableRow as MdastRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isNumberCell } from '../../util/number-cell.ts';
import { docxInlines, type DocxContext } from './docx-inlines.ts';
import { styleIds } from './docx-styles.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };
const thick = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
const total = /^(?:total|ensemble|sous-total)\b/iu;

/** A table of as many rows at most stays on one page. */
const keptWhole = 12;

/** A table with a head that Word repeats on each page and rows that it never cuts. */
export function docxTable(table: MdastTable, context: DocxContext): Table {
  const [head, ...body] = table.children;
  const widths = columnWidths(table, context.width);
  const alignments = widths.map((_, column) => alignment(table, body, column));
  const isShort = table.children.length <= keptWhole;
  const rows = table.children.map((row, index) => {
    const isHead = row === head;
    const isTotal = !isHead && total.test(cellText(row, 0));
    const borders = { top: none, left: none, right: none, bottom: isHead || isTotal ? thick : thin };
    const cells = widths.map((size, column) => {
      const cell = row.children[column];
      const children = docxInlines(cell?.children ?? [], context, isHead || isTotal ? { bold: true } : {});
      const paragraph = new Paragraph({
        style: styleIds.cell,
        alignment: alignments[column] ?? AlignmentType.LEFT,
        keepNext: isHead || (isShort && index < table.children.length - 1),
        children,
      });
      return new TableCell({ width: { size, type: WidthType.DXA }, borders, children: [paragraph] });
    });
    return new TableRow({ tableHeader: isHead, cantSplit: true, children: cells });
  });
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: context.width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    margins: { left: 60, right: 60 },
  });
}

function cellText(row: MdastRow, column: number): string {
  const cell = row.children[column];
  return cell
    ? toString({ ...cell, children: cell.children.filter(({ type }) => type !== 'noteCall') }).trim()
    : '';
}

function alignment(
  table: MdastTable,
  body: readonly MdastRow[],
  column: number,
): (typeof AlignmentType)[keyof typeof AlignmentType] {
  const typed = table.align?.[column];
  if (typed === 'center') return AlignmentType.CENTER;
  const isNumber = body.length > 0 && body.every((row) => isNumberCell(cellText(row, column)));
  return typed === 'right' || (!typed && isNumber) ? AlignmentType.RIGHT : AlignmentType.LEFT;
}

/** Twips for each column, by the length of what it holds; together they are `width`. */
function columnWidths(table: MdastTable, width: number): number[] {
  const columns = table.children[0]?.children.length ?? 1;
  const weights = Array.from({ length: columns }, (_, column) => {
    const lengths = table.children.map((row) => cellText(row, column).length);
    return Math.min(40, Math.max(8, ...lengths));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const widths = weights.map((weight) => Math.floor((weight * width) / sum));
  const rest = width - widths.reduce((total, part) => total + part, 0);
  return widths.map((part, column) => (column === 0 ? part + rest : part));
}
