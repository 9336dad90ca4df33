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

test('the Word annex: a table a section, of the figure, its check and where it stands', async () => {
  const page = await pageOf(source);
  const [output] = await docxWriter.write(page, { template: await templateFixture(), printer: noPrinter });
  const xml = strFromU8(unzipSync(output!.data)['word/document.xml']!);
  const annex = xml.slice(xml.indexOf('Vérification des chiffres'));
  const cells = [...annex.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/gu)].map(([cell]) =>
    cell.replaceAll('<w:br/>', '\n').replace(/<[^>]+>/gu, ''),
  );
  expect(cells.map((cell) => cell.replaceAll('\u00a0', ' '))).toEqual([
    ...['Chiffre', 'Calcul et source', 'Où'],
    ...['160 Md€', 'L’ensemble\nrelevé.', 'Un'],
    ...['25 %', '40 Md€ ÷ 160 Md€ = 25 %\n40 Md€, relevé.\n160 Md€, L’ensemble', 'Deux'],
  ]);
  expect(annex).toContain('<w:tblHeader/>');
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
