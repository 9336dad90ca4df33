import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bibliography } from '../../src/core/bibliography.ts';
import { authorsInText } from '../../src/cite/authors.ts';
import { formatCitations } from '../../src/cite/format.ts';
import { parseStyle } from '../../src/cite/style.ts';
import { ToolError } from '../../src/core/tool-error.ts';
import { asMarkdown, bibliographyOf, format, localeOf, shippedStyle } from './sample.ts';

const bib = String.raw`
@book{livre, author = {Dupont, Jeanne and de La Tour, Paul}, title = {L'état : ${'``'}un bilan''}, publisher = {Seuil}, date = {2021-04}, location = {Paris}, edition = {2}}
@article{article, author = {{Cour des comptes}}, title = {Un « bon » article}, journaltitle = {Revue m²}, date = {2021-04-30}, pages = {12--20}, doi = {10.1000/xyz}, volume = {3}, number = {2}}
@article{presse, author = {Martin, Alice}, title = {Le coût & la dette <b>}, journaltitle = {Le Journal}, date = {2022-03-01}, entrysubtype = {newspaper}, url = {https://exemple.fr/a?c=1&d=2}, urldate = {2024-03-01}}
@online{page, title = {Page d'accueil}, url = {https://exemple.fr/a_b}, urldate = {2024-03-11}, archive = {https://archive.example/1}}
@report{rapport, author = {{Inspection}}, title = {Rapport}, institution = {Ministère}, number = {12}, date = {2019}}
@inbook{chapitre, author = {Petit, Anne}, editor = {Grand, Cléo}, booktitle = {Le livre}, title = {Chapitre}, pages = {10-20}, publisher = {PUF}, date = {2010}}
@thesis{these, author = {Bon, Luc}, title = {Thèse}, institution = {Université}, date = {2000}}
@legislation{loi, title = {Loi n° 1 du 2 mars 2019}, journaltitle = {JORF}, date = {2019-03-02}}
@bill{projet, title = {Projet de loi}, date = {2024}}
@speech{discours, author = {Martin, Alice}, title = {Discours}, date = {2020-05-06}, venue = {Paris}}
@dataset{donnees, author = {{Institut}}, title = {Comptes}, date = {2023}, url = {https://exemple.fr}}
@movie{film, title = {Film}, date = {2001}}
@book{constructor, title = {Sans auteur}, date = {2020}}
`;
const bibliography: Bibliography = await bibliographyOf(bib);
const authorDate = shippedStyle('nsp-author-date');

