import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('prices of a measure, measures said twice, and multiples', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'La pose du grillage est facturée 42 euros le mètre linéaire. Les 450 mètres de clôture du parc ont donc coûté 18 900 euros.',
      'holds conversion 18 900 euros',
    ],
    [
      'fr',
      'La pose du grillage est facturée 42 euros le mètre. Pour les 450 mètres de clôture du parc, la facture atteint 21 900 euros.',
      'fails conversion 21 900 euros',
    ],
    [
      'en',
      'The new sea wall, 12 km long, or 1,200 metres, was finished in May.',
      'fails conversion 1,200 metres',
    ],
    [
      'fr',
      'Chaque élève boursier coûte 320 euros au département. Multiplié par les 300 élèves du collège, cela donne 96 000 euros.',
      'holds conversion 96 000 euros',
    ],
    [
      'fr',
      "Alors qu'on dénombrait 2 500 pêcheurs au début du siècle, on n'en trouve plus que 1 500 : 30 % de pêcheurs en moins.",
      'fails growth 30 %',
    ],
    [
      'fr',
      "Un jour d'hospitalisation revient à 920 €, une journée de soins à domicile à 230 €. Le premier coûte donc quatre fois la seconde.",
      'holds multiple quatre fois',
    ],
    [
      'en',
      'A private bed costs £1,500 a night and an NHS one £300. The former is therefore three times as dear.',
      'fails multiple three times',
    ],
    ['en', 'Claims, 620 at the start, are 1,240 now: a fourfold increase.', 'fails multiple fourfold'],
    [
      'en',
      'A licence used to take 6 weeks and now takes 24; the wait is four times longer.',
      'holds multiple four times',
    ],
  ])('%s: %s', (lang, text, expected) => {
    expect(told(text, lang)).toContain(expected);
  });

  test.each<[Language, string]>([
    [
      'fr',
      'Le chantier, long de 12 km, traverse 300 mètres de marais et a mobilisé 45 ouvriers à 15 euros de l’heure.',
    ],
    ['fr', 'La première tranche a coûté 4 M€, la seconde 9 M€. La première a duré deux fois plus longtemps.'],
    ['fr', 'Un camion de 3,5 tonnes peut tirer une remorque, 350 kg de charge sont permis.'],
    ['fr', 'Permis pour un véhicule de plus de 7,5 tonnes avec remorque de plus de 750 kg.'],
    [
      'fr',
      'Le département compte 1 200 km de routes et dépense 18 millions d’euros ; une réfection revient à 95 euros le mètre.',
    ],
  ])('%s, silent: %s', (lang, text) => {
    expect(told(text, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
