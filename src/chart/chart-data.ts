import type { Decimal } from 'decimal.js';
import type { ChartData, ChartSeries, ChartValue } from '../core/chart.ts';
import type { Localized, Language } from '../core/localized.ts';
import type { Unit } from '../core/quantity.ts';
import { columnIndex, select } from '../ledger/aggregate.ts';
import { parseConditions } from '../ledger/aggregate-call.ts';
import { parseUnit } from '../ledger/entry-unit.ts';
import { LedgerFault } from '../ledger/fault.ts';
import { parseCell, parseTable, type CellNumber, type Row, type Table } from '../ledger/table.ts';
import { one } from '../quantity/decimal.ts';
import { bareUnit } from '../quantity/unit.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

/** What of a CSV a chart shows. */
export interface DataRequest {
  readonly path: string;
  readonly text: string;
  readonly label: string | undefined;
  readonly values: readonly string[] | undefined;
  readonly series: string | undefined;
  readonly where: string | undefined;
  /** As the chart names it. */
  readonly unit: string | undefined;
  readonly lang: Language;
}

/** A CSV that gives no chart: where, and why. `field` is the key of the chart that is at fault, if one is. */
export class ChartDataFault extends Error {
  readonly text: Localized;
  readonly help: Localized | undefined;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  /** Line of the CSV. */
  readonly line: number | undefined;
  readonly field: string | undefined;

  constructor(
    text: Localized,
    more: { help?: Localized; expected?: string; actual?: string; line?: number; field?: string } = {},
  ) {
    super(text.en);
    this.name = 'ChartDataFault';
    this.text = text;
    this.help = more.help;
    this.expected = more.expected;
    this.actual = more.actual;
    this.line = more.line;
    this.field = more.field;
  }
}

/** The most that one chart may hold: more is no drawing. */
const most = { categories: 200, series: 24 };

/** Reads the values of a chart from its CSV. Throws `ChartDataFault`. */
export function readChartData(request: DataRequest): ChartData & { readonly unit: Unit | undefined } {
  const table = asFault('data', () => parseTable(request.path, request.text));
  const { where, lang } = request;
  const rows =
    where === undefined
      ? table.rows
      : asFault('where', () => select(table.rows, parseConditions(where), table, lang));
  if (rows.length === 0) throw noRow(request);
  const label =
    request.label === undefined ? 0 : asFault('columns', () => columnIndex(request.label ?? '', table));
  const units = new UnitOfChart(request);
  const columns = valueColumns(request, table, rows, label);
  const cells = { table, rows, label, columns, units, lang };
  const data = request.series === undefined ? wide(cells) : long(request.series, cells);
  if (data.categories.length > most.categories || data.series.length > most.series)
    throw tooMuch(request.path);
  if (data.series.every(({ values }) => values.every((value) => value === undefined))) throw noRow(request);
  return { ...data, unit: units.unit };
}

interface Cells {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly label: number;
  readonly columns: readonly number[];
  readonly units: UnitOfChart;
  readonly lang: Language;
}

/** Faults of the ledger's readers, told of the chart. */
function asFault<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LedgerFault)) throw error;
    const { text, help, expected } = error;
    throw new ChartDataFault(sentences(text), {
      field,
      ...(help && { help }),
      ...(expected !== undefined && { expected }),
    });
  }
}

function sentences({ fr: french, en }: Localized): Localized {
  const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return { fr: begun(french), en: begun(en) };
}

function valueColumns(
  { values, series }: DataRequest,
  table: Table,
  rows: readonly Row[],
  label: number,
): number[] {
  if (values !== undefined) return values.map((name) => asFault('columns', () => columnIndex(name, table)));
  const other = series === undefined ? -1 : asFault('columns', () => columnIndex(series, table));
  const all = table.columns.map((_, index) => index).filter((index) => index !== label && index !== other);
  const numeric = all.filter((index) => rows.some((row) => /\d/u.test(row.cells[index] ?? '')));
  return series === undefined ? numeric : numeric.slice(0, 1);
}

/** One column a series. */
function wide({ table, rows, label, columns, units, lang }: Cells): ChartData {
  return {
    categories: rows.map((row) => row.cells[label] ?? ''),
    categoryName: table.columns[label] ?? '',
    series: columns.map((column): ChartSeries => ({
      name: table.columns[column] ?? '',
      values: rows.map((row) => valueOf(row, column, { table, units, lang })),
    })),
  };
}

