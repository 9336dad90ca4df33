import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('the others of a whole, and which way a rate went', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'La fédération compte 140 clubs ; 96 ont répondu. Les 54 autres n’ont rien envoyé.',
      'fails difference 54',
    ],
    [
      'fr',
      'Des 57 agents du greffe, 41 sont titulaires, les 16 autres étant vacataires.',
      'holds difference 16',
    ],
    [
      'en',
      'We wrote to 130 schools and 88 replied. The other 52 have been sent a reminder.',
      'fails difference 52',
    ],
    [
      'en',
      'Of the 76 bridges, 49 passed, and the remaining 27 are to be looked at again.',
      'holds difference 27',
    ],
    [
      'fr',
      'Le taux d’emploi est monté à 61,3 %, après 58,1 % en 2014. Il perd donc 3,2 points.',
      'fails points 3,2 points',
    ],
  ])('%s: %s', (lang, source, claim) => {
    expect(told(source, lang)).toContain(claim);
  });

  test.each<[Language, string]>([
    ['fr', 'En 2021, 62 agents ont traité 4 500 dossiers. Les 12 autres services ont suivi.'],
    ['fr', 'Trois villes ont signé. Les 40 autres réfléchissent, et 12 ont dit non.'],
    ['en', 'The museum lent 40 paintings and 12 bronzes. The other 300 works stay in store.'],
    ['en', 'Two of the 14 clerks left in May. The remaining staff of 9 work from home.'],
  ])('%s: %s', (lang, source) => {
    expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
