import type { Table, TableRow } from 'mdast';
import type { Language } from '../../core/localized.ts';
import type { Unit } from '../../core/quantity.ts';
import { decimal } from '../../quantity/decimal.ts';
import { isCount } from '../../quantity/dimension.ts';
import { bareUnit, isPercent, moneyUnit, percentUnit, pointUnit } from '../../quantity/unit.ts';
import type { LineIndex } from '../../util/line-index.ts';
import { cellText } from '../blocks.ts';
import { cellOf, readCell, type Cell, type CellNumber, type RawCell } from './cell.ts';
import { basesIn } from './bases.ts';
import { countsThings, leavesSumsOpen, readLabel, saysRounded, type Label } from './labels.ts';

/** A column or a row of numbers. `cells` follow the other direction; what is no number is undefined. */
export interface Line {
  readonly label: Label;
  readonly cells: readonly (Cell | undefined)[];
  /** For each cell, whether something that is no number stands there: "n.d.", "—". */
  readonly isUnknown: readonly boolean[];
  readonly unit: Unit;
}

/** A table of numbers, seen both ways. */
export interface Grid {
  readonly lang: Language;
  readonly columns: readonly Line[];
  readonly rows: readonly Line[];
  /** Whether the words beside it say that its parts need not make its totals. */
  readonly isOpen: boolean;
  /** What words beside it say that numbers are divided by. */
  readonly bases: readonly number[];
}

export interface Surroundings {
  readonly source: string;
  readonly lines: LineIndex;
  readonly lang: Language;
  /** The paragraphs just before and after the table. */
  readonly beside: string;
}

interface Column {
  readonly label: Label;
  readonly unit: Unit;
  readonly numbers: readonly (CellNumber | undefined)[];
  readonly texts: readonly string[];
}

/** Reads a table; undefined where it shows no numbers to hold against each other. */
export function readGrid(table: Table, around: Surroundings): Grid | undefined {
  const { source, lines, lang } = around;
  const [head, ...body] = table.children.map((row) =>
    row.children.map((cell) => readCell(cellText(cell, source, lines), lang)),
  );
  if (head === undefined || body.length === 0) return undefined;
  const labels = body.map((row, index) => readLabel(rowLabel(row), isEmphatic(table.children[index + 1])));
  const first = head.findIndex((_, index) => holdsNumbers(body, index, head[index]?.text ?? ''));
  if (first === -1) return undefined;
  const columns = head.flatMap((cell, index) => (index < first ? [] : columnsAt(cell, index, body)));
  return fillIn({ columns, labels }, around);
}

/** The words before the first number of a row, or its first cell. */
function rowLabel(row: readonly RawCell[]): string {
  const first = row.findIndex((cell) => cell.main !== undefined);
  const words = row.slice(0, Math.max(1, first === -1 ? 1 : first)).map((cell) => cell.text.trimEnd());
  return words.filter(Boolean).join(' ');
}

function isEmphatic(row: TableRow | undefined): boolean {
  const cell = row?.children.find(({ children }) => children.length > 0);
  return cell?.children.length === 1 && cell.children[0]?.type === 'strong';
}

/** Whether a column shows measures: numbers in one cell of three at least, that are no years, ranks or codes. */
function holdsNumbers(body: readonly (readonly RawCell[])[], index: number, head: string): boolean {
  const label = readLabel(head);
  if (label.role === 'name') return false;
  const shown = body.flatMap((row) => row[index]?.main ?? []);
  if (shown.length === 0 || shown.length * 3 < body.length) return false;
  if (index > 0) return true;
  // The first column names the rows, unless all of it is plain numbers under a head.
  const isWhole = shown.length === body.length && shown.every(({ isSoft }) => !isSoft);
  return isWhole && label.key !== '' && !shown.every(isYear) && !isRanking(shown);
}

function isYear({ number, unit, text }: CellNumber): boolean {
  return unit === bareUnit && /^(?:1[89]|20)\d\d$/u.test(text) && number.isInteger();
}

function isRanking(shown: readonly CellNumber[]): boolean {
  return shown.length > 1 && shown.every(({ number }, index) => number.eq(index + 1));
}

/** The numbers of a column, and those that it shows in brackets as a column of their own. */
function columnsAt(head: RawCell, index: number, body: readonly (readonly RawCell[])[]): Column[] {
  const cells = body.map((row) => row[index]);
  const texts = cells.map((cell) => cell?.text.trim() ?? '');
  const mains = cells.map((cell) => cell?.main);
  const asides = cells.map((cell) => cell?.aside);
  if (
    (readLabel(head.text).role === 'name' && !isYearColumn(head.text, mains, index)) ||
    mains.every((number) => number === undefined || isYear(number))
  )
    return [];
  const unit = unitOfHead(head.text);
  const hasAsides = asides.some((number) => number !== undefined);
  const label = readLabel(hasAsides ? head.text.replace(/\(?%\)?/u, '') : head.text);
  const main = { label, texts, numbers: mains, unit: hasAsides && isPercent(unit) ? bareUnit : unit };
  if (!hasAsides) return [main];
  const aside = readLabel('%');
  const asideUnit = asides.every((number) => number?.unit === bareUnit) ? bareUnit : percentUnit;
  return [main, { label: aside, texts: texts.map(() => ''), numbers: asides, unit: asideUnit }];
}

