import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';

describe('parts of wholes and totals shared out, in French', () => {
  test.each([
    ['Le fonds est doté de 84 M€. Sur cette somme, 21 M€ vont aux digues, soit 36 %.', 'fails share 36 %'],
    ['Le fonds est doté de 84 M€. Sur cette somme, 21 M€ vont aux digues, soit 25 %.', 'holds share 25 %'],
    [
      'De ces 5 200 tonnes de gravats, un sixième — 1 950 tonnes — a été enfoui.',
      'fails fraction un sixième',
    ],
    [
      'Avec 280 tonnes, la filière traite le dixième des 2 800 tonnes récoltées.',
      'holds fraction le dixième',
    ],
    ['Notre syndicat réunit 84 agents d’un service qui en compte 126 : un quart.', 'fails fraction un quart'],
    [
      'Le parc compte 2 400 véhicules, dont 860 roulent au gazole, plus de la moitié.',
      'fails fraction plus de la moitié',
    ],
    ['La direction n’a dépensé que 18 M€ des 90 M€ votés, 45 % seulement.', 'fails share 45 %'],
    [
      'La ville a versé 48 000 euros à 120 ménages, soit une aide moyenne de 750 euros.',
      'fails ratio 750 euros',
    ],
    [
      'Les 25 conseillers suivent 1 450 chômeurs. Chacun a donc 38 dossiers sur son bureau.',
      'fails ratio 38 dossiers',
    ],
    [
      'Le gymnase coûtera 6,9 millions. Pour 2 300 m², le mètre carré ressort à 3 000 €.',
      'holds ratio 3 000 €',
    ],
  ])('%s', (source, claim) => {
    expect(told(source, 'fr')).toContain(claim);
  });

  test.each([
    'Les trois quarts des sièges vont à la majorité, qui en compte 39 ; l’opposition en a 13.',
    'On dénombre 1 080 ouvriers et 720 employés, ce qui met la part des premiers à 60 %.',
    'Les primes sont prises en charge à 30 % : 7,50 € pour un tarif de 17,50 €.',
    'Le calcul de la tranche est le suivant : (610 − 125) × 12,68 % = 61,50 €, soit 4 000 € de revenu.',
    'La durée cumulée ne peut dépasser 2 mois sur 12 mois ; elle ne peut représenter plus de 25 % du contrat.',
    'L’acte, reçu par maître Vasseur pour la parcelle 214, fait 42 pages et cinq annexes.',
  ])('%s', (source) => {
    expect(told(source, 'fr').filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});

describe('parts of wholes and totals shared out, in English', () => {
  test.each([
    [
      "Nearly half the estate's 386 lifts — 97, to be exact — failed last winter.",
      'fails fraction Nearly half',
    ],
    ['Women hold 312 of the 1,040 senior posts. At 12%, the figure is low.', 'fails share 12%'],
    [
      'The council employed 640 clerks in 2019 and employs 512 today. So one job in four has gone.',
      'fails ratio one job in four',
    ],
    ['Some 140 of the 560 stations are unstaffed, in other words two-thirds.', 'fails fraction two-thirds'],
    [
      'The agency maintains 9,300 km of banks. The budget is £201m, or £2,161 per kilometre.',
      'fails ratio £2,161 per kilometre',
    ],
    ['Some 4,260 officers supervise 238,560 offenders: an average of 65 cases each.', 'fails ratio 65 cases'],
  ])('%s', (source, claim) => {
    expect(told(source, 'en')).toContain(claim);
  });

  test.each([
    'Half of the 640 applicants were turned down, most of them in the first round, when 212 withdrew.',
    'The court has 22 judges organised into 3 chambers, each with 5 judges.',
    'The hospital treated 14,200 patients for £38m, while the regional average is £2,400 per patient.',
    'The chamber has 151 seats; parties need to pass a 5% threshold: 14 seats in each of 10 districts.',
  ])('%s', (source) => {
    expect(told(source, 'en').filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
