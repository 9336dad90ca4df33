import sharp from 'sharp';
import { expect, test } from 'vitest';
import { rasterise } from '../../../src/picture/rasterise.ts';
import { embeddedSources, mailPictures } from '../../../src/write/email/email-pictures.ts';
import { element } from '../../render/page-builder.ts';

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#888',
    },
  });
const image = (type: string, data: Uint8Array) =>
  element('img', { src: `data:${type};base64,${Buffer.from(data).toString('base64')}`, alt: 'Un essai' }, []);
const options = { maxWidth: 536, density: 2 };

test('a photograph loses its metadata, is turned upright and sized for the column', async () => {
  const data = await noise(1200, 600)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: 'Une personne' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
    .toBuffer();
  expect(data.includes('Une personne')).toBe(true);
  const raster = await rasterise({ type: 'image/jpeg', data }, options);
  expect(raster).toMatchObject({ type: 'image/jpeg', width: 536, height: 1072 });
  expect(Buffer.from(raster.data).includes('Exif')).toBe(false);
  const { width, height } = await sharp(raster.data).metadata();
  expect([width, height]).toEqual([600, 1200]);
});

test('a WebP becomes a PNG, and a small picture keeps its size', async () => {
  const data = await noise(40, 20).webp().toBuffer();
  const raster = await rasterise({ type: 'image/webp', data }, options);
  expect(raster).toMatchObject({ type: 'image/png', width: 40, height: 20 });
  expect(Buffer.from(raster.data).toString('latin1')).not.toMatch(/eXIf|tEXt|iTXt|zTXt/u);
});

test('a drawing is set in the shipped font on white, the same each time', async () => {
  const svg = (family: string) =>
    new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text y="40" font-size="30" font-family="${family}">Été</text></svg>`,
    );
  const first = await rasterise({ type: 'image/svg+xml', data: svg('Source Sans 3') }, options);
  expect(first).toMatchObject({ width: 200, height: 60 });
  expect(await rasterise({ type: 'image/svg+xml', data: svg('Arial, sans-serif') }, options)).toEqual(first);
  const pixels = await sharp(first.data).removeAlpha().raw().toBuffer();
  expect(pixels.subarray(0, 3)).toEqual(Buffer.from([255, 255, 255]));
  expect(pixels.includes(0)).toBe(true);
});

test('pictures in a file shrink until they fit what its size leaves them', async () => {
  const photographs = await Promise.all(
    [noise(300, 200), noise(300, 201)].map((one) => one.jpeg().toBuffer()),
  );
  const nodes = photographs.map((data) => image('image/jpeg', data));
  const pictures = await mailPictures([...nodes, ...nodes], 'exemple.example');
  expect(pictures.map(({ contentId }) => contentId)).toEqual([
    'picture-1@exemple.example',
    'picture-2@exemple.example',
  ]);
  const weight = async (budget: number): Promise<number> =>
    [...(await embeddedSources(pictures, budget)).values()].join('').length;
  const free = await weight(10_000_000);
  expect(await weight(free - 1)).toBeLessThan(free);
});
