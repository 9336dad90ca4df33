import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Heading, List, ListItem, Nodes } from 'mdast';
import type { DrawnChart } from '../../core/chart.ts';
import type { CaptionedPicture } from '../../core/citation.ts';
import { bookmarked, docxInlines, docxPicture, wordText, type DocxContext } from './docx-inlines.ts';
import { styleIds } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';

export type DocxBlock = Paragraph | Table;

/** What a block takes from what it stands in. */
interface Place {
  /** Style of its paragraphs; Normal if absent. */
  readonly style?: string;
  /** The list that the paragraph is an item of. */
  readonly numbering?: { readonly reference: string; readonly level: number; readonly instance: number };
  /** Twips from the left, for what stands in an item below its first line. */
  readonly indent?: number;
  /** Level of a list that starts here. */
  readonly listLevel: number;
}

const atTop: Place = { listLevel: 0 };

/** Sets blocks as Word paragraphs and tables with styles. */
export function docxBlocks(nodes: readonly Nodes[], context: DocxContext, place: Place = atTop): DocxBlock[] {
  return nodes.flatMap((node) => docxBlock(node, context, place));
}

function docxBlock(node: Nodes, context: DocxContext, place: Place): DocxBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [new Paragraph({ ...options(place), children: docxInlines(node.children, context) })];
    case 'heading':
      return [docxHeading(node, context)];
    case 'list':
      return docxList(node, context, place);
    case 'table':
      return docxCaptionedTable(node, context);
    case 'code':
      return [new Paragraph({ style: styleIds.code, children: codeLines(node.value) })];
    case 'thematicBreak':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6', space: 1 } },
        }),
      ];
    case 'blockquote':
      return docxBlocks(node.children, context, { ...place, style: styleIds.quote });
    case 'captionedPicture':
      return docxCaptionedPicture(node, context);
    case 'drawnChart':
      return docxChart(node, context);
    case 'containerDirective':
      return docxBox(node, context);
    default:
      return [];
  }
}

function options({ style, numbering, indent }: Place): object {
  return {
    ...(style !== undefined && { style }),
    ...(numbering !== undefined && { numbering }),
    ...(indent !== undefined && { indent: { left: indent } }),
    widowControl: true,
  };
}

/** The title is Word's Title, so that the text's first headings are of level 1. */
const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

export function docxHeading(
  { depth, children, data }: Pick<Heading, 'depth' | 'children' | 'data'>,
  context: DocxContext,
): Paragraph {
  const heading = levels[Math.max(0, depth - 2)] ?? HeadingLevel.HEADING_5;
  return new Paragraph({
    heading,
    children: bookmarked(data?.hProperties?.id, docxInlines(children, context), context),
  });
}

function codeLines(value: string): TextRun[] {
  return value
    .split('\n')
    .map((line, index) => new TextRun({ text: wordText(line), ...(index > 0 && { break: 1 }) }));
}

/** Twips that each level of a list moves in. */
export const listStep = 400;

function docxList(list: List, context: DocxContext, place: Place): DocxBlock[] {
  const ordered = list.ordered === true;
  const start = list.start ?? 1;
  context.lists.push({ start, ordered });
  const instance = context.lists.length;
  const level = Math.min(place.listLevel, 8);
  const numbering = { reference: listReference(ordered, start), level, instance };
  return list.children.flatMap((item) => docxItem(item, context, { ...place, numbering }));
}

export function listReference(ordered: boolean, start: number): string {
  return ordered ? `numbers-${start}` : 'bullets';
}

function docxItem(item: ListItem, context: DocxContext, place: Place): DocxBlock[] {
  const level = place.numbering?.level ?? 0;
  const { numbering, ...outside } = place;
  const below: Place = { ...outside, indent: listStep * (level + 1), listLevel: level + 1 };
  const [first, ...rest] = item.children;
  const checked = typeof item.checked === 'boolean' ? [new TextRun(item.checked ? '☑ ' : '☐ ')] : [];
  const words = first?.type === 'paragraph' ? docxInlines(first.children, context) : [];
  const line = new Paragraph({
    ...options({ ...outside, ...(numbering && { numbering }) }),
    children: [...checked, ...words],
  });
  return [line, ...docxBlocks(first?.type === 'paragraph' ? rest : item.children, context, below)];
}

