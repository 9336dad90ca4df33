import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/localized.ts';
import { claimsOf, told } from './told.ts';

function failing(source: string, lang: Language): string[] {
  return claimsOf(source, lang)
    .filter(({ verdict }) => verdict === 'fails')
    .map(({ kind, stated }) => `${kind} ${stated}`);
}

describe('numbers that no reader would calculate with', () => {
  test.each([
    ['Le droit est de 640 € x (112,5 / 108) = 666,67 €.'],
    ['Ce qui donne un total de : 18,20 + 44,10 + 6,30 = 68,60 €.'],
    ['La prime est de 40 € × 12 = 480 €, pour un total de 3 agents.'],
    [
      'Les 10 % les plus modestes gagnent 11 000 euros, et les autres 17 000 euros, 30 % des plus jeunes compris.',
    ],
    ['La remise est de 25 %, 50 % et 75 % selon les mois.'],
    ['Il faut 169 trimestres (soit 42 ans et 3 mois) pour partir à taux plein.'],
    ['Chacun a droit à 30 jours ouvrables (5 semaines) par an.'],
    [
      'Le stage ne peut pas dépasser 3 mois sur une période de 12 mois ni représenter plus de 40 % du contrat.',
    ],
    ['L’aide est de 90 000 € sur 3 ans, ou 45 000 € pour une association.'],
    ['La taxe a un taux moyen de 12 %, en raison du double taux de 16 % et de 8 %.'],
    ['On recense 8 410 cas et 92 décès, dont 1 260 cas et 17 décès en mai, soit une hausse de 12 % et 60 %.'],
    ['Le taux passe de 4,1 % à 4,8 % ; l’intérim y contribue pour 0,3 point.'],
    ['L’amende est d’un montant maximum de 1 500 € par salarié, et de 2 700 € au plus par établissement.'],
    ['Les deux tiers des lits — 82 sur 123 — restent vides, et 7 blocs sur 9 ferment.'],
    ['Le siège compte 2 900 agents et douze antennes. Il prévoit une baisse de 10 % de ses achats.'],
    ['La surface passe de 300 m² à 700 m² ; on retient celle de décembre, soit 700 m².'],
    ['Le revenu médian passe de 18 700 à 19 000 euros ; en euros constants, il a augmenté de 0,4 %.'],
    ['Le salaire atteint 23 490 € par an, soit 1 960 € par mois.'],
  ])('%s', (text) => {
    expect(failing(text, 'fr')).toEqual([]);
  });

  test.each([
    ['Safe water: urban 99.4% of people, rural 95.2% of people, total 97.6% of people.'],
    ['The Senate has 12 members from each of the 6 states and 2 from each of the 3 territories.'],
    ['Saving was 24% of GDP (2014 est.), after 24.3% of GDP (2013 est.) and 24.9% of GDP (2012 est.).'],
    ['The bank waited until joblessness fell below 6.5%, from 9.0%, or inflation rose above 2.5%.'],
    ['By type: bulk carrier 2, container ship 3, tanker 5, ferry 9.'],
    [
      'Eight of the sites cannot be shown, leaving £41 billion out of £52 billion, against £36 billion before.',
    ],
    ['Tariffs rose by 3.2% a year, then by 1.4%; from 2012 on they rose by 1.75% a year.'],
    ['The council has 31 seats; 17 are elected by simple majority vote, and 9 are appointed.'],
    ['The richest 1% hold £63 billion, the others £176 billion.'],
  ])('%s', (text) => {
    expect(failing(text, 'en')).toEqual([]);
  });
});

describe('a rate said with the change that it is of', () => {
  test.each([
    ['On compte 482 300 élèves, soit 9 400 de plus qu’en 2021 (+2 %).', 'holds growth +2 %'],
    ['On compte 482 300 élèves, soit 9 400 de plus qu’en 2021 (+5 %).', 'fails growth +5 %'],
    ['Les inscrits augmentent de 0,6 % (+19 500 personnes), à 3,185 millions.', 'holds growth 0,6 %'],
    ['Les crédits atteignent 66,7 M€, soit une hausse de 6,78 M€ (+10,2 %).', 'fails growth +10,2 %'],
    [
      'La pension est de 22 950 euros, un niveau inférieur de 4,6 % à celui des actifs, qui est de 24 060 euros.',
      'holds growth 4,6 %',
    ],
  ])('%s', (text, claim) => {
    expect(told(text)).toContain(claim);
  });

  test('the level may come last in English', () => {
    expect(told('The list grew by 65,000 (0.8%) and now stands at 7.75 million people.', 'en')).toContain(
      'holds growth 0.8%',
    );
  });
});
