import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('what is left, what is told to share, and units left out', () => {
  test.each<[Language, string, string]>([
    ['en', 'The force lost one in three of its stations: of 45, only 36 remain.', 'fails ratio one in three'],
    ['en', 'The force lost one in five of its stations: of 45, only 36 remain.', 'holds ratio one in five'],
    [
      'en',
      'The grant totalled £1.66m. Divided among the 40 parishes of the district, it came to £4,150 apiece.',
      'fails ratio £4,150',
    ],
    [
      'fr',
      'Le marché a coûté 2,9 millions d’euros. Rapportée aux 4 100 internes, la dépense est de 6 120 € par tête.',
      'fails ratio 6 120 € par tête',
    ],
    [
      'fr',
      'Sur 2,8 milliards d’euros de crédits, 1,2 sont allés aux routes (43 %) et 0,9 au rail (37 %).',
      'fails share 37 %',
    ],
    [
      'fr',
      'Ils étaient 315 à postuler ; 126 ont été retenus, soit trois sur cinq.',
      'fails ratio trois sur cinq',
    ],
  ])('%s: %s', (lang, source, claim) => {
    expect(told(source, lang)).toContain(claim);
  });

  test.each<[Language, string]>([
    ['en', 'The fund paid out £12m to 340 charities, capped at £50,000 each.'],
    [
      'fr',
      'Les crédits atteignent 35 M€. Pour chacun des 14 sites, le ministère prévoit 2 experts et 300 000 € de travaux.',
    ],
    [
      'fr',
      'Le conseil compte 45 élus, dont 18 femmes. Le taux de chômage, de 8,4 %, y est plus élevé qu’ailleurs.',
    ],
  ])('%s: %s', (lang, source) => {
    expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
