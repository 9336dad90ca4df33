import { Composer, Parser, isAlias, isCollection, isScalar, visit } from 'yaml';
import type { CST, Document, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import type { YamlFault } from './yaml-fault.ts';

const maxDepth = 32;
const maxAliases = 100;

export interface ComposedYaml {
  readonly document: Document.Parsed | undefined;
  /** The first thing that is wrong. */
  readonly fault: YamlFault | undefined;
}

/** Reads a YAML 1.2 text into nodes. A number stays a number only when printing it gives back what was typed. */
export function composeYaml(text: string): ComposedYaml {
  const tokens = [...new Parser().parse(text)];
  const refused = tooDeep(tokens) ?? secondDocument(tokens);
  if (refused !== undefined) return { document: undefined, fault: refused };
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [document] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) return { document, fault: { code: 'EMPTY', start: 0, end: 0 } };
  const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (error !== undefined)
    return { document, fault: { code: error.code, start: error.pos[0], end: error.pos[1] } };
  const fault =
    bareText(document) ??
    keyOfKeys(document) ??
    wrongAlias(document) ??
    droppedMark(document, text) ??
    cutByComma(document, text);
  if (fault === undefined) keepNumbersAsTyped(document);
  return { document, fault };
}

/** Keys that a mapping holds twice: the pairs after the first. */
export function duplicateKeys(document: Document.Parsed): Scalar[] {
  const duplicates: Scalar[] = [];
  visit(document, {
    Map(_, map: YAMLMap) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) duplicates.push(key);
        seen.add(name);
      }
    },
  });
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
function keyOfKeys(document: Document.Parsed): YamlFault | undefined {
  let fault: YamlFault | undefined;
  visit(document, {
    Pair(_, { key }) {
      if (isCollection(key)) fault ??= { code: 'KEY', start: key.range?.[0] ?? 0, end: key.range?.[1] ?? 0 };
    },
  });
  return fault;
}

function wrongAlias(document: Document.Parsed): YamlFault | undefined {
  let count = 0;
  let fault: YamlFault | undefined;
  const known = new Set<string | undefined>();
  visit(document, (_, node, ancestors) => {
    if (isAlias(node)) {
      const [start, end] = node.range ?? [0, 0, 0];
      const isInsideItself = ancestors.some((ancestor) => anchorOf(ancestor) === node.source);
      if (++count > maxAliases || isInsideItself) fault = { code: 'ALIASES', start, end };
      else if (!known.has(node.source)) fault = { code: 'UNKNOWN_ALIAS', start, end };
    } else {
      known.add(anchorOf(node));
    }
    return fault === undefined ? undefined : visit.BREAK;
  });
  return fault;
}

function anchorOf(node: unknown): string | undefined {
  return isScalar(node) || isCollection(node) ? node.anchor : undefined;
}

/** `title: ! Attention` and `title: &Cie`, whose first word YAML would keep for itself. */
function droppedMark(document: Document.Parsed, text: string): YamlFault | undefined {
  const aliases: unknown[] = [];
  const faults: YamlFault[] = [];
  visit(document, {
    Alias(_, alias) {
      aliases.push(alias);
    },
    Scalar(_, { range, anchor }) {
      const [start, end] = range ?? [0, 0];
      const code = anchor === undefined ? 'TAG' : 'ANCHOR';
      const before = text.slice(Math.max(0, start - 100), start);
      const mark = (code === 'TAG' ? /![ \t]+$/u : /&\S+[ \t]*$/u).exec(before);
      if (mark !== null) faults.push({ code, start: start - mark[0].length, end });
    },
  });
  return faults.find(({ code }) => code === 'TAG' || aliases.length === 0);
}

/** A key alone between braces, after a plain value of its line: `{ value: 11,35 M€ }`. */
function cutByComma(document: Document.Parsed, text: string): YamlFault | undefined {
  let fault: YamlFault | undefined;
  visit(document, {
    Map(_, map: YAMLMap) {
      if (map.flow !== true) return;
      for (const [index, pair] of map.items.entries()) fault ??= commaFault(map.items[index - 1], pair, text);
    },
  });
  return fault;
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

function keepNumbersAsTyped(document: Document.Parsed): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && String(node.value) !== node.source)
        node.value = node.source ?? '';
    },
  });
}
