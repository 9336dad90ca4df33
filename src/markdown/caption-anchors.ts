import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { captionWord, splitAnchor } from '../util/caption-anchor.ts';

/** Takes the id out of each table's caption, `Tableau : … {#composantes}`, and keeps it beside the words, in place. */
export function findCaptionAnchors(tree: Root): void {
  visit(tree, 'paragraph', (node) => {
    const last = node.children.at(-1);
    if (last?.type !== 'text' || !captionWord.test(toString(node))) return;
    const { text, anchor } = splitAnchor(last.value);
    if (anchor === undefined) return;
    last.value = text;
    node.data = { ...node.data, anchor };
  });
}

/** An id that the author gave to a table or a picture. */
export interface CaptionAnchor {
  readonly node: Nodes;
  readonly anchor: string;
}

/** Every id that captions bear, in reading order. */
export function captionAnchors(tree: Root): CaptionAnchor[] {
  const found: CaptionAnchor[] = [];
  visit(tree, (node) => {
    const anchor =
      node.type === 'paragraph' || node.type === 'chart' ? node.data?.anchor : anchorOfTitle(node);
    if (anchor !== undefined) found.push({ node, anchor });
  });
  return found;
}

function anchorOfTitle(node: Nodes): string | undefined {
  const isTitled = node.type === 'image' || node.type === 'definition';
  return isTitled && node.title ? splitAnchor(node.title).anchor : undefined;
}
