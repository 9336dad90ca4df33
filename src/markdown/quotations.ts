import type { Blockquote, Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../core/place.ts';
import { placeInText } from '../util/text-place.ts';
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

/**
 * Finds the quotations of a document, testimonies left out; a few words in quotation marks are none, unless `isQuotation`
 * takes them for one.
 */
export function findQuotations(
  tree: Root,
  source: string,
  isQuotation: (words: string) => boolean = isSentence,
): Quotation[] {
  const lines = source.split('\n');
  const found: Quotation[] = [];
  const collect = (parent: Parents): void => {
    parent.children.forEach((node, index) => {
      if (node.type === 'blockquote') found.push(...blockQuotation(node, parent, index));
      else if (node.type === 'paragraph') found.push(...inlineQuotations(node, lines, isQuotation));
      else if ('children' in node && !isTestimony(node)) collect(node);
    });
  };
  collect(tree);
  return found;
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

function inlineQuotations(
  paragraph: Paragraph,
  lines: readonly string[],
  isQuotation: (words: string) => boolean,
): Quotation[] {
  const { text, parts } = flatten(paragraph);
  const placeOf = (offset: number): Place | undefined => {
    const part = parts.findLast(({ start }) => start <= offset);
    return part && placeInText(lines, part.node, offset - part.start, offset - part.start + 1);
  };
  const found: Quotation[] = [];
  let done = 0;
  for (const [start, end] of quotedSpans(text)) {
    if (start < done) continue;
    done = end;
    const words = text.slice(start + 1, end).trim();
    if (!isQuotation(words)) continue;
    const from = placeOf(start);
    const to = placeOf(end);
    if (!from || !to) continue;
    const place = { ...from, endLine: to.endLine, endColumn: to.endColumn };
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

/** Whether quoted words are long enough, or a sentence whole enough, to be a quotation. */
export function isSentence(words: string): boolean {
  const count = countWords(words);
  return count >= longWords || (count >= sentenceWords && /^\p{Lu}/u.test(words) && /[.!?…]$/u.test(words));
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

interface Part {
  readonly start: number;
  readonly node: Text;
}

/** The text of a paragraph, code left out, with the nodes that it comes from. */
function flatten(paragraph: Paragraph): { text: string; parts: Part[] } {
  const parts: Part[] = [];
  let text = '';
  const walk = (node: Nodes): void => {
    if (node.type === 'text') {
      parts.push({ start: text.length, node });
      text += node.value;
    } else if (node.type !== 'citation' && 'children' in node) node.children.forEach(walk);
  };
  walk(paragraph);
  return { text, parts };
}
