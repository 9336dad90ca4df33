import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserHandle } from '../../../src/browser/printer.ts';
import { pdfWriter } from '../../../src/write/pdf/pdf-writer.ts';
import { textEntry } from '../../../src/write/pdf/objects.ts';
import { elementsOf, readTree } from '../../../src/write/pdf/tree.ts';
import { openTestBrowser } from '../../browser/test-browser.ts';
import { templateFixture } from '../../render/page-fixture.ts';
import { pageOf } from '../../support/page.ts';

let browser: BrowserHandle;

beforeAll(() => {
  browser = openTestBrowser();
});

afterAll(() => browser.close());

test('a chart is one figure of the tags, and its words tell every value', async () => {
  const page = await pageOf({
    body: 'Un paragraphe.\n\n:::chart\ntype: line\ntitle: Une évolution\ndata: a.csv\nunit: "%"\n:::\n\nUn autre.\n',
    files: { 'notes/x/a.csv': 'année;oui;non\n2019;40;60\n2020;45,5;54,5\n2021;52;48\n' },
  });
  const [output] = await pdfWriter.write(page, {
    template: await templateFixture(),
    printer: browser.printer,
  });
  const document = await PDFDocument.load(output!.data, { updateMetadata: false });
  const figures = [...elementsOf(readTree(document)?.kids ?? [])].filter(({ role }) => role === 'Figure');
  expect(figures).toHaveLength(1);
  const alternative = textEntry(figures[0]!.dictionary, 'Alt')?.replace(/[\u00a0\u202f]/gu, ' ');
  expect(alternative).toMatch(/^Courbe : 6 valeurs ; séries : oui, non ;/u);
  expect(alternative).toContain('non : 2019, 60 % ; 2020, 54,5 % ; 2021, 48 %.');
  expect(figures[0]!.kids.filter(({ kind }) => kind === 'element')).toEqual([]);
});
