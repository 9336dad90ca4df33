import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  TextRun,
  XmlComponent,
  type IRunPropertiesOptions,
  type ParagraphChild,
} from 'docx';
import type { Link, Nodes } from 'mdast';
import type { NoteCall } from '../../core/citation.ts';
import type { PageNote } from '../../core/page.ts';
import type { Labels } from '../../render/labels.ts';
import { plainSpaces } from '../../render/plain-text-inline.ts';
import type { Raster } from '../../picture/rasterise.ts';
import { decodePath, publicAddress } from '../../util/address.ts';
import { joinLines } from '../../util/spaces.ts';
import { fonts } from './docx-styles.ts';

/** What the setting of a document carries along. */
export interface DocxContext {
  readonly labels: Labels;
  /** Address on which relative links are made whole. */
  readonly base: string | undefined;
  /** By the address written in the document. */
  readonly pictures: ReadonlyMap<string, Raster>;
  /** Numbers of the notes called so far: Word takes one reference a note, later calls refer to the first. */
  readonly called: Set<number>;
  /** Lists met so far, each with the number it starts from; the setter adds to it. */
  readonly lists: { readonly start: number; readonly ordered: boolean }[];
  /** Width to fill, in twips. */
  readonly width: number;
  readonly notes: ReadonlyMap<number, PageNote>;
  /** Numbers of the notes whose text is being set: Word has no footnotes within footnotes. */
  readonly inNotes: readonly number[];
  /** Word's names of the places that links of the page lead to, by their ids. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

type Format = IRunPropertiesOptions;

/** Sets phrasing as runs, links, footnote references and pictures. */
export function docxInlines(
  nodes: readonly Nodes[],
  context: DocxContext,
  format: Format = {},
): ParagraphChild[] {
  return nodes.flatMap((node) => docxInline(node, context, format));
}

function docxInline(node: Nodes, context: DocxContext, outer: Format): ParagraphChild[] {
  const format = { ...outer, ...languageOf(node) };
  const inside = (added: Format): ParagraphChild[] =>
    'children' in node ? docxInlines(node.children, context, { ...format, ...added }) : [];
  switch (node.type) {
    case 'text':
      return docxWords(joinLines(node.value), format);
    case 'inlineCode':
      return docxWords(node.value, { ...format, font: fonts.code, noProof: true });
    case 'emphasis':
      return inside({ italics: outer.italics !== true });
    case 'strong':
      return inside({ bold: true });
    case 'delete':
      return inside({ strike: true });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'link':
      return docxReference(node, context, inside);
    case 'noteCall':
      return docxNoteCall(node, context);
    case 'image':
      return docxPicture({ url: node.url, alt: node.alt ?? '' }, context);
    default:
      return node.type === 'citation' ? docxWords(node.raw, format) : inside({});
  }
}

/** The author may mark a passage's language; the default is the document's. */
function languageOf(node: Nodes): Format {
  const lang = node.data && 'hProperties' in node.data ? node.data.hProperties?.lang : undefined;
  return typeof lang === 'string' && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(lang)
    ? { language: { value: lang } }
    : {};
}

/** Words as runs; the web and e-mail addresses among them can be followed. */
export function docxWords(text: string, format: Format = {}): ParagraphChild[] {
  const clean = wordText(text);
  if (format.style === 'Hyperlink') return [new TextRun({ ...format, text: clean })];
  return clean
    .split(/(https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]’]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)/u)
    .flatMap((part, index): ParagraphChild[] => {
      if (part === '') return [];
      if (index % 2 === 0) return [new TextRun({ ...format, text: part })];
      const link = part.includes('://') ? part : `mailto:${part}`;
      return docxLink(publicAddress(link, undefined), [
        new TextRun({ ...format, text: part, style: 'Hyperlink' }),
      ]);
    });
}

