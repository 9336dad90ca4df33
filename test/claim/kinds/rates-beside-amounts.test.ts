import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('a rate ten times too large beside the amount that it says again', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'Fin mars, 2,4 millions de foyers reçoivent l’aide, soit 9 700 de plus qu’un an auparavant (+4 %).',
      'fails growth +4 %',
    ],
    [
      'fr',
      'Fin mars, 2,4 millions de foyers reçoivent l’aide, soit 9 700 de plus qu’un an auparavant (+0,4 %).',
      'holds growth +0,4 %',
    ],
    [
      'fr',
      'Les bibliothèques comptaient 1,35 million de lecteurs à la fin de l’année, un chiffre en hausse de 6 % sur un an, soit 8.200 lecteurs en plus.',
      'fails growth 6 %',
    ],
    [
      'en',
      'The fleet stood at 48.9 thousand vans in March, up from the estimated 48.6 thousand vans a year before. This represents a growth of 7%.',
      'fails growth 7%',
    ],
    [
      'en',
      'The register grew by 4,100 names in May (9 per cent) and now stands at 455,000.',
      'fails growth 9 per cent',
    ],
    [
      'en',
      'The number of single tenants rose from 5.2 million to 5.6 million between 2009 and 2019, a 17% increase.',
      'fails growth 17%',
    ],
  ])('%s: %s', (lang, source, expected) => {
    expect(told(source, lang)).toContain(expected);
  });
});

describe('the two numbers that a comparison is about', () => {
  test('are those of its sentence', () => {
    const source =
      'Le marché a coûté 18,4 millions d’euros en 2022, contre 9,1 millions en 2019. Une heure d’avocat y est facturée 310 euros, quand une heure de juriste maison revient à 62 euros, soit sept fois moins.';
    expect(told(source, 'fr')).toContain('fails multiple sept fois moins');
  });

  test('are not the shares that name the groups compared', () => {
    const source =
      'Les 10 % les plus modestes disposent de 9 800 euros ; les 10 % les plus aisés, de 38 220 euros, soit 3,9 fois plus.';
    expect(told(source, 'fr')).toEqual(['holds multiple 3,9 fois plus']);
  });
});

describe('what a whole includes', () => {
  test('is no more than the whole', () => {
    const source = '7 380 élèves sont inscrits, dont 6 240 au lycée et 1 210 en apprentissage.';
    expect(told(source, 'fr')).toContain('fails sum 7 380 élèves');
  });

  test('may be less, and two numbers that no word joins make no list', () => {
    expect(told('7 380 élèves sont inscrits, dont 2 240 au lycée et 1 210 en apprentissage.', 'fr')).toEqual(
      [],
    );
    const source =
      'Canals: 102,000 km (including 48,000 km with guaranteed depth; the 72,000-km system of the north links three seas).';
    expect(told(source, 'en').filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});

test('a number that something stands against is no level that a share far off tells the change of', () => {
  const source =
    'Reserves of £41.2m against spending of £396m amount to 10.4%, just short of the 11% that the board wants.';
  expect(told(source, 'en').filter((claim) => claim.startsWith('fails'))).toEqual([]);
});
