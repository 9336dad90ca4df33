import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('numbers that others make to the digit, wherever they stand', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'Le service comptait 4 215 agents en 2009 et n’en emploie plus que 3 188. Ces 1 127 emplois perdus manquent aux guichets.',
      'fails difference 1 127 emplois',
    ],
    [
      'fr',
      'L’office loue 218 000 m² et en occupe 161 700. À 410 € le mètre carré, ces 56 300 m² inoccupés coûtent cher.',
      'holds difference 56 300 m²',
    ],
    [
      'fr',
      'Du plafond (2 914) aux effectifs (2 687), la sous-exécution est de 327 postes.',
      'fails difference 327 postes',
    ],
    ['fr', 'L’estimation (3,74 M€) et le prix (2,95 M€) diffèrent de 0,97 M€.', 'fails difference 0,97 M€'],
    [
      'fr',
      'La brigade instruisait 1 438 procédures. Les dépôts sauvages, 521, et les eaux, 287, l’occupent. Le reliquat, 630 dossiers, attend.',
      'holds difference 630 dossiers',
    ],
    [
      'fr',
      'La dotation, de 98,4 M€, a été majorée de 6,3 M€ ; elle était, avant cette majoration, de 91,1 M€.',
      'fails difference 91,1 M€',
    ],
    [
      'en',
      'The grant rose by £104 and now stands at £4,655, having been £4,515 before.',
      'fails difference £4,515',
    ],
    ['en', 'Rates have risen by £85,000, from £644,000 to £715,000.', 'fails difference £85,000'],
    ['fr', 'La masse salariale n’a crû que de 8,9 M€, passant de 71,4 à 81,2 M€.', 'fails difference 8,9 M€'],
    [
      'fr',
      'La brigade aligne 5 vedettes, 9 canots et 3 barges ; ces 19 coques suffisent-elles ?',
      'fails sum 19 coques',
    ],
    [
      'fr',
      'On comptait 23 femmes, 26 hommes et deux suppléants, soit 51 personnes.',
      'holds sum 51 personnes',
    ],
    [
      'fr',
      'Le forfait est de 540 €, soit 45 € par mois ; il passe de 540 € à 459 € pour le deuxième enfant et descend à 432 € pour le troisième. La famille paiera donc 1 341 € en tout.',
      'fails sum 1 341 €',
    ],
    [
      'fr',
      'Le chômage partiel touchait 5,1 % des apprentis en mars, 0,9 % en juin ; le reflux est de 4,2 %.',
      'fails points 4,2 %',
    ],
    ['fr', 'La marge, de 6,4 %, s’est améliorée de 1,5 % pour ressortir à 7,9 %.', 'fails points 1,5 %'],
    [
      'fr',
      'Le taux de couverture a gagné 3,4 points (27,9 % en 2019 ; 30,5 % en 2022).',
      'fails points 3,4 points',
    ],
    [
      'fr',
      'Le viaduc franchit 472 mètres, 118 de plus que l’ancien, qui en mesurait 364.',
      'fails difference 118',
    ],
  ])('%s: %s', (lang, source, claim) => {
    expect(told(source, lang)).toContain(claim);
  });

  test.each<[Language, string]>([
    ['fr', 'La TVA est de 5,5 % sur les livres et de 20 % ailleurs ; le taux moyen est de 14,5 %.'],
    ['fr', 'Le fuel chauffe 12,5 % des foyers, dont 8,3 % à la campagne et 4,2 % en ville.'],
    [
      'fr',
      'Le budget, de 98,4 M€, a été majoré de 6,3 M€. Celui de la voirie était de 91,1 M€ avant la fusion.',
    ],
    ['fr', 'La disponibilité a fléchi de 98,6 % à 96,9 %, donc de 1,7 point, loin de l’engagement de 98 %.'],
    ['fr', 'La nuit du 31 au 1er, 8 équipages ont fait 43 interventions.'],
    ['en', 'Each week the depot loses 9 drivers and hires 4. Twelve of the 96 buses never leave the yard.'],
    ['fr', 'L’appareil consomme 180 litres à l’heure. Pour un vol de quarante minutes, il en faut donc 120.'],
    ['fr', 'Deux agents tiennent 112 dossiers, 96 et 141, soit 349 dossiers.'],
  ])('%s: nothing fails in %s', (lang, source) => {
    expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