/** Word shows U+202F as a box in many fonts; control characters break its XML. */
export function wordText(text: string): string {
  return plainSpaces(text).replace(/[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

function docxLink(
  address: string | undefined,
  words: ParagraphChild[],
  withoutLink?: (format: Format) => ParagraphChild[],
): ParagraphChild[] {
  const whole =
    address !== undefined &&
    /^(?:https?:\/\/[^\s/]+\.[^\s]+|mailto:[^\s@]+@\S+|tel:\+?\d\S*)$/u.test(address);
  if (!whole || words.length === 0) return withoutLink?.({}) ?? words;
  return [new ExternalHyperlink({ link: address, children: words })];
}

/** A link, out of the document or within it. */
function docxReference(
  { url }: Link,
  { base, bookmarks }: DocxContext,
  inside: (format: Format) => ParagraphChild[],
): ParagraphChild[] {
  if (!url.startsWith('#')) return docxLink(publicAddress(url, base), inside({ style: 'Hyperlink' }), inside);
  const anchor = bookmarks.get(decodePath(url.slice(1)));
  const children = inside({});
  return anchor === undefined ? children : [new InternalHyperlink({ anchor, children })];
}

/** Words that links lead to, where a link does. */
export function bookmarked(
  id: unknown,
  children: ParagraphChild[],
  { bookmarks }: DocxContext,
): ParagraphChild[] {
  const name = typeof id === 'string' ? bookmarks.get(id) : undefined;
  return name === undefined ? children : [new Bookmark({ id: name, children })];
}

function docxNoteCall({ number }: NoteCall, context: DocxContext): ParagraphChild[] {
  if (context.inNotes.length > 0) return docxCallInNote(number, context);
  if (context.called.has(number)) return referToNote(number, context);
  context.called.add(number);
  return [new Bookmark({ id: `_Note${number}`, children: [new FootnoteReferenceRun(number)] })];
}

/** A note that only another note calls has no reference of its own: its words stand where it is called. */
function docxCallInNote(number: number, context: DocxContext): ParagraphChild[] {
  if (context.called.has(number)) return [new TextRun(`[${wordNumber(number, context)}]`)];
  const note = context.inNotes.includes(number) ? undefined : context.notes.get(number);
  if (!note) return [];
  const inside = { ...context, inNotes: [...context.inNotes, number] };
  const paragraphs = noteParagraphs(note.mdast).flatMap((nodes) => [
    new TextRun(' '),
    ...docxInlines(nodes, inside),
  ]);
  return [new TextRun(' ('), ...paragraphs.slice(1), new TextRun(')')];
}

/** Word numbers notes itself, in the order of their references. */
function wordNumber(number: number, { called }: DocxContext): number {
  return [...called].indexOf(number) + 1;
}

/** Word's footnotes hold paragraphs alone: of other blocks the words are kept. */
export function noteParagraphs(blocks: readonly Nodes[]): (readonly Nodes[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return [block.children];
    if (block.type === 'code') return [[{ type: 'inlineCode', value: block.value }]];
    return 'children' in block ? noteParagraphs(block.children) : [];
  });
}

/** A NOTEREF field: the number of a note that has its reference elsewhere. */
function referToNote(number: number, context: DocxContext): ParagraphChild[] {
  const mark = (kind: string): XmlComponent =>
    new BuilderElement({ name: 'w:fldChar', attributes: { kind: { key: 'w:fldCharType', value: kind } } });
  const instruction = new FieldCode(` NOTEREF _Note${number} \\f \\h `);
  return [mark('begin'), instruction, mark('separate'), String(wordNumber(number, context)), mark('end')].map(
    (child) => new TextRun({ style: 'FootnoteReference', children: [child] }),
  );
}

/** The code of a field (ECMA-376, 17.16.23). */
class FieldCode extends XmlComponent {
  constructor(code: string) {
    super('w:instrText');
    this.root.push(code);
  }
}

/** A picture in the width of the text; its words where it is missing. */
export function docxPicture(
  { url, alt }: { url: string; alt: string },
  context: DocxContext,
): ParagraphChild[] {
  const raster = context.pictures.get(url);
  if (!raster) return docxWords(alt);
  const widest = context.width / 15;
  const width = Math.min(raster.width, Math.floor(widest));
  return [
    new ImageRun({
      type: raster.type === 'image/png' ? 'png' : 'jpg',
      data: raster.data,
      transformation: { width, height: Math.round((raster.height * width) / raster.width) },
      altText: {
        name: context.labels.picture,
        title: '',
        description: wordText(alt) || context.labels['picture-ornament'],
      },
    }),
  ];
}
