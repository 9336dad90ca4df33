import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserHandle } from '../../../src/browser/printer.ts';
import type { Printer } from '../../../src/core/writer.ts';
import type { Attachment } from '../../../src/write/pdf/attachments.ts';
import { readDestinations } from '../../../src/write/pdf/destinations.ts';
import { measuring } from '../../../src/write/pdf/measure.ts';
import { dictEntry, entry, textEntry } from '../../../src/write/pdf/objects.ts';
import { makePdf } from '../../../src/write/pdf/pdf-writer.ts';
import { contentOf, elementsOf, readTree } from '../../../src/write/pdf/tree.ts';
import type { StructureNode } from '../../../src/write/pdf/tree.ts';
import { openTestBrowser } from '../../browser/test-browser.ts';
import { samplePage, sampleTitle } from './sample.ts';

const facts = {
  title: sampleTitle,
  authors: ['Nos services publics', 'Julie, administratrice'],
  subject: 'Heures & agents',
  keywords: ['guichets', 'méthode'],
  lang: 'fr',
  epoch: 1_714_435_200,
  publisher: 'Nos services publics',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  version: '1.2',
  url: 'https://example.org/a/a.html?b=1&c=2',
} as const;

const attachments: readonly Attachment[] = [
  {
    name: 'relevé 2024.md',
    type: 'text/markdown',
    relationship: 'Source',
    description: 'Le texte de ce document',
    data: new TextEncoder().encode('# Relevé\n'),
  },
  {
    name: 'guichets.csv',
    type: 'text/csv',
    relationship: 'Data',
    description: 'Les données',
    data: new TextEncoder().encode('bassin;guichets\r\nNord;12\r\n'),
  },
];

const html = samplePage();
let browser: BrowserHandle;
let pdf: Uint8Array;
let failed: readonly string[];
let document: PDFDocument;

beforeAll(async () => {
  browser = openTestBrowser();
  const finished = await makePdf(html, facts, browser.printer, () => Promise.resolve(attachments));
  pdf = finished.data;
  failed = finished.failed;
  document = await PDFDocument.load(pdf, { updateMetadata: false });
});

afterAll(() => browser.close());

function elements(): StructureNode[] {
  return [...elementsOf(readTree(document)?.kids ?? [])];
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}

it('prints the true page of every heading in the contents', async () => {
  const pages = await pagesOf(pdf);
  const contents = pages[1] ?? '';
  const entries = [...contents.matchAll(/(Section \d+ : .*?|Détail n° \d+) (\d+)(?= |$)/g)].slice(-16);
  expect(entries).toHaveLength(16);
  for (const [, title = '', page = ''] of entries) {
    const body = (pages[Number(page) - 1] ?? '').replace(/\s/g, '');
    expect(body.slice(60)).toContain(title.replace(/\s/g, ''));
  }
});

it('prints the section at the head of each page but the cover', async () => {
  const pages = await pagesOf(pdf);
  expect(pages[0]).not.toMatch(/Section/);
  expect(pages[1]).toMatch(/^Sommaire/);
  for (const page of pages.slice(2)) expect(page).toMatch(/^Section \d+ : relever/);
});

it('has tags that PDF 1.7 knows, in their places', () => {
  const roles = new Map<string, number>();
  for (const { role } of elements()) roles.set(role, (roles.get(role) ?? 0) + 1);
  expect(Object.fromEntries(roles)).toMatchObject({
    Document: 1,
    H1: 1,
    H2: 9,
    H3: 8,
    TOC: 1,
    TOCI: 16,
    // Of the contents, and of the calls of the notes.
    Reference: 32,
  });
  expect(roles.get('Note')).toBe(16);
  expect(roles.get('LI')).toBe(roles.get('LBody'));
  expect(roles.has('NonStruct')).toBe(false);
  const mapped = dictEntry(dictEntry(document.catalog, 'StructTreeRoot') ?? document.catalog, 'RoleMap');
  expect(mapped?.keys().map((key) => key.decodeText())).toEqual(
    expect.arrayContaining(['Em', 'Strong', 'Aside']),
  );
});

it('gives notes an id, pictures a description, tables their caption', () => {
  const all = elements();
  const ids = all.filter(({ role }) => role === 'Note').map(({ dictionary }) => textEntry(dictionary, 'ID'));
  expect(new Set(ids).size).toBe(16);
  const pictures = all
    .filter(({ role }) => role === 'Figure')
    .map(({ dictionary }) => textEntry(dictionary, 'Alt'));
  expect(pictures.length).toBeGreaterThan(0);
  for (const alt of pictures) expect(alt).toMatch(/^Deux barres/);
  for (const table of all.filter(({ role }) => role === 'Table')) {
    expect(table.kids.map((kid) => (kid.kind === 'element' ? kid.role : kid.kind))).toEqual([
      'Caption',
      'TR',
      'TR',
      'TR',
      'TR',
    ]);
  }
});

