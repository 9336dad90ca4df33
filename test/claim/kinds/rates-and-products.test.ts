import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

type Case = readonly [lang: Language, source: string, expected: string];

const wrong: readonly Case[] = [
  [
    'fr',
    'Chaque agent perd 2 h 30 par mois à ressaisir les dossiers, soit 24 heures par an.',
    'conversion 24 heures par an',
  ],
  [
    'fr',
    'Le loyer est de 1 520 € par mois, ce qui porte la dépense annuelle à 16 240 €.',
    'conversion 16 240 €',
  ],
  [
    'fr',
    'Trois médiateurs, six jours, 210 € la journée : la manifestation a coûté 4 200 €.',
    'conversion 4 200 €',
  ],
  ['en', "The agency charged £580 a day for 28 days' work, a bill of £14,500.", 'conversion £14,500'],
  [
    'fr',
    'Le pompage, 36 m³ à l’heure, équivaut à 0,1 litre par seconde.',
    'conversion 0,1 litre par seconde',
  ],
  ['en', 'The wreck lies in 27 fathoms, that is 54 metres of water.', 'conversion 54 metres'],
  [
    'fr',
    'L’audience a duré 5 h 20, 340 minutes pendant lesquelles rien n’a été relevé.',
    'conversion 340 minutes',
  ],
  [
    'en',
    'Passengers waited 94 minutes on average, that is one hour and 24 minutes.',
    'conversion one hour and 24 minutes',
  ],
  [
    'fr',
    'La prime, 12 000 euros sur 5 ans, est versée à raison de 400 euros par mois.',
    'conversion 400 euros par mois',
  ],
  ['fr', 'En 1999, ils étaient 1 812 ; en 2019, 1 306, deux fois moins.', 'multiple deux fois moins'],
  ['en', 'Fines total £412,000; dividends came to £61.8m, 15 times the fines.', 'multiple 15 times'],
  [
    'fr',
    'Quatre fois moins de lits ! L’hôpital en alignait 540 en 1990 ; il lui en reste 178.',
    'multiple Quatre fois',
  ],
  ['fr', 'La région a vu ses dépenses tripler, de 14 à 31 millions d’euros.', 'multiple tripler'],
  [
    'fr',
    'Le tarif de nuit, 36 euros, vaut une fois et demie le tarif de jour, fixé à 18 euros.',
    'multiple une fois et demie',
  ],
];

const silent: readonly (readonly [lang: Language, source: string])[] = [
  ['fr', 'Le stage dure 3 jours, 20 heures de cours et 4 heures d’examen.'],
  ['en', 'The fine is £60 a day, up to £500 a month for repeat offenders.'],
  ['fr', 'Le loyer est de 620 € par mois, dont 1 200 € par an de charges de chauffage.'],
  ['en', 'Two engineers, three vans and £40 of fuel: the crew spent £260 on the day.'],
  [
    'fr',
    'Une amende de 38 € par infraction a visé 112 conducteurs ; la commune a dépensé 5 200 € en panneaux.',
  ],
  ['en', 'It burned 40 litres in 30 minutes, and the limit is 50 litres an hour.'],
  ['fr', 'Les tarifs n’ont pas doublé : 12 € en 2010, 17 € aujourd’hui.'],
  ['fr', 'Il est puni de deux ans de prison et de 30 000 € d’amende, portés à 45 000 € en cas de récidive.'],
  ['fr', 'Le prix a baissé de 10 %, à 45 €, après 12 mois de gel.'],
];

const right: readonly Case[] = [
  [
    'fr',
    'Trois médiateurs, six jours, 210 € la journée : la manifestation a coûté 3 780 €.',
    'conversion 3 780 €',
  ],
  [
    'en',
    'The plant burns 140 tonnes of waste a week, or 7,280 tonnes a year.',
    'conversion 7,280 tonnes a year',
  ],
  [
    'fr',
    'Le radiateur, d’une puissance de 2,5 kW, fonctionne 1 100 heures et consomme 2 750 kWh.',
    'conversion 2 750 kWh',
  ],
  ['fr', 'La zone s’étend sur 12 milles marins (22,2 km) autour du banc.', 'conversion 22,2 km'],
];

describe('rates, products and multiples', () => {
  test.each(wrong)('%s, wrong: %s', (lang, source, expected) => {
    expect(told(source, lang)).toContain(`fails ${expected}`);
  });

  test.each(right)('%s, right: %s', (lang, source, expected) => {
    expect(told(source, lang)).toContain(`holds ${expected}`);
  });

  test.each(silent)('%s, no alarm: %s', (lang, source) => {
    expect(told(source, lang).filter((one) => one.startsWith('fails'))).toEqual([]);
  });
});
