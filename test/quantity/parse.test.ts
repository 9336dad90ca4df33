import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/localized.ts';
import { parseQuantity, scanQuantity } from '../../src/quantity/parse.ts';
import { quantitiesIn } from '../../src/quantity/prose-numbers.ts';

/** Text, value in the base unit, dimension, and the bounds where the number is not exact. */
type Row = readonly [text: string, value: string, dimension: string, low?: string, high?: string];

function expectRow([text, value, dimension, low = value, high = value]: Row, lang: Language) {
  const quantity = parseQuantity(text, lang);
  expect(quantity && [quantity.value, quantity.low, quantity.high].map(String)).toEqual([value, low, high]);
  expect(quantity?.unit.dimension).toBe(dimension);
  expect(quantity?.exact).toBe(low === high);
  expect(quantity?.text).toBe(text);
}

describe('French', () => {
  const rows: readonly Row[] = [
    ['160 Md€', '160000000000', 'EUR', '159500000000', '160500000000'],
    ['160 Mds€', '160000000000', 'EUR', '159500000000', '160500000000'],
    ['160\u202fmilliards d’euros', '160000000000', 'EUR', '159500000000', '160500000000'],
    ["160 milliards d'euros", '160000000000', 'EUR', '159500000000', '160500000000'],
    ['11,35 M€', '11350000', 'EUR', '11345000', '11355000'],
    ['12k€', '12000', 'EUR', '11500', '12500'],
    ['0,01 %', '0.0001', '1', '0.00005', '0.00015'],
    ['0,01%', '0.0001', '1', '0.00005', '0.00015'],
    ['12,3 %', '0.123', '1', '0.1225', '0.1235'],
    ['12 pour cent', '0.12', '1', '0.115', '0.125'],
    ['+12 %', '0.12', '1', '0.115', '0.125'],
    ['− 12,5 %', '-0.125', '1', '-0.1255', '-0.1245'],
    ['-65', '-65', '1'],
    ['0,8 point de pourcentage', '0.008', 'point', '0.0075', '0.0085'],
    ['12 points', '0.12', 'point', '0.115', '0.125'],
    ['1 086 950 000 €', '1086950000', 'EUR'],
    ['1 500 € HT par jour', '1500', 'EUR/jour'],
    ['1500€/jour', '1500', 'EUR/jour'],
    ['41,30 € de l’heure', '41.3', 'EUR/heure'],
    ['2 396,4 €', '2396.4', 'EUR', '2396.35', '2396.45'],
    ['12 500 agents', '12500', 'agent'],
    ['369\u2009423 lits d’hospitalisation', '369423', "lit d'hospitalisation"],
    ['1,2 million de salariés', '1200000', 'salarié', '1150000', '1250000'],
    ['2,42 M', '2420000', '1', '2415000', '2425000'],
    ['450 ETP', '450', 'ETP'],
    ['15 µg/m³', '15', 'µg/m³'],
    ['6,4 % du PIB', '0.064', '1', '0.0635', '0.0645'],
    ['3 % par an', '0.03', '1', '0.025', '0.035'],
    ['12.5 %', '0.125', '1', '0.1245', '0.1255'],
    ['1.234.567,8', '1234567.8', '1', '1234567.75', '1234567.85'],
    ['1 234,5', '1234.5', '1', '1234.45', '1234.55'],
    ['quatre agents', '4', 'agent'],
    ['50 centimes', '0.5', 'EUR'],
    ['30 avril 2021', '738215', 'date'],
    ['2021-04-30', '738215', 'date'],
    ['1er mai 2021', '738216', 'date'],
    ['avril 2021', '738186', 'date', '738186', '738215'],
  ];
  test.each(rows.map((row) => ({ text: row[0], row })))('$text', ({ row }) => {
    expectRow(row, 'fr');
  });

  test.each(['', 'beaucoup', '12e', '5G', 'T4', '12 %, 13 %', '1,2,3', '1.2.3', '12 34', '9'.repeat(80)])(
    '%s is no quantity',
    (text) => {
      expect(parseQuantity(text, 'fr')).toBeUndefined();
    },
  );

  test.each([
    ['2 lits', '1 lit'],
    ['2 hôpitaux', '1 hôpital'],
    ['2 bureaux', '1 bureau'],
    ['3 mois', '1 mois'],
    ['12 Agents', '1 agent'],
    ['4 travaux', '1 travail'],
    ['4 agents publics', '1 agent public'],
  ])('%s and %s count the same thing', (plural, singular) => {
    expect(parseQuantity(plural, 'fr')?.unit.dimension).toBe(parseQuantity(singular, 'fr')?.unit.dimension);
  });
});

