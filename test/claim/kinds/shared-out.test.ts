import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

const cases: readonly [Language, string, string][] = [
  [
    'fr',
    'Le club a vendu 1 240 licences à 31 sections : chaque section en compte 52 en moyenne.',
    'fails ratio 52',
  ],
  [
    'fr',
    'La bibliothèque, dotée de 96 000 € pour 4 800 abonnés, coûte 20 € par abonné.',
    'holds ratio 20 € par abonné',
  ],
  ['fr', 'Douze juges traitent 4 320 affaires par an, 360 chacun.', 'holds ratio 360 chacun'],
  ['fr', 'Le musée a reçu 146 000 visiteurs en 365 jours d’ouverture, soit 450 par jour.', 'fails ratio 450'],
  [
    'fr',
    'Sur 18 000 hectares, la densité atteint 45 habitants au kilomètre carré ; on y compte 8 100 habitants.',
    'holds ratio 45 habitants',
  ],
  [
    'en',
    'The library lent 96,000 books to 3,200 members, or 36 books per member.',
    'fails ratio 36 books per member',
  ],
  ['en', 'It took 14 clerks to process 8,400 claims, 600 apiece.', 'holds ratio 600 apiece'],
  ['en', 'At £2.4m for 60 flats, the scheme costs £48,000 a flat.', 'fails ratio £48,000'],
  [
    'fr',
    'Il reste 240 km de tuyaux à changer. À raison de 6 km par an, il faudrait 60 ans.',
    'fails ratio 60 ans',
  ],
  [
    'en',
    'There are 12,000 cases; at a rate of 500 cases a month, it would take 24 months.',
    'holds ratio 24 months',
  ],
  [
    'fr',
    'Le dossier a pris 546 heures, l’équivalent de 87 jours de sept heures.',
    'fails conversion 87 jours',
  ],
  ['fr', 'Le stockage vaut 0,09 € le gigaoctet, donc 9 € le téraoctet.', 'fails conversion 9 €'],
  [
    'fr',
    'Elle perçoit 1 386 € de pension mensuelle, soit 16 632 € par an.',
    'holds conversion 16 632 € par an',
  ],
  ['en', 'The nearest unit is 12 miles away, about 19 km, by road.', 'holds conversion about 19 km'],
  ['fr', 'Le parc couvre 2 480 km², l’équivalent de 24 800 hectares.', 'fails conversion 24 800 hectares'],
  ['en', 'Some 950 jobs will go, 410 in Leeds, 290 in Hull and 160 in York.', 'fails sum Some 950 jobs'],
  [
    'fr',
    'Les 6 240 places se répartissent entre les hôtels (1 450), les foyers (2 980) et les gîtes (1 180).',
    'fails sum 6 240 places',
  ],
  [
    'en',
    'The pools had 84,300, 61,250 and 47,900 visits, 183,450 altogether.',
    'fails sum 183,450 altogether',
  ],
];

test.each(cases)('%s: %s', (lang, source, claim) => {
  expect(told(source, lang)).toContain(claim);
});

describe('what says nothing of the numbers beside it', () => {
  test.each<[Language, string]>([
    [
      'fr',
      'La ville, forte de 84 000 habitants, consacre 6,3 M€ à la voirie, soit 75 € par habitant, et 25 € par habitant à la culture.',
    ],
    [
      'fr',
      'Pour 340 logements, la chaudière a brûlé 1 190 MWh, soit 3,5 MWh par logement ; la norme est de 2,1 MWh par logement.',
    ],
    ['fr', 'Avec 1 320 comptes pour 11 agents, chacun en suit 120 en moyenne, contre 60 naguère.'],
    [
      'fr',
      'La médiathèque, ouverte 5 jours, prête 140 000 documents par an et accueille 3 classes par jour.',
    ],
    [
      'fr',
      'Le nombre de jours perdus est passé de 340 à 412. La direction, dont les membres ont en moyenne 54 ans, présentera 12 actions.',
    ],
    [
      'fr',
      'Le concours compte 4 épreuves de coefficients 5, 4, 3 et 1 ; toute note sous 6 est éliminatoire.',
    ],
    ['en', 'With 54 classes and 1,350 pupils, there are 25 pupils per class and one teacher per 22 pupils.'],
    [
      'en',
      'It takes 45 minutes to reach the clinic, which sees 120 patients a day and has 4,000 on its list.',
    ],
    ['fr', 'La ligne dessert 42 communes, avec 12 arrêts à Pau, 9 à Tarbes et 4 à Lourdes.'],
    ['fr', 'Le mémorandum 14-7 porte le cachet « vu le 3/11 » et trois paraphes illisibles.'],
    [
      'fr',
      'Les 24 agents ont traité 18 600 dossiers, soit 775 dossiers par agent ; ils en traitaient 640 par agent en 2019.',
    ],
    ['en', 'Spending of £3.6m across 4,500 pupils comes to £800 a pupil; the average is £950 a pupil.'],
    ['fr', 'La commune a 3 écoles : 112 élèves à la première, 96 à la deuxième et 141 à la troisième.'],
    [
      'fr',
      'Les 1 240 agents se répartissent en 410 femmes et 830 hommes ; 96 ont moins de 30 ans, 210 plus de 55 ans.',
    ],
    ['en', 'The walk is 0.9 miles, with 149 metres of climbing, and takes 40 minutes.'],
  ])('%s: %s', (lang, source) => {
    expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
