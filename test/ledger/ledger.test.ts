import { describe, expect, test } from 'vitest';
import { ledgerOf, outcome, printed, problemsOf } from './ledger-fixture.ts';

const spaced = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/gu, ' ');

describe('the share of advice in outsourcing', () => {
  const entries = {
    externalisation: { value: '160 Md€' },
    'conseil-vaccin': { value: '11,35 M€' },
    'part-conseil': { formula: 'conseil-vaccin / externalisation', unit: '%', stated: '0,01 %' },
  };

  test('is computed with its bounds and its inputs', () => {
    const ledger = ledgerOf(entries);
    const figure = ledger.byId.get('part-conseil');
    expect(ledger.problems).toEqual([]);
    expect(figure?.inputs).toEqual(['conseil-vaccin', 'externalisation']);
    expect(figure?.quantity?.unit.symbol).toBe('%');
    expect(figure?.quantity?.value.toString()).toBe('0.0000709375');
    expect(figure?.quantity?.low.toNumber()).toBeCloseTo(11.345e6 / 160.5e9, 12);
    expect(figure?.quantity?.high.toNumber()).toBeCloseTo(11.355e6 / 159.5e9, 12);
    expect(figure?.quantity?.decimals).toBe(2);
  });

  test('is told in words, in both languages', () => {
    const calculation = ledgerOf(entries).byId.get('part-conseil')?.calculation;
    expect(spaced(calculation?.fr)).toBe('11,35 M€ ÷ 160 Md€ = 0,0071 %, arrondi à 0,01 %');
    expect(calculation?.en).toBe('€11.35m ÷ €160bn = 0.0071%, rounded to 0.01%');
  });

  test('says no rounding that does not hold', () => {
    const wrong = { ...entries, 'part-conseil': { ...entries['part-conseil'], stated: '0,02 %' } };
    expect(spaced(ledgerOf(wrong).byId.get('part-conseil')?.calculation?.fr)).toBe(
      '11,35 M€ ÷ 160 Md€ = 0,0071 %',
    );
  });
});

const inputs = {
  dsp: { value: '120 Md€' },
  marches: { value: '43 Md€' },
  habitants: { value: '68 millions d’habitants' },
  femmes: { value: '300 femmes' },
  hommes: { value: '200 hommes' },
  avant: { value: '14 %' },
  apres: { value: '11 %' },
  gain: { value: '2 points' },
  jour: { value: '1 500 € HT par jour' },
  duree: { value: '12 jours' },
  rien: { value: '0 agent' },
  debut: { value: '30 avril 2021' },
  fin: { value: '20 septembre 2021' },
};

describe('units are carried through', () => {
  test.each([
    ['dsp + marches', undefined, '163 Md€'],
    ['dsp + marches', 'M€', '163 000 M€'],
    ['(dsp + marches) / 2', undefined, '82 Md€'],
    ['marches / dsp', '%', '36 %'],
    ['marches / dsp', undefined, '0,36'],
    ['dsp / habitants', undefined, '1 765 € par habitant'],
    ['dsp / habitants', '€/personne', '1 765 € par personne'],
    ['jour * duree', undefined, '18 000 €'],
    ['femmes + hommes', 'agents', '500 agents'],
    ['femmes / (femmes + hommes)', '%', '60 %'],
    ['femmes - 100', undefined, '200 femmes'],
    ['avant - apres', undefined, '3 points'],
    ['avant - apres', 'points', '3 points'],
    ['apres - avant', 'points', '−3 points'],
    ['apres + gain', undefined, '13 %'],
    ['avant * femmes', undefined, '42 femmes'],
    ['2 * avant', undefined, '28 %'],
    ['1 + avant', '%', '114 %'],
    ['femmes * (1 + avant)', undefined, '342 femmes'],
    ['(hommes / femmes) ^ (1 / 5) - 1', '%', '−7,79 %'],
    ['femmes ^ 2 / femmes', undefined, '300 femmes'],
    ['fin - debut', undefined, '143 jours'],
    ['round(dsp / habitants, -2)', undefined, '1 800 € par habitant'],
    ['3', '%', '3 %'],
    ['3', 'M€', '3 M€'],
  ])('%s in %s', (formula, unit, expected) => {
    expect(outcome(formula, inputs, unit === undefined ? {} : { unit })).toBe(expected);
  });

  test.each([
    ['dsp + femmes', undefined],
    ['dsp + 12', undefined],
    ['dsp + avant', undefined],
    ['femmes + avant', undefined],
    ['femmes + hommes', undefined],
    ['dsp + jour', undefined],
    ['debut + fin', undefined],
    ['debut + 1', undefined],
    ['dsp / femmes', '%'],
    ['femmes', '%'],
    ['dsp', 'agents'],
    ['avant', 'agents'],
    ['marches / dsp', '€'],
    ['dsp ^ 0.5', undefined],
    ['femmes ^ 100', undefined],
  ])('%s in %s mixes units', (formula, unit) => {
    expect(outcome(formula, inputs, unit === undefined ? {} : { unit })).toBe('ledger/mixed-units');
  });
});