/** One row a value: another column tells its series. */
function long(name: string, { table, rows, label, columns, units, lang }: Cells): ChartData {
  const column = asFault('columns', () => columnIndex(name, table));
  const [values = -1] = columns;
  const categories = [...new Set(rows.map((row) => row.cells[label] ?? ''))];
  const names = [...new Set(rows.map((row) => row.cells[column] ?? ''))];
  const found = new Map<string, ChartValue | undefined>();
  for (const row of rows) {
    const key = JSON.stringify([row.cells[label], row.cells[column]]);
    if (found.has(key)) throw twice(row, row.cells[label] ?? '', table.path);
    found.set(key, valueOf(row, values, { table, units, lang }));
  }
  return {
    categories,
    categoryName: table.columns[label] ?? '',
    series: names.map((series) => ({
      name: series,
      values: categories.map((category) => found.get(JSON.stringify([category, series]))),
    })),
  };
}

const missing = /^(?:|n\.?[ds]\.?|n\/?a|s\.?o\.?|[-–—.…]+)$/iu;

function valueOf(
  row: Row,
  column: number,
  { table, units, lang }: Pick<Cells, 'table' | 'units' | 'lang'>,
): ChartValue | undefined {
  const cell = (row.cells[column] ?? '').trim();
  if (missing.test(cell)) return undefined;
  const number = parseCell(cell, table, lang);
  if (number === undefined) throw notANumber(cell, row, table.columns[column] ?? '', table.path);
  return { value: units.inUnit(number, row, table), line: row.line };
}

/** The unit of all values: the chart's, else the first that the CSV names. */
class UnitOfChart {
  unit: Unit | undefined;

  constructor({ unit, lang }: DataRequest) {
    this.unit = unit === undefined ? undefined : namedUnit(unit, lang);
  }

  inUnit({ value, unit }: CellNumber, row: Row, table: Table): Decimal {
    if (unit.symbol === '') return value;
    this.unit ??= unit;
    if (unit.dimension !== this.unit.dimension) throw mixedUnits(row, table, unit.symbol);
    return value.div(this.unit.scale);
  }
}

/** Any words may be a unit: "indice base 100". */
function namedUnit(typed: string, lang: Language): Unit {
  try {
    return parseUnit(typed, lang);
  } catch {
    return { ...bareUnit, symbol: typed.trim(), dimension: typed.trim(), scale: one };
  }
}

function notANumber(cell: string, row: Row, column: string, path: string): ChartDataFault {
  const typed = shorten(cell, 40);
  return new ChartDataFault(
    {
      fr: fr`« ${typed} » n’est pas un nombre (colonne « ${shorten(column)} » de ${path}).`,
      en: `"${typed}" is no number (column "${shorten(column)}" of ${path}).`,
    },
    {
      line: row.line,
      actual: typed,
      help: {
        fr: fr`Écrivez un nombre, ou laissez la case vide si la valeur manque ; choisissez les colonnes par « columns: ».`,
        en: 'Write a number, or leave the cell empty where the value is missing; choose the columns with "columns:".',
      },
    },
  );
}

function mixedUnits(row: Row, { path }: Table, symbol: string): ChartDataFault {
  return new ChartDataFault(
    {
      fr: fr`L’unité « ${symbol} » de ${path} n’est pas celle des autres valeurs du graphique.`,
      en: `The unit "${symbol}" of ${path} is not that of the chart’s other values.`,
    },
    { line: row.line, actual: symbol, help: sameUnit },
  );
}

const sameUnit = {
  fr: fr`Donnez toutes les valeurs dans la même unité.`,
  en: 'Give every value in the same unit.',
};

function twice(row: Row, category: string, path: string): ChartDataFault {
  return new ChartDataFault(
    {
      fr: fr`« ${shorten(category)} » a deux valeurs pour la même série dans ${path}.`,
      en: `"${shorten(category)}" has two values for the same series in ${path}.`,
    },
    {
      line: row.line,
      help: {
        fr: fr`Gardez-en une seule, ou retenez des lignes par « where: ».`,
        en: 'Keep one of them, or keep some of the rows with "where:".',
      },
    },
  );
}

function noRow({ path, where }: DataRequest): ChartDataFault {
  return new ChartDataFault(
    {
      fr: fr`Rien dans ${path} ne peut être dessiné.`,
      en: `Nothing in ${path} can be drawn.`,
    },
    {
      field: where === undefined ? 'data' : 'where',
      help: {
        fr: fr`Vérifiez les colonnes, et la condition « where: » s’il y en a une.`,
        en: 'Look at the columns, and at the condition "where:" if there is one.',
      },
    },
  );
}

function tooMuch(path: string): ChartDataFault {
  return new ChartDataFault(
    {
      fr: fr`${path} a trop de lignes ou de séries pour un graphique.`,
      en: `${path} has too many rows or series for one chart.`,
    },
    {
      field: 'data',
      expected: `≤ ${most.categories} × ${most.series}`,
      help: {
        fr: fr`Retenez des lignes par « where: », ou choisissez des colonnes par « columns: ».`,
        en: 'Keep some of the rows with "where:", or choose columns with "columns:".',
      },
    },
  );
}
