import type { Picture } from '../core/note.ts';

type PictureType = Picture['type'];

const signatures: readonly (readonly [PictureType, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

/** Type of a picture, told by its bytes; undefined for what is none of those that every format can show. */
export function pictureType(data: Uint8Array): PictureType | undefined {
  for (const [type, bytes] of signatures) if (bytes.every((byte, index) => data[index] === byte)) return type;
  if (asciiAt(data, 0, 4) === 'RIFF' && asciiAt(data, 8, 12) === 'WEBP') return 'image/webp';
  return /<(?:[\w-]+:)?svg[\s>/]/iu.test(asciiAt(data, 0, 4096)) ? 'image/svg+xml' : undefined;
}

function asciiAt(data: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...data.subarray(start, end));
}
