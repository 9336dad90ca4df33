import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CslDate } from '../../src/core/bibliography.ts';
import { parseBibliography } from '../../src/cite/bibliography.ts';
import { textAt } from '../markdown/citation-nodes.ts';

async function read(
  path: string,
  text: string,
): Promise<{ items: Record<string, unknown>[]; problems: string[] }> {
  const { bibliography, problems } = await parseBibliography([{ path, text }]);
  for (const { key, place } of bibliography.entries) expect(textAt(text, place)).toBe(key);
  return {
    items: bibliography.entries.map(({ csl }) => csl),
    problems: problems.map(({ rule, place, message }) => {
      expect(rule).toBe('reference/syntax');
      return `${place?.line ?? 0}:${place?.column ?? 0} ${message.en}`;
    }),
  };
}

test('an entry that the citation engine would not be done with is left out', async () => {
  const csl = [
    { id: 'a', type: 'book', title: '<i>'.repeat(2000) },
    { id: 'b', type: 'book', title: 'Un', abstract: 'mot '.repeat(20_000) },
    { id: 'c', type: 'book', title: 'Un <i>bon</i> titre', abstract: 'mot '.repeat(2000) },
  ];
  const { items, problems } = await read('refs.json', JSON.stringify(csl));
  expect(items.map(({ id }) => id)).toEqual(['c']);
  expect(problems.map((problem) => problem.replace(/^\S+ /u, ''))).toEqual([
    'A field of the entry "a" is too long or has too many tags.',
    'A field of the entry "b" is too long or has too many tags.',
  ]);
});

describe('.bib', () => {
  test('accents, macros, joined strings, names, ranges', async () => {
    const { items, problems } = await read(
      'refs.bib',
      String.raw`% écrire à contact@exemple.fr
@string{ndp = "Nos services publics"}
@book{dupont2021,
  author = {Dupont, Jeanne and de La Tour, Paul and {Cour des comptes}},
  title = {L'{\'E}tat et le c{\oe}ur : ${'``'}un bilan''},
  publisher = ndp # ", édition",
  year = 2021, month = apr, langid = {french}
}
@article(martin2020, title = "Essai", journaltitle = {Revue}, date = {2020-04-30}, pages = {12--20})`,
    );
    expect(problems).toEqual([]);
    expect(items).toMatchObject([
      {
        id: 'dupont2021',
        type: 'book',
        title: "L'État et le cœur : “un bilan”",
        publisher: 'Nos services publics, édition',
        issued: { 'date-parts': [[2021, 4]] },
        language: 'fr',
        author: [
          { family: 'Dupont', given: 'Jeanne' },
          { family: 'La Tour', given: 'Paul', 'non-dropping-particle': 'de' },
          { literal: 'Cour des comptes' },
        ],
      },
      { id: 'martin2020', type: 'article-journal', page: '12-20', issued: { 'date-parts': [[2020, 4, 30]] } },
    ]);
  });

  test.each([
    ['date = {2019/}', [[2019]]],
    ['date = {../2019-04}', [[2019, 4]]],
    ['date = {2019/2021}', [[2019], [2021]]],
    ['year = {2019--2021}', [[2019], [2021]]],
    ['date = {2019~}', [[2019]]],
    ['date = {2019-21}', [[2019, 21]]],
    ['year = 2019, month = apr', [[2019, 4]]],
    ['year = 2019, month = {avril}', [[2019, 4]]],
    ['year = 2019, month = aout', [[2019, 8]]],
    ["year = 2019, month = {d\\'ecembre}", [[2019, 12]]],
    ['year = 2019, month = {Sept.}', [[2019, 9]]],
    ['year = 2019, month = {30 avr.}', [[2019, 4, 30]]],
    [
      'year = 2019, month = {mars--avril}',
      [
        [2019, 3],
        [2019, 4],
      ],
    ],
    ['year = 2019, month = {printemps}', [[2019, 21]]],
    ['year = 2019, month = {04}', [[2019, 4]]],
    ['date = {30/04/2021}', undefined],
    ['date = {2021-25-02}', [[2021, 25, 2]]],
    ['month = {4}', undefined],
  ])('%s', async (field, parts) => {
    const { items, problems } = await read('refs.bib', `@book{a, title = {Bilan}, ${field}}`);
    expect(problems).toEqual([]);
    expect((items[0]?.['issued'] as CslDate | undefined)?.['date-parts']).toEqual(parts);
  });

  test('the fields that citation-js leaves out', async () => {
    const { items } = await read(
      'refs.bib',
      `@online{a, title = {Page}, url = {https://exemple.fr/a_b}, consulted = {2024-03-01}, archive = {https://archive.example/1}}
@article{b, title = {Texte}, journaltitle = {Le Journal}, entrysubtype = {newspaper}, date = {2021}}
@misc{c, title = {Page}, url = {https://exemple.fr}}
@legislation{d, title = {Loi}, journaltitle = {JORF}, date = {2019-12-28}}
@speech{e, title = {Discours}, date = {2020}}
@phdthesis{f, title = {Thèse}, author = {Petit, Anne}, school = {Université}, year = {2000}}`,
    );
    expect(items).toMatchObject([
      { type: 'webpage', accessed: { 'date-parts': [[2024, 3, 1]] }, archive: 'https://archive.example/1' },
      { type: 'article-newspaper', 'container-title': 'Le Journal' },
      { type: 'webpage' },
      { type: 'legislation', 'container-title': 'JORF' },
      { type: 'speech' },
      { type: 'thesis', publisher: 'Université' },
    ]);
    for (const item of items) expect(item).not.toHaveProperty('genre');
  });

  test('a chapter takes from its book', async () => {
    const { items } = await read(
      'refs.bib',
      '@inbook{c, crossref = {b}, title = {Chapitre}}\n@book{b, title = {Livre}, publisher = {Seuil}, date = {2020}}\n',
    );
    expect(items[0]).toMatchObject({ type: 'chapter', 'container-title': 'Livre', publisher: 'Seuil' });
    const circle = await read(
      'refs.bib',
      '@inbook{c, crossref = {b}, title = {C}}\n@book{b, crossref = {c}, title = {B}}',
    );
    expect(circle.items.map(({ title }) => title)).toEqual(['C', 'B']);
  });

  test('a broken entry is named at its place, the others survive', async () => {
    const { items, problems } = await read(
      'refs.bib',
      String.raw`@book{a, title = {Un}}
@article{virgule, title = {Sans virgule}
  author = {X}}
@book{b, title = {Deux}}
@book{ouvert, title = {Jamais fermé,
  year = 2020

@book{c, title = {Trois}}
@book{, title = {Sans clé}}
@report{dollar, title = {À 5 $ près}}
@book{d, title = {Quatre}}
@book{fin, title = {`,
    );
    expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(problems.sort()).toEqual([
      '10:9 A field of the entry "dollar" cannot be read.',
      '12:7 The entry "fin" is not closed.',
      '3:3 The entry "virgule" cannot be read from here.',
      '5:7 The entry "ouvert" is not closed.',
      '9:1 This bibliography entry has no key.',
    ]);
  });

  test('duplicates are kept in file order, the first is the one by key; strings do not leak between files', async () => {
    const { bibliography } = await parseBibliography([
      { path: 'a.bib', text: '@string{m = "Un"}\n@book{k, title = m}\n@book{k, title = {Deux}}\n' },
      { path: 'b.bib', text: '@book{l, title = m # "fin"}\n' },
    ]);
    expect(bibliography.entries.map(({ key, path, csl }) => [key, path, csl['title']])).toEqual([
      ['k', 'a.bib', 'Un'],
      ['k', 'a.bib', 'Deux'],
      ['l', 'b.bib', 'fin'],
    ]);
    expect(bibliography.byKey.get('k')?.csl['title']).toBe('Un');
  });

  test('an address is never followed, whatever the file holds', async () => {
    const before = globalThis.fetch;
    const asked: unknown[] = [];
    globalThis.fetch = (input: unknown) => {
      asked.push(input);
      return Promise.reject(new Error('no network'));
    };
    try {
      await parseBibliography([
        { path: 'a.bib', text: 'https://exemple.fr/refs.bib' },
        { path: 'b.json', text: '"https://exemple.fr/refs.json"' },
        { path: 'c.yaml', text: 'https://exemple.fr/refs.yaml' },
        { path: 'd.bib', text: '@online{https://exemple.fr/refs.bib, title = {https://doi.org/10.1000/1}}' },
      ]);
    } finally {
      globalThis.fetch = before;
    }
    expect(asked).toEqual([]);
  });

  test('a random .bib never throws and every key is where it is said to be', async () => {
    const piece = fc.constantFrom(
      '@book{',
      '@string{m = "x"}',
      'k1',
      ',',
      ' title = ',
      '{',
      '}',
      '"',
      'm',
      ' # ',
      '\n',
      '\\',
      '$',
      '%',
      '@',
      '(',
      ')',
      'é',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await read('refs.bib', pieces.join(''));
      }),
      { numRuns: 400 },
    );
  });
});

