import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserHandle } from '../../../src/browser/printer.ts';
import { memoryFiles } from '../../../src/read/memory-files.ts';
import { readTemplate } from '../../../src/read/template.ts';
import { pdfWriter } from '../../../src/write/pdf/pdf-writer.ts';
import { openTestBrowser } from '../../browser/test-browser.ts';
import { pageOf } from '../../support/page.ts';
import { packageRoot } from '../../support/workspace.ts';

const words = [
  'externalisation', 'responsabilité', 'pluriannuelle', 'fonctionnement', 'administration', 'difficultés',
  'gouvernement', 'constitutionnelle', 'approvisionnement', 'transformation', 'chiffrement', 'suffisamment',
]; // prettier-ignore

/** A paragraph of long words, each a different mix. */
const paragraph = (seed: number): string => {
  const text = Array.from(
    { length: 60 + (seed % 7) },
    (_, index) => words[(index * (seed + 2) + seed) % words.length],
  );
  return `Alinéa ${seed} : ${text.join(' ')} ${'un mot '.repeat(seed % 5)}enfin.`;
};

let browser: BrowserHandle;
let pages: string[][] = [];

beforeAll(async () => {
  browser = openTestBrowser();
  const body = Array.from({ length: 60 }, (_, index) => paragraph(index)).join('\n\n');
  const template = readTemplate({ name: 'nsp', workspaceFiles: memoryFiles({}), packageRoot });
  const [output] = await pdfWriter.write(await pageOf({ body, meta: 'kind: op-ed\n' }), {
    template,
    printer: browser.printer,
  });
  const proxy = await getDocumentProxy(Uint8Array.from(output!.data));
  const { text } = await extractText(proxy, { mergePages: false });
  pages = text.map((page) => page.split('\n'));
});

afterAll(() => browser.close());

it('breaks words at the ends of lines, with the hyphen that readers look through', () => {
  const lines = pages.flat();
  expect(lines.filter((line) => line.endsWith('-')).length).toBeGreaterThan(60);
  expect(lines.join('\n')).not.toMatch(/[\u00ad\u2010]/u);
});

it('leaves clean words in the text layer', () => {
  const known = new Set([...words, 'un', 'mot', 'enfin', 'alinéa']);
  const text = pages.flat().join('\n').replaceAll('-\n', '').replaceAll('\n', ' ');
  const body = text.slice(text.indexOf('Alinéa 0'), text.lastIndexOf('enfin.'));
  const inWords = body.toLowerCase().match(/\p{L}+/gu) ?? [];
  expect(inWords.length).toBeGreaterThan(3000);
  const strange = inWords.filter((word) => !known.has(word));
  // Heads and folios stand between the pages.
  expect(new Set(strange)).toEqual(new Set(['nos', 'nous', 'publics', 'qui', 'services', 'sommes', 'titre']));
});

it('never ends a page within a word', () => {
  const last = pages.map((lines) => lines.filter((line) => line.length > 40).at(-1) ?? '');
  expect(last.length).toBeGreaterThan(6);
  expect(last.filter((line) => line.endsWith('-'))).toEqual([]);
});
