import { figuresSchema } from '../config/figure-schema.ts';
import { validate } from '../config/validate.ts';
import { parseYaml } from '../config/yaml.ts';
import { FileProblem } from '../core/files.ts';
import { parseCitationItems } from '../markdown/citation-items.ts';
import { resolveInside } from '../util/workspace-path.ts';
import { fileFaultWords } from './file-words.ts';
import type { FigureFields } from '../config/figure-schema.ts';
import type { FaultKind } from '../config/validate.ts';
import type { ParsedYaml, YamlPath } from '../config/yaml.ts';
import type { Files } from '../core/files.ts';
import type { LedgerEntry } from '../core/ledger.ts';
import type { Place } from '../core/place.ts';
import type { ReadingProblem, ReadingRule } from './reading-problem.ts';

export interface LedgerContext {
  readonly files: Files;
  /** Workspace path of the document. */
  readonly path: string;
  readonly folder: string;
  readonly yaml: ParsedYaml;
}

export interface LedgerEntries {
  readonly entries: readonly LedgerEntry[];
  /** Text of each CSV that entries name, by workspace path. */
  readonly tables: ReadonlyMap<string, string>;
  readonly problems: readonly ReadingProblem[];
}

/** Reads `figures:` of a front-matter, inline or in a YAML file of the same shape. */
export function readLedgerEntries(
  figures: string | Readonly<Record<string, FigureFields>>,
  context: LedgerContext,
): LedgerEntries {
  if (typeof figures === 'string') return entriesOfFile(figures, context);
  return entriesOf(figures, { path: context.path, yaml: context.yaml, base: ['figures'] }, context);
}

interface Where {
  readonly path: string;
  readonly yaml: ParsedYaml;
  readonly base: YamlPath;
}

const rules: Readonly<Record<FaultKind, ReadingRule>> = {
  'unknown-key': 'front-matter/unknown-key',
  type: 'front-matter/type',
  missing: 'front-matter/missing',
  value: 'front-matter/value',
};

function entriesOfFile(typed: string, context: LedgerContext): LedgerEntries {
  const file = readText(typed, context.yaml.placeOf(['figures']), context);
  if ('problem' in file) return { entries: [], tables: new Map(), problems: [file.problem] };
  const { path } = file;
  const yaml = parseYaml(file.text);
  const broken = yaml.problems.map((problem): ReadingProblem => ({
    rule: 'front-matter/syntax',
    ...problem,
    path,
  }));
  if (yaml.value === undefined || yaml.value === null)
    return { entries: [], tables: new Map(), problems: broken };
  const { value, base } = unwrapped(yaml.value);
  const { output, faults } = validate(figuresSchema, value, yaml, base);
  const faulty = faults.map(({ kind, problem }): ReadingProblem => ({ rule: rules[kind], ...problem, path }));
  const read = entriesOf(output ?? {}, { path, yaml, base }, context);
  return { ...read, problems: [...broken, ...faulty, ...read.problems] };
}

/** The file may hold the entries alone, or under `figures:` as the front-matter does. */
function unwrapped(value: unknown): { value: unknown; base: YamlPath } {
  const isWrapped =
    typeof value === 'object' && value !== null && 'figures' in value && Object.keys(value).length === 1;
  return isWrapped ? { value: value.figures ?? {}, base: ['figures'] } : { value, base: [] };
}

function entriesOf(
  figures: Readonly<Record<string, FigureFields>>,
  where: Where,
  context: LedgerContext,
): LedgerEntries {
  const tables = new Map<string, string>();
  const problems: ReadingProblem[] = [];
  const entries = Object.entries(figures).map(([id, fields]) => {
    const entry = entryOf(id, fields, where);
    if (fields.from === undefined) return entry;
    const file = readText(fields.from, entry.places['from'], context);
    if ('problem' in file) {
      problems.push({ ...file.problem, path: where.path });
      return entry;
    }
    tables.set(file.path, file.text);
    return { ...entry, from: file.path };
  });
  return { entries, tables, problems };
}

function entryOf(id: string, fields: FigureFields, { path, yaml, base }: Where): LedgerEntry {
  const { 'as-of': asOf, ...named } = fields;
  const places = Object.keys(fields).map((field): [string, Place | undefined] => [
    field === 'as-of' ? 'asOf' : field,
    yaml.placeOf([...base, id, field]),
  ]);
  return {
    id: id.normalize('NFC'),
    ...named,
    ...(asOf !== undefined && { asOf }),
    sourceItems: fields.source === undefined ? [] : parseCitationItems(fields.source),
    path,
    place: yaml.placeOf([...base, id], 'key'),
    places: Object.fromEntries(places.filter(([, place]) => place !== undefined)),
  };
}

function readText(
  typed: string,
  place: Place | undefined,
  { files, folder }: LedgerContext,
): { path: string; text: string } | { problem: ReadingProblem } {
  const path = resolveInside(folder, typed);
  try {
    if (path === undefined) throw new FileProblem('outside', typed);
    return { path, text: files.readText(path) };
  } catch (error) {
    return { problem: { rule: 'front-matter/file', place, ...fileFaultWords(error, typed) } };
  }
}
