import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('a number that is no result of those around it raises no alarm', () => {
  test.each<[Language, string]>([
    [
      'en',
      'Seats by party: centre-left list 98 (Reds 81, Greens 9, other 8), centre-right list 77 (Blues 77).',
    ],
    ['en', 'A 9-member panel sits, consisting of the chair, 4 "lay" magistrates, and 4 public notaries.'],
    [
      'en',
      'Seized in 1811, the port broke away soon after and won its charter in 1819 after a four-year siege.',
    ],
    [
      'en',
      'The court (made up of 14 judges and divided into 3 benches); the tribunal (made up of 4 judges and 5 jurists).',
    ],
    [
      'fr',
      'Si la garde débute après 21 heures, elle est d’au moins huit heures comprenant l’intervalle entre 23 heures et 6 heures.',
    ],
    [
      'fr',
      'Parmi les 31 molécules retenues, avec plus de 60 analyses, deux sont venues compléter les 28 molécules du rapport précédent.',
    ],
    ['fr', 'Il faut au moins 3 ans de service au cours des 6 dernières années dont 5 mois en mer.'],
    ['fr', 'Le rayon a vendu 640 paniers d’été et 580 d’hiver, soit 90 paniers de plus que prévu.'],
  ])('%s: %s', (lang, source) => {
    expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });

  test('a product is no item of the list after it', () => {
    const source =
      'L’indemnité est de 144 € (3 j x 48 €) et s’ajoute à son salaire (1 900 €), soit un revenu total de 2 044 €.';
    expect(told(source, 'fr')).toContain('holds sum 2 044 €');
  });
});

describe('a difference between two things that it names', () => {
  test.each<[Language, string, string]>([
    [
      'en',
      'There were 61,300 arrivals and 48,900 departures. The flow of students was 7,200. There were thus 14,200 more arrivals than departures.',
      'fails difference 14,200',
    ],
    [
      'fr',
      'On a compté 18 300 embauches en mars. Les départs, eux, ont été 17 100. Il y a donc eu 2 100 embauches de plus que de départs.',
      'fails difference 2 100 embauches',
    ],
    [
      'fr',
      'On a compté 18 300 embauches en mars. Les départs, eux, ont été 17 100. Il y a donc eu 1 200 embauches de plus que de départs.',
      'holds difference 1 200 embauches',
    ],
  ])('%s: %s', (lang, source, expected) => {
    expect(told(source, lang)).toContain(expected);
  });
});

test('what only the bounds of the numbers allow is left open', () => {
  const source =
    'Les plus modestes ont un revenu inférieur à 9 700 euros ; celui des plus aisés est d’au moins 35 890 euros, soit 4,9 fois plus.';
  expect(told(source, 'fr')).toEqual(['undecided multiple 4,9 fois plus']);
});

test('false negatives are no denial of a share', () => {
  expect(told('Sur 16 200 clichés, 48 (3 %) sont en réalité des faux négatifs.', 'fr')).toEqual([
    'fails share 3 %',
  ]);
});
