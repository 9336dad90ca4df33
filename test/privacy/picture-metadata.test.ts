import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import type { Picture } from '../../src/core/note.ts';
import { tellsSecret } from '../../src/privacy/picture-metadata.ts';
import { indexSecrets } from '../../src/privacy/secret-search.ts';

const index = indexSecrets([{ kind: 'name', text: 'Jeanne Duvernay' }]);
const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * at * 31) % 251));

function bitmap(artist: string): Sharp {
  const raw = sharp(noise, { raw: { width: 64, height: 64, channels: 3 } });
  return raw.withExif({ IFD0: { Artist: artist } });
}

test.each([
  ['image/jpeg', (image: Sharp) => image.jpeg()],
  ['image/png', (image: Sharp) => image.png()],
  ['image/webp', (image: Sharp) => image.webp({ lossless: true })],
] as const)('the EXIF of %s is read, and its pixels are not', async (type, encode) => {
  const pictureBy = async (artist: string): Promise<Picture> => ({
    url: 'a',
    path: 'a',
    type,
    data: await encode(bitmap(artist)).toBuffer(),
  });
  expect(tellsSecret(await pictureBy('Jeanne Duvernay'), index)).toBe(true);
  expect(tellsSecret(await pictureBy('Personne'), index)).toBe(false);
});

test('a file cut anywhere is no trouble', async () => {
  const data = await bitmap('Jeanne Duvernay').jpeg().toBuffer();
  for (let end = 0; end < 200; end += 7)
    for (const type of ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const)
      expect(() =>
        tellsSecret({ url: 'a', path: 'a', type, data: data.subarray(0, end) }, index),
      ).not.toThrow();
});

test('what a drawing shows is told elsewhere', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><metadata>Jeanne Duvernay</metadata></svg>';
  const drawing = { url: 'a', path: 'a', type: 'image/svg+xml', data: Buffer.from(svg) } as const;
  expect(tellsSecret(drawing, index)).toBe(true);
  expect(tellsSecret({ ...drawing, words: 'Jeanne Duvernay' }, index)).toBe(false);
});
