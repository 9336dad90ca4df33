import type { Image, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { CaptionedPicture } from '../core/citation.ts';
import { captionWord, splitAnchor } from '../util/caption-anchor.ts';

interface Parent {
  children: RootContent[];
}

/** "Légende. Crédit : Nom": who made a picture, at the end of its caption. */
const creditWord =
  /(?:^|[.!?…][\u00a0 ]+)((?:Crédits?|Credits?|Photo(?:graphie|graph)?)[\u00a0\u202f ]*:.+)$/su;
const decorativeTitle = /^d[ée]corati(?:ve|f)$/iu;

/**
 * Joins what authors write side by side: a picture alone in its paragraph becomes a captioned picture, and a
 * paragraph `Tableau : …` (or pandoc's `: …`) just before or after a table becomes its caption.
 */
export function joinCaptions(root: Root): void {
  forEachParent(root, (parent) => {
    parent.children = parent.children.map((node) => captionedPicture(node) ?? node);
    for (let index = parent.children.length - 1; index >= 0; index--) {
      const table = parent.children[index];
      if (table?.type === 'table') takeCaption(parent, index, table);
    }
  });
}

function captionedPicture(node: RootContent): CaptionedPicture | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const image = node.children[0];
  if (image?.type !== 'image') return undefined;
  const decorative = isDecorative(image);
  const { text, anchor } = splitAnchor(decorative ? '' : (image.title ?? ''));
  return {
    type: 'captionedPicture',
    url: image.url,
    alt: image.alt ?? '',
    decorative,
    children: captionWithCredit(text),
    ...(anchor !== undefined && { data: { anchor } }),
    ...(node.position && { position: node.position }),
  };
}

function captionWithCredit(text: string): PhrasingContent[] {
  const credit = creditWord.exec(text)?.[1];
  if (credit === undefined) return text === '' ? [] : [{ type: 'text', value: text }];
  const words = text.slice(0, text.length - credit.length).trimEnd();
  const said: PhrasingContent = { type: 'pictureCredit', children: [{ type: 'text', value: credit }] };
  return words === '' ? [said] : [{ type: 'text', value: `${words} ` }, said];
}

/** A picture that the author declares to be an ornament: `![](x.png "décorative")`. */
export function isDecorative(image: Image): boolean {
  return decorativeTitle.test(image.title ?? '') && !image.alt;
}

function takeCaption(parent: Parent, index: number, table: Table): void {
  const before = parent.children[index - 1];
  const after = parent.children[index + 1];
  const at = isCaption(before) ? index - 1 : index + 1;
  const caption = isCaption(before) ? before : after;
  if (!isCaption(caption)) return;
  table.data = { ...table.data, ...caption.data, caption: captionContent(caption) };
  parent.children.splice(at, 1);
}

function isCaption(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && node.children[0]?.type === 'text' && captionWord.test(toString(node));
}

function captionContent(paragraph: Paragraph): PhrasingContent[] {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== 'text') return paragraph.children;
  return [{ ...first, value: first.value.replace(captionWord, '') }, ...rest];
}

/** Calls `visit` for every node that holds blocks, the deepest last. */
function forEachParent(node: unknown, visit: (parent: Parent) => void): void {
  if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children))
    return;
  visit(node as Parent);
  for (const child of node.children) forEachParent(child, visit);
}
