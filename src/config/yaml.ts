import { isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Scalar, YAMLMap } from 'yaml';
import { LineIndex } from '../util/line-index.ts';
import { composeYaml, duplicateKeys, isAbsent } from './compose-yaml.ts';
import { mendYaml } from './mend-yaml.ts';
import { quoted } from './yaml-fault.ts';
import type { YamlNodes } from './yaml-nodes.ts';
import { yamlMessage } from './yaml-words.ts';
import type { Problem } from '../core/finding.ts';
import type { Place } from '../core/place.ts';
import type { YamlCause, YamlFault } from './yaml-fault.ts';

export type YamlPath = readonly (string | number)[];

export interface YamlProblem extends Problem {
  readonly cause: YamlCause;
}

/** A plain value that YAML ends at ` #`, and the line as it reads with quotes. */
export interface CutValue {
  readonly key: string;
  /** What follows `#`, without the spaces at its end. */
  readonly comment: string;
  /** Whether all of the value is cut, as in `title: #MeToo`. */
  readonly isWhole: boolean;
  readonly problem: YamlProblem;
}

export interface ParsedYaml {
  /** Plain objects, lists, strings, numbers, booleans and nulls; undefined when the text cannot be read, even mended. */
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  readonly cuts: readonly CutValue[];
  /** Place of a key or of a value; that of the nearest parent that stands in the text, where the path leads nowhere. */
  placeOf(path: YamlPath, part?: 'key' | 'value'): Place | undefined;
  /** The value as typed, for messages; undefined where the path leads nowhere. */
  sourceOf(path: YamlPath): string | undefined;
}

export interface YamlOptions {
  /** Number of the text's first line in its file, 1 by default. */
  readonly firstLine?: number;
}

/** Characters of a YAML text: far above any front-matter or registry. */
const maxLength = 500_000;
const maxMendings = 8;

/**
 * Reads YAML 1.2; dates stay strings, numbers stay as typed. What an author mistypes is reported with the line as it
 * should read, and reading goes on with it. Never throws, never runs wild.
 */
export function parseYaml(text: string, options: YamlOptions = {}): ParsedYaml {
  const lines = new LineIndex(text, options.firstLine);
  const refused = refusedText(text);
  if (refused !== undefined) return unreadable([describe(refused, lines)]);
  const problems: YamlProblem[] = [];
  let current = text;
  for (let round = 0; round <= maxMendings; round++) {
    const { document, nodes, fault } = composeYaml(current);
    if (document !== undefined && fault === undefined)
      return read({ document, nodes, text: current }, problems, options);
    const mending = fault && round < maxMendings ? mendYaml(current, fault) : undefined;
    if (mending === undefined)
      return unreadable([...problems, describe(fault, new LineIndex(current, options.firstLine))]);
    problems.push({
      cause: mending.cause,
      place: new LineIndex(current, options.firstLine).placeOf(mending.start, mending.end),
      ...yamlMessage(mending.cause, mending.after.trimEnd().split('\n', 1).join('')),
      expected: mending.after,
      actual: mending.before,
    });
    current = mending.text;
  }
  return unreadable(problems);
}

function unreadable(problems: readonly YamlProblem[]): ParsedYaml {
  return { value: undefined, problems, cuts: [], placeOf: () => undefined, sourceOf: () => undefined };
}

function refusedText(text: string): YamlFault | undefined {
  if (text.length > maxLength) return { code: 'SIZE', start: 0, end: 0 };
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]|\r(?!\n)/u.exec(text);
  return control ? { code: 'CONTROL', start: control.index, end: control.index + 1 } : undefined;
}

const causes: Readonly<Record<string, YamlCause>> = {
  SIZE: 'size',
  CONTROL: 'control',
  DEPTH: 'depth',
  ALIASES: 'aliases',
  DOCUMENTS: 'documents',
  NO_KEYS: 'keyless',
};

function describe(fault: YamlFault | undefined, lines: LineIndex): YamlProblem {
  const cause = causes[fault?.code ?? ''] ?? 'unreadable';
  return { cause, place: lines.placeOf(fault?.start ?? 0, fault?.end ?? 0), ...yamlMessage(cause, '') };
}

interface Readable {
  readonly document: Document.Parsed;
  readonly nodes: YamlNodes;
  readonly text: string;
}

