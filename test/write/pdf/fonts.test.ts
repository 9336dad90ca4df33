import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserHandle } from '../../../src/browser/printer.ts';
import { memoryFiles } from '../../../src/read/memory-files.ts';
import { readTemplate } from '../../../src/read/template.ts';
import { pdfWriter } from '../../../src/write/pdf/pdf-writer.ts';
import { openTestBrowser } from '../../browser/test-browser.ts';
import { pageOf } from '../../support/page.ts';
import { packageRoot } from '../../support/workspace.ts';

const body = `## Un titre ***gras italique***

La **SNCF**, *au* XIXe siècle, le 1er mai : « 160 Md€ », \`code\`, ***tout***, 1 ≤ n → ₂, Ελλάδα.

> Une citation *droite*.

:::encadre[Titre]
Un *encadré* **gras**.
:::

| *A* | **B** |
| --- | --- |
| un | 1,5 |
`;

let browser: BrowserHandle;
let fonts: PDFDict[] = [];

beforeAll(async () => {
  browser = openTestBrowser();
  const template = readTemplate({ name: 'nsp', workspaceFiles: memoryFiles({}), packageRoot });
  const [output] = await pdfWriter.write(await pageOf({ body }), { template, printer: browser.printer });
  const document = await PDFDocument.load(Uint8Array.from(output!.data), {
    updateMetadata: false,
  });
  fonts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && typeOf(object, 'Type') === '/Font' ? [object] : [],
    );
});

afterAll(() => browser.close());

function typeOf(dictionary: PDFDict, key: string): string {
  return String(dictionary.lookup(PDFName.of(key)) ?? '');
}

it('prints with the template’s static faces alone, each weight a real one', () => {
  const names = new Set(fonts.map((font) => typeOf(font, 'BaseFont').replace(/^\/[A-Z]{6}\+/u, '')));
  expect([...names].sort()).toEqual([
    'SourceSans3-It',
    'SourceSans3-Regular',
    'SourceSans3-Semibold',
    'SourceSerif4-It',
    'SourceSerif4-Regular',
    'SourceSerif4-Semibold',
  ]);
});

it('embeds a subset of each, with the characters of its glyphs', () => {
  const composite = fonts.filter((font) => typeOf(font, 'Subtype') === '/Type0');
  const simple = fonts.filter((font) => typeOf(font, 'Subtype').startsWith('/CIDFont'));
  expect(composite.length).toBe(6);
  expect(simple.length).toBe(6);
  expect(composite.length + simple.length).toBe(fonts.length);
  for (const font of composite) expect(typeOf(font, 'ToUnicode')).not.toBe('');
  for (const font of simple) {
    expect(typeOf(font, 'BaseFont')).toMatch(/^\/[A-Z]{6}\+/u);
    const descriptor = font.lookup(PDFName.of('FontDescriptor'), PDFDict);
    expect(descriptor.has(PDFName.of('FontFile2'))).toBe(true);
  }
});
