import { parse } from 'csv-parse/sync';
import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Unit } from '../core/quantity.ts';
import { decimal } from '../quantity/decimal.ts';
import { parseQuantity } from '../quantity/parse.ts';
import { bareUnit } from '../quantity/unit.ts';
import { foldSpaces } from '../util/spaces.ts';
import { LedgerFault } from './fault.ts';

/** A CSV file read: its header, its rows, and the line of the file that each row ends on. */
export interface Table {
  readonly path: string;
  readonly separator: Separator;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

type Separator = ',' | ';' | '\t';

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** A CSV with a header; its separator (comma, semicolon, tab) is told from the header. Throws `LedgerFault`. */
export function parseTable(path: string, text: string): Table {
  const separator = detectSeparator(text);
  const [header, ...body] = parseRows(path, text, separator);
  if (header === undefined) throw emptyTable(path);
  const columns = header.record.map((name) => foldSpaces(name.normalize('NFC')));
  const rows = body.map((row) => ({ cells: row.record, line: row.info.lines }));
  const ragged = rows.find((row) => row.cells.length !== columns.length);
  if (ragged !== undefined) throw raggedRow(path, ragged, columns.length);
  return { path, separator, columns, rows };
}

function parseRows(path: string, text: string, separator: Separator): ParsedRow[] {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter: separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
    return rows as ParsedRow[];
  } catch (cause) {
    const line = cause instanceof Error && 'lines' in cause ? String(cause.lines) : undefined;
    throw unreadableTable(path, line);
  }
}

function detectSeparator(text: string): Separator {
  const header = text.replace(/^\uFEFF/u, '').replace(/^[\r\n]+/u, '');
  const counts: Record<Separator, number> = { ';': 0, '\t': 0, ',': 0 };
  let quoted = false;
  for (const character of header) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && isSeparator(character)) counts[character] += 1;
  }
  const separators: Separator[] = [';', '\t', ','];
  return separators.reduce((best, other) => (counts[other] > counts[best] ? other : best));
}

function isSeparator(character: string): character is Separator {
  return character === ',' || character === ';' || character === '\t';
}

function unreadableTable(path: string, line: string | undefined): LedgerFault {
  const near = { fr: line ? `, vers la ligne ${line}` : '', en: line ? `, near line ${line}` : '' };
  const text = {
    fr: `le fichier ${path} n’est pas un CSV lisible${near.fr}.`,
    en: `the file ${path} is not a readable CSV${near.en}.`,
  };
  return new LedgerFault('ledger/data', text, { field: 'from' });
}

function emptyTable(path: string): LedgerFault {
  const text = { fr: `le fichier ${path} est vide.`, en: `the file ${path} is empty.` };
  return new LedgerFault('ledger/data', text, { field: 'from' });
}

function raggedRow(path: string, row: Row, expected: number): LedgerFault {
  const found = row.cells.length;
  return new LedgerFault(
    'ledger/data',
    {
      fr: `la ligne ${row.line} de ${path} a ${found} cases, l’en-tête en a ${expected}.`,
      en: `line ${row.line} of ${path} has ${found} cells, its header has ${expected}.`,
    },
    {
      field: 'from',
      help: {
        fr: 'Entourez de guillemets droits les cases qui contiennent le séparateur, par exemple "12,5".',
        en: 'Put straight quotes around cells that contain the separator, such as "12,5".',
      },
    },
  );
}

/** A cell as an exact number with its unit; undefined when it holds none. */
export interface CellNumber {
  readonly value: Decimal;
  readonly unit: Unit;
}

/** The number in a cell: as machines write it ("1234.5"), with a decimal comma, or as a person would ("1 234,5 €"). */
export function parseCell(cell: string, table: Table, lang: Language): CellNumber | undefined {
  const text = cell.trim();
  if (/^[+-]?\d{1,60}(?:\.\d{1,60})?$/u.test(text))
    return { value: decimal(text.replace('+', '')), unit: bareUnit };
  const comma = /^[+-]?\d{1,60},\d{1,60}$/u.test(text);
  if (comma && (lang === 'fr' || table.separator !== ',')) {
    return { value: decimal(text.replace('+', '').replace(',', '.')), unit: bareUnit };
  }
  if (!/\d/u.test(text)) return undefined;
  const quantity = parseQuantity(text, lang);
  return quantity && { value: quantity.value, unit: quantity.unit };
}
