import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('a year in twelfths and in weeks, and water in cubic hectometres', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'L’indemnité est payée par douzièmes de 310 €, soit 3 620 € par an.',
      'fails conversion 3 620 € par an',
    ],
    ['fr', 'Le budget annuel est de 1,2 M€, payé par douzièmes de 100 000 €.', 'holds conversion 100 000 €'],
    ['en', 'The settlement is worth £1,560 a year, or £36 a week.', 'fails conversion £36 a week'],
    ['en', 'The subscription costs $780 a year, or $15 a week.', 'holds conversion $15 a week'],
    ['en', 'Term-time staff earn £15,600 a year, or £400 a week.', 'holds conversion £400 a week'],
    ['fr', 'La retenue contient 12 hm³, soit 1,2 million de m³.', 'fails conversion 1,2 million de m³'],
  ])('%s: %s', (lang, source, claim) => {
    expect(told(source, lang)).toContain(claim);
  });
});
