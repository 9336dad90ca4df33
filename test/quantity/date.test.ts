import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateInWords, dayNumber, isoDate, parseDate } from '../../src/quantity/date.ts';

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
      expect(parseDate(dateInWords(number, 'fr'))?.value.toNumber()).toBe(number);
      expect(parseDate(dateInWords(number, 'en'))?.value.toNumber()).toBe(number);
    }),
  );
});

test.each(['31/13/2021', '45 mars 2021', '12 mars', '2021', 'mars'])('%s is no whole date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});