describe('arithmetic', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 4 - 3', '3'],
    ['12 / 2 / 3', '2'],
    ['2 ^ 3 ^ 2', '512'],
    ['-2 ^ 2', '−4'],
    ['(-2) ^ 2', '4'],
    ['3 * -2 ^ 2', '−12'],
    ['2 ^ -1', '0,5'],
    ['-(1 + 2) + 4', '1'],
    ['1 - -1', '2'],
    ['.5 + 1.', '1,5'],
    ['0.1 + 0.2', '0,3'],
    ['1.005 * 1000', '1 005'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '−3'],
    ['round(1.005, 2)', '1,01'],
    ['6 ÷ 3 × 2 − 1', '3'],
  ])('%s = %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  test('is told with the parentheses that it needs, and no more', () => {
    const told = (formula: string) => spaced(ledgerOf({ x: { formula } }).byId.get('x')?.calculation?.fr);
    expect(told('((1 + 2)) * 3')).toBe('(1 + 2) × 3 = 9');
    expect(told('10 - (4 - 3)')).toBe('10 − (4 − 3) = 9');
    expect(told('(10 - 4) - 3')).toBe('10 − 4 − 3 = 3');
    expect(told('(1 + 1) ^ 2')).toBe('(1 + 1)^2 = 4');
    expect(told('(2 ^ 3) ^ 2')).toBe('(2^3)^2 = 64');
    expect(told('2 - -1')).toBe('2 − (−1) = 3');
  });
});

describe('ids', () => {
  const others = {
    a: { value: '7' },
    b: { value: '2' },
    'a-b': { value: '100' },
    'coût-été': { value: '5' },
  };

  test.each([
    ['a-b', '100'],
    ['a - b', '5'],
    ['a -b', '5'],
    ['b-a', '−5'],
    ['a-b-b', '98'],
    ['a-2', '5'],
    ['coût-été * 2', '10'],
    ['cou\u0302t-e\u0301te\u0301 * 2', '10'],
  ])('%s', (formula, expected) => {
    expect(outcome(formula, others)).toBe(expected);
  });

  test('an id that looks like a function is a function only before a parenthesis', () => {
    expect(outcome('sum / 2', { sum: { value: '8' } })).toBe('4');
  });

  test('an unknown one is reported with the nearest, and stays among the inputs', () => {
    const ledger = ledgerOf({
      conseil: { value: '1' },
      'conseil-vaccin': { value: '2' },
      x: { formula: 'conseil-vacin / 2' },
    });
    expect(problemsOf(ledger)).toEqual(['ledger/unknown-input 3:10']);
    expect(ledger.problems[0]?.expected).toBe('conseil-vaccin');
    expect(ledger.byId.get('x')?.inputs).toEqual(['conseil-vacin']);
    expect(printed(ledger, 'x')).toBe('—');
  });
});

describe('faults', () => {
  test('a cycle is reported once; what depends on it is silent', () => {
    const ledger = ledgerOf({
      a: { formula: 'b + 1' },
      b: { formula: 'c + 1' },
      c: { formula: 'a + 1' },
      d: { formula: 'a * 2' },
      self: { formula: 'self' },
    });
    expect(problemsOf(ledger)).toEqual(['ledger/cycle 1:10', 'ledger/cycle 5:10']);
    expect(ledger.problems[0]?.message.fr).toContain('a → b → c → a');
    expect(ledger.figures.every(({ quantity }) => quantity === undefined)).toBe(true);
  });

  test('each is reported at its field', () => {
    const ledger = ledgerOf({
      zero: { value: '0' },
      a: { formula: '1 / zero' },
      b: { value: 'beaucoup' },
      c: { formula: '1', unit: '12 %' },
      d: {},
      e: { value: '1', formula: '2' },
      f: { formula: 'a + 1' },
      g: { formula: 'count()' },
    });
    expect(problemsOf(ledger).sort()).toEqual([
      'ledger/data 8:10',
      'ledger/division-by-zero 2:10',
      'ledger/value 3:10',
      'ledger/value 4:20',
      'ledger/value 5:1',
      'ledger/value 6:20',
    ]);
  });

  test('a divisor that may be zero within its rounding leaves no bounds, and no crash', () => {
    const ledger = ledgerOf({
      a: { value: '1,0 M€' },
      b: { value: '1,1 M€' },
      x: { formula: 'a / (b - a - 50000 * u)' },
      u: { value: '1 €' },
    });
    expect(ledger.problems).toEqual([]);
    expect(ledger.byId.get('x')?.quantity?.low.toNumber()).toBeLessThan(-1e50);
  });

  test('a value keeps the bounds of its words', () => {
    const ledger = ledgerOf({
      a: { value: 'environ 130 Md€' },
      b: { value: '12', unit: 'M€' },
      c: { value: 'un tiers' },
    });
    expect(ledger.problems).toEqual([]);
    expect(ledger.byId.get('a')?.quantity?.low.toNumber()).toBe(123.5e9);
    expect(ledger.byId.get('b')?.quantity?.value.toNumber()).toBe(12e6);
    expect(ledger.byId.get('c')?.quantity?.value.toNumber()).toBeCloseTo(1 / 3, 12);
  });
});

test('a share of many people prints whole people, and keeps its value', () => {
  const { byId } = ledgerOf({
    reponses: { value: '4 555 personnes' },
    part: { formula: '97 / 100 * reponses' },
  });
  expect(byId.get('part')?.quantity?.value.toNumber()).toBe(4418.35);
  expect(spaced(byId.get('part')?.quantity?.text)).toBe('4 418 personnes');
});

test('tells what formulas read of their tables: the columns that they name, every row', () => {
  const path = 'notes/x/data/a.csv';
  const tables = {
    [path]: 'nom,annee,montant,reponse\nA,2020,"12,5",oui\nB,2021,3,non\n',
    'b.csv': 'n\n1\n',
  };
  const ledger = ledgerOf(
    {
      total: { from: path, formula: 'sum(Montant; annee = 2021) + 1' },
      rows: { from: 'b.csv', formula: 'count()' },
      wrong: { from: path, formula: 'sum(nom)' },
    },
    { tables },
  );
  expect(ledger.tables).toEqual([
    {
      path,
      columns: ['annee', 'montant'],
      rows: [
        ['2020', '12,5'],
        ['2021', '3'],
      ],
    },
  ]);
});
