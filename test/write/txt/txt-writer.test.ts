import { expect, test } from 'vitest';
import type { Page } from '../../../src/core/page.ts';
import { txtWriter } from '../../../src/write/txt/txt-writer.ts';
import { pageFixture, templateFixture } from '../../render/page-fixture.ts';
import { noPrinter } from '../no-printer.ts';

async function textOf(overrides: Partial<Page> = {}): Promise<string> {
  const outputs = await txtWriter.write(pageFixture(overrides), {
    template: await templateFixture(),
    printer: noPrinter,
  });
  expect(outputs.map(({ path }) => path)).toEqual(['externalisation/externalisation.txt']);
  return new TextDecoder().decode(outputs[0]!.data);
}

test('gives title, stand-first, text, people and length, in this order, ready to paste', async () => {
  const page = pageFixture();
  const signatories = [
    { display: 'Une porte-parole', role: 'collectif', isPrivate: false },
    { display: 'Julie, administratrice civile au ministère de la santé', isPrivate: true },
  ];
  const text = await textOf({ signatories, mark: 'Sous embargo jusqu’au 30 avril 2021' });
  const order = [
    '[Sous embargo',
    page.title.slice(0, 20),
    page.summary!.slice(0, 20),
    'D’où vient le chiffre',
    'Signataires\n\n- Une porte-parole, collectif\n- Julie, administratrice civile au ministère de la santé',
    'Notes\n\n[1] ',
    'Liens\n\n[a] https://www.senat.fr',
    'Longueur\u00a0: ',
  ].map((part) => text.replaceAll('\u00a0', ' ').indexOf(part.replaceAll('\u00a0', ' ')));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((left, right) => left - right));
});

test('sets each paragraph on one line, with U+00A0 as the only space beside the plain one', async () => {
  const text = await textOf({ summary: 'Un\u202f! Deux\u2009? Trois\u00ad.' });
  expect(text).toContain('Un\u00a0! Deux\u00a0? Trois.');
  expect(text).not.toMatch(/[\u202f\u2009\u00ad\u200b\u2060]/u);
  expect(text.split('\n').find((line) => line.startsWith('Pour situer la somme'))).toContain('des recettes.');
});

test('says the contact of the document before that of the collective', async () => {
  const page = pageFixture();
  const contact = { brand: { ...page.brand, contact: 'equipe@exemple.example' } };
  expect(await textOf(contact)).toContain('Contact\u00a0: equipe@exemple.example');
  const own = await textOf({ ...contact, meta: { ...page.meta, contact: 'presse@exemple.example' } });
  expect(own).toContain('Contact\u00a0: presse@exemple.example');
  expect(own).not.toContain('equipe@');
});

test('an English op-ed has English words and punctuation', async () => {
  const page = pageFixture();
  expect(await textOf({ meta: { ...page.meta, lang: 'en' } })).toMatch(
    /\nLength: \d,\d{3} characters, spaces included \(title /u,
  );
});
