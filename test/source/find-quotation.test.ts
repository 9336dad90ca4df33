import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotation } from '../../src/source/find-quotation.ts';
import { nearestPassage } from '../../src/source/nearest-passage.ts';
import { segmentsOf } from '../../src/source/quoted-words.ts';
import { makeSource } from './make-source.ts';

const text = `Le rapport du bureau montre que l’ef-
ﬁcacité des ser\u00advices dépend d’abord de leurs agents12, et que les
160 000 dossiers traités chaque année le sont mieux peut-
être qu’ailleurs. Œuvrer ensemble reste possible.`;

function isFound(pages: readonly string[] | string, quotation: string): boolean {
  return findQuotation(makeSource(pages), segmentsOf(quotation)).length > 0;
}

describe('a quotation is found', () => {
  test.each([
    'l’efficacité des services dépend d’abord de leurs agents',
    "L'EFFICACITE DES SERVICES DEPEND D'ABORD DE LEURS AGENTS",
    'services dépend d’abord de leurs agents, et que les 160 000 dossiers',
    'les 160\u202f000 dossiers traités chaque année le sont mieux peut-être qu’ailleurs',
    '[L]’efficacité des services […] chaque année',
    'l’efficacité (…) de leurs agents... les 160 000 dossiers',
    'l’efficacité des services [publics] dépend [sic] d’abord de leurs agents',
    '[Le même] rapport du bureau montre que',
    'œuvrer ensemble reste possible',
  ])('%s', (quotation) => {
    expect(isFound(text, quotation)).toBe(true);
  });

  test.each([
    'l’efficacité des services dépend d’abord de leurs usagers',
    'les 150 000 dossiers traités chaque année',
    'les 160 dossiers traités chaque année',
    'chaque année […] l’efficacité des services',
    'dépend d’abord de leurs agents, et que 12 dossiers',
  ])('but not %s', (quotation) => {
    expect(isFound(text, quotation)).toBe(false);
  });

  test('with the letter that some fonts give for an apostrophe', () => {
    expect(
      isFound('Le coût de l\u02bcaction publique d\u02bcaujourd\u02bchui.', 'coût de l’action publique'),
    ).toBe(true);
  });

  test.each([
    ['le déficit a doublé en 2020', true],
    ['le déficit a doublé en 2020 et en 2021', true],
    ['le déficit a doublé en 2019', false],
    ['le déficit a doublé en 2020 et en 2022', false],
    ['48 % le déficit a doublé', false],
    ['47 % le déficit a doublé', true],
  ])('with its numbers, though the call of a note clings to one: %s', (quotation, expected) => {
    expect(
      isFound('Soit 47 % : le déficit a doublé en 202011 et en 2021. Puis 30 guichets.', quotation),
    ).toBe(expected);
  });

  test('too few letters are not looked for', () => {
    expect(segmentsOf('[…] un peu […]')).toEqual([]);
  });
});

describe('a quotation that goes on overleaf', () => {
  const sentence =
    'Les agents du bureau ont ouvert douze guichets de plus que l’année précédente dans tout le pays.';
  const cut = sentence.indexOf('guichets');
  const filler = 'Un paragraphe quelconque qui parle de tout autre chose et remplit la page.';
  const page = (body: string, number: number): string =>
    `Rapport annuel 2021 – ${number}\n${filler}\n${body}\n${number}`;
  const [before, after] = [sentence.slice(0, cut), sentence.slice(cut)];

  test('over running heads and folios', () => {
    const pages = [
      page(filler, 1),
      page(before, 2),
      `Rapport annuel 2021 – 3\n${after}\n${filler}\n3`,
      page('', 4),
    ];
    expect(isFound(pages, sentence)).toBe(true);
  });

  test('over the notes at the foot of the page', () => {
    const notes = '1. Voir la liste des guichets en annexe 3, et le rapport de 2019.\n2. Source : le bureau.';
    const pages = [`${filler}\n${before}\n${notes}`, `Chapitre II\n${after}\n${filler}`];
    expect(isFound(pages, sentence)).toBe(true);
    expect(isFound(pages, sentence.replace('tout le pays', 'tout le canton'))).toBe(false);
    expect(isFound(pages, sentence.replace('ouvert', 'fermé'))).toBe(false);
  });
});

describe('a quotation whose page ends in notes, and whose next page begins with some', () => {
  const notes =
    '38. Le bureau, Rapport no 82 (2015-2016), tome I.\n39. Le bureau, La gestion, 23 novembre 2026.';
  const sentence = 'Le second est le coût du retour, le jour où l’on souhaite reprendre tout cela par choix.';

  test.each([3, 10, 30, 60, sentence.length - 6])('cut after %i letters', (at) => {
    const cut = sentence.indexOf(' ', at - 1);
    const pages = [
      `Une phrase qui vient avant.\n${sentence.slice(0, cut)}\n${notes}`,
      `Le bureau et ses notes\n${notes}\n${sentence.slice(cut + 1)} Et une autre.\nFin.`,
      'Une dernière page.',
    ];
    expect(isFound(pages, sentence)).toBe(true);
    expect(isFound(pages, sentence.replace('second', 'premier'))).toBe(false);
    expect(isFound(pages, sentence.replace('choix', 'dépit'))).toBe(false);
  });
});

const vocabulary =
  'agent service public moyen budget dépense année guichet territoire usager rapport école hôpital'.split(
    ' ',
  );
const sentences = fc.array(fc.constantFrom(...vocabulary), { minLength: 12, maxLength: 40 });
const separators = fc.constantFrom(' ', '\u00a0', '\u202f', '\n', '  ', '-\n', '\u00ad');

test('whatever stands between its letters, what is quoted is found; with a word changed, it is not', () => {
  fc.assert(
    fc.property(
      sentences,
      fc.array(separators, { minLength: 40, maxLength: 40 }),
      fc.nat(),
      (words, gaps, at) => {
        const source = words.map((word, index) => `${word}${gaps[index] ?? ' '}`).join('');
        expect(isFound(`Avant. ${source} Après.`, words.join(' '))).toBe(true);
        const changed = words.with(at % words.length, 'autruche');
        expect(isFound(`Avant. ${source} Après.`, changed.join(' '))).toBe(false);
      },
    ),
  );
});

describe('nearestPassage', () => {
  const far = Array.from({ length: 400 }, (_, index) => `La phrase ${index} parle d’autre chose encore.`);
  const said = 'Les agents du bureau ont ouvert douze guichets de plus que l’année précédente.';
  const source = makeSource([
    far.join(' '),
    `${far.slice(9).join(' ')} ${said} ${far.join(' ')}`,
    far.join(' '),
  ]);

  test('is the one that has most of the words, in order', () => {
    const near = nearestPassage(source, said.replace('ouvert', 'fermé').replace('douze', 'treize'));
    expect(source.source.text.slice(near?.start, near?.end)).toBe(said.slice(0, -1));
    expect(near?.likeness).toBeGreaterThan(0.8);
  });

  test('is none where nothing is like it', () => {
    expect(
      nearestPassage(source, 'Quatre girafes dansent sur une montagne bleue au printemps'),
    ).toBeUndefined();
  });
});

test('looking up takes time in proportion to the source, even where it repeats itself', () => {
  const repeated = makeSource('les agents du bureau ont ouvert des guichets '.repeat(20_000));
  const quotation = `${'les agents du bureau ont ouvert des guichets '.repeat(40)} autruche`;
  const start = performance.now();
  expect(findQuotation(repeated, segmentsOf(quotation))).toEqual([]);
  nearestPassage(repeated, quotation);
  expect(performance.now() - start).toBeLessThan(3000);
});
