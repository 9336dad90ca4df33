import type { Nodes, Root } from 'mdast';

/** Lengths in signs, spaces included, as French newsrooms count them: what a reader reads, notes and markup apart. */
export interface SignCount {
  readonly title: number;
  readonly summary: number;
  readonly body: number;
  /** Title, stand-first and body together. */
  readonly total: number;
}

interface Text {
  readonly title: string;
  readonly summary: string | undefined;
  readonly tree: Root;
}

/** Counts a text's signs; paragraph ends, list marks and alternative texts count for nothing, as in word processors. */
export function countSigns(text: Text): SignCount {
  const title = signs(text.title);
  const summary = signs(text.summary ?? '');
  const body = blocksOf(text.tree)
    .map((block) => signs(block))
    .reduce((sum, count) => sum + count, 0);
  return { title, summary, body, total: title + summary + body };
}

function signs(text: string): number {
  const shown = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[ \t\n]+/gu, ' ')
    .trim();
  return Array.from(shown).length;
}

const notRead = new Set(['html', 'yaml', 'footnoteDefinition', 'definition', 'image']);

/** The text of every leaf block: a paragraph, a heading, a cell, a caption, a block of code. */
function blocksOf(node: Nodes): string[] {
  if (notRead.has(node.type)) return [];
  if (node.type === 'code') return node.value.split('\n');
  if (!('children' in node)) return [];
  const title = node.type === 'drawnChart' ? node.caption : node.type === 'table' ? node.data?.caption : [];
  const caption = title && title.length > 0 ? [phrasing(title)] : [];
  const children: readonly Nodes[] = node.children;
  if (!leafBlocks.has(node.type)) return [...caption, ...children.flatMap(blocksOf)];
  return [phrasing(children)];
}

const leafBlocks = new Set(['paragraph', 'heading', 'tableCell', 'captionedPicture']);

function phrasing(nodes: readonly Nodes[]): string {
  return nodes.map(phrase).join('');
}

function phrase(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    default:
      return 'children' in node && !notRead.has(node.type) ? phrasing(node.children) : '';
  }
}
