import type { Nodes, Root } from 'mdast';
import type { ChartBlock } from '../core/chart.ts';
import type { CitationItem } from '../core/citation.ts';
import type { Place } from '../core/place.ts';
import { decodePath } from '../util/address.ts';
import { LineIndex } from '../util/line-index.ts';
import { placeInText } from '../util/text-place.ts';
import { isComment } from './exceptions.ts';
import { placeOfNode } from './place-of-node.ts';

/** A text of the document that may reach an artefact, whole across emphasis, links and the cells of a row. */
export interface ReadableText {
  readonly kind: 'prose' | 'alternative' | 'title' | 'address' | 'code' | 'label' | 'chart';
  readonly text: string;
  /** Where a part of it stands in the author's file. */
  readonly placeOf: (start: number, end: number) => Place | undefined;
}

const leaves: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableRow']);

/** Everything that a reader or a file may show of a document's Markdown; comments are no part of it. */
export function readableTexts(tree: Root, source: string): ReadableText[] {
  const lines = source.split('\n');
  const texts: ReadableText[] = [];
  const walk = (node: Nodes): void => {
    texts.push(...attributesOf(node), ...anchorOf(node));
    if (leaves.has(node.type)) texts.push(proseOf(node, lines));
    if (node.type === 'chart') texts.push(chartText(node));
    if ('children' in node && node.type !== 'chart') node.children.forEach(walk);
  };
  walk(tree);
  return texts;
}

interface Part {
  readonly start: number;
  readonly node: Nodes;
}

/** The words of a paragraph, a heading or a row, each with the node that it comes from. */
function proseOf(leaf: Nodes, lines: readonly string[]): ReadableText {
  const parts: Part[] = [];
  let text = '';
  const add = (node: Nodes, words: string): void => {
    parts.push({ start: text.length, node });
    text += words;
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode') add(node, node.value);
    else if (node.type === 'break') add(node, '\n');
    else if (node.type === 'citation') add(node, node.items.map(wordsOfCitation).join(''));
    else if ('children' in node) node.children.forEach(walk);
    if (node.type === 'tableCell') add(node, ' | ');
  };
  walk(leaf);
  const pointOf = (offset: number): Place | undefined => {
    const part = parts.findLast(({ start }) => start <= offset);
    if (part?.node.type !== 'text') return part && placeOfNode(part.node);
    return placeInText(lines, part.node, offset - part.start, offset - part.start + 1);
  };
  return {
    kind: 'prose',
    text,
    placeOf: (start, end) => {
      const [from, to] = [pointOf(start), pointOf(Math.max(start, end - 1))];
      return (
        from && to && { line: from.line, column: from.column, endLine: to.endLine, endColumn: to.endColumn }
      );
    },
  };
}

/** What the author says around a work; the work's own words are the bibliography's. */
function wordsOfCitation({ prefix, locator, suffix }: CitationItem): string {
  return ` ${[prefix, locator, suffix].filter(Boolean).join(' | ')} `;
}

/** The id that a table's caption bears, which pages show in their addresses. */
function anchorOf(node: Nodes): ReadableText[] {
  const anchor = node.type === 'paragraph' ? node.data?.anchor : undefined;
  return anchor === undefined ? [] : [{ kind: 'address', text: anchor, placeOf: () => placeOfNode(node) }];
}

function attributesOf(node: Nodes): ReadableText[] {
  const text = (kind: ReadableText['kind'], value: string | null | undefined): ReadableText[] =>
    value ? [{ kind, text: value, placeOf: () => placeOfNode(node) }] : [];
  switch (node.type) {
    case 'image':
      return [
        ...text('alternative', node.alt),
        ...text('title', node.title),
        ...text('address', decodePath(node.url)),
      ];
    case 'imageReference':
      return text('alternative', node.alt);
    case 'link':
    case 'definition':
      return [...text('title', node.title), ...text('address', isAutolink(node) ? '' : decodePath(node.url))];
    case 'code':
      return text('code', [node.lang, node.meta, node.value].join('\n'));
    case 'html':
      return isComment(node) ? [] : text('code', node.value);
    case 'footnoteDefinition':
      return text('label', node.label);
    case 'containerDirective':
      return text('label', Object.values(node.attributes ?? {}).join('\n'));
    default:
      return [];
  }
}

/** The YAML of a chart, as typed. */
function chartText({ value: text, position }: ChartBlock): ReadableText {
  const lines = new LineIndex(text, (position?.start.line ?? 0) + 1);
  return { kind: 'chart', text, placeOf: (start, end) => lines.placeOf(start, end) };
}

/** An address that is its own text: its words are read as prose already. */
function isAutolink(node: Extract<Nodes, { type: 'link' | 'definition' }>): boolean {
  const first = node.type === 'link' ? node.children[0] : undefined;
  return first?.type === 'text' && node.url.endsWith(first.value);
}
