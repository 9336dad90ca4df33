import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { CslItem, CslName } from '../core/bibliography.ts';
import { normaliseDate } from './csl-dates.ts';
import type { EntryRead, FileRead, SyntaxFault } from './entry-read.ts';

const dateFields = new Set([
  'issued',
  'accessed',
  'event-date',
  'original-date',
  'submitted',
  'available-date',
]);
/** Name variables of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#name-variables). */
const nameFields = new Set(
  (
    'author chair collection-editor compiler composer container-author contributor curator director editor ' +
    'editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer ' +
    'original-author performer producer recipient reviewed-author script-writer series-creator translator'
  ).split(' '),
);

/** Reads CSL-JSON and CSL-YAML, a list of items or a list under `references:`. Never throws. */
export function readCslData(text: string): FileRead {
  try {
    return readItems(text);
  } catch {
    return { entries: [], faults: [wholeFile(text, 0)] };
  }
}

function readItems(text: string): FileRead {
  const document = parseDocument(text, {
    schema: 'core',
    lineCounter: new LineCounter(),
    logLevel: 'silent',
  });
  const error = document.errors[0];
  if (error) return { entries: [], faults: [wholeFile(text, error.pos[0])] };
  const root = isMap(document.contents) ? document.contents.get('references', true) : document.contents;
  if (root === null) return { entries: [], faults: [] };
  if (!isSeq(root)) return { entries: [], faults: [wholeFile(text, 0)] };
  const entries: EntryRead[] = [];
  const faults: SyntaxFault[] = [];
  for (const node of root.items as readonly unknown[]) {
    const start = startOf(node);
    const entry = isMap(node) ? readItem(node, node.toJS(document)) : undefined;
    if (entry) entries.push(entry);
    else faults.push({ key: '', start, end: endOfLine(text, start), fault: 'no-key' });
  }
  return { entries, faults };
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function wholeFile(text: string, at: number): SyntaxFault {
  return { key: '', start: at, end: endOfLine(text, at), fault: 'file' };
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function readItem(node: YAMLMap, value: unknown): EntryRead | undefined {
  const id = node.get('id', true);
  if (!isScalar(id) || (typeof id.value !== 'string' && typeof id.value !== 'number')) return undefined;
  const key = String(id.value).normalize('NFC');
  const quote = id.type === 'QUOTE_DOUBLE' || id.type === 'QUOTE_SINGLE' ? 1 : 0;
  const start = (id.range?.[0] ?? 0) + quote;
  const end = (id.range?.[1] ?? start) - quote;
  return { key, start, end, csl: normaliseItem(value as Record<string, unknown>, key) };
}

function normaliseItem(value: Record<string, unknown>, key: string): CslItem {
  const item: Record<string, unknown> = {};
  for (const [field, content] of Object.entries({
    ...value,
    accessed: value['accessed'] ?? value['consulted'],
  })) {
    const normal = normaliseField(field, content);
    if (normal !== undefined && field !== 'consulted') item[field] = normal;
  }
  return { ...item, id: key, type: typeof value['type'] === 'string' ? value['type'] : 'document' };
}

function normaliseField(field: string, value: unknown): unknown {
  if (dateFields.has(field)) return normaliseDate(value);
  if (nameFields.has(field)) return normaliseNames(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** A name typed as plain words is that of a body: "Cour des comptes". */
function normaliseNames(value: unknown): CslName[] {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  return names.flatMap((name) => {
    if (typeof name === 'string') return [{ literal: name }];
    if (typeof name !== 'object' || name === null) return [];
    return [Object.fromEntries(Object.entries(name).filter(([, part]) => typeof part === 'string'))];
  });
}
