import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/localized.ts';
import type { Quantity } from '../../src/core/quantity.ts';
import { compare, type Verdict } from '../../src/quantity/compare.ts';
import { decimal, roundTo } from '../../src/quantity/decimal.ts';
import { formatNumber } from '../../src/quantity/format.ts';
import { expectedText, isTooPrecise, judgeText } from '../../src/quantity/judge-text.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import { parseStated } from '../../src/quantity/parse-stated.ts';
import type { Stated } from '../../src/quantity/stated.ts';
import { percentUnit } from '../../src/quantity/unit.ts';

function stated(text: string, lang: Language = 'fr'): Stated {
  const found = parseStated(text, lang);
  if (!found) throw new Error(`not read: ${text}`);
  return found;
}

function quantity(text: string, lang: Language = 'fr'): Quantity {
  const found = parseQuantity(text, lang);
  if (!found) throw new Error(`not read: ${text}`);
  return found;
}

/** "[0.114, 0.126)", at four digits. */
function rangeOf({ range }: Stated): string {
  const short = (value: Decimal) => value.toSignificantDigits(4).toString();
  return `${range.lowClosed ? '[' : '('}${short(range.low)}, ${short(range.high)}${range.highClosed ? ']' : ')'}`;
}

describe('what words around a number allow', () => {
  test.each([
    ['0,01 %', '[0.00005, 0.00015)'],
    ['−0,01 %', '(-0.00015, -0.00005]'],
    ['4 555 agents', '[4555, 4555]'],
    ['environ 12 %', '[0.114, 0.126]'],
    ['12 % environ', '[0.114, 0.126]'],
    ['environ 4 %', '[0.035, 0.045)'],
    ['près de 40 000', '[38000, 42000]'],
    ['quelque 200 agents', '[190, 210]'],
    ['Plus de 4 500 agents', '(4500, 5625]'],
    ['plus d’un milliard d’euros', '(1000000000, 1250000000]'],
    ['au moins 160 Md€', '[160000000000, 200000000000]'],
    ['160 Md€ au moins', '[160000000000, 200000000000]'],
    ['moins de 5 %', '[0.0375, 0.05)'],
    ['à peine 200', '[150, 200]'],
    ['presque 20 %', '[0.15, 0.2]'],
    ['dépasse 3,5 Md€', '(3500000000, 4375000000]'],
    ['plus de −8', '[-10, -8)'],
    ['un quart', '[0.2375, 0.2625]'],
    ['deux tiers', '[0.6333, 0.7]'],
    ['la moitié', '[0.475, 0.525]'],
    ['plus de la moitié', '(0.5, 0.625]'],
    ['un candidat sur quatre', '[0.2375, 0.2625]'],
    ['3 agents sur 10', '[0.285, 0.315]'],
    ['trois fois plus', '[2.76, 3.24]'],
    ['2,5 fois plus élevé', '[2.3, 2.7]'],
    ['deux fois moins', '[0.46, 0.54]'],
    ['a triplé', '[2.76, 3.24]'],
    ['deux fois et demie', '[2.3, 2.7]'],
    ['3,2 lits pour 1 000 habitants', '[0.00315, 0.00325)'],
    ['a plus que doublé', '(2, 2.5]'],
    ['multipliées par 2,36', '[2.171, 2.549]'],
    ['une centaine d’agents', '[95, 105]'],
    ['entre 160 et 190 Md€', '[159500000000, 190500000000)'],
    ['de 18 à 22 repas', '[18, 22]'],
    ['les 4 555 répondants', '[4555, 4555]'],
    ['douze points de moins', '[0.115, 0.125)'],
    ['160 Md€ en 2021', '[159500000000, 160500000000)'],
    ['« 12 % »', '[0.115, 0.125)'],
  ])('%s', (text, range) => {
    expect(rangeOf(stated(text))).toBe(range);
  });

  test.each([
    ['about 12%', '[0.114, 0.126]'],
    ['more than 40 beds', '(40, 50]'],
    ['at least 40', '[40, 50]'],
    ['less than 5%', '[0.0375, 0.05)'],
    ['nearly 40%', '[0.3, 0.4]'],
    ['two-thirds', '[0.6333, 0.7]'],
    ['a half', '[0.475, 0.525]'],
    ['one tenant in five', '[0.19, 0.21]'],
    ['three times more', '[2.76, 3.24]'],
    ['two and a half times', '[2.3, 2.7]'],
    ['340 doctors per 100,000 people', '[0.003395, 0.003405)'],
    ['more than doubled', '(2, 2.5]'],
    ['between €160bn and €190bn', '[159500000000, 190500000000)'],
  ])('%s', (text, range) => {
    expect(rangeOf(stated(text, 'en'))).toBe(range);
  });

  test.each(['', 'rien', '12 % des 4 500 agents', 'de 12 à 10', 'x'.repeat(500)])(
    '%s says no number, or several',
    (text) => {
      expect(parseStated(text, 'fr')).toBeUndefined();
    },
  );
});

