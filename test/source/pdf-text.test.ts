import { describe, expect, test } from 'vitest';
import { pdfLimits, readPdf } from '../../src/source/pdf-text.ts';
import { makeBomb, makePdf, makePictures } from './make-pdf.ts';

describe('readPdf', () => {
  test('gives the text of each page, with its label', async () => {
    const data = await makePdf(
      [{ lines: ['Avant-propos du bureau'] }, { lines: ['Première partie', 'à l’été'] }],
      { romanPages: 1 },
    );
    expect(await readPdf(data)).toEqual({
      isPaged: true,
      pages: [
        { label: 'i', text: 'Avant-propos du bureau' },
        { label: '1', text: 'Première partie\nà l’été' },
      ],
    });
  });

  test('leaves the bytes that it was given as they were', async () => {
    const data = await makePdf([{ lines: ['Un'] }]);
    await readPdf(data);
    expect(data.byteLength).toBeGreaterThan(100);
  });

  test('says what it cannot read, and never throws', async () => {
    const sound = await makePdf([{ lines: ['Un texte'] }]);
    const closed = await makePdf([{ lines: ['Un texte'] }], { password: 'secret' });
    expect(await readPdf(closed)).toEqual({ fault: 'encrypted' });
    expect(await readPdf(sound.slice(0, 40))).toEqual({ fault: 'corrupt' });
    expect(await readPdf(new TextEncoder().encode('<html>Non</html>'))).toEqual({ fault: 'corrupt' });
    expect(await readPdf(new Uint8Array())).toEqual({ fault: 'corrupt' });
    expect(await readPdf(await makePictures(2))).toMatchObject({ pages: [{ text: '' }, { text: '' }] });
  });

  test('gives up a small file that blows up in memory', async () => {
    const bomb = await makeBomb(300);
    expect(bomb.byteLength).toBeLessThan(2_000_000);
    expect(await readPdf(bomb, { ...pdfLimits, megabytes: 150 })).toEqual({ fault: 'too-long' });
  });

  test('gives up what takes too long or is too much', async () => {
    const data = await makePdf([{ lines: ['Un'] }, { lines: ['Deux'] }]);
    for (const limit of [{ deadline: 1 }, { pages: 1 }, { length: 2 }]) {
      expect(await readPdf(data, { ...pdfLimits, ...limit })).toEqual({ fault: 'too-long' });
    }
  });
});
