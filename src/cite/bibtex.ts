import type { CslItem } from '../core/bibliography.ts';
import { splitBib, type BibBlock } from './bib-blocks.ts';
import type { EntryRead, FileRead, SyntaxFault } from './entry-read.ts';
import { inherit } from './bibtex-crossref.ts';
import type { BibEntry } from './bibtex-entry.ts';
import { completeItem, withoutDates } from './bibtex-fields.ts';
import { withTimeLimit } from '../util/time-limit.ts';
import { frenchMonths } from './bibtex-month.ts';

type ParseBy = (input: unknown, type: string) => unknown;

interface ParsedBlock {
  readonly block: BibBlock;
  readonly entry: BibEntry;
}

/**
 * Reads a .bib file, BibTeX or BibLaTeX. What cannot be read is a fault at its offset. Throws `TimeLimitError` for what
 * would take for ever.
 */
export async function readBib(text: string): Promise<FileRead> {
  const blocks = splitBib(text);
  if (blocks.length === 0) return { entries: [], faults: [] };
  const [{ plugins }] = await Promise.all([
    import('@citation-js/core'),
    import('@citation-js/plugin-bibtex'),
  ]);
  return withTimeLimit(() => readBlocks(text, blocks, (input, type) => plugins.input.data(input, type)));
}

function readBlocks(text: string, blocks: readonly BibBlock[], parseBy: ParseBy): FileRead {
  const strings = blocks.filter(({ type, isClosed }) => type === 'string' && isClosed);
  const macros = [...frenchMonths, ...strings.map(({ start, end }) => text.slice(start, end))];
  const faults: SyntaxFault[] = [];
  const parsed: ParsedBlock[] = [];
  for (const block of blocks) {
    if (block.type === 'string' || block.type === 'comment' || block.type === 'preamble') continue;
    const result = parseBlock({ text, block, macros, parseBy });
    if ('entry' in result) parsed.push(result);
    else faults.push(result);
  }
  const { entries, faults: valueFaults } = convert(parsed, parseBy);
  return { entries, faults: [...faults, ...valueFaults] };
}

function parseBlock(request: {
  readonly text: string;
  readonly block: BibBlock;
  readonly macros: readonly string[];
  readonly parseBy: ParseBy;
}): ParsedBlock | SyntaxFault {
  const { text, block, macros, parseBy } = request;
  const at = { key: block.key, start: block.keyStart, end: block.keyStart + Math.max(block.key.length, 1) };
  if (block.key === '')
    return { ...at, start: block.start, end: block.start + block.type.length + 1, fault: 'no-key' };
  if (!block.isClosed) return { ...at, fault: 'unclosed' };
  const body = text.slice(block.start, block.end);
  const used = macros
    .filter((macro) => body.includes(nameOfMacro(macro)))
    .join(' ')
    .replaceAll('\n', ' ');
  try {
    const [entry] = parseBy(used + body, '@biblatex/text') as BibEntry[];
    if (!entry) return { ...at, fault: 'malformed' };
    return { block, entry: { ...entry, label: block.key } };
  } catch (error) {
    const line = /line (\d+) col \d+/u.exec(String(error))?.[1];
    const start = line === undefined ? at.start : startOfLine(text, block.start, Number(line));
    return { ...at, ...(start > at.end && { start, end: endOfLine(text, start) }), fault: 'malformed' };
  }
}

function nameOfMacro(macro: string): string {
  return /[{(]\s*([^\s=]+)/u.exec(macro)?.[1] ?? macro;
}

/** Offset of the first word of the n-th line that follows `from`, from 1. */
function startOfLine(text: string, from: number, line: number): number {
  let start = from;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  return start + (/^[ \t]*/u.exec(text.slice(start, start + 200))?.[0].length ?? 0);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** LaTeX to CSL, entry by entry, so that the one at fault is known. */
function convert(parsed: readonly ParsedBlock[], parseBy: ParseBy): FileRead {
  const byKey = new Map(parsed.map(({ entry }) => [entry.label, entry]));
  const entries: EntryRead[] = [];
  const faults: SyntaxFault[] = [];
  for (const { block, entry } of parsed) {
    const { key, keyStart: start } = block;
    const at = { key, start, end: start + key.length };
    const whole = inherit(entry, byKey);
    const item = toItem(withoutDates(whole), parseBy);
    const named = entry.properties['crossref']?.normalize('NFC');
    if (item)
      entries.push({
        ...at,
        csl: completeItem(item, whole, key),
        ...(named !== undefined && { whole: named }),
      });
    else faults.push({ ...at, fault: 'value' });
  }
  return { entries, faults };
}

function toItem(entry: BibEntry, parseBy: ParseBy): CslItem | undefined {
  try {
    return (parseBy([entry], '@biblatex/entries+list') as CslItem[])[0];
  } catch {
    return undefined;
  }
}