describe('CSL-JSON and CSL-YAML', () => {
  test.each([
    [
      'refs.json',
      '[\n  { "id": "a", "type": "book", "title": "Un", "issued": { "date-parts": [[2020]] } }\n]',
    ],
    ['refs.yaml', '- id: a\n  type: book\n  title: Un\n  issued: 2020\n'],
    ['refs.yml', 'references:\n- id: "a"\n  type: book\n  title: Un\n  issued:\n  - year: 2020\n'],
    ['refs.YAML', "- {id: 'a', type: book, title: Un, issued: {year: 2020}}\n"],
  ])('%s', async (path, text) => {
    const { items, problems } = await read(path, text);
    expect(problems).toEqual([]);
    expect(items).toEqual([{ id: 'a', type: 'book', title: 'Un', issued: { 'date-parts': [[2020]] } }]);
  });

  test('dates and names as people type them', async () => {
    const { items } = await read(
      'refs.yaml',
      '- id: a\n  title: Un\n  author: [Cour des comptes, {family: Dupont}]\n  issued: 2021-04-30\n  consulted: printemps\n',
    );
    expect(items).toEqual([
      {
        id: 'a',
        type: 'document',
        title: 'Un',
        author: [{ literal: 'Cour des comptes' }, { family: 'Dupont' }],
        issued: { 'date-parts': [[2021, 4, 30]] },
        accessed: { literal: 'printemps' },
      },
    ]);
  });

  test.each([
    ['[{"id": "a",', 'json'],
    ['{"titre": 1}', 'json'],
    ['a: &x [*x, *x]\nb: [', 'yaml'],
    ['['.repeat(20_000), 'json'],
  ])('a file that is no bibliography is one problem', async (text, extension) => {
    const { items, problems } = await read(`refs.${extension}`, text);
    expect(items).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('The bibliography cannot be read from here.');
  });

  test('an item without an id is named, the others survive; an empty file is empty', async () => {
    const { items, problems } = await read('refs.yaml', '- id: a\n  title: Un\n- title: Deux\n- trois\n');
    expect(items.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toEqual([
      '3:3 This bibliography entry has no key.',
      '4:3 This bibliography entry has no key.',
    ]);
    expect(await read('refs.yaml', '')).toEqual({ items: [], problems: [] });
    expect(await read('refs.bib', '')).toEqual({ items: [], problems: [] });
  });
});