const money =
  /(?:^|[^\p{L}])(mds?|mrds?|m|k)? ?([€£$])(?: ?(bn|mn|m|k)(?!\p{L}))?|(milliers|millions|milliards) (?:d['’]euros)|\beuros?\b/u;
const scales: Readonly<Record<string, number>> = { k: 3, milliers: 3, m: 6, mn: 6, millions: 6 };
const currencies = { '€': 'EUR', '£': 'GBP', $: 'USD' } as const;

/** "%", "points" or an amount of money that a head names, its magnitude included: "Dépense (M€)". */
export function unitOfHead(text: string): Unit {
  const key = text.toLowerCase().replace(/[\s\u00a0\u202f]+/gu, ' ');
  if (/%|\bpour cent\b|pourcentage|\bper ?cent\b/u.test(key)) return percentUnit;
  if (/(?:\(|\ben |\bin )(?:points?|pts?|pp)\b/u.test(key)) return pointUnit;
  const found = money.exec(key);
  if (!found) return bareUnit;
  const [, before, sign = '€', after, word] = found;
  const magnitude = before ?? after ?? word ?? '';
  const power = magnitude === '' ? 0 : (scales[magnitude] ?? 9);
  return moneyUnit(currencies[sign as keyof typeof currencies], decimal(10).pow(power));
}

/** A last column "Année" that holds no years: what a year makes of its parts. */
function isYearColumn(head: string, numbers: readonly (CellNumber | undefined)[], index: number): boolean {
  const isNamed = /^\s*(?:l['’])?(?:année|an|year|full year)(?: enti[eè]re)?\s*$/iu.test(head);
  return isNamed && index > 1 && numbers.every((number) => number === undefined || !isYear(number));
}

interface Parts {
  readonly columns: readonly Column[];
  readonly labels: readonly Label[];
}

/** Gives each number the unit and the exactness that its lines tell. */
function fillIn({ columns, labels }: Parts, { lang, beside }: Surroundings): Grid | undefined {
  const isRounded = saysRounded(beside);
  const rowUnits = labels.map(({ text }) => unitOfHead(text));
  const filled = columns.map((column): Line => {
    const shown = column.numbers.flatMap((number) => number ?? []);
    const hasDecimals = shown.some(({ decimals }) => decimals > 0);
    const largest = shown.reduce((most, { number }) => Math.max(most, number.abs().toNumber()), 0);
    const step = largest >= 1000 && shown.length >= 5 ? commonStep(shown) : 1;
    const cells = column.numbers.map((number, row) => {
      if (number === undefined) return undefined;
      const label = labels[row];
      const rowUnit = rowUnits[row] ?? bareUnit;
      const isCounted = countsThings(column.label) || (label !== undefined && countsThings(label));
      return cellOf(number, {
        unit: column.unit === bareUnit ? rowUnit : column.unit,
        isRounded: isRounded || (hasDecimals && number.unit === bareUnit),
        step,
        isCounted: isCounted || (column.unit === bareUnit && rowUnit === bareUnit && largest >= 1000),
      });
    });
    return {
      label: column.label,
      cells,
      isUnknown: unknowns(column.texts, cells),
      unit: unitOf(cells, column.unit),
    };
  });
  if (filled.length === 0) return undefined;
  const rows = labels.map((label, row): Line => {
    const cells = filled.map(({ cells: all }) => all[row]);
    const isUnknown = filled.map((column) => column.isUnknown[row] ?? false);
    return { label, cells, isUnknown, unit: unitOf(cells, rowUnits[row] ?? bareUnit) };
  });
  return { lang, columns: filled, rows, isOpen: leavesSumsOpen(beside), bases: basesIn(beside) };
}

/** The power of ten that every number of a column is a multiple of: 10 where all are rounded to tens. */
function commonStep(shown: readonly CellNumber[]): number {
  let step = 10;
  while (step < 1e9 && shown.every(({ number }) => number.mod(step).isZero())) step *= 10;
  return step / 10;
}

function unknowns(texts: readonly string[], cells: readonly (Cell | undefined)[]): boolean[] {
  return cells.map((cell, index) => cell === undefined && (texts[index] ?? '') !== '');
}

/** The unit that most cells of a line share, where their head names none. */
function unitOf(cells: readonly (Cell | undefined)[], head: Unit): Unit {
  if (head !== bareUnit) return head;
  const units = cells.flatMap((cell) => cell?.unit ?? []);
  const known = units.filter((unit) => unit !== bareUnit && !isCount(unit.dimension));
  return known.length * 2 > units.length ? (known[0] ?? bareUnit) : bareUnit;
}
