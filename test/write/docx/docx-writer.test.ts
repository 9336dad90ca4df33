import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../../src/core/page.ts';
import { docxWriter } from '../../../src/write/docx/docx-writer.ts';
import type { Block } from '../../render/page-builder.ts';
import { heading, link, list, note, paragraph, table } from '../../render/page-builder.ts';
import { pageFixture, pageOf, templateFixture } from '../../render/page-fixture.ts';
import { noPrinter } from '../no-printer.ts';

const chart =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="25"><rect width="20" height="9"/></svg>';
const pictures: Page['pictures'] = new Map([
  [
    'images/conseil.svg',
    {
      url: 'images/conseil.svg',
      path: 'x.svg',
      type: 'image/svg+xml',
      data: new TextEncoder().encode(chart),
    },
  ],
]);

async function write(page: Page): Promise<Uint8Array> {
  const outputs = await docxWriter.write(page, { template: await templateFixture(), printer: noPrinter });
  expect(outputs.map(({ path }) => path)).toEqual(['externalisation/externalisation.docx']);
  return outputs[0]!.data;
}

type Parts = (name: string) => string;

async function partsOf(page: Page): Promise<Parts> {
  const files = unzipSync(await write(page));
  return (name) => strFromU8(files[name] ?? new Uint8Array());
}

const bodyOf = async (...blocks: Block[]): Promise<string> =>
  (await partsOf(pageOf(blocks)))('word/document.xml');
const all = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map(([, found]) => found ?? '');
const paragraphs = (xml: string): string[] => all(xml, /(<w:p(?: [^>]*)?>[\s\S]*?<\/w:p>)/gu);
const words = (xml: string): string => all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu).join('');
const styleOf = (paragraph: string): string | undefined => /<w:pStyle w:val="([^"]+)"/u.exec(paragraph)?.[1];

describe('the fixture note', () => {
  let part: Parts;
  beforeAll(async () => {
    part = await partsOf(pageFixture({ pictures, mark: 'Sous embargo jusqu’au 30 avril 2021' }));
  });

  test('has Word’s own styles, under the names by which Word translates them', () => {
    const set = paragraphs(part('word/document.xml')).map((paragraph) => [
      styleOf(paragraph),
      words(paragraph),
    ]);
    expect(set).toContainEqual(['Title', expect.stringMatching(/^160\u00a0Md€ d’externalisation/u)]);
    expect(set.filter(([style]) => style === 'Heading1')).toHaveLength(6);
    expect(set.filter(([style]) => style === 'Heading2').map(([, text]) => text)).toContain('Qui fait quoi');
    const styles = part('word/styles.xml');
    for (const name of [
      'heading 1',
      'footnote text',
      'footnote reference',
      'caption',
      'Title',
      'Subtitle',
      'Quote',
    ]) {
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
    }
    const defined = new Set(all(styles, /w:styleId="([^"]+)"/gu));
    expect(set.map(([style]) => style).filter((style) => style && !defined.has(style))).toEqual([]);
  });

  test('is in French by default, and of A4 size with page numbers', () => {
    expect(part('word/styles.xml')).toMatch(
      /<w:rPrDefault>.*<w:lang w:val="fr-FR"[^>]*\/>.*<\/w:rPrDefault>/u,
    );
    expect(part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(all(part('word/footer1.xml'), /<w:instrText[^>]*>\s*(\w+)/gu)).toEqual(['PAGE', 'NUMPAGES']);
  });

  test('has its fourteen footnotes, with links inside, and refers a second call to the first', () => {
    const document = part('word/document.xml');
    expect(all(document, /<w:footnoteReference w:id="(\d+)"/gu).map(Number)).toEqual(
      [...Array(14).keys()].map((index) => index + 1),
    );
    expect(document).toContain(' NOTEREF _Note3 \\f \\h ');
    expect(document).toMatch(/<w:bookmarkStart [^>]*w:name="_Note3"/u);
    const sixth = /<w:footnote [^>]*w:id="6"[\s\S]*?<\/w:footnote>/u.exec(part('word/footnotes.xml'))![0];
    const relation = /<w:hyperlink [^>]*r:id="([^"]+)"/u.exec(sixth)![1]!;
    expect(part('word/_rels/footnotes.xml.rels')).toMatch(
      new RegExp(`Id="${relation}"[^>]*Target="https://www.fondation-igd.org/la-gestion-deleguee"`, 'u'),
    );
  });

  test('repeats the heads of its tables and describes its picture', () => {
    const document = part('word/document.xml');
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
    expect(all(document, /<wp:docPr [^>]*descr="([^"]+)"/gu)).toEqual([expect.stringMatching(/^Barres/u)]);
  });

  test('says whose it is and of which day, and carries its mark on every page', () => {
    const core = part('docProps/core.xml');
    const people = 'Collectif Nos services publics, Julie, administratrice civile au ministère de la santé';
    expect(core).toContain(`<dc:creator>${people}</dc:creator>`);
    expect(core).toContain(`<cp:lastModifiedBy>${people}</cp:lastModifiedBy>`);
    expect(all(core, /<dcterms:\w+ [^>]*>([^<]+)</gu)).toEqual([
      '2021-04-30T00:00:00Z',
      '2021-04-30T00:00:00Z',
    ]);
    expect(words(part('word/header1.xml'))).toContain('Sous embargo jusqu’au 30 avril 2021');
  });

  test('holds no space that fonts may lack', () => {
    expect(part('word/document.xml') + part('word/footnotes.xml')).not.toMatch(/[\u202f\u2009\u00ad\u200b]/u);
  });
});

