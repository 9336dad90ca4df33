import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateInWords, dayNumber, findDate, isoDate, parseDate } from '../../src/quantity/date.ts';

function wholeDate(text: string) {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

test('days are counted as the calendar does, leap years included', () => {
  const days = fc.date({ min: new Date('1600-01-01'), max: new Date('2400-12-31'), noInvalidDate: true });
  const epoch = dayNumber(1970, 1, 1);
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
      const number = dayNumber(year, month, day);
      expect(number - epoch).toBe(Math.floor(date.getTime() / 86_400_000));
      expect(isoDate(number)).toBe(iso);
      const parsed = wholeDate(iso);
      for (const lang of ['fr', 'en'] as const)
        expect(wholeDate(dateInWords(parsed, lang)).value.toNumber()).toBe(number);
    }),
  );
});

test.each(['31/13/2021', '45 mars 2021', '12 mars', '2021', 'mars'])('%s is no whole date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test.each([
  ['2021-04', 'avril 2021'],
  ['avril 2021', 'avril 2021'],
  ['2021-04-01', '1er avril 2021'],
])('%s reads %s', (text, words) => {
  expect(dateInWords(wholeDate(text), 'fr')).toBe(words);
});

test.each([
  ['le 30 avril', '2021-04-30', '2021-04-30'],
  ['le 30/04/2020', '2020-04-30', '2020-04-30'],
  ['en avril 2021', '2021-04-01', '2021-04-30'],
  ['au printemps 2021', '2021-01-01', '2021-12-31'],
])('%s names a date', (text, first, last) => {
  const { low, high } = findDate(text, wholeDate('2021-04-30')) ?? wholeDate('1900-01-01');
  expect([low, high].map((day) => isoDate(day.toNumber()))).toEqual([first, last]);
});

test('words without a date name none', () => {
  expect(findDate('au printemps', wholeDate('2021-04-30'))).toBeUndefined();
});
