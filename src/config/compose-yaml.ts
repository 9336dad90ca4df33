import { Composer, Parser, isAlias, isCollection, isScalar } from 'yaml';
import type { CST, Document, Pair, ParsedNode, Scalar } from 'yaml';
import { walkYaml, type YamlNodes } from './yaml-nodes.ts';
import type { YamlFault } from './yaml-fault.ts';

const maxDepth = 32;
const maxAliases = 100;

export interface ComposedYaml {
  readonly document: Document.Parsed | undefined;
  /** What stands in the document; nothing where it could not be read. */
  readonly nodes: YamlNodes;
  /** The first thing that is wrong. */
  readonly fault: YamlFault | undefined;
}

/** Reads a YAML 1.2 text into nodes. A number stays a number only when printing it gives back what was typed. */
export function composeYaml(text: string): ComposedYaml {
  const tokens = [...new Parser().parse(text)];
  const refused = tooDeep(tokens) ?? secondDocument(tokens);
  const nothing = { document: undefined, nodes: walkYaml(null) };
  if (refused !== undefined) return { ...nothing, fault: refused };
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [document] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) return { ...nothing, fault: { code: 'EMPTY', start: 0, end: 0 } };
  const nodes = walkYaml(document.contents);
  const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (error !== undefined)
    return { document, nodes, fault: { code: error.code, start: error.pos[0], end: error.pos[1] } };
  const fault =
    bareText(document) ??
    keyOfKeys(nodes) ??
    wrongAlias(nodes) ??
    droppedMark(nodes, text) ??
    cutByComma(nodes, text);
  if (fault === undefined) keepNumbersAsTyped(nodes);
  return { document, nodes, fault };
}

/** Keys that a mapping holds twice: the pairs after the first. */
export function duplicateKeys({ maps }: YamlNodes): Scalar[] {
  const duplicates: Scalar[] = [];
  for (const map of maps) {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (seen.has(name)) duplicates.push(key);
      seen.add(name);
    }
  }
  return duplicates;
}

/** The library composes by recursion: what is nested without end must not reach it. */
function tooDeep(tokens: readonly CST.Token[]): YamlFault | undefined {
  let level: CST.Token[] = [...tokens];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > maxDepth && first !== undefined)
      return { code: 'DEPTH', start: first.offset, end: first.offset + 1 };
    level = level.flatMap(childrenOf);
  }
  return undefined;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  const items = token.items as readonly CST.CollectionItem[];
  return items
    .flatMap(({ key, value }) => [key, value])
    .filter((child) => child !== undefined && child !== null);
}

function secondDocument(tokens: readonly CST.Token[]): YamlFault | undefined {
  const second = tokens.filter((token) => token.type === 'document')[1];
  return second && { code: 'DOCUMENTS', start: second.offset, end: second.offset + 1 };
}

/** A text alone holds no key: it is most often `key:value` without its space. */
function bareText(document: Document.Parsed): YamlFault | undefined {
  const root: ParsedNode | null = document.contents;
  if (!isScalar(root) || root.value === null) return undefined;
  return { code: 'NO_KEYS', start: root.range[0], end: root.range[1] };
}

/** `{ a: b }: c` and `[a]: b`: keys are words. */
function keyOfKeys({ maps }: YamlNodes): YamlFault | undefined {
  const keys = maps.flatMap(({ items }) => items.map(({ key }) => key));
  const key = keys.find((one) => isCollection(one));
  return isCollection(key)
    ? { code: 'KEY', start: key.range?.[0] ?? 0, end: key.range?.[1] ?? 0 }
    : undefined;
}

function wrongAlias({ all }: YamlNodes): YamlFault | undefined {
  let count = 0;
  const known = new Set<string | undefined>();
  for (const { node, inside } of all) {
    if (isAlias(node)) {
      const [start, end] = node.range ?? [0, 0, 0];
      const isInsideItself = inside.some((ancestor) => anchorOf(ancestor) === node.source);
      if (++count > maxAliases || isInsideItself) return { code: 'ALIASES', start, end };
      if (!known.has(node.source)) return { code: 'UNKNOWN_ALIAS', start, end };
    } else {
      known.add(anchorOf(node));
    }
  }
  return undefined;
}

function anchorOf(node: unknown): string | undefined {
  return isScalar(node) || isCollection(node) ? node.anchor : undefined;
}

/** `title: ! Attention` and `title: &Cie`, whose first word YAML would keep for itself. */
function droppedMark({ all, scalars }: YamlNodes, text: string): YamlFault | undefined {
  const hasAlias = all.some(({ node }) => isAlias(node));
  for (const { range, anchor } of scalars) {
    const [start, end] = range ?? [0, 0];
    const code = anchor === undefined ? 'TAG' : 'ANCHOR';
    if (code === 'ANCHOR' && hasAlias) continue;
    const before = text.slice(Math.max(0, start - 100), start);
    const mark = (code === 'TAG' ? /![ \t]+$/u : /&\S+[ \t]*$/u).exec(before);
    if (mark !== null) return { code, start: start - mark[0].length, end };
  }
  return undefined;
}

/** A key alone between braces, after a plain value of its line: `{ value: 11,35 M€ }`. */
function cutByComma({ maps }: YamlNodes, text: string): YamlFault | undefined {
  for (const map of maps) {
    if (map.flow !== true) continue;
    for (const [index, pair] of map.items.entries()) {
      const fault = commaFault(map.items[index - 1], pair, text);
      if (fault) return fault;
    }
  }
  return undefined;
}

function commaFault(before: Pair | undefined, { key, value }: Pair, text: string): YamlFault | undefined {
  const cut = before?.value;
  if (!isScalar(cut) || !isScalar(key) || cut.type !== 'PLAIN' || !isAbsent(value)) return undefined;
  const [start, end] = [cut.range?.[0] ?? 0, key.range?.[1] ?? 0];
  return text.slice(start, end).includes('\n') ? undefined : { code: 'COMMA', start, end };
}

/** Whether nothing stands in the text for this value. */
export function isAbsent(value: unknown): boolean {
  if (isScalar(value)) return value.value === null && value.range?.[0] === value.range?.[1];
  return value === null || value === undefined;
}

function keepNumbersAsTyped({ scalars }: YamlNodes): void {
  for (const node of scalars) {
    if (typeof node.value === 'number' && String(node.value) !== node.source) node.value = node.source ?? '';
  }
}
