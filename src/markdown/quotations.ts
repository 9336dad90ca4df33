import type { Blockquote, Nodes, Paragraph, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../core/place.ts';
import { placeOfNode } from './place-of-node.ts';

/** Words of somebody else, long enough to be a quotation: between quotation marks, or in a block. */
export interface Quotation {
  readonly text: string;
  readonly place: Place;
  /** What names its source: the paragraph it stands in, or the block and its neighbours. */
  readonly around: readonly Nodes[];
}

/** Blocks whose words are given by their speaker. */
const testimonies = new Set(['temoignage', 'témoignage', 'testimony']);
const pairs: Readonly<Record<string, string>> = { '«': '»', '“': '”', '"': '"' };
const longWords = 10;
const sentenceWords = 5;

/** Finds the quotations of a document, testimonies left out; a few words in quotation marks are none. */
export function findQuotations(tree: Root): Quotation[] {
  const found: Quotation[] = [];
  collect(tree, found);
  return found;
}

function collect(parent: Parents, found: Quotation[]): void {
  parent.children.forEach((node, index) => {
    if (node.type === 'blockquote') found.push(...blockQuotation(node, parent, index));
    else if (node.type === 'paragraph') found.push(...inlineQuotations(node));
    else if ('children' in node && !isTestimony(node)) collect(node, found);
  });
}

function isTestimony(node: Nodes): boolean {
  return node.type === 'containerDirective' && testimonies.has(node.name.toLowerCase());
}

function blockQuotation(node: Blockquote, parent: Parents, index: number): Quotation[] {
  const place = placeOfNode(node);
  const text = toString(node);
  if (!place || countWords(text) < sentenceWords) return [];
  const before = parent.children[index - 1];
  const introduces = before?.type === 'paragraph' && /:\s*$/u.test(toString(before));
  const after = parent.children[index + 1];
  const around = [node, ...(introduces ? [before] : []), ...(after?.type === 'paragraph' ? [after] : [])];
  return [{ text, place, around }];
}

/** One character of a paragraph's words, with where it stands. */
interface Point {
  readonly line: number;
  readonly column: number;
}

function inlineQuotations(paragraph: Paragraph): Quotation[] {
  const { text, points } = flatten(paragraph);
  const found: Quotation[] = [];
  let done = 0;
  for (const [start, end] of quotedSpans(text)) {
    if (start < done) continue;
    done = end;
    const words = text.slice(start + 1, end).trim();
    const from = points[start];
    const to = points[end];
    if (!from || !to || !isSentence(words)) continue;
    const place = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column + 1 };
    found.push({ text: words, place, around: [paragraph] });
  }
  return found;
}

/** Offsets of each quotation mark that has its partner, and of that partner, by start. One pass. */
function quotedSpans(text: string): [start: number, end: number][] {
  const open: Record<string, number[]> = { '»': [], '”': [], '"': [] };
  const spans: [number, number][] = [];
  Array.from(text.matchAll(/[«»“”"]/gu), ({ 0: mark, index }) => {
    const start = open[mark]?.pop();
    if (start !== undefined) spans.push([start, index]);
    else open[pairs[mark] ?? '']?.push(index);
  });
  return spans.sort(([a], [b]) => a - b);
}

function isSentence(words: string): boolean {
  const count = countWords(words);
  return count >= longWords || (count >= sentenceWords && /^\p{Lu}/u.test(words) && /[.!?…]$/u.test(words));
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** The text of a paragraph, code left out, each character with its place in the file. */
function flatten(paragraph: Paragraph): { text: string; points: Point[] } {
  const points: Point[] = [];
  let text = '';
  const walk = (node: Nodes): void => {
    if (node.type === 'text' && node.position) {
      text += node.value;
      points.push(...pointsOf(node.value, node.position.start));
    } else if (node.type !== 'citation' && 'children' in node) node.children.forEach(walk);
  };
  walk(paragraph);
  return { text, points };
}

function pointsOf(value: string, start: Point): Point[] {
  let { line, column } = start;
  return value.split('').map((unit) => {
    const point = { line, column };
    if (unit === '\n') [line, column] = [line + 1, 1];
    else column += 1;
    return point;
  });
}
