import { expect, test } from 'vitest';
import { howToCite } from '../../src/render/how-to-cite.ts';
import { pageOf } from '../support/page.ts';

const words = { 'kind-note': 'Note', version: 'Version {version}' };

test('a note is cited by its public authors, its titles, its kind and its date', async () => {
  const meta =
    'subtitle: "Un sous-titre"\nversion: "1.2"\nauthors:\n  - { name: "Collectif Exemple", public: true }\n  - { name: "Jeanne Duvernay", signature: "Jeanne, attachée" }\n';
  const page = await pageOf({ body: 'Texte.\n', meta });
  expect(howToCite({ ...page, url: 'https://example.org/x.html' }, words)).toEqual({
    authors: 'Collectif Exemple, Jeanne, attachée',
    title: 'Un titre. Un sous-titre',
    details: 'note, 30\u00a0avril 2021, version 1.2',
    url: 'https://example.org/x.html',
  });
});

test('without authors it is the collective’s; other kinds have no citation', async () => {
  const page = await pageOf({ body: 'Texte.\n' });
  expect(howToCite(page, words)).toMatchObject({
    authors: page.brand.name,
    details: 'note, 30\u00a0avril 2021',
  });
  expect(howToCite({ ...page, meta: { ...page.meta, kind: 'op-ed' } }, words)).toBeUndefined();
});
