import { strFromU8, unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import { renderPage } from '../../src/render/page.ts';
import { docxWriter } from '../../src/write/docx/docx-writer.ts';
import { emailWriter } from '../../src/write/email/email-writer.ts';
import { txtWriter } from '../../src/write/txt/txt-writer.ts';
import { templateFixture } from '../render/page-fixture.ts';
import { pageOf } from '../support/page.ts';
import { noPrinter } from '../write/no-printer.ts';

const body = `Voir [](#cout).

:::chart
type: bar
title: "Le coût : par poste {#cout}"
data: a.csv
unit: "M€"
note: "Sans les *intérêts*."
source: "@rapport, p. 3"
:::
`;
const files = {
  'notes/x/a.csv': 'poste;coût\nÉtudes;1 234,5\nTravaux;12\nSuivi;\n',
  'notes/x/refs.bib':
    '@report{rapport, author = {{Cour des comptes}}, title = {Rapport}, institution = {Cour}, date = {2021}}\n',
};

let page: Page;
const context = async () => ({ template: await templateFixture(), printer: noPrinter });
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');
const short =
  'Diagramme en barres : 2 valeurs ; le plus élevé : Études, 1 234,5 M€ ; le plus bas : Travaux, 12 M€ ; une valeur manque.';

beforeAll(async () => {
  page = await pageOf({ body, files });
});

test('a screen gets a named drawing for wide and for narrow windows, and a table that opens', async () => {
  const html = plain(renderPage(page, await templateFixture(), 'screen'));
  const [figure = ''] = /<figure id="cout" class="chart">[\s\S]*?<\/figure>/u.exec(html) ?? [];
  expect(figure.match(/<svg role="img"/gu)).toHaveLength(2);
  expect(figure.match(new RegExp(`aria-label="${short}"`, 'gu'))).toHaveLength(2);
  expect(figure).toContain('<details class="chart-data"><summary>Données du graphique</summary>');
  expect(figure).toMatch(/<th scope="row">Études<\/th><td class="number">1 234,5 M€<\/td>/u);
  expect(figure).toContain('Source : Cour des comptes');
  expect(figure).toContain('<em>intérêts</em>');
  expect(figure).not.toMatch(/url\(|href="http|<image|xmlns/u);
});

test('paper gets one drawing, whose words tell every value', async () => {
  const html = plain(renderPage(page, await templateFixture(), 'print'));
  const [figure = ''] = /<figure id="cout"[\s\S]*?<\/figure>/u.exec(html) ?? [];
  expect(figure.match(/<svg/gu)).toHaveLength(1);
  expect(figure).toContain('Valeurs : Études, 1 234,5 M€ ; Travaux, 12 M€ ; Suivi, n.d.');
  expect(figure).not.toContain('<details');
  expect(figure).toContain('width="457"');
});

test('Word gets a bitmap with the same words, its title above and its source below', async () => {
  const [output] = await docxWriter.write(page, await context());
  const parts = unzipSync(output!.data);
  const xml = plain(strFromU8(parts['word/document.xml']!));
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  expect(xml).toMatch(/descr="Diagramme en barres[^"]*Suivi, n\.d\."/u);
  expect(xml.indexOf('Le coût : par poste')).toBeLessThan(xml.indexOf('descr='));
  expect(xml.indexOf('descr=')).toBeLessThan(xml.indexOf('Cour des comptes'));
});

test('a message gets a bitmap of the text’s width, with its words', async () => {
  const outputs = await emailWriter.write(page, await context());
  const message = await PostalMime.parse(outputs.find(({ path }) => path.endsWith('.eml'))!.data);
  expect(message.attachments.map(({ mimeType }) => mimeType)).toEqual(['image/png']);
  const html = plain(message.html ?? '');
  expect(html).toMatch(/<img src="cid:[^"]+" alt="Diagramme en barres[^"]*" width="536"/u);
  expect(html).not.toMatch(/<svg|<details/u);
  expect(plain(message.text ?? '')).toMatch(/Études +1 234,5 M€/u);
});

test('plain text gets its title, its data and its source as lines', async () => {
  const [output] = await txtWriter.write(page, await context());
  const text = plain(strFromU8(output!.data));
  expect(text).toMatch(
    /Le coût : par poste\n\nPoste +Coût\n-+ +-+\nÉtudes +1 234,5 M€\nTravaux +12 M€\nSuivi +n\.d\.\n/u,
  );
  expect(text).toContain('Source : Cour des comptes');
});

test('the same bytes each time', async () => {
  const again = await pageOf({ body, files });
  const [one, other] = await Promise.all(
    [page, again].map(async (each) => emailWriter.write(each, await context())),
  );
  expect(one!.map(({ data }) => Buffer.from(data).toString('base64'))).toEqual(
    other!.map(({ data }) => Buffer.from(data).toString('base64')),
  );
});

test('a chart that cannot be drawn stays visible as it was typed', async () => {
  const broken = await pageOf({ body: body.replace('a.csv', 'nowhere.csv'), files });
  const html = renderPage(broken, await templateFixture(), 'screen');
  expect(html).toContain('data: nowhere.csv');
});