function read(
  { document, nodes, text }: Readable,
  mended: readonly YamlProblem[],
  options: YamlOptions,
): ParsedYaml {
  const lines = new LineIndex(text, options.firstLine);
  const value = valueOf(document);
  if (value.fault) return unreadable([...mended, describe(value.fault, lines)]);
  const duplicates = duplicateKeys(nodes).map((key): YamlProblem => {
    const name = String(key.value);
    return {
      cause: 'duplicate',
      place: placeOfNode(key, lines),
      ...yamlMessage('duplicate', name),
      actual: name,
    };
  });
  return {
    value: value.value,
    problems: [...mended, ...duplicates],
    cuts: cutValues(nodes, text, lines),
    placeOf: (path, part = 'value') => placeOfNode(findNode(document, path, part), lines),
    sourceOf: (path) => {
      const range = findNode(document, path, 'value')?.range;
      return range ? text.slice(range[0], range[1]) : undefined;
    },
  };
}

function valueOf(document: Document.Parsed): { value?: unknown; fault?: YamlFault } {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch {
    return { fault: { code: 'ALIASES', start: 0, end: 0 } };
  }
}

function placeOfNode(node: Node | undefined, lines: LineIndex): Place | undefined {
  return node?.range ? lines.placeOf(node.range[0], node.range[1]) : undefined;
}

function findNode(document: Document.Parsed, path: YamlPath, part: 'key' | 'value'): Node | undefined {
  let value: unknown = document.contents;
  let found: Node | undefined = isNode(value) ? value : undefined;
  for (const [index, step] of path.entries()) {
    const pair = stepInto(value, step);
    if (pair === undefined) return found;
    value = pair.value;
    const isKeyWanted = part === 'key' && index === path.length - 1;
    const chosen = (isKeyWanted || isAbsent(value)) && isNode(pair.key) ? pair.key : value;
    if (isNode(chosen)) found = chosen;
  }
  return found;
}

function stepInto(parent: unknown, step: string | number): { key: unknown; value: unknown } | undefined {
  if (isSeq(parent) && typeof step === 'number') {
    return step < parent.items.length ? { key: undefined, value: parent.items[step] } : undefined;
  }
  return isMap(parent) ? pairsOf(parent).get(String(step)) : undefined;
}

type Pairs = ReadonlyMap<string, { key: unknown; value: unknown }>;

/** A ledger asks for the place of hundreds of its fields. */
const pairsByMap = new WeakMap<YAMLMap, Pairs>();

/** Pairs of a mapping by their key, the last where one stands twice. */
function pairsOf(map: YAMLMap): Pairs {
  const known = pairsByMap.get(map);
  if (known) return known;
  const pairs = new Map(
    map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])),
  );
  pairsByMap.set(map, pairs);
  return pairs;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value);
}

function cutValues(nodes: YamlNodes, text: string, lines: LineIndex): CutValue[] {
  const cuts: CutValue[] = [];
  const note = (key: string, value: Scalar, inFlow: boolean): void => {
    const cut = inFlow ? undefined : cutValue(key, value, text, lines);
    if (cut !== undefined) cuts.push(cut);
  };
  for (const map of nodes.maps) {
    for (const { key, value } of map.items) {
      if (isScalar(key) && isScalar(value)) note(String(key.value), value, map.flow === true);
    }
  }
  for (const list of nodes.lists) {
    for (const item of list.items) if (isScalar(item)) note('', item, list.flow === true);
  }
  return cuts;
}

function cutValue(key: string, value: Scalar, text: string, lines: LineIndex): CutValue | undefined {
  const [start, end] = value.range ?? [0, 0];
  if (value.type !== 'PLAIN' || text.slice(start, end).includes('\n')) return undefined;
  const rest = /^[^\n]*/u.exec(text.slice(end))?.[0] ?? '';
  const comment = /^[ \t]*#(.*)$/u.exec(rest)?.[1]?.trimEnd();
  if (comment === undefined) return undefined;
  const from = value.value === null ? end + rest.indexOf('#') : start;
  const whole = text.slice(from, end + rest.length).trimEnd();
  const head = text.slice(lines.lineStart(start), from);
  const expected = head + quoted(whole);
  return {
    key,
    comment,
    isWhole: value.value === null,
    problem: {
      cause: 'comment',
      place: lines.placeOf(end + rest.indexOf('#'), end + rest.trimEnd().length),
      ...yamlMessage('comment', expected.trim()),
      expected,
      actual: head + whole,
    },
  };
}
