import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/localized.ts';
import { told } from './told.ts';

describe('numbers beside each other that claim nothing of each other', () => {
  test.each<[Language, string]>([
    ['fr', 'Le premier décile est de 11 240 €, le neuvième de 38 600 €.'],
    ['fr', 'Il court le 1 500 m en 3 min 31, le 3 000 m en 7 min 38, et a gagné 4 titres en 6 saisons.'],
    ['fr', 'La nuit du 31 au 1er, 8 équipages ont fait 43 interventions.'],
    [
      'fr',
      'Les tarifs augmentent de 1,50 € par mois pour les uns et de 4 € pour les autres ; la carte est à 19 €.',
    ],
    [
      'fr',
      'Pour un emploi de 15 heures, l’aide est de 170 € pour un enfant, 195 € pour deux, 220 € pour trois enfants.',
    ],
    ['fr', 'Les 41 centres ferment ; la loi promet une visite tous les 12 mois par deux inspecteurs.'],
    ['fr', 'Le quai mesure 1,2 km de long, soit 120 mètres de plus que le plan ne prévoyait.'],
    ['fr', 'Toute période de 4 semaines ou 24 jours compte pour un mois.'],
    ['fr', 'Un médecin pour 1 400 assurés : telle est la norme. On compte 46 médecins pour 119 600 assurés.'],
    [
      'fr',
      'Les guides étaient un pour 12 visiteurs en 2004, un pour vingt aujourd’hui (31 guides, 620 visiteurs).',
    ],
    ['en', 'At one, men spent 22 hours a day in cells. Others had waiting lists of 6 to 9 weeks.'],
    ['en', 'Of the 74 posts funded, 37 have been filled, three quarters of them by people living near.'],
    ['en', 'More than half of its 10,350 staff, 6,210 of them, work from home on two days in five.'],
    ['en', 'Each week the depot loses 9 drivers and hires 4. Twelve of the 96 buses never leave the yard.'],
    [
      'en',
      'The House has 60 seats; 2 were added for one town and 1 seat each for the others; unchanged are 9 seats for women.',
    ],
    ['en', 'Smallest countries: one 0.44 sq km; another 2 sq km; a third 21 sq km; the next 61 sq km.'],
    ['en', 'Five out of 6 regions slowed spending in 2012; only 1 in 2 regions did so in 2013.'],
    ['en', 'The ice grows from 2.6 million sq km to 18.8 million sq km, better than a sixfold increase.'],
    ['fr', 'La dépense a doublé en quinze ans ; 46 % des allocataires sont seuls, 12 % ont trois enfants.'],
    ['fr', 'Une journée est déduite du capital de 20 jours (2 jours lorsque l’absence atteint 22 jours).'],
    [
      'fr',
      'L’aide est totale pendant 5 ans puis partielle pendant 3 années : 75 % la première, 25 % la dernière.',
    ],
    ['en', 'The scheme cost £12m, the average grant was £2,900, and 41 installers left the register.'],
    ['en', 'Fares have doubled, and 31 routes run at a loss; the county pays for 118 of them.'],
    ['en', 'Half of the 92 beaches were rated excellent, up from 38 in 2015.'],
  ])('%s: %s', (lang, source) => {
    expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});

describe('the numbers that a statement is of', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'Le réseau a fléchi de 98,6 % à 96,9 %, donc de 1,7 point, loin de l’engagement de 98 %.',
      'holds points 1,7 point',
    ],
    [
      'fr',
      '4 176 des 6 960 inscrits déclarent moins de 1 200 € par mois, six sur dix.',
      'holds ratio six sur dix',
    ],
    ['fr', '4 176 des 6 960 inscrits déclarent un second métier, huit sur dix.', 'fails ratio huit sur dix'],
    ['fr', 'Parmi les 349 bourgs, 152 perdent des habitants : 44 %.', 'holds share 44 %'],
    ['fr', 'Parmi les 349 bourgs, 152 perdent des habitants : 54 %.', 'fails growth 54 %'],
    [
      'en',
      'A jar that was £2.49 is £3.19 (up 28%), a tin that was £0.89 is £1.15 (up 29%).',
      'holds growth 28%',
    ],
  ])('%s: %s', (lang, source, expected) => {
    expect(told(source, lang)).toContain(expected);
  });
});
