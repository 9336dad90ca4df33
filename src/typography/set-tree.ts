import type { Nodes } from 'mdast';
import type { Language } from '../core/localized.ts';
import { setParts, setText } from './set-text.ts';
import { opaque } from './text-run.ts';

/** Nodes that are no part of a sentence; every other node runs on with its neighbours. */
const blocks: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'footnoteDefinition',
  'captionedPicture',
  'chart',
  'drawnChart',
  'containerDirective',
  'leafDirective',
  'code',
  'thematicBreak',
  'definition',
  'yaml',
]);

/** Sets every text below `nodes` in place, block by block, as one text across emphasis, links and note calls. Idempotent. */
export function setTree(nodes: Nodes | readonly Nodes[], lang: Language): void {
  const siblings: readonly Nodes[] = 'type' in nodes ? [nodes] : nodes;
  let run: Piece[] = [];
  for (const node of siblings) {
    if (!blocks.has(node.type)) {
      collect(node, lang, run);
      continue;
    }
    setRun(run, lang);
    run = [];
    setBlock(node, lang);
  }
  setRun(run, lang);
}

function setBlock(node: Nodes, lang: Language): void {
  if (node.type === 'captionedPicture') node.alt = setText(node.alt, lang);
  if (node.type === 'drawnChart') {
    setTree(node.caption, lang);
    setTree(node.table, lang);
  }
  if (node.type === 'table' && node.data?.caption !== undefined) setTree(node.data.caption, lang);
  if ('children' in node) setTree(node.children, lang);
}

/** A part of a run; what is opaque has no `put`. */
interface Piece {
  readonly text: string;
  readonly put?: (text: string) => void;
}

function collect(node: Nodes, lang: Language, run: Piece[]): void {
  if (node.type === 'text') {
    const put = (text: string): void => {
      node.value = text;
    };
    run.push({ text: node.value, put });
  } else if (node.type === 'break') run.push({ text: '\u2028' });
  else if ('children' in node) {
    setAttributes(node, lang);
    for (const child of node.children) collect(child, lang, run);
  } else {
    setAttributes(node, lang);
    run.push({ text: opaque });
  }
}

function setAttributes(node: Nodes, lang: Language): void {
  if ((node.type === 'image' || node.type === 'imageReference') && typeof node.alt === 'string')
    node.alt = setText(node.alt, lang);
  if ((node.type === 'image' || node.type === 'link') && typeof node.title === 'string')
    node.title = setText(node.title, lang);
}

function setRun(run: readonly Piece[], lang: Language): void {
  if (run.length === 0) return;
  const parts = setParts(
    run.map(({ text }) => text),
    lang,
  );
  run.forEach(({ put }, index) => put?.(parts[index] ?? ''));
}
