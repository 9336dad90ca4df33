import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxWriter } from '../../../src/write/docx/docx-writer.ts';
import { emailWriter } from '../../../src/write/email/email-writer.ts';
import { templateFixture } from '../../render/page-fixture.ts';
import { pageOf } from '../../support/page.ts';
import { noPrinter } from '../no-printer.ts';

const source = {
  meta: `figures:
  total: { value: "160 Md€", label: "L'ensemble", source: "relevé" }
  part:  { value: "40 Md€", source: "relevé" }
  taux:  { formula: "part / total", unit: "%", stated: "25 %" }
`,
  body: '## Un\n\nSur [160 Md€](figure:total).\n\n### Deux\n\nSoit [25 %](figure:taux).\n',
};

test('the Word annex: a paragraph a figure under its section, of its value, its name and its check', async () => {
  const page = await pageOf(source);
  const [output] = await docxWriter.write(page, { template: await templateFixture(), printer: noPrinter });
  const xml = strFromU8(unzipSync(output!.data)['word/document.xml']!);
  const annex = xml.slice(xml.indexOf('Vérification des chiffres'));
  const styled = [...annex.matchAll(/<w:p>.*?<\/w:p>/gsu)].flatMap(([paragraph]) => {
    const style = /<w:pStyle w:val="(Caption|Check)"\/>/u.exec(paragraph)?.[1];
    return style ? [`${style}: ${paragraph.replace(/<[^>]+>/gu, '').replaceAll('\u00a0', ' ')}`] : [];
  });
  expect(styled).toEqual([
    'Caption: Un',
    'Check: 160 Md€  L’ensemble · relevé',
    'Check: 25 %  40 Md€ ÷ 160 Md€ = 25 % · 40 Md€, relevé · 160 Md€ (L’ensemble)',
  ]);
});

test('in Word a source leads to its reference', async () => {
  const page = await pageOf({
    meta: 'bibliography: refs.bib\nfigures:\n  total: { value: "160 Md€", source: "@a1, p. 3" }\n',
    files: { 'notes/x/refs.bib': '@report{a1, author = {{Sénat}}, title = {Rapport}, year = {2021}}\n' },
    body: 'Sur [160 Md€](figure:total) [@a1].\n',
  });
  const [output] = await docxWriter.write(page, { template: await templateFixture(), printer: noPrinter });
  const xml = strFromU8(unzipSync(output!.data)['word/document.xml']!);
  expect(xml).toMatch(/<w:bookmarkStart w:name="nsp-reference-1"/u);
  expect(xml).toMatch(/<w:hyperlink w:history="1" w:anchor="nsp-reference-1">.*?Sénat, 2021/u);
});

test('the e-mail leads to the annex where the page has an address, in both of its parts', async () => {
  const template = await templateFixture();
  const page = await pageOf(source);
  const write = async (url: string | undefined): Promise<string[]> => {
    const outputs = await emailWriter.write({ ...page, url }, { template, printer: noPrinter });
    return outputs.slice(0, 2).map(({ data }) => new TextDecoder().decode(data));
  };
  for (const part of await write('https://example.org/x/x.html'))
    expect(part).toContain('https://example.org/x/x.html#nsp-verification');
  for (const part of await write(undefined)) expect(part).not.toContain('vérifiés');
});
