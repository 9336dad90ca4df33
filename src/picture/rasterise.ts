import type { Picture } from '../core/note.ts';
import { drawingFonts } from './drawing-fonts.ts';

/** A bitmap that every mail program and word processor shows; width and height are the CSS pixels it is set at. */
export interface Raster {
  readonly type: 'image/png' | 'image/jpeg';
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface RasterOptions {
  /** Widest that it is set, in CSS pixels; a smaller picture keeps its size. */
  readonly maxWidth: number;
  /** Pixels of the bitmap for one CSS pixel, where the picture has that many. */
  readonly density: number;
  /** Colours of a PNG, 2 to 256; as many as there are if absent. */
  readonly colours?: number;
  /** Quality of a JPEG, 1 to 100. */
  readonly quality?: number;
}

/**
 * Turns a picture into a bitmap without metadata, on white so that its ink can be read on a dark ground too. Drawings
 * are set in Source Sans from the package, never in a font of the machine: same picture, same bytes.
 */
export async function rasterise(
  picture: Pick<Picture, 'type' | 'data'>,
  options: RasterOptions,
): Promise<Raster> {
  const { default: sharp } = await import('sharp');
  const source = picture.type === 'image/svg+xml' ? await drawing(picture.data, options) : undefined;
  const image = sharp(source?.png ?? picture.data).autoOrient();
  const natural = source ?? (await image.metadata()).autoOrient;
  const width = Math.max(1, Math.min(options.maxWidth, Math.round(natural.width)));
  const height = Math.max(1, Math.round((natural.height * width) / natural.width));
  const sized = image
    .flatten({ background: '#ffffff' })
    .resize({ width: Math.round(width * options.density), withoutEnlargement: true });
  const isPhotograph = picture.type === 'image/jpeg';
  const palette =
    options.colours === undefined ? {} : { palette: true, colours: options.colours, effort: 10 };
  const encoded = isPhotograph
    ? sized.jpeg({ quality: options.quality ?? 82, mozjpeg: true })
    : sized.png({ compressionLevel: 9, ...palette });
  const data = new Uint8Array(await encoded.toBuffer());
  return { type: isPhotograph ? 'image/jpeg' : 'image/png', data, width, height };
}

function hasWords(svg: Uint8Array): boolean {
  return /<(?:[\w.-]+:)?text\b/u.test(new TextDecoder().decode(svg));
}

async function drawing(
  svg: Uint8Array,
  { maxWidth, density }: RasterOptions,
): Promise<{ png: Uint8Array; width: number; height: number }> {
  const { Resvg } = await import('@resvg/resvg-js');
  // A picture of a page has outlines in the place of its words already, and fonts take long to read.
  const font = hasWords(svg) ? drawingFonts() : { loadSystemFonts: false };
  const bytes = Buffer.from(svg);
  const { width, height } = new Resvg(bytes, { font });
  const value = Math.round(Math.min(width, maxWidth) * density);
  const png = new Resvg(bytes, { font, fitTo: { mode: 'width', value } }).render().asPng();
  return { png, width, height };
}
