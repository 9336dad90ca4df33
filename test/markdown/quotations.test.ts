import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { findQuotations } from '../../src/markdown/quotations.ts';

const sentence = 'Les guichets ferment un à un dans le département.';

function found(source: string): string[] {
  return findQuotations(parseMarkdown(source), source).map(
    ({ text, place }) => `${place.line}:${place.column} ${text}`,
  );
}

describe('findQuotations', () => {
  test.each([
    [`Il dit : « ${sentence} »`, [`1:10 ${sentence}`]],
    [`Il dit : “${sentence}”`, [`1:10 ${sentence}`]],
    [`Il dit : "${sentence}"`, [`1:10 ${sentence}`]],
    [
      `Il dit :\n« Les **guichets** ferment un à un dans le\ndépartement. »`,
      ['2:1 Les guichets ferment un à un dans le\ndépartement.'],
    ],
    [`- « ${sentence} » [@a]`, [`1:3 ${sentence}`]],
    [`- \\* &amp; a\n  &amp; « ${sentence} »`, [`2:9 ${sentence}`]],
    [
      `« Il a dit “${sentence}” hier encore devant nous »`,
      [`1:1 Il a dit “${sentence}” hier encore devant nous`],
    ],
    [`> ${sentence}`, [`1:1 ${sentence}`]],
    [`:::encadre\n> ${sentence}\n:::`, [`2:1 ${sentence}`]],
  ])('%s', (source, expected) => {
    expect(found(source)).toEqual(expected);
  });

  test.each([
    'La « modernisation » de l’État et le « new public management »',
    '« Titre de rapport sur les guichets »',
    `:::temoignage\n> ${sentence}\n\n« ${sentence} »\n:::`,
    `« ${sentence}`,
    `\`« ${sentence} »\``,
    '> Oui.',
    `| « ${sentence} » |\n|---|`,
  ])('none in %s', (source) => {
    expect(found(source)).toEqual([]);
  });

  test('marks in any order never throw, and places are those of the marks', () => {
    const piece = fc.constantFrom('« ', ' »', '“', '”', '"', sentence, ' mot ', '\n', '*', '[@a]', '> ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const source = pieces.join('');
        for (const { place } of findQuotations(parseMarkdown(source), source)) {
          expect('«“">').toContain(source.split('\n')[place.line - 1]?.[place.column - 1]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
