import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerOf, outcome } from './ledger-fixture.ts';

const others = { a: { value: '1 €' }, b: { value: '2 €' } };
const csv = 'montant;annee\n1;2020\n2;2021\n';

describe('nothing but arithmetic is a formula', () => {
  test.each([
    '',
    '()',
    'a +',
    'a b',
    'a 2',
    '1 000 * a',
    '1,5 * a',
    '(1,5) * a',
    'a ** 2',
    'a % 2',
    'a = 1',
    'a == 1',
    'a > b',
    'a ? b : 1',
    'a; b',
    'a, b',
    'a || b',
    '!a',
    '~a',
    'a.b',
    'a.constructor',
    'a["b"]',
    'a[0]',
    '[a]',
    '"text"',
    "'text'",
    '`a`',
    '{}',
    'a()',
    'a(b)',
    'eval(1)',
    'constructor(1)',
    'round()',
    'round(a, 1, 2)',
    'round(a, 1.5)',
    'round(a, 99)',
    'round(a)(b)',
    '1e5',
    '0x10',
    '1..2',
    '1.2.3',
    '2 ^ 1000',
    '10 ^ 99 * 10 ^ 99',
    '9'.repeat(200),
    `${'('.repeat(60)}1${')'.repeat(60)}`,
    `1${'+1'.repeat(600)}`,
    '$0',
    '${a}',
    'a\\b',
    '(-8) ^ 0.5',
    '2 ^ a',
  ])('%s', (formula) => {
    expect(outcome(formula, others)).toBe('ledger/formula');
  });

  test.each(['__proto__', 'constructor', 'this', 'true', 'null', 'undefined', 'Infinity', 'NaN', 'toString'])(
    '%s is an unknown input',
    (formula) => {
      expect(outcome(formula, others)).toBe('ledger/unknown-input');
    },
  );

  test('names of object properties may be ids', () => {
    expect(outcome('constructor * 2', { constructor: { value: '4' } })).toBe('8');
  });
});

describe('aggregates', () => {
  test.each([
    'sum()',
    'sum(',
    'sum(montant',
    'sum(montant; annee)',
    'sum(montant; = 2)',
    'sum(montant = 1)',
    'share()',
    'share(montant)',
  ])('%s cannot be read', (formula) => {
    expect(outcome(formula, {}, {}, csv)).toBe('ledger/formula');
  });

  test.each(['sum(nope)', 'min(a, b)', 'sum(montant; annee > "abc")', 'mean(montant; annee = 1999)'])(
    '%s lacks data',
    (formula) => {
      expect(outcome(formula, others, {}, csv)).toBe('ledger/data');
    },
  );
});

test('no formula throws or hangs', () => {
  const pieces = [
    'a',
    'b',
    'a-b',
    'x',
    '1',
    '0.5',
    ' ',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    ',',
    '.',
    'round(',
    'sum(',
    'count()',
    '"',
    ';',
    '=',
    '100',
  ];
  const formulas = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(formulas, (formula) => {
      const ledger = ledgerOf(
        { x: { formula, from: 'd.csv' }, ...others, 'a-b': { value: '3 %' } },
        { tables: { 'd.csv': csv } },
      );
      const { quantity } = ledger.byId.get('x') ?? {};
      expect(quantity !== undefined || ledger.problems.length > 0).toBe(true);
      if (quantity) expect(quantity.value.isFinite() && quantity.low.lte(quantity.high)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('no value, unit, statement or CSV throws', () => {
  const words = [
    '12',
    ' ',
    '%',
    'Md€',
    'environ ',
    ',',
    '.',
    '-',
    'agents',
    ' par ',
    '€',
    'un ',
    '"',
    ';',
    '\n',
    'a',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words)).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, texts, texts, (value, unit, table) => {
      const entries = {
        v: { value, unit, stated: unit },
        f: { formula: 'v / 2', unit, stated: value },
        s: { formula: 'sum(a; a > 1)', from: 'd.csv' },
      };
      const ledger = ledgerOf(entries, { tables: { 'd.csv': table } });
      expect(ledger.figures).toHaveLength(3);
      for (const { message } of ledger.problems) expect(message.fr.length).toBeLessThan(400);
    }),
    { numRuns: 300 },
  );
});

test('thousands of entries, of long formulas and of chained ones take linear time', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [
      `n${index}`,
      { formula: index === 0 ? '1' : `n${index - 1} + 1` },
    ]),
  );
  const ledger = ledgerOf({
    ...chain,
    long: { formula: '1+'.repeat(50_000) },
    deep: { formula: '-'.repeat(999) + '1' },
  });
  expect(ledger.byId.get('n2999')?.quantity?.value.toNumber()).toBe(3000);
  ledgerOf(
    Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`n${index}`, { formula: `m${index}` }])),
  );
  ledgerOf(
    Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `s${index}`,
        { formula: index === 0 ? '1.5' : `s${index - 1} * s${index - 1}` },
      ]),
    ),
  );
});
