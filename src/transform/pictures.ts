import type { Picture } from '../core/note.ts';

/** A picture without metadata and with its size in CSS pixels. */
export interface CleanPicture extends Picture {
  readonly width: number;
  readonly height: number;
}

/**
 * Re-encodes every bitmap without EXIF, GPS, XMP or text chunks, its colour profile kept and its orientation applied.
 * SVG files were refused by the reader when unsafe; only their comments and metadata go.
 */
export async function cleanPictures(
  pictures: ReadonlyMap<string, Picture>,
): Promise<Map<string, CleanPicture>> {
  const cleaned = await Promise.all(
    [...pictures].map(async ([url, picture]): Promise<[string, CleanPicture]> => [url, await clean(picture)]),
  );
  return new Map(cleaned);
}

async function clean(picture: Picture): Promise<CleanPicture> {
  return picture.type === 'image/svg+xml' ? cleanSvg(picture) : cleanBitmap(picture);
}

async function cleanBitmap(picture: Picture): Promise<CleanPicture> {
  const { default: sharp } = await import('sharp');
  const image = sharp(picture.data).rotate().keepIccProfile();
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

function cleanSvg(picture: Picture): CleanPicture {
  const text = new TextDecoder()
    .decode(picture.data)
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/<metadata\b[\s\S]*?<\/metadata>/giu, '');
  return { ...picture, data: new TextEncoder().encode(text), ...svgSize(text) };
}

function svgSize(text: string): { width: number; height: number } {
  const tag = /<svg\b[^>]*>/u.exec(text)?.[0] ?? '';
  const box = /viewBox="\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/u.exec(tag);
  const side = (name: string): number =>
    Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`, 'u').exec(tag)?.[1]);
  return {
    width: Math.round(side('width') || Number(box?.[1]) || 600),
    height: Math.round(side('height') || Number(box?.[2]) || 400),
  };
}