it('labels notes, and marks their calls as references', () => {
  const shape = ({ kids }: StructureNode): string[] =>
    kids.map((kid) => (kid.kind === 'element' ? kid.role : kid.kind));
  const all = elements();
  for (const note of all.filter(({ role }) => role === 'Note')) {
    expect(shape(note)[0]).toBe('Lbl');
    expect(shape(note.kids[0] as StructureNode)).toEqual(['Link']);
  }
  for (const reference of all.filter(({ role }) => role === 'Reference'))
    expect(shape(reference)).toEqual(['Link']);
  const paragraph = all.find(({ kids }) => kids.some((kid) => kid.kind === 'element' && kid.role === 'Note'));
  expect(shape(paragraph!).join(' ')).toMatch(/Reference Note|Reference content Note/);
});

it('says how lists are marked and where pictures stand', () => {
  const attributes = (role: string): string[] =>
    elements()
      .filter((node) => node.role === role)
      .map(({ dictionary }) => String(entry(dictionary, 'A')).replace(/\s+/g, ' '));
  expect(new Set(attributes('L'))).toEqual(
    new Set(['[ << /O /List /ListNumbering /Disc >> ]', '[ << /O /List /ListNumbering /Decimal >> ]']),
  );
  const frames = attributes('Figure');
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) {
    const [left = 0, bottom = 0, right = 0, top = 0] = (/BBox \[ (.*?) \]/.exec(frame)?.[1] ?? '')
      .split(' ')
      .map(Number);
    // What is painted: 270 by 90 pixels.
    expect([Math.round(right - left), Math.round(top - bottom)]).toEqual([203, 68]);
    expect(left).toBeCloseTo((24 * 72) / 25.4, 0);
  }
});

it('answers for every marked content in the parent tree', () => {
  const tree = readTree(document);
  const content = [...contentOf(tree?.kids ?? [])];
  expect(content.length).toBeGreaterThan(100);
  expect(new Set(content.map(({ page, mcid }) => `${page.tag}/${mcid}`)).size).toBe(content.length);
});

it('describes every link', () => {
  const described = document.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).map((ref) => {
      const annotation = document.context.lookup(ref, PDFDict);
      return annotation.lookup(PDFName.of('Contents'), PDFHexString).decodeText();
    }),
  );
  expect(described).toContain('la méthode complète (https://example.org/methode)');
  expect(described).toContain('nous écrire (mailto:contact@example.org)');
  expect(described.some((text) => /^Note 1 \(page \d+\)$/.test(text))).toBe(true);
  expect(described.some((text) => /^Retour à l’appel de la note 1 \(page \d+\)$/.test(text))).toBe(true);
  expect(described.some((text) => /^Section 1 : .* 3$/.test(text))).toBe(true);
});

interface Bookmark {
  title: string;
  items: Bookmark[];
}

it('gives the bookmarks the words of the headings', async () => {
  const [title] = (await (await getDocumentProxy(pdf.slice())).getOutline()) as Bookmark[];
  const sections = [title, ...(title?.items ?? [])].map((bookmark) => bookmark?.title ?? '');
  expect(sections[0]).toBe(sampleTitle);
  expect(sections.filter((text) => text.startsWith('Section'))).toEqual(
    Array.from(
      { length: 8 },
      (_, index) =>
        `Section ${index + 1} : relever, compter et comparer les guichets ouverts${index % 2 ? ' dans chaque bassin de vie du territoire' : ''}`,
    ),
  );
});

