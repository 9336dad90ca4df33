import { ExcessError, limits } from './excess.ts';

/** The marks of quotations and lists that a line starts with. */
const containers = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/u;
const container = />|[-+*]|\d{1,9}[.)]/gu;
const quoted = /^[ \t]*>/u;
const rule = /^[ \t>]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/u;
const delimiterRow = /^[ \t>]*[|:-][ \t|:-]*$/u;
/** Those that the parser reads again and again; tables and rules may well have long rows of the others. */
const marksInARow = /[!"&'()*,.:;<>?@[\\\]^_`{}~]{25,}/gu;

/** Refuses, line by line and before any parsing, what the parser would be slow at. Linear. Throws `ExcessError`. */
export function requireBoundedLines(source: string): void {
  if (source.length > limits.characters) throw new ExcessError('characters', { line: 1, column: 1 });
  const open: Open = { lists: [], boxes: [] };
  const seen = { linesInARow: 0, quotations: 0 };
  let previous = '';
  for (const [index, line] of source.split('\n').entries()) {
    const at = { line: index + 1, column: 1 };
    if (index >= limits.lines) throw new ExcessError('lines', at);
    if (quoted.test(line) && !quoted.test(previous)) seen.quotations += 1;
    seen.linesInARow = line.trim() === '' ? 0 : seen.linesInARow + 1;
    for (const kind of ['linesInARow', 'quotations'] as const)
      if (seen[kind] > limits[kind]) throw new ExcessError(kind, at);
    if (seen.linesInARow > 0) requireBoundedLine(line, index + 1, open);
    previous = line;
  }
}

/** What is open at the start of a line, outermost first. */
interface Open {
  /** Columns at which the texts of the lists start. */
  readonly lists: number[];
  /** How many colons each box was opened by. */
  readonly boxes: number[];
}

function requireBoundedLine(text: string, line: number, { lists, boxes }: Open): void {
  const column = tooDeepAt(text, lists);
  if (column !== undefined) throw new ExcessError('levels', { line, column });
  if (text.includes(':::') && countBoxes(text, boxes) > limits.levels)
    throw new ExcessError('levels', { line, column: 1 });
  requireBoundedMarks(text, line);
}

function requireBoundedMarks(text: string, line: number): void {
  const [long] = (text.match(marksInARow) ?? []).filter(({ length }) => length > limits.marksInARow);
  if (long !== undefined) throw new ExcessError('marksInARow', { line, column: text.indexOf(long) + 1 });
  if (text.length <= limits.columns || !delimiterRow.test(text)) return;
  if (text.split('|').length > limits.columns + 2) throw new ExcessError('columns', { line, column: 1 });
}

/** The column of the mark that is one level too many. */
function tooDeepAt(line: string, lists: number[]): number | undefined {
  const start = containers.exec(line)?.[0] ?? '';
  const indent = start.search(/[^ \t>]/u);
  const reach = indent === -1 ? start.length : indent;
  while ((lists.at(-1) ?? 0) > reach) lists.pop();
  if (reach === start.length && !start.includes('>')) return undefined;
  if (rule.test(line)) return undefined;
  let depth = lists.length;
  for (const { 0: mark, index } of start.matchAll(container)) {
    depth += 1;
    if (depth > limits.levels) return index + 1;
    if (mark !== '>') lists.push(index + mark.length + 1);
  }
  return undefined;
}

/** How many boxes are open after a line. */
function countBoxes(line: string, boxes: number[]): number {
  const [, colons = '', name = ''] = /^[ \t>]*(:{3,})[ \t]*(\S?)/u.exec(line) ?? [];
  if (colons === '') return boxes.length;
  if (name !== '') return boxes.push(colons.length);
  const closed = boxes.findIndex((size) => size <= colons.length);
  if (closed !== -1) boxes.length = closed;
  return boxes.length;
}
