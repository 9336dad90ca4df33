import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { toHtml } from '../../src/render/html.ts';
import { labelsOf } from '../../src/render/labels.ts';
import { plainBlocks } from '../../src/render/plain-text.ts';
import { docxDocument } from '../../src/write/docx/docx-document.ts';
import { pageOf } from '../support/page.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4"/></svg>';
const files = { 'notes/x/plan.svg': svg };
const table = '| a | b |\n| --- | --- |\n| x | 1 |\n';
const textOf = (html: string): string => html.replace(/<[^>]+>/gu, '').replace(/[\u00a0\u202f]/gu, ' ');

const body = `Voir le [](#sommes), [ce plan](#plan), le [](#evolution) et [](#la-fin).

Tableau : Sans renvoi

${table}

${table}
Table: Les sommes {#sommes}

![Un plan](plan.svg "Le plan. Crédit : Atelier {#plan}")

![Une courbe](plan.svg "Graphique : L'évolution {#evolution}")

## La fin

[](#plan) montre tout.[^1] Rien de plus. [](#sommes) aussi.

[^1]: Comme le [](#sommes).
`;

test('tables, figures and charts are numbered apart, in reading order; a table without a caption is not', async () => {
  const { hast } = await pageOf({ body: `${table}\n${body}`, files });
  const captions = [...toHtml(hast.children).matchAll(/<figcaption>(.*?)<\/figcaption>/gu)].map(
    ([, words = '']) => textOf(words),
  );
  expect(captions).toEqual([
    'Tableau 1 – Sans renvoi',
    'Tableau 2 – Les sommes',
    'Figure 1 – Le plan. Crédit : Atelier',
    'Graphique 1 – L’évolution',
  ]);
});

test('a link without words says the name of what it leads to, with a capital where a sentence begins', async () => {
  const page = await pageOf({ body, files });
  const html = toHtml(page.hast.children);
  expect(textOf(html)).toContain('Voir le tableau 2, ce plan, le graphique 1 et « La fin ».');
  expect(textOf(html)).toMatch(/Figure 1 montre tout\.1 Rien de plus\. Tableau 2 aussi\./u);
  expect(textOf(toHtml([...page.notes[0]!.hast]))).toContain('Comme le tableau 2.');
  for (const id of ['sommes', 'plan', 'evolution']) {
    expect(html).toContain(`href="#${id}"`);
    expect(html).toContain(`<figure id="${id}" class=`);
  }
  expect(html).toContain('<small class="credit">Crédit\u00a0: Atelier</small>');
});

test('in English the number keeps its capital, and quotes are English', async () => {
  const { hast } = await pageOf({
    body: `See [](#a) and [](#end).\n\nTable: A {#a}\n\n${table}\n## End\n\nText.\n`,
    meta: 'lang: en\n',
  });
  expect(textOf(toHtml(hast.children))).toContain('and “End”.');
});

test('an id that is taken, or that pages make themselves, is left out', async () => {
  const body = `## Bilan\n\nTableau : Un {#bilan}\n\n${table}\nTableau : Deux {#note-1}\n\n${table}\nTableau : Trois {#t}\n\n${table}\nTableau : Quatre {#t}\n\n${table}`;
  const html = toHtml((await pageOf({ body })).hast.children);
  expect([...html.matchAll(/<figure id="([^"]+)"/gu)].map(([, id]) => id)).toEqual(['t']);
  expect(html.match(/id="bilan"/gu)).toHaveLength(1);
});

test('Word links to captions and headings; the plain text has words alone', async () => {
  const page = await pageOf({ body, files });
  const labels = labelsOf({ words: { fr: {}, en: {} } }, 'fr');
  const xml = strFromU8(unzipSync(await docxDocument(page, labels))['word/document.xml']!);
  const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/gu)].map(([, name]) => name);
  expect(new Set(anchors).size).toBe(4);
  for (const name of anchors) expect(xml).toContain(`w:name="${name}"`);
  const text = plainBlocks(page.mdast.children, {
    width: undefined,
    words: labels,
    base: undefined,
    links: [],
  });
  expect(text.replace(/\u00a0/gu, ' ')).toContain(
    'Voir le tableau 2, ce plan, le graphique 1 et « La fin ».',
  );
  expect(text.replace(/\u00a0/gu, ' ')).toContain('Tableau 2 – Les sommes');
});
