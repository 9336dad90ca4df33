import type { Nodes, Paragraph, Parents, Root, TableCell, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../core/place.ts';
import { LineIndex } from '../util/line-index.ts';

/** A run of prose in which claims are looked for, whole across emphasis, links and soft line ends. */
export interface ClaimText {
  readonly kind: 'paragraph' | 'heading' | 'list' | 'cell';
  readonly text: string;
  /** Whether it is somebody else's words: a quoted block, a testimony. */
  readonly isQuoted: boolean;
  /** Whether the character at `offset` is of a figure of the ledger, which is checked there. */
  readonly isTraced: (offset: number) => boolean;
  /** Where a part of it stands in the author's file. */
  readonly placeOf: (start: number, end: number) => Place | undefined;
}

/** What stands for code and pictures: no digit, no word. */
export const mark = '\uFFFC';

const testimonies = new Set(['temoignage', 'témoignage', 'testimony']);

/** The paragraphs and headings of a document, list items, captions and footnotes among them; tables left out. */
export function claimTexts(tree: Root, source: string): ClaimText[] {
  const lines = new LineIndex(source);
  const texts: ClaimText[] = [];
  const walk = (node: Nodes, isQuoted: boolean): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      texts.push({ ...textOf([node], source, lines), kind: node.type, isQuoted });
      return;
    }
    if (node.type === 'table' || !('children' in node)) return;
    const quoted = isQuoted || isTestimony(node);
    node.children.forEach((child, index) => {
      walk(child, quoted);
      if (child.type !== 'list') return;
      const around = listWithNeighbours(node, index);
      if (around) texts.push({ ...textOf(around, source, lines), kind: 'list', isQuoted: quoted });
    });
  };
  walk(tree, false);
  return texts;
}

/** A list of single lines that a paragraph ending in a colon leads to, with that paragraph and the one after. */
function listWithNeighbours(parent: Parents, index: number): Paragraph[] | undefined {
  const items = singleLines(parent.children[index]);
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
  const lead = before?.type === 'paragraph' && /:\s*$/.test(toString(before)) ? [before] : [];
  const follow = after?.type === 'paragraph' ? [after] : [];
  if (items === undefined || lead.length + follow.length === 0) return undefined;
  return [...lead, ...items, ...follow];
}

const longestList = 40;

/** The lines of a list each of which is one paragraph. */
function singleLines(list: Nodes | undefined): Paragraph[] | undefined {
  if (list?.type !== 'list' || list.children.length < 2 || list.children.length > longestList)
    return undefined;
  const lines = list.children.flatMap(({ children: [only, other] }) =>
    only?.type === 'paragraph' && other === undefined ? [only] : [],
  );
  return lines.length === list.children.length ? lines : undefined;
}

/** The text of one cell of a table. */
export function cellText(cell: TableCell, source: string, lines = new LineIndex(source)): ClaimText {
  return { ...textOf([cell], source, lines), kind: 'cell', isQuoted: false };
}

function isTestimony(node: Nodes): boolean {
  return (
    node.type === 'blockquote' ||
    (node.type === 'containerDirective' && testimonies.has(node.name.toLowerCase()))
  );
}

interface Part {
  /** Offset of its first character in the whole text. */
  readonly start: number;
  readonly node: Nodes;
  /** Offsets in the node's value of each of its characters, where they differ. */
  readonly origins: readonly number[] | undefined;
}

function textOf(
  leaves: readonly Parents[],
  source: string,
  lines: LineIndex,
): Pick<ClaimText, 'text' | 'isTraced' | 'placeOf'> {
  const parts: Part[] = [];
  let text = '';
  const add = (node: Nodes, words: string): void => {
    const composed = compose(words);
    parts.push({ start: text.length, node, origins: composed.origins });
    text += composed.text;
  };
  const traced: { start: number; end: number }[] = [];
  const walk = (node: Nodes): void => {
    const start = text.length;
    if (node.type === 'text') add(node, node.value);
    else if (node.type === 'break') add(node, ' ');
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference')
      add(node, mark);
    else if (node.type === 'figureReference' && node.children.length === 0) add(node, mark);
    else if ('children' in node) node.children.forEach(walk);
    if (node.type === 'figureReference') traced.push({ start, end: text.length });
  };
  leaves.forEach((leaf, index) => {
    if (index > 0) add(leaf, /[.;,:!?]\s*$/.test(text) ? ' ' : ' ; ');
    walk(leaf);
  });
  const isTraced = (offset: number): boolean =>
    traced.some(({ start, end }) => offset >= start && offset < end);
  return { text, isTraced, placeOf: placesOf(parts, source, lines) };
}

/** A text with its accents composed, so that "é" is one character, and where each character comes from. */
function compose(words: string): { text: string; origins: number[] | undefined } {
  if (words.normalize('NFC') === words) return { text: words, origins: undefined };
  const origins: number[] = [];
  let text = '';
  for (const { 0: cluster, index } of words.matchAll(/[^]\p{M}*/gu)) {
    const composed = cluster.normalize('NFC');
    origins.push(...Array.from({ length: composed.length }, () => index));
    text += composed;
  }
  return { text, origins };
}

function placesOf(parts: readonly Part[], source: string, lines: LineIndex): ClaimText['placeOf'] {
  const sources = new Map<Part, readonly number[]>();
  const offsetAt = (offset: number): number | undefined => {
    const part = partAt(parts, offset);
    if (part?.node.position?.start.offset === undefined) return undefined;
    if (part.node.type !== 'text') return part.node.position.start.offset;
    const known = sources.get(part) ?? sourceOffsets(part.node, source);
    sources.set(part, known);
    const inside = offset - part.start;
    return known[part.origins?.[inside] ?? inside];
  };
  return (start, end) => {
    const [from, last] = [offsetAt(start), offsetAt(Math.max(start, end - 1))];
    return from === undefined || last === undefined ? undefined : lines.placeOf(from, last + 1);
  };
}

/** The part that holds `offset`. */
function partAt(parts: readonly Part[], offset: number): Part | undefined {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}

const entity = /&#?\w{1,32};/y;
const lineStart = /[ \t]*(?:\r?\n)?[ \t>]*/y;

/** The offset in the author's file of each character of a text node: entities, escapes, quoted lines counted. */
function sourceOffsets({ value, position }: Text, source: string): number[] {
  const offsets: number[] = [];
  let at = position?.start.offset ?? 0;
  for (const unit of value.split('')) {
    if (unit === '\\' ? source.startsWith('\\\\', at) : source[at] === '\\' && source[at + 1] === unit)
      at += 1;
    offsets.push(at);
    at += typedLength(source, at, unit);
  }
  return offsets;
}

function typedLength(source: string, at: number, unit: string): number {
  if (unit === '\n') return matchLength(lineStart, source, at) || 1;
  if (source[at] === '&') return matchLength(entity, source, at) || 1;
  return 1;
}

function matchLength(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}
