import type { Picture } from '../core/note.ts';
import { latin1 } from './binary-pieces.ts';
import { secretsIn } from './gate.ts';
import { piecesOfOutput } from './output-pieces.ts';
import { findSecrets, type SecretIndex } from './secret-search.ts';

/** Whether what a picture says of itself, and does not show, holds a secret: EXIF, XMP, comments, an SVG's metadata. */
export function tellsSecret({ data, type, words = '' }: Picture, index: SecretIndex): boolean {
  if (findSecrets(words, index).length > 0) return false;
  const around = withoutPixels[type]?.(data) ?? data;
  return piecesOfOutput({ path: '', data: around }).some((piece) => secretsIn(piece, index).length > 0);
}

const withoutPixels: Readonly<Partial<Record<Picture['type'], (data: Uint8Array) => Uint8Array>>> = {
  'image/jpeg': jpegHead,
  'image/png': (data) => withoutChunks(data, { start: 8, isLittle: false, overhead: 12 }),
  'image/webp': (data) => withoutChunks(data, { start: 12, isLittle: true, overhead: 8 }),
};

/** Everything before the first scan (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1). */
function jpegHead(data: Uint8Array): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  let at = 2;
  while (at + 4 <= data.length && data[at] === 0xff && data[at + 1] !== 0xda)
    at += 2 + view.getUint16(at + 2);
  return data.subarray(0, at);
}

const pixels: ReadonlySet<string> = new Set(['IDAT', 'fdAT', 'VP8 ', 'VP8L', 'ALPH', 'ANMF']);

interface Layout {
  readonly start: number;
  /** WebP gives the type first, then its length, and fills up to even lengths; PNG the length first. */
  readonly isLittle: boolean;
  /** Bytes of a chunk beside its content. */
  readonly overhead: number;
}

function withoutChunks(data: Uint8Array, { start, isLittle, overhead }: Layout): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const kept = [data.subarray(0, start)];
  let at = start;
  while (at + 8 <= data.length) {
    const length = view.getUint32(isLittle ? at + 4 : at, isLittle);
    const type = latin1(data.subarray(isLittle ? at : at + 4, isLittle ? at + 4 : at + 8));
    const end = at + overhead + length + (isLittle ? length % 2 : 0);
    if (!pixels.has(type)) kept.push(data.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
