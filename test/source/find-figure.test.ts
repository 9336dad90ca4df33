import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../src/quantity/parse.ts';
import { leastStrength } from '../../src/source/figure-strength.ts';
import { findFigure, nearestFigure } from '../../src/source/find-figure.ts';
import { makeSource } from './make-source.ts';

function foundIn(source: string, value: string): string | undefined {
  const quantity = parseQuantity(value, 'fr');
  if (!quantity) throw new Error(`"${value}" is no quantity`);
  const searchable = makeSource(source);
  const best = findFigure(searchable, quantity).find(({ strength }) => strength >= leastStrength);
  return best && searchable.source.text.slice(best.start, best.end).replace(/\s/gu, ' ');
}

describe('a figure is found in any writing', () => {
  test.each([
    ['160 Md€', 'soit 160 milliards d’euros par an', '160 milliards d’euros par an'],
    ['160 Md€', 'soit 160 000 M€ en 2021', '160 000 M€'],
    ['160 Md€', 'soit 160,0 Md€', '160,0 Md€'],
    ['160 Md€', 'soit 160 000 millions d’euros', '160 000 millions d’euros'],
    ['160 Md€', 'about €160 billion a year', '€160 billion a year'],
    ['160 Md€', 'about €160bn a year', '€160bn a year'],
    ['160 Md€', 'Dépense (en milliards d’euros) : 2019 158 2020 160 153', '160'],
    ['160 Md€', 'Dépense (en M€)\n2020 160 000\n2021 161 000', '160 000'],
    ['11,35 M€', 'pour 11 352 480 €', '11 352 480 €'],
    ['11,35 M€', 'pour 11.35 million euros', '11.35 million euros'],
    ['2 milliards d’euros', 'près de deux milliards d’euros', 'deux milliards d’euros'],
    ['12 %', 'une hausse de 12 pour cent', '12 pour cent'],
    ['12,3 %', 'a rise of 12.3%', '12.3%'],
    ['12,3 %', 'Taux de non-recours (en %)\nParis 12,3\nLyon 14,1', '12,3'],
    ['12 500 agents', 'quelque 12 500 fonctionnaires', '12 500'],
    ['12 500 agents', 'some 12,500 officials', '12,500'],
    ['12 500 agents', 'Effectifs\t12 500\t13 000', '12 500'],
    ['12 500 agents', 'ils étaient 12\n500 à le dire', '12 500'],
    ['26 %', 'Marchés\t43 Md€ 26 %\nTotal\t163 Md€ 100 %', '26 %'],
    ['1 500 € par jour', 'au tarif de 1 500 euros par jour', '1 500 euros par jour'],
  ])('%s: %s', (value, source, expected) => {
    expect(foundIn(source, value)).toBe(expected);
  });

  test.each([
    ['160 Md€', 'soit 190 milliards d’euros'],
    ['160 Md€', 'soit 160 millions d’euros'],
    ['160 Md€', 'les 160 guichets du bureau'],
    ['160 Md€', 'soit 1 600 milliards d’euros'],
    ['11,35 M€', 'pour 11,36 M€ puis 11 300 000 €'],
    ['12 %', 'une hausse de 12 points'],
    ['24 %', 'dont 30 % d’agents (note 4).\n24 Le bureau, Rapport annuel'],
    ['7 Md€', 'soit 160,7 Md€'],
    ['51 M€', 'des millions d’euros (p. 51).'],
    ['12 500 agents', '12 501 agents, 125 agents, 112 500 agents'],
    ['12 500 agents', 'un texte sans nombre'],
  ])('%s is not in: %s', (value, source) => {
    expect(foundIn(source, value)).toBeUndefined();
  });
});

test('of several, the one with its unit comes first', () => {
  expect(foundIn('Page 160. En milliards : 160. La dépense atteint 160 Md€.', '160 Md€')).toBe('160 Md€');
});

test('the nearest figure is of the same kind', () => {
  const source = makeSource(
    'En 2021, 165 agents ; la dépense est de 150 milliards d’euros, contre 90 Md€ avant.',
  );
  const quantity = parseQuantity('160 Md€', 'fr');
  const near = quantity && nearestFigure(source, quantity);
  expect(source.source.text.slice(near?.start, near?.end)).toBe('150 milliards d’euros');
});

test('what a source says in euros is found from millions and billions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 }), (whole, hundredths) => {
      const stated = `${whole},${String(hundredths).padStart(2, '0')} M€`;
      const euros = String(whole * 1_000_000 + hundredths * 10_000).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
      expect(foundIn(`Le montant est de ${euros} euros, tout compris.`, stated)).toBeDefined();
      const other = String((whole + 3) * 1_000_000 + hundredths * 10_000).replace(/\B(?=(?:\d{3})+$)/gu, ' ');
      expect(foundIn(`Le montant est de ${other} euros, tout compris.`, stated)).toBeUndefined();
    }),
  );
});
