import { composeYaml } from './compose-yaml.ts';
import { quoted } from './yaml-fault.ts';
import type { YamlCause, YamlFault } from './yaml-fault.ts';

/** A fault with what the author meant, proved by reading the text again. Offsets in the text before. */
export interface Mending {
  readonly cause: YamlCause;
  /** The lines as they stand, and as they should read. */
  readonly before: string;
  readonly after: string;
  /** The whole text, mended. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Proposal {
  readonly cause: YamlCause;
  /** First line and count of the lines that change. */
  readonly row: number;
  readonly lines: readonly string[];
  /** What to point at, in columns of the first line, from 0. */
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly row: number;
  readonly text: string;
}

/** Beyond this many characters, trying corrections would cost the author more time than it saves. */
const longest = 20_000;
const hopeless: ReadonlySet<string> = new Set(['DEPTH', 'ALIASES', 'DOCUMENTS']);

/** Looks for the correction after which YAML reads past the fault; undefined when none is proved. */
export function mendYaml(text: string, fault: YamlFault): Mending | undefined {
  if (text.length > longest || hopeless.has(fault.code)) return undefined;
  const rows = text.split('\n');
  const faultRow = rowOf(text, fault.start);
  for (const proposal of proposals(rows, faultRow, fault)) {
    const mended = [...rows];
    mended.splice(proposal.row, proposal.lines.length, ...proposal.lines);
    if (!isProgress(proposal, mended.join('\n'), faultRow)) continue;
    const start = startOf(rows, proposal.row);
    const shown = proposal.cause === 'tab' ? 1 : proposal.lines.length;
    return {
      cause: proposal.cause,
      before: rows.slice(proposal.row, proposal.row + shown).join('\n'),
      after: proposal.lines.slice(0, shown).join('\n'),
      text: mended.join('\n'),
      start: start + proposal.from,
      end: start + proposal.to,
    };
  }
  return undefined;
}

function isProgress(proposal: Proposal, text: string, faultRow: number): boolean {
  const { fault } = composeYaml(text);
  if (fault === undefined) return true;
  const row = rowOf(text, fault.start);
  const last = proposal.row + proposal.lines.length - 1;
  // A quote left open is felt far below: once closed, the next fault may stand before.
  return row > (proposal.cause === 'unclosed-quote' ? last : Math.max(last, faultRow));
}

function* proposals(rows: readonly string[], faultRow: number, fault: YamlFault): Generator<Proposal> {
  const line = { row: faultRow, text: rows[faultRow] ?? '' };
  const column = fault.start - startOf(rows, faultRow);
  if (fault.code === 'COMMA') yield commaProposal(line, column, column + fault.end - fault.start);
  yield* tabProposals(rows);
  yield* spaceProposals(line);
  yield* flowItemProposals(line, column);
  yield* valueProposals(line);
  yield* unclosedProposals(rows, faultRow);
  yield* bracketProposals(rows, faultRow);
  const goesOn = /^ +\S/u.test(rows[faultRow + 1] ?? '') && !isKeyLine(rows[faultRow + 1] ?? '');
  if (goesOn) yield* longValueProposals(rows, line);
  yield* indentProposals(rows, faultRow);
  yield* longValueProposals(rows, line);
}

function* tabProposals(rows: readonly string[]): Generator<Proposal> {
  const first = rows.findIndex((row) => /^ *\t/u.test(row));
  if (first === -1) return;
  for (const width of ['  ', '    ']) {
    const lines = rows
      .slice(first)
      .map((row) => row.replace(/^[ \t]+/u, (blank) => blank.replaceAll('\t', width)));
    const indent = /^[ \t]*/u.exec(rows[first] ?? '')?.[0].length ?? 0;
    yield { cause: 'tab', row: first, lines, from: 0, to: indent };
  }
}

/** `clé:valeur`, or an unbreakable space after the colon. */
function* spaceProposals({ row, text }: Line): Generator<Proposal> {
  const match = /^([ \t]*(?:- +)*[\p{L}_][\p{L}\p{N}_-]*)[\u00a0\u202f]*:[\u00a0\u202f]*([^\s].*)$/u.exec(
    text,
  );
  const [, key = '', value = ''] = match ?? [];
  if (match === null || /^[/ ]/u.test(value)) return;
  const place = { row, from: 0, to: text.length } as const;
  yield { cause: 'space', lines: [`${key}: ${value}`], ...place };
  yield { cause: 'space', lines: [`${key}: ${requoted(value)}`], ...place };
}

/** `{ value: 11,35 M€ }`: the comma would start another key. */
function commaProposal({ row, text }: Line, from: number, to: number): Proposal {
  return {
    cause: 'comma',
    row,
    lines: [text.slice(0, from) + quoted(text.slice(from, to)) + text.slice(to)],
    from,
    to,
  };
}

/** The text from the fault to the end of its item in `[…]` or `{…}`. */
function* flowItemProposals({ row, text }: Line, column: number): Generator<Proposal> {
  const rest = /^[^,\]}]*/u.exec(text.slice(column))?.[0].trimEnd() ?? '';
  if (rest === '' || column + rest.length === text.length) return;
  const after = text.slice(0, column) + quoted(rest) + text.slice(column + rest.length);
  yield { cause: 'quotes', row, lines: [after], from: column, to: column + rest.length };
}

