import type { Code, List, ListItem, Nodes } from 'mdast';
import type { DrawnChart } from '../core/chart.ts';
import type { CaptionedPicture } from '../core/citation.ts';
import type { Page } from '../core/page.ts';
import { lengthOf, wrapText } from '../util/wrap-text.ts';
import { letters, plainInlines, plainPicture, plainSpaces, type PlainContext } from './plain-text-inline.ts';
import { plainTable } from './plain-text-table.ts';

export type { PlainContext } from './plain-text-inline.ts';

/** Sets blocks of Markdown as plain text, an empty line between them. Made from the mdast tree, never from HTML. */
export function plainBlocks(nodes: readonly Nodes[], context: PlainContext): string {
  return blockLines(nodes, context).join('\n');
}

/** Sets a paragraph of words that are no Markdown. */
export function plainParagraph(text: string, context: PlainContext): string {
  return wrapText(plainSpaces(text), context.width).join('\n');
}

/** Sets a heading: underlined in a wrapped text, a bare line in a text made to be pasted. */
export function plainHeading(text: string, depth: number, context: PlainContext): string {
  return headingLines(plainSpaces(text), depth, context).join('\n');
}

/** The notes, each after its number, with every address in full. Empty where the page has none. */
export function plainNotes(page: Page, context: PlainContext): string {
  return page.notes
    .map((note) =>
      hanging(`[${note.number}] `, (inner) => blockLines(note.mdast, { ...inner, inNote: true }), context),
    )
    .map((lines) => lines.join('\n'))
    .join('\n');
}

/** The list of references, one a paragraph. */
export function plainReferences(page: Page, context: PlainContext): string {
  return page.references
    .map((reference) => plainInlines(reference.mdast, { ...context, inNote: true }))
    .map((text) => hanging('- ', (inner) => wrapText(text, inner.width), context).join('\n'))
    .join('\n');
}

/** The addresses that the text calls by letter. Ask for it last. */
export function plainLinks({ links }: PlainContext): string {
  return links.map((address, index) => `[${letters(index)}] ${address}`).join('\n');
}

function blockLines(nodes: readonly Nodes[], context: PlainContext): string[] {
  return separate(
    nodes.map((node) => block(node, context)),
    true,
  );
}

/** Joins blocks, the empty ones dropped. */
function separate(blocks: readonly string[][], spread: boolean): string[] {
  return blocks
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index > 0 && spread ? ['', ...lines] : lines));
}

function block(node: Nodes, context: PlainContext): string[] {
  switch (node.type) {
    case 'paragraph':
      return wrapText(plainInlines(node.children, context), context.width).filter((line) => line !== '');
    case 'heading':
      return headingLines(plainInlines(node.children, context), node.depth, context);
    case 'list':
      return listLines(node, context);
    case 'table':
      return tableLines(node, context);
    case 'code':
      return codeLines(node);
    case 'thematicBreak':
      return ['* * *'];
    case 'captionedPicture':
      return pictureLines(node, context);
    case 'drawnChart':
      return chartLines(node, context);
    case 'blockquote':
      return hanging('    ', (inner) => blockLines(node.children, inner), context);
    case 'containerDirective':
      return hanging('    ', (inner) => boxLines(node, inner), context);
    default:
      return [];
  }
}

function headingLines(text: string, depth: number, context: PlainContext): string[] {
  const lines = wrapText(text, context.width);
  if (context.width === undefined || depth > 3) return lines;
  const longest = Math.max(...lines.map(lengthOf));
  return [...lines, (depth === 1 ? '=' : '-').repeat(longest)];
}

/** Sets lines with a mark before the first and blanks before the others, in the width that is left. */
function hanging(mark: string, set: (inner: PlainContext) => string[], context: PlainContext): string[] {
  const width = context.width === undefined ? undefined : Math.max(20, context.width - mark.length);
  const blank = ' '.repeat(mark.length);
  return set({ ...context, width }).map((line, index) => (index === 0 ? mark : line && blank) + line);
}

function listLines(list: List, context: PlainContext): string[] {
  const spread = list.children.some((item) => item.spread);
  const items = list.children.map((item, index) => {
    const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : '- ';
    return hanging(mark, (inner) => itemLines(item, spread, inner), context);
  });
  return separate(items, spread);
}

function itemLines(item: ListItem, spread: boolean, context: PlainContext): string[] {
  const lines = separate(
    item.children.map((child) => block(child, context)),
    spread,
  );
  if (typeof item.checked !== 'boolean') return lines;
  const [first = '', ...rest] = lines;
  return [`[${item.checked ? 'x' : ' '}] ${first}`, ...rest];
}

function tableLines(table: Extract<Nodes, { type: 'table' }>, context: PlainContext): string[] {
  const caption = table.data?.caption;
  const lines = plainTable(table, context);
  return caption ? [...wrapText(plainInlines(caption, context), context.width), '', ...lines] : lines;
}

function codeLines(code: Code): string[] {
  return code.value.split('\n').map((line) => `    ${line}`);
}

function pictureLines(picture: CaptionedPicture, context: PlainContext): string[] {
  const alt =
    picture.decorative || !picture.alt
      ? []
      : wrapText(plainSpaces(plainPicture(picture.alt, context)), context.width);
  const caption = wrapText(plainInlines(picture.children, context), context.width);
  return [...alt, ...caption.filter((line) => line !== '')];
}

/** Its title, its data, what stands below it. */
function chartLines(chart: DrawnChart, context: PlainContext): string[] {
  const title = wrapText(plainInlines(chart.caption, context), context.width);
  return [...title, '', ...plainTable(chart.table, context), '', ...blockLines(chart.children, context)];
}

function boxLines(box: Extract<Nodes, { type: 'containerDirective' }>, context: PlainContext): string[] {
  const [first, ...rest] = box.children;
  if (first?.type !== 'paragraph' || !first.data?.directiveLabel) return blockLines(box.children, context);
  const label = plainInlines(first.children, context);
  if (box.name !== 'temoignage') return [...wrapText(label, context.width), '', ...blockLines(rest, context)];
  return [...blockLines(rest, context), ...wrapText(`— ${label}`, context.width)];
}
