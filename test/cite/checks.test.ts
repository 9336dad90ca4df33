import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFault } from '../../src/cite/date-faults.ts';
import { bareDoi, isDoi, isIsbn, isIssn, isWebAddress } from '../../src/cite/identifiers.ts';
import { readPages, spanOf } from '../../src/cite/page-range.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

describe('identifiers', () => {
  test.each([
    '10.1000/xyz',
    'https://doi.org/10.1000/xyz',
    'https://www.doi.org/10.1000/xyz',
    'doi: 10.1000/XYZ',
    '10.3917/rfap.177.0001',
    '10.1000.10/1(a)',
  ])('DOI %s', (doi) => {
    expect(isDoi(doi)).toBe(true);
    expect(bareDoi(doi)).toMatch(/^10\./u);
  });
  test.each(['10.1000', '11.1000/xyz', '10.1000/x y', 'xyz', 'https://exemple.fr/10.1000/x'])(
    'no DOI %s',
    (doi) => {
      expect(isDoi(doi)).toBe(false);
    },
  );

  test('one wrong digit is seen in every ISBN-13 and ISSN', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const stem = [9, 7, 8, ...body];
        const sum = stem.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
        const isbn = [...stem, (10 - (sum % 10)) % 10];
        expect(isIsbn(isbn.join(''))).toBe(true);
        const wrong = isbn.map((digit, index) => (index === at ? (digit + shift) % 10 : digit));
        expect(isIsbn(wrong.join(''))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(digits(7), fc.nat(6), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const check = (11 - (body.reduce((total, digit, index) => total + digit * (8 - index), 0) % 11)) % 11;
        const issn = (stem: number[]) =>
          `${stem.slice(0, 4).join('')}-${stem.slice(4).join('')}${check === 10 ? 'X' : check}`;
        expect(isIssn(issn(body))).toBe(true);
        expect(isIssn(issn(body.map((digit, index) => (index === at ? (digit + shift) % 10 : digit))))).toBe(
          false,
        );
      }),
    );
  });

  test.each([
    ['978-2-07-036822-8', true],
    ['2-07-036822-X', true],
    ['2070368220', false],
    ['ISBN 978-2-07-036822-8', true],
    ['978-2-07-036822-8, 2-07-036822-X', true],
    ['978-2-07-036822-8 9782070368228', true],
    ['978-2-07-036822-8 2-07-036822-X', true],
    ['978 2 07 036822 8', true],
    ['978-2-07-036822-8 2-07-036822-1', false],
    ['978-2-07-036822', false],
    ['', false],
    ['à paraître', false],
  ])('ISBN %s: %s', (isbn, sound) => {
    expect(isIsbn(isbn)).toBe(sound);
  });

  test.each([
    ['0317-8471', true],
    ['0317-8471, 1050-124X', true],
    ['eISSN 1050-124x', true],
    ['03178471', true],
    ['0317-8472', false],
    ['0317-8471, 1050-1241', false],
    ['', false],
  ])('ISSN %s: %s', (issn, sound) => {
    expect(isIssn(issn)).toBe(sound);
  });

  test.each([
    ['https://exemple.fr', true],
    ['http://exemple.fr/a_b?c=é#d', true],
    ['www.exemple.fr', false],
    ['https://exemple', false],
    ['https://exemple.fr/a b', false],
    ['javascript:alert(1)', false],
  ])('address %s: %s', (address, sound) => {
    expect(isWebAddress(address)).toBe(sound);
  });
});

describe('dates', () => {
  test.each([
    [{ 'date-parts': [[2021, 4, 30]] }, undefined],
    [{ 'date-parts': [[2024, 2, 29]] }, undefined],
    [{ 'date-parts': [[2023, 2, 29]] }, '2023-2-29'],
    [{ 'date-parts': [[2021, 13, 1]] }, '2021-13-1'],
    [{ 'date-parts': [[2021, 13]] }, '2021-13'],
    [{ 'date-parts': [[2021, 21]] }, undefined],
    [{ 'date-parts': [['2021', '04']] }, undefined],
    [{ 'date-parts': [[2021], [2023]] }, undefined],
    [{ raw: '2021-04' }, undefined],
    [{ literal: 'printemps 2021' }, 'printemps 2021'],
    [{ literal: 's. d.' }, undefined],
    [{ literal: '2021-45' }, '2021-45'],
    [undefined, undefined],
  ])('%j: %s', (date, fault) => {
    expect(dateFault(date)).toBe(fault);
  });
});

describe('pages', () => {
  test.each([
    ['12-20', { first: 12, last: 20 }],
    ['12–20, 25', { first: 12, last: 25 }],
    ['123-28', { first: 123, last: 128 }],
    ['12', { first: 12, last: 12 }],
    ['xii-xv', undefined],
    ['e1234', undefined],
    ['', undefined],
  ])('%s', (text, span) => {
    expect(spanOf(readPages(text))).toEqual(span);
  });
});