it('says what it is', () => {
  const date = new Date(facts.epoch * 1000);
  expect([document.getTitle(), document.getAuthor(), document.getSubject(), document.getKeywords()]).toEqual([
    sampleTitle,
    'Nos services publics, Julie, administratrice',
    'Heures & agents',
    'guichets, méthode',
  ]);
  expect([document.getCreationDate(), document.getModificationDate()]).toEqual([date, date]);
  expect([textEntry(document.catalog, 'Lang'), textEntry(document.catalog, 'PageMode')]).toEqual([
    'fr',
    'UseOutlines',
  ]);
  expect(Buffer.from(pdf.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
  const metadata = entry(document.catalog, 'Metadata');
  const xmp = metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : '';
  for (const part of [
    '<pdfuaid:part>1</pdfuaid:part>',
    '<rdf:li xml:lang="x-default">Heures &amp; agents</rdf:li>',
    '<rdf:li>Julie, administratrice</rdf:li>',
    '<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>',
    '<xmp:CreateDate>2024-04-30T00:00:00Z</xmp:CreateDate>',
    '<dc:publisher><rdf:Bag><rdf:li>Nos services publics</rdf:li></rdf:Bag></dc:publisher>',
    '<dc:identifier>https://example.org/a/a.html?b=1&amp;c=2</dc:identifier>',
    '<xmpMM:VersionID>1.2</xmpMM:VersionID>',
    '<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>',
  ]) {
    expect(xmp).toContain(part);
  }
});

it('passes every check of its own', () => {
  expect(failed).toEqual([]);
});

it('carries its files, described and dated as the document', async () => {
  const read: unknown = await (await getDocumentProxy(pdf.slice())).getAttachments();
  const files = Object.values(
    read as Record<string, { filename: string; content: Uint8Array; description: string }>,
  );
  expect(
    files.map(({ filename, content, description }) => [
      filename,
      new TextDecoder().decode(content),
      description,
    ]),
  ).toEqual([
    ['guichets.csv', 'bassin;guichets\r\nNord;12\r\n', 'Les données'],
    ['relevé 2024.md', '# Relevé\n', 'Le texte de ce document'],
  ]);
  const associated = entry(document.catalog, 'AF');
  const specifications =
    associated instanceof PDFArray
      ? associated.asArray().map((ref) => document.context.lookup(ref, PDFDict))
      : [];
  const facts = specifications.map((specification) => {
    const stream = entry(dictEntry(specification, 'EF')!, 'F') as PDFRawStream;
    const parameters = dictEntry(stream.dict, 'Params');
    return [
      textEntry(specification, 'AFRelationship'),
      textEntry(specification, 'F'),
      textEntry(stream.dict, 'Subtype'),
      textEntry(parameters!, 'ModDate'),
    ];
  });
  expect(facts).toEqual([
    ['Source', 'releve2024.md', 'text/markdown', 'D:20240430000000Z'],
    ['Data', 'guichets.csv', 'text/csv', 'D:20240430000000Z'],
  ]);
});

it('uses no font but those of the page', () => {
  const fonts = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isFont = object instanceof PDFDict && textEntry(object, 'Type') === 'Font';
    return isFont ? [textEntry(object, 'BaseFont')] : [];
  });
  expect(fonts.length).toBeGreaterThan(4);
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Source(Sans3|Serif4)-/);
});

it('holds nothing of the machine', () => {
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).not.toMatch(/HeadlessChrome|Mozilla|\/tmp\/|\/home\/|about:blank/);
});

it('gives the same bytes in parallel and from another browser', async () => {
  const other = openTestBrowser();
  const prints = [browser, browser, other].map(({ printer }) =>
    makePdf(html, facts, printer, () => Promise.resolve(attachments)),
  );
  for (const { data: print } of await Promise.all(prints)) expect(Buffer.from(print).equals(pdf)).toBe(true);
  await other.close();
});

it('prints again when the measure was wrong', async () => {
  let prints = 0;
  const mistaken: Printer = {
    print: (page, prepare) => {
      prints += 1;
      if (prints > 1 || prepare === undefined) return browser.printer.print(page, prepare);
      const source = `(known) => { const told = (${prepare.source})(known);
        const wrong = told.pages.map(([id]) => [id, 99]);
        for (const place of document.querySelectorAll('[data-page-of]')) place.textContent = '99';
        return { ...told, pages: wrong }; }`;
      return browser.printer.print(page, { ...prepare, source });
    },
  };
  const { data } = await makePdf(html, facts, mistaken, () => Promise.resolve(attachments));
  expect(Buffer.from(data).equals(pdf)).toBe(true);
  expect(prints).toBe(2);
});

const words =
  'Le relevé des guichets ouverts se lit bassin par bassin, puis commune par commune, sans rien conclure.';
const block = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 6 }).map((count) => `<p>${words.repeat(count)}</p>`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('<h2 #>Titre', '<h3 #>Sous-titre', '<h2 # style="break-before:page">Titre'),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 2, max: 30 })
      .map((rows) => `<table>${`<tr><th>A</th><td>${words}</td></tr>`.repeat(rows)}</table>`),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 40, max: 500 })
      .map((height) => `<figure><svg width="100" height="${height}"></svg></figure>`),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 8 }).map((items) => `<ul>${`<li>${words}</li>`.repeat(items)}</ul>`),
  },
  { weight: 1, arbitrary: fc.constant(`<p>${words}<span class="side-note">${words.repeat(3)}</span></p>`) },
);

it('measures the pages of any document as they are printed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 20, maxLength: 80 }), async (blocks) => {
      let count = 0;
      const body = blocks.map((text) => text.replace('#', () => `id="h${(count += 1)}"`)).join('\n');
      const contents = Array.from(
        { length: count },
        (_, index) =>
          `<li><a href="#h${index + 1}"><span class="contents-page" data-page-of="h${index + 1}"></span></a></li>`,
      );
      const page = samplePage(1)
        .replace(/<main>[^]*<\/main>/, () => `<main>${body}</main>`)
        .replace(/<ol>[^]*?<\/ol>/, () => `<ol>${contents.join('')}</ol>`);
      let measured: unknown;
      const printed = await browser.printer.print(
        page,
        measuring(new Map(), ({ pages }) => {
          measured = new Map(pages);
        }),
      );
      const destinations = readDestinations(await PDFDocument.load(printed));
      expect(measured).toEqual(destinations);
    }),
    { numRuns: 8, seed: 1 },
  );
});
