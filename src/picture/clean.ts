import type { Picture } from '../core/note.ts';
import { drawingFonts } from './drawing-fonts.ts';

/** A picture without metadata and with its size in CSS pixels. */
export interface CleanPicture extends Picture {
  readonly width: number;
  readonly height: number;
}

/**
 * Re-encodes every bitmap without EXIF, GPS, XMP or text chunks, its colour profile kept and its orientation applied.
 * SVG files were refused by the reader when unsafe.
 */
export async function cleanPictures(
  pictures: ReadonlyMap<string, Picture>,
): Promise<Map<string, CleanPicture>> {
  const cleaned = await Promise.all(
    [...pictures].map(async ([url, picture]): Promise<[string, CleanPicture]> => [url, await clean(picture)]),
  );
  return new Map(cleaned);
}

/** A larger bitmap would fill the memory of a small machine; the largest cameras stay below. */
const mostPixels = 100_000_000;

/** Whether a picture can be drawn: whole, of this world's size, a drawing without endless repetitions. */
export async function isDrawable(picture: Picture): Promise<boolean> {
  try {
    await (picture.type === 'image/svg+xml' ? readDrawing(picture.data) : decode(picture.data));
    return true;
  } catch {
    return false;
  }
}

const plain =
  /^(?:[^<]|<(?:[?!/]|(?:svg|g|defs|title|desc|rect|circle|ellipse|line|polyline|polygon|path|text|tspan|pattern|linearGradient|radialGradient|stop)[\s/>]))*$/u;
const size = /^(?:[^<]|<[?!])*<svg\s[^>]*?\swidth="(\d{1,5})(?:px)?"\s+height="(\d{1,5})(?:px)?"/u;

/** A whole drawing of forms and words alone, of a stated size, can be drawn: loading what would try takes longer. */
function isPlain(svg: string): boolean {
  const [, width = '0', height = '0'] = size.exec(svg) ?? [];
  return Number(width) > 0 && Number(height) > 0 && plain.test(svg);
}

/** Reads every form and bitmap of a drawing; what its words look like cannot fail, and fonts take long to read. */
async function readDrawing(data: Uint8Array): Promise<void> {
  if (isPlain(new TextDecoder().decode(data))) return;
  const { Resvg } = await import('@resvg/resvg-js');
  const drawing = new Resvg(Buffer.from(data), { font: { loadSystemFonts: false } }).toString();
  await Promise.all(
    Array.from(drawing.matchAll(nested), ([, , , body = '']) => decode(Buffer.from(body, 'base64'))),
  );
}

/** Reads every pixel, keeps none: far quicker than encoding them anew. */
async function decode(data: Uint8Array): Promise<void> {
  const { default: sharp } = await import('sharp');
  await sharp(data, { limitInputPixels: mostPixels }).resize(1, 1, { fit: 'fill' }).raw().toBuffer();
}

async function clean(picture: Picture): Promise<CleanPicture> {
  return picture.type === 'image/svg+xml' ? cleanSvg(picture) : cleanBitmap(picture);
}

async function cleanBitmap<Bitmap extends Pick<Picture, 'type' | 'data'>>(
  picture: Bitmap,
): Promise<Bitmap & { width: number; height: number }> {
  const { default: sharp } = await import('sharp');
  const image = sharp(picture.data, { limitInputPixels: mostPixels }).rotate().keepIccProfile();
  const jpeg = picture.type === 'image/jpeg';
  const encoded = jpeg ? image.jpeg({ quality: 86, mozjpeg: true }) : image.png({ compressionLevel: 9 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return {
    ...picture,
    type: jpeg ? 'image/jpeg' : 'image/png',
    data,
    width: info.width,
    height: info.height,
  };
}

/**
 * A drawing set as a picture cannot use the page's fonts: its words become outlines of our faces, so that they look
 * the same on a machine without fonts. What is no drawing (comments, metadata, styles, scripts) does not survive.
 */
async function cleanSvg(picture: Picture): Promise<CleanPicture> {
  const [{ Resvg }, { default: svgpath }] = await Promise.all([import('@resvg/resvg-js'), import('svgpath')]);
  const drawing = new Resvg(Buffer.from(picture.data), { font: drawingFonts() });
  const light = drawing
    .toString()
    .replace(
      / d="([^"]*)"/gu,
      (_attribute, path: string) => ` d="${svgpath(path).rel().round(2).toString()}"`,
    )
    .replace(/>\s+</gu, '><');
  const data = new TextEncoder().encode(await cleanNested(withoutIds(light)));
  return { ...picture, data, width: Math.round(drawing.width), height: Math.round(drawing.height) };
}

/** Ids are an author's words ("portrait-de-julie"): each becomes a number. */
function withoutIds(svg: string): string {
  const ids = new Map(Array.from(svg.matchAll(/ id="([^"]*)"/gu), ([, id = ''], index) => [id, `d${index}`]));
  return svg.replace(
    /( id="|url\(#|href="#)([^")]*)/gu,
    (whole, before: string, id: string) => before + (ids.get(id) ?? whole.slice(before.length)),
  );
}

const nested = /(href="data:)(image\/(?:png|jpeg|gif|webp));base64,\s*([^"]*)/gu;

/** A bitmap inside a drawing bears metadata as any other does. */
async function cleanNested(svg: string): Promise<string> {
  const found = [...svg.matchAll(nested)];
  const sources = await Promise.all(
    found.map(async ([, , type, body = '']) => {
      const bitmap = { type: type as Picture['type'], data: Buffer.from(body, 'base64') };
      const cleaned = await cleanBitmap(bitmap);
      return `${cleaned.type};base64,${Buffer.from(cleaned.data).toString('base64')}`;
    }),
  );
  return svg.replace(nested, (_whole, before: string) => before + (sources.shift() ?? ''));
}
