import { inflateSync } from 'node:zlib';
import type { Localized } from '../core/localized.ts';
import type { Piece } from './piece.ts';

/** UTF-8 letters of Europe, or Latin-1, six in a row: fewer are met by chance everywhere. */
const bytes8 = /(?:[\xc2-\xcf][\x80-\xbf]|[\x20-\x7e\xc0-\xff]){6,}/gu;
const bytes16little = /(?:[\x20-\x7e\xc0-\xff]\0){5,}/gu;
const bytes16big = /(?:\0[\x20-\x7e\xc0-\xff]){5,}/gu;
const utf8Letter = /[\xc2-\xcf][\x80-\xbf]/gu;

/** What can be read in bytes of no known kind, as EXIF, XMP and the comments of pictures are. */
export function binaryPieces(data: Uint8Array, where: Localized): Piece[] {
  const raw = latin1(data);
  const runs = Array.from(raw.matchAll(bytes8), ([run]) => readRun(run));
  const wide = [...raw.matchAll(bytes16little), ...raw.matchAll(bytes16big)].map(([run]) =>
    run.replaceAll('\0', ''),
  );
  const text = [...runs, ...wide, ...compressedChunks(data)].join('\n');
  return text === '' ? [] : [{ where, text, isMetadata: true, isBinary: true }];
}

/** Pairs of bytes that are a letter of UTF-8 as that letter, the rest as Latin-1. */
function readRun(run: string): string {
  return run.replace(utf8Letter, (pair) => Buffer.from(pair, 'latin1').toString('utf8'));
}

/** Each byte as the character of its number. */
export function latin1(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');
}

/** The compressed texts of a PNG: zTXt, and iTXt when its flag says so (https://www.w3.org/TR/png-3/#11textinfo). */
function compressedChunks(data: Uint8Array): string[] {
  if (data[0] !== 0x89 || data[1] !== 0x50) return [];
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const texts: string[] = [];
  let at = 8;
  while (at + 12 <= data.length) {
    const length = view.getUint32(at);
    const type = latin1(data.subarray(at + 4, at + 8));
    if (type === 'zTXt' || type === 'iTXt') texts.push(inflateTail(data.subarray(at + 8, at + 8 + length)));
    at += 12 + length;
  }
  return texts;
}

/** A zlib stream starts with 0x78 after the keyword and its flags. */
function inflateTail(chunk: Uint8Array): string {
  const start = chunk.indexOf(0x78, chunk.indexOf(0) + 1);
  if (start === -1) return '';
  try {
    return inflateSync(chunk.subarray(start)).toString('utf8');
  } catch {
    return '';
  }
}