/** Word joins two tables that touch: a thin paragraph stands after each. */
const afterTable = (): Paragraph => new Paragraph({ style: styleIds.afterTable });

function docxCaptionedTable(table: Extract<Nodes, { type: 'table' }>, context: DocxContext): DocxBlock[] {
  const caption = table.data?.caption;
  const title = caption
    ? [
        new Paragraph({
          style: styleIds.caption,
          keepNext: true,
          children: bookmarked(table.data?.anchor, docxInlines(caption, context), context),
        }),
      ]
    : [];
  return [...title, docxTable(table, context), afterTable()];
}

function docxCaptionedPicture(picture: CaptionedPicture, context: DocxContext): DocxBlock[] {
  const hasCaption = picture.children.length > 0;
  const image = docxPicture({ url: picture.url, alt: picture.decorative ? '' : picture.alt }, context);
  const caption = new Paragraph({
    style: styleIds.caption,
    children: bookmarked(picture.data?.anchor, docxInlines(picture.children, context), context),
  });
  return [new Paragraph({ keepNext: hasCaption, children: image }), ...(hasCaption ? [caption] : [])];
}

function docxChart({ url, longAlt, caption, children, data }: DrawnChart, context: DocxContext): DocxBlock[] {
  const below = children.map(
    (line) => new Paragraph({ style: styleIds.caption, children: docxInlines(line.children, context) }),
  );
  return [
    new Paragraph({
      style: styleIds.caption,
      keepNext: true,
      children: bookmarked(data?.anchor, docxInlines(caption, context), context),
    }),
    new Paragraph({ keepNext: below.length > 0, children: docxPicture({ url, alt: longAlt }, context) }),
    ...below,
  ];
}

/** Twips that a box inside boxes keeps. */
const narrowest = 1440;

type Box = Extract<Nodes, { type: 'containerDirective' }>;

function docxBox(box: Box, context: DocxContext): DocxBlock[] {
  const [first, ...rest] = box.children;
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
  const content = label ? rest : box.children;
  if (box.name === 'temoignage') return docxTestimony(label?.children, content, context);
  const inner = { ...context, width: Math.max(narrowest, context.width - 480) };
  const title = label
    ? [new Paragraph({ style: styleIds.boxTitle, children: docxInlines(label.children, context) })]
    : [];
  const children = [...title, ...docxBlocks(content, inner)];
  return [boxTable(children.length > 0 ? children : [new Paragraph({})], context), afterTable()];
}

function docxTestimony(
  signature: readonly Nodes[] | undefined,
  content: readonly Nodes[],
  context: DocxContext,
): DocxBlock[] {
  const quotation = docxBlocks(content, context, { ...atTop, style: styleIds.quote });
  if (!signature) return quotation;
  const source = [new TextRun('—\u00a0'), ...docxInlines(signature, context)];
  return [...quotation, new Paragraph({ style: styleIds.quoteSource, children: source })];
}

function boxTable(children: DocxBlock[], { width }: DocxContext): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const bar = { style: BorderStyle.SINGLE, size: 24, color: '000000' };
  const cell = new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { fill: 'F2F2F2', type: 'clear', color: 'auto' },
    borders: { top: none, right: none, bottom: none, left: bar },
    margins: { top: 120, bottom: 60, left: 240, right: 240 },
    children,
  });
  return new Table({
    rows: [new TableRow({ children: [cell] })],
    columnWidths: [width],
    width: { size: width, type: WidthType.DXA },
    borders: {
      top: none,
      right: none,
      bottom: none,
      left: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  });
}