/** The whole value between quotes, other quotes than its own. */
function* valueProposals({ row, text }: Line): Generator<Proposal> {
  const split = splitLine(text);
  if (split.value === '') return;
  const lines = [split.head + requoted(split.value)];
  const place = { row, lines, from: split.head.length, to: split.head.length + split.value.length };
  if (!/^["']/u.test(split.value)) {
    if (/:(?: |$)/u.test(split.value)) yield { cause: 'colon', ...place };
    else if (/^[^\p{L}\p{N}«]/u.test(split.value)) yield { cause: 'quotes', ...place };
    return;
  }
  const isInner = isClosed(split.value) || closesInside(split.value);
  yield { cause: isInner ? 'inner-quote' : 'unclosed-quote', ...place };
}

function* unclosedProposals(rows: readonly string[], faultRow: number): Generator<Proposal> {
  let tried = 0;
  for (let row = 0; row < faultRow && tried < 5; row++) {
    const { head, value } = splitLine(rows[row] ?? '');
    if (!/^["']/u.test(value) || isClosed(value)) continue;
    tried += 1;
    yield {
      cause: 'unclosed-quote',
      row,
      lines: [head + requoted(value)],
      from: head.length,
      to: head.length + value.length,
    };
  }
}

function* bracketProposals(rows: readonly string[], faultRow: number): Generator<Proposal> {
  for (let row = faultRow; row >= Math.max(0, faultRow - 2); row--) {
    const text = (rows[row] ?? '').trimEnd();
    const open = [...text.matchAll(/[[{]/gu)].at(-1);
    if (open === undefined) continue;
    const lines = [text + (open[0] === '[' ? ']' : '}')];
    yield { cause: 'bracket', row, lines, from: open.index, to: text.length };
  }
}

/** A line set too far or not far enough, against its neighbours; or a text that goes on below without a retreat. */
function* indentProposals(rows: readonly string[], faultRow: number): Generator<Proposal> {
  const changes = [faultRow, faultRow + 1, faultRow - 1].flatMap((row) => {
    const line = rows[row] ?? '';
    const neighbours = [rows[row - 1], rows[row + 1]].filter(
      (text) => text !== undefined && text.trim() !== '',
    );
    return neighbours.map((neighbour) => ({ row, line, from: indentOf(line), to: indentOf(neighbour) }));
  });
  for (const { row, line, from, to } of changes.sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const text = line.trim();
    const place = { cause: 'indent', row, from: 0, to: Math.max(from, 1) } as const;
    const isKey = isKeyLine(text);
    if (isKey && from !== to) yield { ...place, lines: [' '.repeat(to) + text] };
    if (!isKey && text !== '') yield { ...place, lines: [' '.repeat(to + 2) + text] };
  }
}

/** A value that goes on over the lines below. */
function* longValueProposals(rows: readonly string[], { row, text }: Line): Generator<Proposal> {
  const { head, value } = splitLine(text);
  const indent = /^ */u.exec(text)?.[0].length ?? 0;
  let last = row;
  while (/^ +\S/u.test(rows[last + 1] ?? '') && indentOf(rows[last + 1]) > indent) last += 1;
  if (last === row || value === '') return;
  const whole = [value, ...rows.slice(row + 1, last + 1)].join('\n').trimEnd();
  const lines = (head + quoted(whole)).split('\n');
  yield { cause: 'colon', row, lines, from: head.length, to: text.length };
}

/** A line cut after its key, `- ` included: `title: `, and its value, which may be empty. */
function splitLine(line: string): { head: string; value: string } {
  const start = /^[ \t]*(?:- +)*/u.exec(line)?.[0] ?? '';
  const rest = line.slice(start.length).trimEnd();
  const key = /^[^\s"'#:{[]?[^:]*:[ \t\u00a0\u202f]+/u.exec(rest)?.[0] ?? '';
  if (/^["']/u.test(rest)) return { head: start, value: rest };
  return { head: start + key, value: rest.slice(key.length) };
}

function isKeyLine(text: string): boolean {
  return /^ *(?:[\p{L}\p{N}_-]+:(?: |$)|- )/u.test(text);
}

function requoted(value: string): string {
  const mark = value[0] ?? '';
  const isWhole = isClosed(value) || !closesInside(value);
  if ((mark !== '"' && mark !== "'") || !isWhole) return quoted(value);
  const inner = value.slice(1, value.length > 1 && value.endsWith(mark) ? -1 : undefined);
  return quoted(mark === "'" ? inner.replaceAll("''", "'") : inner.replaceAll('\\"', '"'));
}

function isClosed(value: string): boolean {
  return value.length > 1 && value.endsWith(value[0] ?? '');
}

function closesInside(value: string): boolean {
  return value.includes(value[0] ?? '', 1);
}

function indentOf(line: string | undefined): number {
  return /^ */u.exec(line ?? '')?.[0].length ?? 0;
}

function rowOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

function startOf(rows: readonly string[], row: number): number {
  return rows.slice(0, row).reduce((sum, text) => sum + text.length + 1, 0);
}
