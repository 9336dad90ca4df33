/** A regular file of an archive. `path` is relative, with forward slashes. */
export interface TarFile {
  readonly path: string;
  readonly executable: boolean;
  readonly data: Uint8Array;
}

const blockSize = 512;

/** The regular files of a POSIX ustar archive. Throws on a truncated archive or a path that leaves it. */
export function readTar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  let offset = 0;
  while (offset + blockSize <= archive.length) {
    const header = archive.subarray(offset, offset + blockSize);
    const path = entryPath(header);
    if (path === '') break;
    const size = octal(header, 124, 12);
    const start = offset + blockSize;
    if (start + size > archive.length) throw new Error(`truncated archive at ${path}`);
    if (isRegular(header)) {
      if (leaves(path)) throw new Error(`unsafe path in archive: ${path}`);
      files.push({
        path,
        executable: (octal(header, 100, 8) & 0o100) !== 0,
        data: archive.subarray(start, start + size),
      });
    }
    offset = start + Math.ceil(size / blockSize) * blockSize;
  }
  return files;
}

function entryPath(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : '';
  const name = text(header, 0, 100).replace(/^\.\//, '');
  return prefix === '' ? name : `${prefix}/${name}`;
}

function isRegular(header: Uint8Array): boolean {
  const type = header[156] ?? 0;
  return type === 0 || type === 0x30;
}

function leaves(path: string): boolean {
  return path.startsWith('/') || path.split('/').includes('..') || path.includes('\\');
}

function octal(header: Uint8Array, start: number, length: number): number {
  const digits = text(header, start, length).trim();
  const value = digits === '' ? 0 : Number.parseInt(digits, 8);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error('damaged archive');
  return value;
}

function text(header: Uint8Array, start: number, length: number): string {
  const end = header.indexOf(0, start);
  const stop = end === -1 || end > start + length ? start + length : end;
  return new TextDecoder('latin1').decode(header.subarray(start, stop));
}