describe('notes', () => {
  test('full at first, then short, ibid. and the number of the first note', async () => {
    const { clusters } = await format(
      '[@livre, p. 3] [@livre] [@livre, p. 4] [@article] [@livre, p. 12-14] [@article, art. L. 3-1]',
      bibliography,
    );
    expect(clusters).toEqual([
      "Jeanne Dupont et Paul de La Tour, *L'état : “un bilan”*, 2e éd., Paris, Seuil, avril 2021, p. 3.",
      "Dupont et de La Tour, *L'état : “un bilan”* (note 1).",
      '*Ibid.*, p. 4.',
      'Cour des comptes, « Un “bon” article », *Revue m²*, vol. 3, n° 2, 30 avril 2021, p. 12-20, [https://doi.org/10.1000/xyz](https://doi.org/10.1000/xyz).',
      "Dupont et de La Tour, *L'état : “un bilan”* (note 1), p. 12-14.",
      'Cour des comptes, « Un “bon” article » (note 4), art. L. 3-1.',
    ]);
  });

  test.each([
    [
      'presse',
      'Alice Martin, « Le coût & la dette <b> », *Le Journal*, 1er mars 2022, [https://exemple.fr/a?c=1&d=2](https://exemple.fr/a?c=1&d=2) [consulté le 1er mars 2024].',
    ],
    [
      'page',
      "*Page d'accueil*, [https://exemple.fr/a_b](https://exemple.fr/a_b) [consulté le 11 mars 2024], archive [https://archive.example/1](https://archive.example/1).",
    ],
    ['rapport', 'Inspection, *Rapport*, n° 12, Ministère, 2019.'],
    ['chapitre', 'Anne Petit, « Chapitre », in Cléo Grand (dir.), *Le livre*, PUF, 2010, p. 10-20.'],
    ['these', 'Luc Bon, *Thèse*, thèse, Université, 2000.'],
    ['loi', 'Loi n° 1 du 2 mars 2019, *JORF*, 2 mars 2019.'],
    ['projet', 'Projet de loi, 2024.'],
    ['discours', 'Alice Martin, *Discours*, Paris, 6 mai 2020.'],
    ['donnees', 'Institut, *Comptes*, jeu de données, 2023, [https://exemple.fr](https://exemple.fr).'],
    ['film', '*Film*, 2001.'],
    ['constructor', '*Sans auteur*, 2020.'],
  ])('%s', async (key, expected) => {
    expect((await format(`[@${key}]`, bibliography)).clusters).toEqual([expected]);
  });

  test('words around, several works, the author left out, the author in the sentence', async () => {
    const { clusters } = await format(
      '[voir *aussi* "ici" @these; @film, sq.] [-@rapport] @these [p. 2]',
      bibliography,
    );
    expect(clusters).toEqual([
      'Voir *aussi* "ici" Luc Bon, *Thèse*, thèse, Université, 2000; *Film*, 2001, sq.',
      '*Rapport*, n° 12, Ministère, 2019.',
      'Bon, *Thèse* (note 1), p. 2.',
    ]);
  });

  test('among the words of a footnote no full stop ends a citation', async () => {
    const formatted = await formatCitations({
      clusters: [
        { items: [{ key: 'film', place: undefined }], mode: 'bracketed', noteNumber: 1, inSentence: true },
      ],
      bibliography,
      style: shippedStyle('nsp-note'),
      locale: localeOf('fr'),
      lang: 'fr',
    });
    expect(formatted.clusters.map(asMarkdown)).toEqual(['*Film*, 2001']);
  });

  test.each([
    [
      '@report{a, title = {Rapport}, author = {{Cour des comptes}}, institution = {Cour des comptes}, date = {2021}}',
      'Cour des comptes, *Rapport*, 2021.',
    ],
    [
      '@legislation{a, title = {Loi n° 2019-828 du 6 août 2019}, date = {2019-08-06}}',
      'Loi n° 2019-828 du 6 août 2019.',
    ],
    [
      '@inproceedings{a, title = {Exposé}, author = {Bon, Luc}, booktitle = {Actes}, date = {2015}}',
      'Luc Bon, « Exposé », in *Actes*, 2015.',
    ],
    [
      '@book{a, title = {Essai}, author = {Bon, Luc and Petit, Anne and Roux, Éva}, publisher = {Seuil}}',
      'Luc Bon, Anne Petit et Éva Roux, *Essai*, Seuil, s. d.',
    ],
  ])('%s', async (entry, expected) => {
    expect((await format('[@a]', await bibliographyOf(entry))).clusters).toEqual([expected]);
  });

  test('later citations leave the subtitle out, and ibid. begins no sentence after a semicolon', async () => {
    const { clusters } = await format(
      '[@a] [@b; @b, p. 2] [@a, § 3]',
      await bibliographyOf(
        '@book{a, title = {Un}, subtitle = {Suite}, author = {Bon, Luc}, date = {2020}}\n@book{b, title = {Deux}, subtitle = {Suite}, author = {Bon, Luc}, date = {2021}}',
      ),
    );
    expect(clusters).toEqual([
      'Luc Bon, *Un: Suite*, 2020.',
      'Luc Bon, *Deux: Suite*, 2021; *ibid.*, p. 2.',
      'Bon, *Un* (note 1), § 3.',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    'a work titled %s is a work like another',
    async (title) => {
      const bibliography = await bibliographyOf(`@misc{a, title = {${title}}}`);
      for (const name of ['nsp-note', 'nsp-author-date'] as const) {
        const { clusters } = await format('Un [@a], deux [@a].', bibliography, { style: shippedStyle(name) });
        expect(clusters[0]).toContain(title);
      }
    },
  );

  test('in English', async () => {
    const { clusters } = await format('[@livre, p. 3-4] [@article, p. 13]', bibliography, { lang: 'en' });
    expect(clusters).toEqual([
      "Jeanne Dupont and Paul de La Tour, *L'état : “un bilan”*, 2nd ed., Paris, Seuil, April 2021, pp. 3-4.",
      'Cour des comptes, “Un « bon » article”, *Revue m²*, vol. 3, no. 2, 30 April 2021, p. 13, [https://doi.org/10.1000/xyz](https://doi.org/10.1000/xyz).',
    ]);
  });

  test('references: cited works only, by author, without accents or particles in the way', async () => {
    const { references } = await format('[@livre] [@these] [@page] [@chapitre]', bibliography);
    expect(references).toEqual([
      'these: Bon, Luc, *Thèse*, thèse, Université, 2000.',
      "livre: Dupont, Jeanne et Paul de La Tour, *L'état : “un bilan”*, 2e éd., Paris, Seuil, avril 2021.",
      "page: *Page d'accueil*, [https://exemple.fr/a_b](https://exemple.fr/a_b) [consulté le 11 mars 2024], archive [https://archive.example/1](https://archive.example/1).",
      'chapitre: Petit, Anne, « Chapitre », in Cléo Grand (dir.), *Le livre*, PUF, 2010, p. 10-20.',
    ]);
  });
});

describe('author and date', () => {
  test('in brackets, in the sentence, the author left out, without author or date', async () => {
    const { clusters, references } = await format(
      '[@livre, p. 3] [voir @article; @these] @rapport [p. 2] [-@rapport] [@page]',
      bibliography,
      { style: authorDate },
    );
    expect(clusters).toEqual([
      '(Dupont et de La Tour, 2021, p. 3)',
      '(voir Cour des comptes, 2021; Bon, 2000)',
      'Inspection (2019, p. 2)',
      '(2019)',
      "(*Page d'accueil*, s. d.)",
    ]);
    expect(references[0]).toBe('these: Bon, Luc, 2000, *Thèse*, thèse, Université.');
  });

  test('two works of one author and year get a letter', async () => {
    const twins = await bibliographyOf(
      '@book{b, author = {Dupont, Jeanne}, title = {B}, date = {2021}}\n@book{a, author = {Dupont, Jeanne}, title = {A}, date = {2021}}\n',
    );
    const { clusters } = await format('[@b] [@a]', twins, { style: authorDate });
    expect(clusters).toEqual(['(Dupont, 2021b)', '(Dupont, 2021a)']);
  });
});

describe('whatever the document', () => {
  test('unknown keys stay as typed', async () => {
    const { clusters } = await format('[@inconnu] [@film; @autre]', bibliography);
    expect(clusters).toEqual(['@inconnu', '*Film*, 2001. @autre']);
  });

  test('a work with nothing to print is its key', async () => {
    const empty = await bibliographyOf('@book{vide, note = {rien}}\n');
    expect(await format('[@vide]', empty)).toEqual({ clusters: ['@vide'], references: [] });
  });

  test('no citation, no result', async () => {
    expect(await format('Mots.', bibliography)).toEqual({ clusters: [], references: [] });
  });

  test('a document formatted alone or after others gives the same', async () => {
    const keys = [...bibliography.byKey.keys()];
    const cluster = fc.record({
      key: fc.constantFrom(...keys),
      page: fc.option(fc.integer({ min: 1, max: 20 })),
    });
    const seen = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(cluster, { maxLength: 5 }), async (parts) => {
        const source = parts
          .map(({ key, page }) => (page === null ? `[@${key}]` : `[@${key}, p. ${page}]`))
          .join(' ');
        const first = JSON.stringify(await format(source, bibliography));
        await format('[@livre; @these] [@article] [@article]', bibliography);
        expect(JSON.stringify(await format(source, bibliography))).toBe(first);
        expect(seen.get(source) ?? first).toBe(first);
        seen.set(source, first);
      }),
      { numRuns: 25 },
    );
  });

  test('a title of any characters is printed as typed', async () => {
    const title = fc
      .stringMatching(/^[a-zé«»“”‘’"'&<>;:!?()²ᵉ [\]-]{1,30}$/u)
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter(
        (text) =>
          /[a-z]/u.test(text) && !/<\/?[a-z][^<>]*>/u.test(text) && !/[\s.,;:!?]$|^[\s,;:]/u.test(text),
      );
    await fc.assert(
      fc.asyncProperty(title, async (typed) => {
        const csl = { id: 'x', type: 'book', title: typed };
        const reference = { key: 'x', csl, path: 'refs.json', place: undefined };
        const { clusters } = await format('[@x]', {
          entries: [reference],
          byKey: new Map([['x', reference]]),
        });
        expect(clusters[0]?.replace(/\*|\.$/gu, '').replace(/ (?=”)|(?<=“) /gu, '')).toBe(
          typed.replace(/ (?=”)|(?<=“) /gu, ''),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('styles', () => {
  test('an XML that is no independent style is refused', () => {
    expect(parseStyle('')).toBeUndefined();
    expect(parseStyle('<html><style></style></html>')).toBeUndefined();
    expect(
      parseStyle('<style xmlns="x" version="1.0"><info><link rel="independent-parent"/></info></style>'),
    ).toBeUndefined();
    expect(shippedStyle('nsp-note').isNote).toBe(true);
    expect(authorDate.isNote).toBe(false);
  });

  test('a style that citeproc cannot read is a ToolError', async () => {
    const style = parseStyle(
      '<style xmlns="x" class="note" version="1.0"><info/><citation><layout><inconnu/></layout></citation></style>',
    );
    expect(style).toBeDefined();
    if (style) await expect(format('[@film]', bibliography, { style })).rejects.toThrow(ToolError);
  });
});

describe('authorsInText', () => {
  const of = (...author: object[]) => ({
    key: 'x',
    csl: { id: 'x', type: 'book', author },
    path: '',
    place: undefined,
  });
  test.each([
    [[{ family: 'Dupont' }], 'Dupont', 'Dupont'],
    [
      [{ family: 'Dupont' }, { family: 'La Tour', 'non-dropping-particle': 'de' }],
      'Dupont et de La Tour',
      'Dupont and de La Tour',
    ],
    [
      [{ literal: 'Cour des comptes' }, { family: 'A' }, { family: 'B' }],
      'Cour des comptes et al.',
      'Cour des comptes et al.',
    ],
    [[], '', ''],
  ])('%j', (names, french, english) => {
    expect(authorsInText(of(...names), 'fr')).toBe(french);
    expect(authorsInText(of(...names), 'en')).toBe(english);
  });
});
