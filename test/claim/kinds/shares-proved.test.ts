import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';

describe('shares and rates told before, after or apart from what they come of', () => {
  test.each([
    [
      'Un gardien sur dix a demandé sa mutation. La direction confirme 63 demandes dans un corps de 420 gardiens.',
      'fails ratio Un gardien sur dix',
    ],
    [
      'On dénombre 3 150 saisonniers sur le littoral. Les étudiants sont 1 260 ; leur part est donc de 46 %.',
      'fails share 46 %',
    ],
    ['Les 13 vétérinaires suivent 5 551 élevages, 327 chacun en moyenne.', 'fails ratio 327 chacun'],
    [
      'Le canton, vaste de 460 km², abrite 9 660 personnes, soit 12 habitants au kilomètre carré.',
      'fails ratio 12 habitants',
    ],
    [
      'Les 108 casernes ont répondu au questionnaire ; 54 manquent d’échelle, les deux tiers d’entre elles.',
      'fails fraction les deux tiers',
    ],
  ])('%s', (source, claim) => {
    expect(told(source, 'fr')).toContain(claim);
  });

  test.each([
    'Le budget atteint 12 M€, dont 4 M€ d’investissement. Les deux tiers des routes sont en mauvais état.',
    'L’usine a produit 96 000 vélos en un an, à raison de 8 000 par mois, le quart d’entre eux étant destiné à l’exportation.',
    'Sur 500 agents interrogés, 113 se disent fatigués, et 40 % envisagent de partir d’ici deux ans.',
  ])('%s', (source) => {
    expect(told(source, 'fr').filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
