import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import type { Unit } from '../core/quantity.ts';
import { decimal, greater, smaller, zero } from '../quantity/decimal.ts';
import { bareUnit } from '../quantity/unit.ts';
import { nearest } from '../util/nearest.ts';
import { foldSpaces } from '../util/spaces.ts';
import type { AggregateCall, Condition, Operator } from './aggregate-call.ts';
import { didYouMean, LedgerFault } from './fault.ts';
import { exactMeasure, ratioMeasure, type Measure } from './measure.ts';
import { parseCell, type Row, type Table } from './table.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

/** The value of an aggregate over the rows of its table. Throws `LedgerFault`. */
export function evaluateAggregate(call: AggregateCall, table: Table, lang: Language): Measure {
  const kept = select(table.rows, call.conditions, table, lang);
  switch (call.name) {
    case 'count':
      return exactMeasure(decimal(countRows(call.column, kept, table)), bareUnit);
    case 'share':
      return share(call, kept, table, lang);
    default: {
      const { values, unit } = columnNumbers(call.column ?? '', kept, table, lang);
      if (values.length === 0) throw noValue(call, table);
      return exactMeasure(summaries[call.name](values), unit);
    }
  }
}

const summaries: Readonly<
  Record<'sum' | 'mean' | 'median' | 'min' | 'max', (values: readonly Decimal[]) => Decimal>
> = {
  sum,
  mean: (values) => sum(values).div(values.length),
  median,
  min: (values) => values.reduce(smaller),
  max: (values) => values.reduce(greater),
};

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), zero);
}

function median(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort((a, b) => a.cmp(b));
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? zero;
  return sorted.length % 2 === 1 ? upper : upper.plus(sorted[middle - 1] ?? upper).div(2);
}

function countRows(column: string | undefined, rows: readonly Row[], table: Table): number {
  if (column === undefined) return rows.length;
  const index = columnIndex(column, table);
  return rows.filter((row) => (row.cells[index] ?? '') !== '').length;
}

function share(call: AggregateCall, kept: readonly Row[], table: Table, lang: Language): Measure {
  if (call.column !== undefined) {
    const total = sum(columnNumbers(call.column, table.rows, table, lang).values);
    if (total.isZero()) throw noValue(call, table);
    return ratioMeasure(sum(columnNumbers(call.column, kept, table, lang).values).div(total));
  }
  const base = select(table.rows, call.within, table, lang);
  if (base.length === 0) throw noValue(call, table);
  const inside = new Set(kept);
  return ratioMeasure(decimal(base.filter((row) => inside.has(row)).length).div(base.length));
}

/** Rank of a column by its name, whatever its case. Throws `LedgerFault`. */
export function columnIndex(name: string, table: Table): number {
  const wanted = foldCase(name);
  const exact = table.columns.indexOf(name);
  const index = exact === -1 ? table.columns.findIndex((column) => foldCase(column) === wanted) : exact;
  if (index === -1) throw unknownColumn(name, table);
  return index;
}

function foldCase(text: string): string {
  return foldSpaces(text.normalize('NFC')).toLowerCase();
}

function columnNumbers(
  name: string,
  rows: readonly Row[],
  table: Table,
  lang: Language,
): { values: Decimal[]; unit: Unit } {
  const index = columnIndex(name, table);
  const values: Decimal[] = [];
  let unit: Unit | undefined;
  for (const row of rows) {
    const cell = row.cells[index] ?? '';
    if (cell === '') continue;
    const number = parseCell(cell, table, lang);
    if (number === undefined) throw notANumber(name, row, table);
    unit ??= number.unit;
    if (number.unit.dimension !== unit.dimension) throw mixedColumn(name, row, table);
    values.push(number.value);
  }
  return { values, unit: unit ?? bareUnit };
}

/** The rows that meet every condition. Throws `LedgerFault`. */
export function select(
  rows: readonly Row[],
  conditions: readonly Condition[],
  table: Table,
  lang: Language,
): readonly Row[] {
  return conditions.reduce<readonly Row[]>((left, condition) => {
    const index = columnIndex(condition.column, table);
    const matches = conditionTest(condition, table, lang);
    return left.filter((row) => matches(row.cells[index] ?? '', row));
  }, rows);
}

type CellTest = (cell: string, row: Row) => boolean;

/** Numbers are compared as numbers, ISO dates as dates, the rest as text whatever its case. */
function conditionTest(condition: Condition, table: Table, lang: Language): CellTest {
  const { operator, value } = condition;
  const wanted = isoDate.test(value) ? undefined : parseCell(value, table, lang)?.value;
  const isEquality = operator === '=' || operator === '!=';
  return (cell, row) => {
    const number = wanted && parseCell(cell, table, lang)?.value;
    if (wanted && number) return holds(operator, number.cmp(wanted));
    if (isEquality) return holds(operator, foldCase(cell) === foldCase(value) ? 0 : 1);
    if (cell === '') return false;
    if (!isoDate.test(value) || !isoDate.test(cell)) throw notComparable(condition, row, table);
    return holds(operator, compareText(cell, value));
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/u;

function holds(operator: Operator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}

function unknownColumn(name: string, table: Table): LedgerFault {
  const near = nearest(name, table.columns.slice(0, 500));
  const columns = columnList(table.columns);
  return new LedgerFault(
    'ledger/data',
    {
      fr: fr`il n’y a pas de colonne « ${shorten(name)} » dans ${table.path}.`,
      en: `there is no column “${shorten(name)}” in ${table.path}.`,
    },
    near === undefined
      ? { help: { fr: fr`Ses colonnes sont : ${columns}.`, en: `Its columns are: ${columns}.` } }
      : didYouMean(near),
  );
}

function columnList(names: readonly string[]): string {
  return (
    names
      .slice(0, 12)
      .map((name) => shorten(name))
      .join(', ') + (names.length > 12 ? '…' : '')
  );
}

function notANumber(name: string, row: Row, table: Table): LedgerFault {
  return new LedgerFault('ledger/data', {
    fr: fr`la colonne « ${shorten(name)} » de ${table.path} contient autre chose qu’un nombre à la ligne ${row.line}.`,
    en: `column “${shorten(name)}” of ${table.path} holds something other than a number on line ${row.line}.`,
  });
}

function mixedColumn(name: string, row: Row, table: Table): LedgerFault {
  return new LedgerFault('ledger/mixed-units', {
    fr: fr`la colonne « ${shorten(name)} » de ${table.path} change d’unité à la ligne ${row.line}.`,
    en: `column “${shorten(name)}” of ${table.path} changes its unit on line ${row.line}.`,
  });
}

function notComparable(condition: Condition, row: Row, table: Table): LedgerFault {
  const { column, operator } = condition;
  return new LedgerFault('ledger/data', {
    fr: fr`la colonne « ${shorten(column)} » de ${table.path} ne se compare pas par « ${operator} » à la ligne ${row.line}.`,
    en: `column “${shorten(column)}” of ${table.path} cannot be compared with “${operator}” on line ${row.line}.`,
  });
}

function noValue(call: AggregateCall, table: Table): LedgerFault {
  return new LedgerFault('ledger/data', {
    fr: fr`aucune valeur de ${table.path} ne permet de calculer « ${call.name}(…) ».`,
    en: `no value of ${table.path} lets “${call.name}(…)” be computed.`,
  });
}
