import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenDistance } from '../../src/chart/colour-vision.ts';
import { chartPalette, inkOn, seriesColours } from '../../src/chart/palette.ts';
import { defaultSettings } from '../../src/config/default-settings.ts';
import { contrast } from '../../src/util/colours.ts';

const papers = ['#ffffff', '#0e181c'] as const;
const nsp = { primary: '#06708E', ink: '#0C3B49', accent: '#812E2E', positive: '#01A98D' };

test.each(papers)('every mark and every word can be seen on %s', (paper) => {
  for (const colours of [nsp, defaultSettings().brand.colours]) {
    const { series, words, neutral, ink, muted } = chartPalette(colours, paper);
    expect(series).toHaveLength(seriesColours);
    for (const colour of [...series, neutral]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
    for (const colour of [...words, ink, muted]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
    for (const colour of series) expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
  }
});

const pairsOf = (colours: readonly string[]): number[] =>
  colours.flatMap((one, index) => colours.slice(index + 1).map((other) => seenDistance(one, other)));

test.each(papers)('two series are told apart on %s, by those too who do not see every colour', (paper) => {
  const { series } = chartPalette(nsp, paper);
  expect(Math.min(...pairsOf(series))).toBeGreaterThanOrEqual(0.07);
  expect(Math.min(...pairsOf(series.slice(0, 4)))).toBeGreaterThanOrEqual(0.1);
});

test('distances are those of the eyes that see least', () => {
  expect(seenDistance('#06708e', '#06708e')).toBe(0);
  expect(seenDistance('#000000', '#ffffff')).toBeGreaterThan(0.95);
  // A red and a green of one lightness are near for many.
  expect(seenDistance('#a85a32', '#6b7a2f')).toBeLessThan(0.08);
});

test('any brand gives marks that can be seen', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  const brand = fc.record({ primary: colour, ink: colour, accent: colour, positive: colour });
  fc.assert(
    fc.property(brand, fc.constantFrom(...papers), (colours, paper) => {
      const { series } = chartPalette(colours, paper);
      expect(series.length).toBeGreaterThanOrEqual(3);
      for (const one of series) expect(contrast(one, paper)).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 30 },
  );
});
