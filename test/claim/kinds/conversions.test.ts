import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('a rate over a time or a count, and one quantity in two units', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'Le loyer du hangar, fixé à 2 600 euros mensuels, court sur vingt-quatre mois ; au terme du bail, la commune aura versé 46 800 euros.',
      'fails conversion 46 800 euros',
    ],
    [
      'fr',
      'Le loyer du hangar, fixé à 2 600 euros mensuels, court sur vingt-quatre mois ; au terme du bail, la commune aura versé 62 400 euros.',
      'holds conversion 62 400 euros',
    ],
    [
      'fr',
      'Chaque surveillant perd 48 minutes par jour dans les sas. Sur 210 jours de service, cela fait 150 heures par an.',
      'fails conversion 150 heures par an',
    ],
    [
      'fr',
      "Une aide-soignante touche 1 650 euros nets par mois. Sur l'année, son revenu est donc de 18 600 euros.",
      'fails conversion 18 600 euros',
    ],
    [
      'fr',
      'La prime de 800 euros sera versée à 1 450 agents, ce qui coûtera 1,16 M€ à la collectivité.',
      'holds conversion 1,16 M€',
    ],
    [
      'fr',
      "Le trajet en car entre les deux sous-préfectures demande 3 h 15, c'est-à-dire 315 minutes.",
      'fails conversion 315 minutes',
    ],
    ['fr', 'La dose maximale admise est de 250 mg (0,25 g) par prise.', 'holds conversion 0,25 g'],
    [
      'fr',
      'Le compte épargne-temps moyen affiche 336 heures, soit 52 journées de sept heures.',
      'fails conversion 52 journées',
    ],
    [
      'en',
      'The hostel charges £95 a night. A family placed there for 32 nights costs the borough £3,400.',
      'fails conversion £3,400',
    ],
    [
      'en',
      'Each appointment overran by 12 minutes; across the 45 appointments of a clinic that is nine hours lost.',
      'holds conversion nine hours',
    ],
    ['en', 'The levy comes to 140 pence (£14) per bag.', 'fails conversion £14'],
    [
      'en',
      'The quarry covers 48 hectares, or 4.8 square kilometres.',
      'fails conversion 4.8 square kilometres',
    ],
    [
      'fr',
      'La station pompe 900 000 litres par an. Cela fait 90 mètres cubes, dit le fontainier.',
      'fails conversion 90 mètres cubes',
    ],
    ['fr', 'Le film dure 1 h 50 de projection. En minutes : 150.', 'fails conversion 150'],
    [
      'fr',
      'Les 1 500 bennes parties vides représentent un manque de 30 000 m³ à raison de 20 m³ par benne.',
      'holds conversion 30 000 m³',
    ],
    ['en', 'A berth costs £62 a month, which over the year comes to £620.', 'fails conversion £620'],
    ['en', 'The form takes half an hour, i.e. 45 minutes.', 'fails conversion 45 minutes'],
  ])('%s: %s', (lang, text, claim) => {
    expect(told(text, lang)).toContain(claim);
  });

  test.each<[Language, string]>([
    [
      'fr',
      'Le bail de 9 ans porte sur 1 200 m² de bureaux ; le loyer est de 310 000 euros par an, hors charges, et le dépôt de garantie de 77 500 euros.',
    ],
    [
      'fr',
      "Le taux d'encadrement est d'un adulte pour huit enfants ; la crèche ouvre 11 heures par jour, 225 jours par an, et accueille 60 berceaux.",
    ],
    ['fr', 'Il faut réunir 166 trimestres (41 ans et 6 mois) pour partir à taux plein.'],
    ['fr', 'Cela correspond à 30 jours ouvrables (5 semaines) pour une année complète de travail.'],
    ['fr', 'Le délai est de trois mois de 100 à 249 licenciements, de quatre au-delà de 250 licenciements.'],
    ['fr', 'Deux aides sont possibles : l’aide de 5 000 € ou 8 000 € et l’aide unique.'],
    ['fr', 'La séance s’ouvre à 14 h 30 et dure 90 minutes ; la précédente avait commencé à 9 h 15.'],
    ['en', 'Tickets cost £12, or £9 for under-16s; the hall seats 480 and the show ran for 14 nights.'],
    [
      'en',
      'The contract runs for five years at £2.4m a year and includes a 3% discount after 24 months; the supplier employs 310 staff.',
    ],
  ])('%s, silent: %s', (lang, text) => {
    expect(told(text, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