describe('English', () => {
  const rows: readonly Row[] = [
    ['€160bn', '160000000000', 'EUR', '159500000000', '160500000000'],
    ['€11.35m', '11350000', 'EUR', '11345000', '11355000'],
    ['160 Md€', '160000000000', 'EUR', '159500000000', '160500000000'],
    ['160 bn €', '160000000000', 'EUR', '159500000000', '160500000000'],
    ['$1.2 billion', '1200000000', 'USD', '1150000000', '1250000000'],
    ['£9.40', '9.4', 'GBP'],
    ['1,640', '1640', '1'],
    ['12.5%', '0.125', '1', '0.1245', '0.1255'],
    ['12 per cent', '0.12', '1', '0.115', '0.125'],
    ['four percentage points', '0.04', 'point', '0.035', '0.045'],
    ['3.4 million people', '3400000', 'person', '3350000', '3450000'],
    ['€1,500 per day', '1500', 'EUR/day'],
    ['2 agencies', '2', 'agency'],
    ['April 30, 2021', '738215', 'date'],
  ];
  test.each(rows.map((row) => ({ text: row[0], row })))('$text', ({ row }) => {
    expectRow(row, 'en');
  });
});

describe('in prose', () => {
  const found = (text: string, lang: Language = 'fr') =>
    quantitiesIn(text, lang).map(({ start, end }) => text.slice(start, end));

  test('years, dates, times, ordinals, telephones and references are no quantities', () => {
    const text =
      'En 2021, le 12 mars à 16 h 45, la 12e édition (p. 12, article 3, n° 578) du 30/04/2021 : 02 99 28 55 55, en 2020-2021.';
    expect(found(text)).toEqual([]);
  });

  test('a number in the thousands with a unit is no year', () => {
    expect(found('Il coûte 1500 € ou 2000 euros, 1600 points, 2021.')).toEqual([
      '1500 €',
      '2000 euros',
      '1600 points',
    ]);
  });

  test('takes the unit or the one word that is counted, and no more', () => {
    expect(
      found('passe de 262 à 209,6 M€ pour 5 716 900 agents publics, soit 12 % des 28 contrats.'),
    ).toEqual(['262', '209,6 M€', '5 716 900 agents', '12 %', '28 contrats']);
    expect(found('spent £3.4m of its £42.5m income, 96,000 requests and 25%.', 'en')).toEqual([
      '£3.4m',
      '£42.5m',
      '96,000 requests',
      '25%',
    ]);
  });

  test('finds nothing at an offset inside a word or a number', () => {
    expect(scanQuantity('12 500 agents', 1, 'fr')).toBeUndefined();
    expect(scanQuantity('CO2 5', 2, 'fr')).toBeUndefined();
  });
});

describe('whatever the text', () => {
  const alphabet = fc.constantFrom(
    ...Array.from('0123456789 ,.-+−%€kMd'),
    '\u202f',
    '’',
    'Md€',
    ' par jour',
    'million',
    'un ',
    'vingt',
    '/',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  test('bounds hold the value and nothing throws', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<Language>('fr', 'en'), (text, lang) => {
        const all = [parseQuantity(text, lang), ...quantitiesIn(text, lang).map(({ quantity }) => quantity)];
        for (const quantity of all) {
          if (!quantity) continue;
          expect(quantity.low.lte(quantity.value) && quantity.value.lte(quantity.high)).toBe(true);
          expect(quantity.exact).toBe(quantity.low.eq(quantity.high));
        }
      }),
    );
  });

  test.each([
    ['digits', '1'],
    ['groups', '123 '],
    ['points', '1.'],
    ['commas', '1,234'],
    ['words', 'un et '],
    ['percent', '12 % '],
    ['spaces', '1\u00a0 \u202f'],
    ['signs', '€-1'],
    ['nouns', '1 a-a-a'],
    ['dates', '12 mars '],
  ])('a long text of %s takes linear time', (_name, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    parseQuantity(text, 'fr');
    quantitiesIn(text, 'fr');
    scanQuantity(text, 0, 'fr');
  });
});
