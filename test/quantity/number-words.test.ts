import { expect, test } from 'vitest';
import { scanNumberWords } from '../../src/quantity/number-words.ts';

const read = (text: string, lang: 'fr' | 'en') => {
  const found = scanNumberWords(text, 0, lang);
  return found && [found.value.toNumber(), text.slice(0, found.end)];
};

test.each([
  ['quatre', 4, 'quatre'],
  ['dix-sept lits', 17, 'dix-sept'],
  ['vingt et un', 21, 'vingt et un'],
  ['soixante et onze', 71, 'soixante et onze'],
  ['soixante-dix-neuf', 79, 'soixante-dix-neuf'],
  ['quatre-vingts', 80, 'quatre-vingts'],
  ['quatre-vingt-dix-sept', 97, 'quatre-vingt-dix-sept'],
  ['nonante-neuf', 99, 'nonante-neuf'],
  ['Cent quarante agents', 140, 'Cent quarante'],
  ['deux cent mille', 200_000, 'deux cent mille'],
  ['mille deux cents', 1200, 'mille deux cents'],
  ['trois ou quatre', 3, 'trois'],
  ['cinq et des poussières', 5, 'cinq'],
  ['deux trois', 2, 'deux'],
])('%s', (text, value, taken) => {
  expect(read(text, 'fr')).toEqual([value, taken]);
});

test.each([
  ['forty-two', 42, 'forty-two'],
  ['one hundred and forty people', 140, 'one hundred and forty'],
  ['three thousand and five', 3005, 'three thousand and five'],
  ['four and five', 4, 'four'],
])('%s', (text, value, taken) => {
  expect(read(text, 'en')).toEqual([value, taken]);
});

test('a word that holds a number is none', () => {
  expect(read('unité', 'fr')).toBeUndefined();
  expect(read('tenfold', 'en')).toBeUndefined();
  expect(read('constructor', 'en')).toBeUndefined();
});