describe('a fall', () => {
  const fall = {
    ...quantity('73,7 %'),
    ...{ value: decimal('-0.737'), low: decimal('-0.7375'), high: decimal('-0.7365') },
  };
  test.each([
    ['73,7 %', 'une baisse de ', '', 'holds'],
    ['plus de 70 %', 'une baisse de ', '', 'holds'],
    ['−73,7 %', 'une baisse de ', '', 'holds'],
    ['une baisse de 74 %', '', '', 'holds'],
    ['74 %', 'il en reste ', ' de moins', 'holds'],
    ['74 %', 'après une hausse, un recul de ', '', 'holds'],
    ['75 %', 'une baisse de ', '', 'fails'],
    ['74 %', 'une hausse de ', '', 'fails'],
    ['74 %', 'après une baisse, une hausse de ', '', 'fails'],
    ['74 %', 'soit ', '', 'fails'],
  ])('%s after "%s", before "%s": %s', (text, before, after, verdict) => {
    expect(judgeText(text, fall, 'fr', { before, after }).verdict).toBe(verdict);
  });

  test.each([
    ['fell by ', 'holds'],
    ['rose by ', 'fails'],
  ])('in English: %s', (before, verdict) => {
    expect(judgeText('74%', fall, 'en', { before, after: '' }).verdict).toBe(verdict);
  });
});

describe('verdicts', () => {
  const rows: readonly (readonly [text: string, truth: string, verdict: Verdict])[] = [
    ['0,01 %', '0,0071 %', 'holds'],
    ['0,02 %', '0,0071 %', 'fails'],
    ['160 milliards', '160 Md€', 'holds'],
    ['160 Md€', '163 Md€', 'fails'],
    ['160 000 M€', '160 Md€', 'holds'],
    ['160', '160 Md€', 'holds'],
    ['11 350 000 €', '11,35 M€', 'holds'],
    ['12 %', '12,4 %', 'holds'],
    ['12 %', '12,5 %', 'holds'],
    ['12 %', '12,6 %', 'fails'],
    ['12 points', '12 %', 'fails'],
    ['12 %', '12 points', 'fails'],
    ['12 %', '12 agents', 'fails'],
    ['12 €', '12 agents', 'fails'],
    ['12 €', '12 £', 'fails'],
    ['4 555 répondants', '4 555 personnes', 'holds'],
    ['1 500 €', '1 500 € par jour', 'holds'],
    ['4 556', '4 555 personnes', 'fails'],
    ['4 500', '4 555 personnes', 'undecided'],
    ['4 500', '4 700 personnes', 'fails'],
    ['4 500 €', '4 555 €', 'fails'],
    ['plus de 4 500', '4 555 personnes', 'holds'],
    ['plus de 5 %', '5 agents', 'fails'],
    ['la quasi-totalité', '95 %', 'holds'],
    ['presque toutes les communes', '91 %', 'holds'],
    ['la quasi-totalité des agents', '80 %', 'fails'],
    ['la totalité', '100 %', 'holds'],
    ['Tous les agents', '100 %', 'holds'],
    ['tous', '95 %', 'fails'],
    ['aucun agent', '0 agent', 'holds'],
    ['aucun', '0 %', 'holds'],
    ['aucune commune', '30 %', 'fails'],
    ['aucun agent', '1 agent', 'fails'],
    ['tous les 3 ans', '3 ans', 'holds'],
    ['la moitié', '49,4 %', 'holds'],
    ['la moitié', '46 %', 'undecided'],
    ['la moitié', '44 %', 'fails'],
    ['trois fois plus', '270 %', 'undecided'],
    ['trois fois plus', '260 %', 'fails'],
    ['30 avril 2021', '30 avril 2021', 'holds'],
    ['avril 2021', '30 avril 2021', 'holds'],
    ['mai 2021', '30 avril 2021', 'fails'],
    ['12', '30 avril 2021', 'fails'],
  ];
  test.each(rows)('“%s” of %s %s', (text, truth, verdict) => {
    expect(compare(stated(text), quantity(truth))).toBe(verdict);
  });

  test('strict words exclude the number itself', () => {
    expect(compare(stated('plus de 5 agents'), quantity('5 agents'))).toBe('fails');
    expect(compare(stated('au moins 5 agents'), quantity('5 agents'))).toBe('holds');
  });

  test('an integer states a truth with decimals by rounding it', () => {
    const truth = {
      ...quantity('1'),
      value: decimal('2927.12'),
      low: decimal('2927.12'),
      high: decimal('2927.12'),
    };
    expect(compare(stated('2 927'), truth)).toBe('holds');
    expect(compare(stated('2 928'), truth)).toBe('fails');
  });

  const exactPercent = (value: Decimal): Quantity => ({
    value: value.times(percentUnit.scale),
    low: value.times(percentUnit.scale),
    high: value.times(percentUnit.scale),
    unit: percentUnit,
    exact: true,
    decimals: 0,
    text: '',
  });
  const cases = fc.record({
    lang: fc.constantFrom<Language>('fr', 'en'),
    truth: fc.integer({ min: -1e9, max: 1e9 }).map((units) => decimal(units).div(1e7)),
    decimals: fc.integer({ min: 0, max: 5 }),
    off: fc.integer({ min: 1, max: 50 }),
    sign: fc.constantFrom(1, -1),
  });

  test('a number made by rounding the truth never fails; one unit of its last digit off, it always does', () => {
    fc.assert(
      fc.property(cases, ({ lang, truth, decimals, off, sign }) => {
        const rounded = roundTo(truth, decimals);
        const say = (value: Decimal) => `${formatNumber(value, { lang, decimals })} %`;
        expect(judgeText(say(rounded), exactPercent(truth), lang).verdict).toBe('holds');
        const wrong = rounded.plus(
          decimal(10)
            .pow(-decimals)
            .times(off * sign),
        );
        expect(judgeText(say(wrong), exactPercent(truth), lang).verdict).toBe('fails');
      }),
    );
  });

  test('no text throws, and time is bounded', () => {
    const words = [
      'plus de ',
      'un ',
      'sur ',
      'fois ',
      'entre ',
      'et ',
      '12',
      ' %',
      'Md€',
      ' ',
      'à ',
      'tiers',
      '-',
      '’',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words)).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = parseStated(text, 'fr');
        if (found) expect(found.range.low.lte(found.range.high)).toBe(true);
      }),
    );
    for (const word of words) parseStated(word.repeat(400), 'fr');
    for (const word of words) parseStated(word.repeat(Math.floor(400 / word.length)), 'fr');
  });
});