describe('blocks', () => {
  test('each numbered list starts anew, from the number typed', async () => {
    const third = list(true, [['trois']]);
    if (third.mdast.type === 'list') third.mdast.start = 3;
    const part = await partsOf(
      pageOf([list(true, [['un'], ['deux']]), paragraph('texte'), list(true, [['un']]), third]),
    );
    const ids = all(part('word/document.xml'), /<w:numId w:val="(\d+)"/gu);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
    expect(part('word/numbering.xml')).toContain('<w:start w:val="3"/>');
  });

  test('a heading under the text’s first level follows it', async () => {
    const document = await bodyOf(heading(2, 'a', 'Un'), heading(3, 'b', 'Deux'), heading(4, 'c', 'Trois'));
    expect(
      paragraphs(document)
        .map(styleOf)
        .filter((style) => style?.startsWith('Heading'))
        .slice(0, 3),
    ).toEqual(['Heading1', 'Heading2', 'Heading3']);
  });

  test('addresses in the words can be followed, unsafe and relative ones without a base cannot', async () => {
    const page = pageOf(
      [paragraph('Voir https://a.example/x. ', link('javascript:alert(1)', 'clic'), link('y.html', 'suite'))],
      { url: undefined },
    );
    const part = await partsOf(page);
    const targets = all(part('word/_rels/document.xml.rels'), /Target="([^"]+)" TargetMode="External"/gu);
    expect(targets).toContain('https://a.example/x');
    expect(targets.join()).not.toMatch(/javascript|y\.html/u);
    expect(words(part('word/document.xml'))).toContain('clicsuite');
  });

  test('the words of a note that only another note calls stand in that note', async () => {
    const noteOf = (number: number, block: Block) => ({
      number,
      calls: 1,
      mdast: [block.mdast],
      hast: [block.hast],
    });
    const notes = [
      noteOf(1, paragraph('première', note(2))),
      noteOf(2, paragraph('enchâssée')),
      noteOf(3, paragraph('troisième', note(1))),
    ];
    const part = await partsOf(pageOf([paragraph('Un', note(1), ' et deux', note(3), '.')], { notes }));
    const texts = all(part('word/footnotes.xml'), /(<w:footnote [\s\S]*?<\/w:footnote>)/gu).map(words);
    expect(texts.slice(-2)).toEqual(['\u00a0première (enchâssée)', '\u00a0troisième[1]']);
  });

  test('boxes in boxes keep a width', async () => {
    const boxed = (depth: number): Block['mdast'] => ({
      type: 'containerDirective',
      name: 'encadre',
      children: [depth > 0 ? boxed(depth - 1) : paragraph('Au fond.').mdast],
    });
    const xml = await bodyOf({ ...paragraph(), mdast: boxed(40) });
    expect(words(xml)).toContain('Au fond.');
    expect(
      all(xml, /<w:gridCol w:w="(\d+)"/gu)
        .map(Number)
        .every((width) => width >= 1440),
    ).toBe(true);
  });

  test('characters that XML forbids do not break the file', async () => {
    expect(words(await bodyOf(paragraph('a\u0000\u000bb & <c>')))).toContain('ab &amp; &lt;c&gt;');
  });

  test('columns share the width of the text, numbers to the right', async () => {
    const rows = [
      [['Achats'], ['12,5']],
      [['Total'], ['12,5']],
    ];
    const document = await bodyOf(
      table({ caption: ['Un'], label: '', head: [['Poste'], ['Md€']], rows, numeric: [1] }),
    );
    const widths = all(document, /<w:gridCol w:w="(\d+)"/gu).map(Number);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9072);
    expect(document.match(/<w:jc w:val="right"\/>/gu)).toHaveLength(3);
  });
});

describe('the bytes', () => {
  test('are the same each time, whatever was written in between', async () => {
    const page = pageFixture({ pictures });
    const first = await write(page);
    await write(pageOf([paragraph(link('https://a.example', 'a')), list(true, [['un']])]));
    expect(await write(page)).toEqual(first);
  });

  test('hold one fixed date in the archive, its content types first', async () => {
    const data = Buffer.from(await write(pageFixture({ pictures })));
    const entries: { name: string; date: number }[] = [];
    for (
      let at = data.indexOf('PK\u0001\u0002', 0, 'latin1');
      at >= 0;
      at = data.indexOf('PK\u0001\u0002', at + 4, 'latin1')
    ) {
      const length = data.readUInt16LE(at + 28);
      entries.push({
        name: data.toString('utf8', at + 46, at + 46 + length),
        date: data.readUInt32LE(at + 12),
      });
    }
    const names = entries.map(({ name }) => name);
    expect(names[0]).toBe('[Content_Types].xml');
    expect(names.slice(1)).toEqual([...names.slice(1)].sort());
    expect(new Set(entries.map(({ date }) => date))).toEqual(new Set([0x00210000]));
  });

  test('hold no name that the library would give', async () => {
    const part = await partsOf(pageFixture({ authors: [] }));
    expect(part('docProps/core.xml')).toContain('<dc:creator>Nos services publics</dc:creator>');
    expect(part('docProps/core.xml')).not.toContain('Un-named');
  });
});
