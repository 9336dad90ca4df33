import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

const cases: Readonly<Record<string, readonly (readonly [Language, string, string])[]>> = {
  'a list and its total, by whatever word': [
    [
      'fr',
      'Le centre ferme 34 lits de chirurgie, 21 de médecine et 12 de gériatrie ; la perte se chiffre à 67 lits.',
      'holds sum 67 lits',
    ],
    [
      'fr',
      'Avec 12,4 M€ de l’État, 7,9 M€ de la région et 3,2 M€ de fonds européens, le tour de table réunit 25,3 M€.',
      'fails sum 25,3 M€',
    ],
    [
      'fr',
      'Lille a 218 enquêteurs, Lyon en a 164, Nantes 97. L’office revendique donc 489 enquêteurs.',
      'fails sum 489 enquêteurs',
    ],
    [
      'en',
      'Fees of £48,600, travel at £7,250 and £3,980 for catering took the bill to £59,830.',
      'holds sum £59,830',
    ],
    [
      'en',
      'Auditors found 312 invoices in March, 287 in April and 401 in May; the backlog therefore ran to 1,010 invoices.',
      'fails sum 1,010 invoices',
    ],
    [
      'en',
      'The trust runs 14 day centres, 9 hostels and 6 clinics, 29 sites altogether.',
      'holds sum 29 sites',
    ],
    [
      'fr',
      'Le plan coûte 1,58 Md€, dont 640 M€ pour les lycées, 795 M€ pour les cars et 415 M€ pour les stages.',
      'fails sum 1,58 Md€',
    ],
  ],
  'what parts two numbers': [
    [
      'fr',
      'Le repas revient à 11,62 €, l’usager paie 3,45 € ; la commune supporte donc 8,07 € à chaque plateau.',
      'fails difference 8,07 €',
    ],
    [
      'fr',
      'Entre les 18 250 € facturés et les 16 900 € dus, le trop-perçu s’établit à 1 450 €.',
      'fails difference 1 450 €',
    ],
    [
      'fr',
      'Le pont mesure 472 mètres, 118 de plus que l’ancien, qui en mesurait 364.',
      'fails difference 118',
    ],
    [
      'fr',
      'Des 17,7 Md€ promis, il faut retirer 4,9 Md€ d’aides et 1,3 Md€ de départs : restent 12,8 Md€.',
      'fails difference 12,8 Md€',
    ],
    [
      'fr',
      'Construite en 1964, la piscine a fermé en 2019 après 53 ans de service.',
      'fails difference 53 ans',
    ],
    ['en', 'Opened in 1978, the court was sold in 2016 after 38 years of use.', 'holds difference 38 years'],
    [
      'en',
      'The tag costs £4.85 here and £6.20 there; nobody explained the £2.35 gap.',
      'fails difference £2.35',
    ],
    [
      'en',
      'Of the 940 posts on the establishment 863 are filled; the 77 vacancies cost £3m.',
      'holds difference 77 vacancies',
    ],
  ],
  points: [
    [
      'fr',
      'Le livret passe de 0,5 % à 1 %, un relèvement de 50 points de base.',
      'holds points 50 points de base',
    ],
    ['en', 'The yield rose by 25 basis points, from 3.85% to 4.20%.', 'fails points 25 basis points'],
    [
      'en',
      '61% were satisfied in the first wave, only 48% in the third. That 23-point fall is odd.',
      'fails points 23-point',
    ],
    ['en', 'Absence, 23% in 2021 and 19% in 2023, has improved by 4% over two years.', 'fails points 4%'],
    [
      'fr',
      'La part des contractuels a progressé de 4,3 %, s’établissant à 11,8 % contre 7,5 % à l’origine.',
      'fails points 4,3 %',
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (_, sentences) => {
  test.each(sentences)('%s: %s', (lang, source, claim) => {
    expect(told(source, lang)).toContain(claim);
  });
});

const silent: readonly (readonly [Language, string])[] = [
  ['en', 'Ships are registered in the Bahamas 23, Cambodia 4, Greece 3, Malta 32, Norway 1 and Panama 5.'],
  ['en', 'Seats by party: Union 311, Labour 193, Left 64, Greens 63.'],
  ['en', 'Access to water: urban: 99.6%, rural: 100%, total: 99.6%.'],
  [
    'en',
    'Rates stay near zero until unemployment drops below 6.5%, from 9.0%, or inflation rises above 2.5%.',
  ],
  ['fr', 'Le RIFSEEP reste bloqué à 110 euros, la prime de Noël à 152,45 €, le panier-repas à 7,30 €.'],
  ['fr', 'Le reste à charge sera de 901,95 – 811,65 = 90,3 euros.'],
  ['fr', 'Il est tombé 41 mm à Chartres, 63 à Dreux, 12 seulement à Nogent.'],
  ['fr', 'Le score est de 31 % à Rennes, de 44 % à Brest ; à Quimper, la hausse est de 6 points.'],
  ['fr', 'Voir les paragraphes 112 à 118, ainsi que les notes 9, 14 et 27.'],
  [
    'fr',
    'Les ménages ont dépensé 320 € en énergie, 540 € en repas et 780 € en loyer ; leur épargne atteint 4 100 €.',
  ],
  ['fr', 'La réunion a rassemblé 45 personnes à Tulle, 38 à Brive et 12 à Ussel ; 60 avaient répondu.'],
];

test.each(silent)('%s: nothing fails in: %s', (lang, source) => {
  expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
});
