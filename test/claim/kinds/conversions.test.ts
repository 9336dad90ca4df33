import { describe, expect, test } from 'vitest';
import { findProseClaims } from '../../../src/claim/prose.ts';
import type { Language } from '../../../src/core/localized.ts';
import { noteOf } from '../../check/note-fixture.ts';

/** "fails conversion 306 000 euros" of each claim. */
function told(source: string, lang: Language): string[] {
  const note = noteOf(source);
  const claims = findProseClaims({ ...note, meta: { ...note.meta, lang } });
  return claims.map(({ verdict, kind, stated }) => `${verdict} ${kind} ${stated}`);
}

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
