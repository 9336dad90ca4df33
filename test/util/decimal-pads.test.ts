import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalPads } from '../../src/util/decimal-pads.ts';

test('brings the commas of a column under one another', () => {
  expect(decimalPads(['73,62 %', '26,4 %', '100 %', '–', ''])).toEqual(['', '0', ',00', '', '']);
  expect(decimalPads(['1.5', '12', '-3.25'])).toEqual(['0', '.00', '']);
});

test('lets a column be that has no decimals, different units, or more than numbers', () => {
  for (const cells of [['12', '1 200'], ['12 M€', '3,5 Md€'], ['12,5', '3 à 4'], []])
    expect(decimalPads(cells)).toEqual(cells.map(() => ''));
});

test('with its pad, every number has as many decimals as the others', () => {
  const numbers = fc.array(
    fc.tuple(fc.nat(5000), fc.option(fc.stringMatching(/^\d{1,4}$/u), { nil: undefined })),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(numbers, (drawn) => {
      const cells = drawn.map(([whole, tail]) => (tail === undefined ? String(whole) : `${whole},${tail}`));
      const pads = decimalPads(cells);
      const lengths = cells.map((cell, index) => (cell + (pads[index] ?? '')).split(',')[1]?.length ?? 0);
      expect(new Set(lengths).size).toBe(1);
    }),
  );
});
