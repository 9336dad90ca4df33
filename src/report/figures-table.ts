import type { LedgerFigure } from '../core/ledger.ts';
import type { Language, Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import { formatQuantity } from '../quantity/format.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';
import { lengthOf, wrapText } from '../util/wrap-text.ts';
import { withoutControls } from './excerpt.ts';
import { claimLines, coverageLines } from './figures-claims.ts';
import { paint, type FiguresTableOptions, type Style } from './figures-style.ts';
import { figureRows, type FigureRow, type FigureStatus, type StatedFigure } from './figures-ledger.ts';

const statuses: Readonly<Record<FigureStatus, { words: Localized; style: Style }>> = {
  ok: { words: { fr: 'juste', en: 'ok' }, style: 'green' },
  mismatch: { words: { fr: 'à corriger', en: 'mismatch' }, style: 'red' },
  unsourced: { words: { fr: 'sans source', en: 'no source' }, style: 'yellow' },
  'unknown-input': { words: { fr: 'non calculé', en: 'not computed' }, style: 'red' },
};

const heads: readonly Localized[] = [
  { fr: 'Chiffre', en: 'Figure' },
  { fr: 'Valeur', en: 'Value' },
  { fr: 'Dans le texte', en: 'In the text' },
  { fr: 'État', en: 'Status' },
];

/** The ledger of each note as a table that a person reads: below each figure, its calculation and its source. */
export function figuresTable(notes: readonly Note[], options: FiguresTableOptions): string {
  if (notes.length === 0)
    return { fr: 'Aucun document à montrer.\n', en: 'No document to show.\n' }[options.lang];
  return `${notes.map((note) => documentTable(note, options).join('\n')).join('\n\n')}\n`;
}

function documentTable(note: Note, options: FiguresTableOptions): string[] {
  const rows = figureRows(note);
  const cells = rows.map((row) => cellsOf(row, options.lang));
  const header = heads.map((head) => head[options.lang]);
  const widths = columnWidths([header, ...cells], options.width);
  return [
    paint(withoutControls(note.path), 'bold', options),
    ...(rows.length === 0
      ? [`  ${{ fr: 'Aucun chiffre déclaré.', en: 'No figure declared.' }[options.lang]}`]
      : [paint(line(header, widths), 'dim', options)]),
    ...rows.flatMap((row, index) => rowLines(row, cells[index] ?? [], widths, options)),
    ...claimLines(note, options),
    ...coverageLines(note, options),
  ];
}

function cellsOf({ figure, stated, status }: FigureRow, lang: Language): string[] {
  const places = placesInWords(stated);
  const value = figure.quantity ? formatQuantity(figure.quantity, { lang }) : '—';
  const shown = [...places.slice(0, 3), ...(places.length > 3 ? [`+\u00a0${places.length - 3}`] : [])];
  return [figure.entry.id, value, shown.join(', ') || '—', statuses[status].words[lang]].map(withoutControls);
}

/** "120 Md€ (l. 114, 129)": each wording once, with its lines. */
function placesInWords(stated: readonly StatedFigure[]): string[] {
  const lines = new Map<string, Set<number>>();
  for (const { text, line: at } of stated) lines.set(text, (lines.get(text) ?? new Set()).add(at));
  return [...lines].map(([text, at]) => `${shorten(text, 24)} (l.\u00a0${[...at].join(', ')})`);
}

const widestColumn = 48;

/** Columns as wide as what they hold; the places in the text give way when the terminal is narrow. */
function columnWidths(rows: readonly (readonly string[])[], width: number | undefined): number[] {
  const natural = heads.map((_, column) =>
    Math.min(widestColumn, Math.max(...rows.map((row) => lengthOf(row[column] ?? '')))),
  );
  const [id = 0, value = 0, places = 0, status = 0] = natural;
  const room = (width ?? Infinity) - id - value - status - 8;
  return [id, value, Math.max(12, Math.min(places, room)), status];
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) => fit(cell, widths[column] ?? 0));
  return `  ${padded.join('  ')}`.trimEnd();
}

function fit(cell: string, width: number): string {
  const characters = Array.from(cell);
  const shown = characters.length > width ? `${characters.slice(0, Math.max(0, width - 1)).join('')}…` : cell;
  return shown + ' '.repeat(Math.max(0, width - lengthOf(shown)));
}

function rowLines(
  row: FigureRow,
  cells: readonly string[],
  widths: readonly number[],
  options: FiguresTableOptions,
): string[] {
  const plain = line(cells.slice(0, -1), widths.slice(0, -1));
  const start =
    plain + ' '.repeat(Math.max(0, sumOf(widths.slice(0, -1)) + 2 * heads.length - lengthOf(plain)));
  const status = paint(cells.at(-1) ?? '', statuses[row.status].style, options);
  const room = options.width === undefined ? undefined : Math.max(20, options.width - 4);
  const details = detailsOf(row.figure, options.lang).flatMap((text) =>
    wrapText(withoutControls(text), room),
  );
  return [start + status, ...details.map((text) => `    ${paint(text, 'dim', options)}`)];
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

function detailsOf({ entry, calculation }: LedgerFigure, lang: Language): string[] {
  const source = lang === 'fr' ? fr`Source : ` : 'Source: ';
  return [
    ...(entry.label === undefined ? [] : [entry.label]),
    ...(calculation ? [calculation[lang]] : []),
    ...(entry.source === undefined ? [] : [source + entry.source]),
  ];
}
