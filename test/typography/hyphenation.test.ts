import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/localized.ts';
import { loadHyphenator } from '../../src/typography/hyphenation.ts';

const hyphenator = await loadHyphenator();

function broken(block: string, lang: Language = 'fr'): string {
  const places = [...hyphenator(block, lang), block.length];
  return places.map((at, index) => block.slice(places[index - 1] ?? 0, at)).join('|');
}

it('breaks long words by the patterns of their language, three letters from each end', () => {
  expect(broken('L’externalisation de la responsabilité est pluriannuelle, dit-on ici.')).toBe(
    'L’exter|na|li|sa|tion de la res|pon|sa|bi|lité est plu|ri|an|nuelle, dit-on ici.',
  );
  expect(broken('The responsibility of the administration is here.', 'en')).toMatch(/respon\|/);
});

describe('leaves whole', () => {
  it.each([
    ['names and words with capitals', 'Le Secrétariat de Montgomery, l’INSPECTION, la eComptabilité, ici.'],
    ['compounds', 'Une demande socio-économique-historique, un après‑manifestation, ici.'],
    ['inclusive forms', 'Des administrateur·rices et fonctionnaire·s, ici.'],
    [
      'addresses',
      'Sur https://exemple.fr/externalisations, a.comptabilite@exemple.fr, externalisation.fr, ici.',
    ],
    ['words with digits', 'Le fichier2021externalisation, ici.'],
    ['short words', 'Un dépôt minime moins solide, ici.'],
    ['what is counted, and dates', 'Les 12\u00a0milliards du 23\u00a0novembre, ici.'],
    ['elided words', 'Aujourd’hui lorsqu’elle puisqu’elle, ici.'],
    ['the last word', 'Ici, externalisation.'],
    ['the last word before a note call', 'Ici, externalisation.\ufffc'],
  ])('%s', (_, block) => {
    expect(hyphenator(block, 'fr')).toEqual([]);
  });
});

it('sees quotations and passages in the other language', () => {
  const quoted =
    'Il parle de « the responsibility of the administration for the public » et de responsabilité ici.';
  expect(broken(quoted)).toContain('respon|si');
  expect(broken(quoted)).toContain('res|pon|sa|bi|lité');
  expect(broken('The responsibility of the administration is for the people.')).toContain('respon|si');
});

it('only adds breaks within words, and repeats itself', () => {
  const words = fc.array(
    fc.constantFrom(
      'externalisation',
      'Bercy',
      'l’administration',
      '12',
      '·',
      'agent·es',
      ' ',
      '\u00a0',
      '«',
      'mot',
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(words, fc.constantFrom<Language>('fr', 'en'), (parts, lang) => {
      const block = parts.join(' ');
      const places = hyphenator(block, lang);
      expect(places).toEqual(hyphenator(block, lang));
      for (const at of places) expect(block.slice(at - 3, at + 3)).toMatch(/^[\p{Ll}]{6}$/u);
    }),
  );
});