describe('what should stand there', () => {
  test.each([
    ['0,02 %', '0,0071 %', '0,007\u00a0%'],
    ['150 Md€', '163 Md€', '163\u00a0Md€'],
    ['150 000 M€', '163 Md€', '163\u202f000\u00a0M€'],
    ['3 %', '3 points', '3\u00a0points'],
    ['12,34 %', '15 %', '15,00\u00a0%'],
    ['un tiers', '45 %', '45\u00a0%'],
  ])('for “%s” of %s', (text, truth, expected) => {
    expect(expectedText(parseStated(text, 'fr'), quantity(truth), 'fr')).toBe(expected);
  });

  test('what should stand there holds', () => {
    const values = fc.record({
      units: fc.integer({ min: 1, max: 1e8 }),
      places: fc.integer({ min: 0, max: 8 }),
      said: fc.constantFrom('12 %', '0,3 %', '12,34 %', '5'),
    });
    fc.assert(
      fc.property(values, ({ units, places, said }) => {
        const truth = quantity(
          `${formatNumber(decimal(units).div(decimal(10).pow(places)), { lang: 'fr' })} %`,
        );
        expect(judgeText(expectedText(parseStated(said, 'fr'), truth, 'fr'), truth, 'fr').verdict).toBe(
          'holds',
        );
      }),
    );
  });
});

test.each([
  ['12 %', '12 %', false],
  ['12,4 %', '12 %', true],
  ['163 Md€', '163 Md€', false],
  ['12 400 agents', '12,4 milliers d’agents', false],
  ['12 412 agents', '12,4 milliers d’agents', true],
  ['environ 12,41 %', '12 %', false],
  ['4 555', '4 555 personnes', false],
])('“%s” of %s is too precise: %s', (text, truth, expected) => {
  expect(isTooPrecise(stated(text), quantity(truth))).toBe(expected);
});
