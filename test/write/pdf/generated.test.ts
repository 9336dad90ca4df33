import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditPdf } from '../../../src/write/pdf/audit.ts';
import { linkTarget } from '../../../src/write/pdf/links.ts';
import { dictEntry, entry, items, textEntry } from '../../../src/write/pdf/objects.ts';
import { contentOf, elementsOf, isElement, readTree } from '../../../src/write/pdf/tree.ts';
import type { StructureNode, StructureTree } from '../../../src/write/pdf/tree.ts';
import { generateNote } from '../../support/generated-note.ts';
import { makeWorkspace, nsp } from '../../support/workspace.ts';

// Documents that hold every construct, built through the command line, their tags read back from the PDF.

const documents = [1, 3, 7].map(generateNote);
const slugs = documents.map(({ slug }) => slug);
let root = '';

const read = (slug: string): Uint8Array => readFileSync(join(root, `dist/${slug}/${slug}.pdf`));

async function build(concurrency: number): Promise<string[]> {
  await nsp(root, ['build', '--formats', 'pdf', '--concurrency', String(concurrency)]);
  return slugs.map((slug) => createHash('sha256').update(read(slug)).digest('hex'));
}

let first: string[];

beforeAll(async () => {
  root = makeWorkspace(Object.assign({}, ...documents.map(({ files }) => files)) as Record<string, string>);
  first = await build(3);
}, 60_000);

test('the same bytes are made one after the other and in parallel', async () => {
  expect(await build(1)).toEqual(first);
}, 60_000);

/** Roles that PDF 1.7 knows, ISO 32000-1, 14.8.4. */
const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Figure'.split(
    ' ',
  ),
);

/** Where an element may stand: the roles of its parent. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  Lbl: ['LI', 'Note', 'TOCI'],
  TOCI: ['TOC'],
};

describe.each(slugs)('%s', (slug) => {
  let document: PDFDocument;
  let tree: StructureTree;
  let all: StructureNode[];

  beforeAll(async () => {
    document = await PDFDocument.load(read(slug), { updateMetadata: false });
    tree = readTree(document)!;
    all = [...elementsOf(tree.kids)];
  });

  test('passes the checks by which it calls itself accessible', () => {
    expect(auditPdf({ document, tree })).toEqual([]);
  });

  test('has roles that PDF 1.7 knows, each in its place', () => {
    const map = dictEntry(tree.root, 'RoleMap');
    const roleOf = (role: string): string => (map && textEntry(map, role)) ?? role;
    expect([...new Set(all.map(({ role }) => roleOf(role)))].filter((role) => !standard.has(role))).toEqual(
      [],
    );
    for (const node of all) {
      for (const kid of node.kids) {
        if (kid.kind !== 'element') continue;
        const allowed = parents[kid.role];
        if (allowed) expect([kid.role, allowed]).toEqual([kid.role, expect.arrayContaining([node.role])]);
      }
    }
  });

  test('holds every piece of content once', () => {
    const content = [...contentOf(tree.kids)].map(({ page, mcid }) => `${page.tag}/${mcid}`);
    expect(new Set(content).size).toBe(content.length);
    const streams = document.getPages().map((page) => page.node.Contents());
    expect(streams.every((stream) => stream !== undefined)).toBe(true);
  });

  test('leads from each call to its note and back', () => {
    const targets = all
      .filter(({ role }) => role === 'Link')
      .map((link) => linkTarget(document.context, link))
      .filter((target) => target !== undefined);
    const called = new Set(targets.filter((target) => /^note-\d+$/u.test(target)).map((id) => id.slice(5)));
    const back = new Set(
      targets.filter((target) => target.startsWith('appel-')).map((id) => id.split('-')[1]),
    );
    expect(called.size).toBeGreaterThan(8);
    expect([...back].sort()).toEqual([...called].sort());
    expect(all.filter(({ role }) => role === 'Note')).toHaveLength(called.size);
    for (const reference of all.filter(({ role }) => role === 'Reference'))
      expect(reference.kids.some((kid) => isElement(kid, 'Link'))).toBe(true);
  });

  test('prints the page that its label says', async () => {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(read(slug))), {
      mergePages: false,
    });
    const labels = dictEntry(document.catalog, 'PageLabels');
    expect(String(entry(labels!, 'Nums')).replace(/\s+/gu, ' ')).toBe('[ 0 << /S /D >> ]');
    for (const [index, page] of text.entries())
      if (index > 0) expect(page.split(/\s+/u)).toContain(String(index + 1));
  });

  test('opens with its bookmarks where it has contents, and names its files', () => {
    const hasContents = all.some(({ role }) => role === 'TOC');
    expect(textEntry(document.catalog, 'PageMode')).toBe(hasContents ? 'UseOutlines' : undefined);
    const files = items(document.context, document.catalog.get(PDFName.of('AF')));
    const kind = documents.find((made) => made.slug === slug)?.kind;
    expect(files.map((file) => textEntry(document.context.lookup(file, PDFDict), 'UF'))).toEqual(
      kind === 'note' ? [`${slug}.md`, 'reseau.csv'] : [],
    );
    expect(document.catalog.get(PDFName.of('AF')) instanceof PDFArray).toBe(kind === 'note');
  });
});
