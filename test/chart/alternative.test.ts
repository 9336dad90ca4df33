import { expect, test } from 'vitest';
import { alternativeOf } from '../../src/chart/alternative.ts';
import { plotOf, type ChartSource } from './chart-fixture.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

test.each<[string, ChartSource, string]>([
  [
    'bars',
    { type: 'bar', csv: 'a;b\nEau;12\nAir;3,5\nTerre;\n', unit: '%' },
    'Diagramme en barres : 2 valeurs ; le plus élevé : Eau, 12 % ; le plus bas : Air, 3,5 % ; une valeur manque.',
  ],
  [
    'ties',
    { type: 'bar', csv: 'a;b\nEau;12\nAir;12\nTerre;1\n', unit: '%' },
    'Diagramme en barres : 3 valeurs ; le plus élevé : Eau et Air, 12 % ; le plus bas : Terre, 1 %.',
  ],
  [
    'equal values',
    { type: 'dot', csv: 'a;b\nEau;12\nAir;12\n', unit: '%' },
    'Diagramme en points : 2 valeurs ; toutes les valeurs sont égales, 12 %.',
  ],
  [
    'one value',
    { type: 'waffle', csv: 'a;b\nEau;12\n', unit: '%' },
    'Diagramme de cent carrés : 1 valeur ; une seule valeur, Eau : 12 %.',
  ],
  [
    'a line, in English',
    { type: 'line', csv: 'year;b\n2019;12\n2020;9.5\n2021;15\n', unit: 'M€', lang: 'en' },
    'Line chart: 3 values; from €12m (2019) to €15m (2021); the highest: 2021, €15m; the lowest: 2020, €9.5m.',
  ],
  [
    'stacks, by their totals',
    { type: 'stacked-bar', csv: 'a;x;y\nEau;1;2\nAir;5;\n', unit: 'M€' },
    'Diagramme en barres empilées : 3 valeurs ; séries : x, y ; le total le plus élevé : Air, 5 M€ ; le total le plus bas : Eau, 3 M€.',
  ],
  [
    'a long unit',
    { type: 'bar', csv: 'a;b\nEau;12\nAir;3\n', unit: 'agents' },
    'Diagramme en barres : 2 valeurs, en agents ; le plus élevé : Eau, 12 ; le plus bas : Air, 3.',
  ],
])('%s', (_name, source, expected) => {
  expect(plain(alternativeOf(plotOf(source)).short)).toBe(expected);
});

test('the long form tells every value, in the order of the drawing', () => {
  const csv = 'a;b\nEau;3\nAir;12\nTerre;\n';
  const { long } = alternativeOf(plotOf({ type: 'bar', csv, unit: '%', order: 'descending' }));
  expect(plain(long)).toMatch(/Valeurs : Air, 12 % ; Eau, 3 % ; Terre, n\.d\.$/u);
});
