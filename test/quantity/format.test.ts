import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/localized.ts';
import type { Quantity, Unit } from '../../src/core/quantity.ts';
import { decimal } from '../../src/quantity/decimal.ts';
import { formatNumber, formatQuantity } from '../../src/quantity/format.ts';
import { parseQuantity, quantityOf } from '../../src/quantity/parse.ts';

function parsed(text: string, lang: Language = 'fr'): Quantity {
  const quantity = parseQuantity(text, lang);
  if (!quantity) throw new Error(text);
  return quantity;
}

describe('numbers', () => {
  test.each([
    ['1234.5', 1, '1\u202f234,5', '1,234.5'],
    ['1234567', 0, '1\u202f234\u202f567', '1,234,567'],
    ['999.995', 2, '1\u202f000,00', '1,000.00'],
    ['1.005', 2, '1,01', '1.01'],
    ['2.5', 0, '3', '3'],
    ['-2.5', 0, '−3', '−3'],
    ['-0.004', 2, '0,00', '0.00'],
    ['0.1', 3, '0,100', '0.100'],
  ])('%s at %i decimals', (value, decimals, french, english) => {
    expect(formatNumber(decimal(value), { lang: 'fr', decimals })).toBe(french);
    expect(formatNumber(decimal(value), { lang: 'en', decimals })).toBe(english);
  });

  test('rounding is half away from zero, whatever binary floats make of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const tie = decimal(`${units}.5`).times(decimal(10).pow(-decimals));
        const shown = formatNumber(tie, { lang: 'en', decimals }).replace('−', '-').replaceAll(',', '');
        const step = decimal(10).pow(-decimals);
        const away = decimal(units)
          .plus(units < 0 ? -1 : 1)
          .times(step);
        expect(decimal(shown).eq(away)).toBe(true);
      }),
    );
  });
});

describe('quantities', () => {
  test.each([
    ['160 Md€', '160\u00a0Md€', '€160bn'],
    ['11,35 M€', '11,35\u00a0M€', '€11.35m'],
    ['-3 k€', '−3\u00a0k€', '−€3k'],
    ['0,01 %', '0,01\u00a0%', '0.01%'],
    ['1 point', '1\u00a0point', '1 point'],
    ['2 points', '2\u00a0points', '2 points'],
    ['1 500 € par jour', '1\u202f500\u00a0€ par jour', '€1,500 per jour'],
    ['1,5 million de salariés', '1,5\u00a0million de salariés', '1.5 millions de salariés'],
    ['30 avril 2021', '30 avril 2021', '30 April 2021'],
    ['1er mai 2021', '1er mai 2021', '1 May 2021'],
    ['6,7 milliards', '6,7\u00a0milliards', '6.7 milliards'],
  ])('%s', (text, french, english) => {
    expect(formatQuantity(parsed(text), { lang: 'fr' })).toBe(french);
    expect(formatQuantity(parsed(text), { lang: 'en' })).toBe(english);
  });

  test('a word agrees with its number', () => {
    const value = (unit: string, number: string) =>
      formatQuantity(
        quantityOf({ number: decimal(number), decimals: 0, text: '' }, parsed(`2 ${unit}`).unit),
        {
          lang: 'fr',
        },
      );
    expect(value('agents', '1')).toBe('1\u00a0agent');
    expect(value('agent', '2')).toBe('2\u00a0agents');
    expect(value('hôpital', '2')).toBe('2\u00a0hôpitaux');
    expect(value('ETP', '2')).toBe('2\u00a0ETP');
    expect(value('mois', '1')).toBe('1\u00a0mois');
  });

  test('another unit of the same kind keeps what was written', () => {
    const millions = parsed('1 M€').unit;
    expect(formatQuantity(parsed('1,2 Md€'), { lang: 'fr', unit: millions })).toBe('1\u202f200\u00a0M€');
    expect(formatQuantity(parsed('1 200 M€'), { lang: 'fr', unit: parsed('1 Md€').unit, decimals: 1 })).toBe(
      '1,2\u00a0Md€',
    );
  });

  const units: Readonly<Record<Language, readonly Unit[]>> = {
    fr: [
      '2',
      '2 %',
      '2 points',
      '2 €',
      '2 k€',
      '2 M€',
      '2 Md€',
      '2 € par jour',
      '2 M€ HT par an',
      '2 £',
      '2 agents',
      '2 ETP',
      '2 millions de personnes',
      '2 milliards',
      '2 lits par habitant',
      '2 µg/m³',
      '2 centimes',
    ].map((text) => parsed(text).unit),
    en: [
      '2',
      '2%',
      '2 points',
      '€2',
      '€2k',
      '€2m',
      '€2bn',
      '€2 per day',
      '$2bn',
      '2 agencies',
      '2 million people',
    ].map((text) => parsed(text, 'en').unit),
  };
  const cases = fc.constantFrom<Language>('fr', 'en').chain((lang) =>
    fc.record({
      lang: fc.constant(lang),
      unit: fc.constantFrom(...units[lang]),
      digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      decimals: fc.integer({ min: 0, max: 6 }),
    }),
  );

  test('what is printed is read back as the same quantity', () => {
    fc.assert(
      fc.property(cases, ({ lang, unit, digits, decimals }) => {
        const number = decimal(String(digits)).times(decimal(10).pow(-decimals));
        const quantity = quantityOf({ number, decimals, text: '' }, unit);
        const printed = formatQuantity(quantity, { lang });
        const back = parseQuantity(printed, lang);
        expect(back && [back.value, back.low, back.high].map(String), printed).toEqual(
          [quantity.value, quantity.low, quantity.high].map((bound) =>
            bound.isZero() ? '0' : String(bound),
          ),
        );
        expect([back?.unit.dimension, back?.decimals, back?.exact]).toEqual([
          unit.dimension,
          decimals,
          quantity.exact,
        ]);
      }),
      { numRuns: 500 },
    );
  });
});
