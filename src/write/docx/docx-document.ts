import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type ILevelsOptions,
  type NumberingDefinition,
} from 'docx';
import { visit } from 'unist-util-visit';
import type { Page, PageNote } from '../../core/page.ts';
import type { Labels } from '../../render/labels.ts';
import { howToCite } from '../../render/how-to-cite.ts';
import { lengthInWords } from '../../render/length-words.ts';
import { referenceIds } from '../../render/verification.ts';
import { personInWords } from '../../render/people.ts';
import { rasterise, type Raster } from '../../picture/rasterise.ts';
import { decodePath } from '../../util/address.ts';
import { docxBlocks, docxHeading, listReference, listStep, type DocxBlock } from './docx-blocks.ts';
import { docxInlines, docxWords, noteParagraphs, wordText, type DocxContext } from './docx-inlines.ts';
import { docxStyles, styleIds } from './docx-styles.ts';
import { docxVerification } from './docx-verification.ts';

/** A4 with margins of 25 mm, in twips. */
const sheet = { width: 11_906, height: 16_838, margin: 1_417 };
const textWidth = sheet.width - 2 * sheet.margin;

/** The page as a Word document, as the library writes it: same page, but not yet the same bytes. */
export async function docxDocument(page: Page, labels: Labels): Promise<Uint8Array> {
  const context: DocxContext = {
    labels,
    base: page.url,
    pictures: await rasters(page),
    called: new Set(),
    lists: [],
    width: textWidth,
    notes: new Map(page.notes.map((note) => [note.number, note])),
    inNotes: [],
    bookmarks: bookmarksOf(page),
  };
  const children = [
    ...opening(page, labels),
    ...docxBlocks(page.mdast.children, context),
    ...ending(page, labels, context),
  ];
  const footnotes = Object.fromEntries(
    page.notes
      .filter((note) => context.called.has(note.number))
      .map((note) => [note.number, footnote(note, context)]),
  );
  const { meta, brand, title, subtitle, summary } = page;
  const people = page.authors.map(({ display }) => wordText(display)).join(', ') || brand.name;
  const file = new Document({
    title: wordText(title),
    ...(subtitle !== undefined && { subject: wordText(subtitle) }),
    ...(summary !== undefined && { description: wordText(summary) }),
    ...(meta.keywords.length > 0 && { keywords: wordText(meta.keywords.join(', ')) }),
    creator: people,
    lastModifiedBy: people,
    revision: 1,
    styles: docxStyles(brand, meta.lang),
    numbering: { config: numbering(context.lists) },
    footnotes,
    sections: [
      {
        properties: {
          page: {
            size: { width: sheet.width, height: sheet.height },
            margin: {
              top: sheet.margin,
              right: sheet.margin,
              bottom: sheet.margin,
              left: sheet.margin,
              header: 680,
              footer: 680,
            },
          },
        },
        headers: { default: new Header({ children: [headerLine(page)] }) },
        footers: { default: new Footer({ children: [footerLine(page, labels)] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** A hidden bookmark for each id that a link leads to: Word's names hold 40 signs at most. */
function bookmarksOf({ mdast, notes }: Page): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const root of [mdast, ...notes.flatMap((note) => note.mdast)]) {
    visit(root, 'link', ({ url }) => {
      const id = url.startsWith('#') ? decodePath(url.slice(1)) : '';
      if (id !== '' && !names.has(id)) names.set(id, `_Ref${names.size + 1}`);
    });
  }
  return names;
}

/** Printed at 200 pixels an inch. */
async function rasters({ pictures }: Page): Promise<ReadonlyMap<string, Raster>> {
  const maxWidth = Math.floor(textWidth / 15);
  return new Map(
    await Promise.all(
      [...pictures].map(async ([url, picture]): Promise<[string, Raster]> => [
        url,
        await rasterise(picture, { maxWidth, density: 2, quality: 85 }),
      ]),
    ),
  );
}

function words(style: string, text: string | undefined): Paragraph[] {
  if (!text) return [];
  return text.split('\n').map((line) => new Paragraph({ style, children: docxWords(line) }));
}

function opening(page: Page, labels: Labels): DocxBlock[] {
  const length = `${labels.length}${labels.colon}${lengthInWords(page, labels)}`;
  return [
    ...words(styleIds.mark, page.mark),
    ...words(styleIds.byline, labels[`kind-${page.meta.kind}`]),
    new Paragraph({ heading: HeadingLevel.TITLE, children: docxWords(page.title) }),
    ...words(styleIds.subtitle, page.subtitle),
    ...words(styleIds.byline, page.dateInWords),
    ...words(styleIds.byline, page.authors.map(personInWords).join(', ')),
    ...(page.meta.kind === 'op-ed' ? words(styleIds.byline, length) : []),
    ...words(styleIds.lead, page.summary),
  ];
}

function ending(page: Page, labels: Labels, context: DocxContext): DocxBlock[] {
  const { brand, meta, references, signatories } = page;
  const referred = referenceIds(page);
  const heading = (text: string): Paragraph =>
    docxHeading({ depth: 2, children: [{ type: 'text', value: text }] }, context);
  const titled = (label: string, value: string | undefined): string | undefined =>
    value && label + labels.colon + value;
  return [
    ...(signatories.length > 0 ? [heading(labels.signatories)] : []),
    ...signatories.map((person) => new Paragraph({ children: docxWords(personInWords(person)) })),
    ...(references.length > 0 ? [heading(labels.references)] : []),
    ...references.map(({ key, mdast }) => {
      const id = referred.get(key);
      const children = docxInlines(mdast, context);
      return new Paragraph({
        style: styleIds.bibliography,
        children: id === undefined ? children : [new Bookmark({ id, children })],
      });
    }),
    ...docxVerification(page, context),
    heading(brand.name),
    ...brand.about
      .split(/\n{2,}/u)
      .flatMap((text) => words(styleIds.byline, text.replace(/\s*\n\s*/gu, ' '))),
    ...words(styleIds.byline, [brand.site, brand.social].filter(Boolean).join(' · ')),
    ...words(styleIds.byline, titled(labels['working-group'], meta.workingGroup)),
    ...words(styleIds.byline, titled(labels.contact, meta.contact ?? brand.contact)),
    ...words(styleIds.byline, titled(labels.license, meta.license)),
    ...words(styleIds.byline, titled(labels.cite, citationInWords(page, labels))),
  ];
}

function citationInWords(page: Page, labels: Labels): string | undefined {
  const citation = howToCite(page, labels);
  if (!citation) return undefined;
  const { authors, title, details, url } = citation;
  return `${[authors, title, details, url].filter(Boolean).join(', ')}.`;
}

function footnote(note: PageNote, context: DocxContext): { children: Paragraph[] } {
  const inNote = { ...context, inNotes: [note.number] };
  const paragraphs = noteParagraphs(note.mdast).map(
    (nodes, index) =>
      new Paragraph({
        style: styleIds.footnote,
        children: [...(index === 0 ? [new TextRun('\u00a0')] : []), ...docxInlines(nodes, inNote)],
      }),
  );
  return { children: paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: styleIds.footnote })] };
}

function headerLine({ mark, brand, title }: Page): Paragraph {
  const marked = mark === undefined ? [] : docxWords(`${mark} · `, { bold: true });
  return new Paragraph({
    style: styleIds.header,
    children: [...marked, ...docxWords(`${brand.name} · ${shortTitle(title)}`)],
  });
}

function shortTitle(title: string): string {
  const [first = title] = title.split(/[\u00a0 ]:[\u00a0 ]|: /u);
  return first.length < 70 ? first : `${first.slice(0, first.lastIndexOf(' ', 68))}…`;
}

function footerLine({ brand }: Page, labels: Labels): Paragraph {
  const site = new ExternalHyperlink({
    link: brand.site,
    children: [new TextRun({ text: brand.site.replace(/^https?:\/\/|\/$/gu, ''), style: 'Hyperlink' })],
  });
  const numbers = new TextRun({
    children: [
      `\t${labels.page}\u00a0`,
      PageNumber.CURRENT,
      ` ${labels['page-of']} `,
      PageNumber.TOTAL_PAGES,
    ],
  });
  return new Paragraph({
    style: styleIds.footer,
    tabStops: [{ type: 'right', position: textWidth }],
    children: [site, numbers],
  });
}

function numbering(lists: DocxContext['lists']): NumberingDefinition[] {
  const starts = [...new Set(lists.filter(({ ordered }) => ordered).map(({ start }) => start))];
  const bullets = ['•', '–', '◦'];
  return [
    {
      reference: listReference(false, 1),
      levels: levels((level) => ({ format: LevelFormat.BULLET, text: bullets[level % 3] ?? '•' })),
    },
    ...starts.map((start) => ({
      reference: listReference(true, start),
      levels: levels((level) => ({
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        start: level === 0 ? start : 1,
      })),
    })),
  ];
}

function levels(
  describe: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>,
): ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: listStep * (level + 1), hanging: 300 } } },
    ...describe(level),
  }));
}
