import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/core/note.ts';
import { cleanPictures, isDrawable } from '../../src/picture/clean.ts';

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#06708E' } })
  .jpeg()
  .withExif({ IFD0: { Artist: 'Jeanne Duvernay' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1' } })
  .toBuffer();

function svg(inner: string, size = 'width="100" height="50"'): Picture {
  const xml = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inner}</svg>`;
  return { url: 'a.svg', path: 'a.svg', type: 'image/svg+xml', data: Buffer.from(xml) };
}

function bitmap(data: Uint8Array): Picture {
  return { url: 'a.png', path: 'a.png', type: 'image/png', data };
}

async function cleaned(picture: Picture): Promise<string> {
  const made = (await cleanPictures(new Map([['a', picture]]))).get('a');
  return Buffer.from(made?.data ?? []).toString('utf8');
}

describe('a drawing', () => {
  it('holds bitmaps without their metadata', async () => {
    expect(photo.toString('latin1')).toContain('Jeanne Duvernay');
    const address = `data:image/jpeg;base64,${photo.toString('base64')}`;
    const drawing = await cleaned(svg(`<image width="40" height="30" href="${address}"/>`));
    const body = /href="data:image\/jpeg;base64,([^"]*)"/u.exec(drawing)?.[1] ?? '';
    const inner = await sharp(Buffer.from(body, 'base64')).metadata();
    expect(inner).toMatchObject({ width: 40, height: 30 });
    expect(inner.exif).toBeUndefined();
  });

  it('keeps its references and none of the words of its ids', async () => {
    const drawing = await cleaned(
      svg(
        '<clipPath id="portrait-de-julie"><rect width="5" height="5"/></clipPath><linearGradient id="fond"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient><rect fill="url(#fond)" clip-path="url(#portrait-de-julie)" width="9" height="9"/>',
      ),
    );
    const ids = Array.from(drawing.matchAll(/ id="([^"]*)"/gu), ([, id]) => id);
    const uses = Array.from(drawing.matchAll(/url\(#([^)]*)\)/gu), ([, id]) => id);
    expect(uses).not.toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(uses));
    expect(drawing).not.toMatch(/julie|fond/u);
  });
});

describe('what cannot be drawn', () => {
  const noise = Buffer.alloc(64 * 64 * 3, 0).map((_byte, index) => (index * 7919) % 251);
  const whole = sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer();

  it('a whole picture can', async () => {
    expect(await isDrawable(bitmap(await whole))).toBe(true);
    expect(await isDrawable({ ...bitmap(photo), type: 'image/jpeg' })).toBe(true);
    expect(await isDrawable(svg('<rect width="9" height="9"/>'))).toBe(true);
  });

  it('bytes that end too early, or start no picture', async () => {
    const bytes = await whole;
    expect(await isDrawable(bitmap(bytes.subarray(0, bytes.length / 2)))).toBe(false);
    expect(await isDrawable(bitmap(bytes.subarray(0, 8)))).toBe(false);
  });

  it('more pixels than a memory holds, in a few bytes', async () => {
    const create = { width: 12_000, height: 12_000, channels: 3, background: '#fff' } as const;
    const bomb = await sharp({ create, limitInputPixels: false }).png().toBuffer();
    expect(await isDrawable(bitmap(bomb))).toBe(false);
    const address = `data:image/png;base64,${bomb.toString('base64')}`;
    expect(await isDrawable(svg(`<image width="9" height="9" href="${address}"/>`))).toBe(false);
  });

  it.each([
    ['no size', svg('', 'width="0" height="0"')],
    [
      'repetitions of repetitions',
      svg(
        `<rect id="a0" width="1" height="1"/>${Array.from({ length: 12 }, (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`).join('')}`,
      ),
    ],
  ])('a drawing with %s', async (_title, picture) => {
    expect(await isDrawable(picture)).toBe(false);
  });
});
