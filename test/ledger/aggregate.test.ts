import { describe, expect, test } from 'vitest';
import { ledgerOf, outcome } from './ledger-fixture.ts';

const survey = `\uFEFFannee;"Montant (€)";reponse;sexe;jour
2020;"1 000,5";oui;F;2020-03-01
2021;2000;non;F;2021-01-05
2021;3 000;Oui;M;2021-06-30

2021;;oui;F;2021-12-31
`;

describe('over a French CSV, its separator told from the header', () => {
  test.each([
    ['count()', '4'],
    ['count(reponse = "oui")', '3'],
    ['count(reponse = oui; sexe = F)', '2'],
    ['count(reponse = oui et sexe = F)', '2'],
    ['count(reponse = oui and sexe = F)', '2'],
    ['count(reponse = "oui", sexe = "F")', '2'],
    ['count(reponse != "oui")', '1'],
    ['count(; annee = 2021)', '3'],
    ['count("Montant (€)")', '3'],
    ['sum("Montant (€)")', '6 000,50'],
    ['sum("montant (€)"; annee = 2021)', '5 000,00'],
    ['sum("Montant (€)"; annee >= 2021)', '5 000,00'],
    ['mean("Montant (€)"; annee < 2021)', '1 000,50'],
    ['median("Montant (€)")', '2 000,00'],
    ['median("Montant (€)"; annee = 2021)', '2 500,00'],
    ['min("Montant (€)") + max("Montant (€)")', '4 000,50'],
    ['count(jour > 2021-05-01)', '2'],
    ['count(jour <= "2021-01-05")', '2'],
  ])('%s', (formula, expected) => {
    const shown = outcome(formula, {}, {}, survey);
    expect(Number(shown.replace(/\s/gu, '').replace(',', '.'))).toBe(
      Number(expected.replace(/\s/gu, '').replace(',', '.')),
    );
  });

  test.each([
    ['count(reponse = "oui") / count()', '%', '75 %'],
    ['share(reponse = "oui")', '%', '75 %'],
    ['share(reponse = "oui"; sexe = "F")', '%', '66,7 %'],
    ['share("Montant (€)"; annee = 2021)', '%', '83,3 %'],
    ['count()', 'personnes', '4 personnes'],
    ['sum("Montant (€)") / count()', '€', '1 500,13 €'],
    ['mean(annee)', '%', '2 020,75 %'],
  ])('%s in %s', (formula, unit, expected) => {
    expect(outcome(formula, {}, { unit }, survey)).toBe(expected);
  });
});

test('commas, tabs and machine numbers', () => {
  expect(outcome('sum(b)', {}, {}, 'a,b\n"x, y",1.5\nz,"2,5"\n')).toBe('4');
  expect(outcome('sum(b)', {}, {}, 'a\tb\nx\t1 234,5\nz\t-0,5\n')).toBe('1 234');
  expect(outcome('sum(b)', {}, {}, 'b\n1\n2\n')).toBe('3');
});

test('the unit of the cells is carried through', () => {
  expect(outcome('sum(b)', {}, {}, 'a;b\nx;1 M€\ny;500 k€\n')).toBe('1,5 M€');
  expect(outcome('sum(b)', {}, {}, 'a;b\nx;1 M€\ny;12 %\n')).toBe('ledger/mixed-units');
});

test.each([
  ['empty', ''],
  ['header alone', 'a;b\n'],
  ['text in a column of numbers', 'a;b\nx;n.d.\n'],
  ['too many cells', 'a,b\nx,1,5\n'],
  ['too few cells', 'a,b\nx\n'],
  ['unclosed quote', 'a,b\n"x,1\ny,2\n'],
])('%s is a fault of the data', (_name, csv) => {
  expect(outcome('sum(b)', {}, {}, csv)).toBe('ledger/data');
});

test('a fault of the data tells the line, never the cell', () => {
  const ledger = ledgerOf(
    { x: { formula: 'sum(b)', from: 'd.csv' } },
    { tables: { 'd.csv': 'a;b\nx;1\ny;Jeanne\n' } },
  );
  expect(ledger.problems[0]?.message.fr).toContain('ligne 3');
  expect(JSON.stringify(ledger.problems)).not.toContain('Jeanne');
});

test('a file that the reader could not open has been spoken of already', () => {
  expect(ledgerOf({ x: { formula: 'sum(b)', from: 'missing.csv' } }).problems).toEqual([]);
});

test('the calculation names the column, the rows and the file', () => {
  const formula = 'sum("Montant (€)"; annee = 2021) / count()';
  const ledger = ledgerOf({ x: { formula, from: 'd.csv', unit: '€' } }, { tables: { 'd.csv': survey } });
  expect(ledger.byId.get('x')?.calculation?.fr.replace(/[\u00a0\u202f]/gu, ' ')).toBe(
    '(somme de « Montant (€) » où annee = 2021) ÷ nombre de lignes (d.csv) = 1 250 €',
  );
  expect(ledger.byId.get('x')?.calculation?.en).toBe(
    '(sum of “Montant (€)” where annee = 2021) ÷ number of rows (d.csv) = €1,250',
  );
});

test('a hundred thousand rows take a moment', () => {
  const csv = `a;b\n${'x;1,5\n'.repeat(100_000)}`;
  expect(outcome('sum(b; a = x)', {}, {}, csv)).toBe('150 000');
});
