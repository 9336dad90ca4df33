import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { manifestName } from './manifest.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { readTar } from './tar.ts';

/** The archives of @sparticuz/chromium that a print needs; its software renderer for WebGL is not one of them. */
export const archiveNames = {
  browser: 'chromium.br',
  libraries: 'al2023.tar.br',
  fonts: 'fonts.tar.br',
} as const;

/** Names inside the unpacked folder. */
export const unpackedNames = { browser: 'chromium', libraries: 'lib', fonts: 'fonts' } as const;

// Any fixed time: it only has to be found again.
const fileTime = new Date('2000-01-01T00:00:00Z');

/** Unpacks the archives of `source` into the existing folder `target` and writes its manifest last. */
export async function unpackArchives(source: string, target: string): Promise<Manifest> {
  const work = [
    unpackBrowser(join(source, archiveNames.browser), target),
    unpackTar(join(source, archiveNames.libraries), target),
    unpackTar(join(source, archiveNames.fonts), target),
  ];
  // Nothing may still be writing when a failure makes the caller remove the folder.
  await Promise.allSettled(work);
  const manifest: Manifest = { files: (await Promise.all(work)).flat() };
  await writeFile(join(target, manifestName), JSON.stringify(manifest, null, 1), { mode: 0o600, flag: 'wx' });
  return manifest;
}

async function unpackBrowser(archive: string, target: string): Promise<ManifestFile[]> {
  const path = join(target, unpackedNames.browser);
  const hash = createHash('sha256');
  const listen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(
    createReadStream(archive, { highWaterMark: 1 << 20 }),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    listen,
    createWriteStream(path, { mode: 0o755, flags: 'wx' }),
  );
  return [await entryOf(target, unpackedNames.browser, hash.digest('hex'))];
}

async function unpackTar(archive: string, target: string): Promise<ManifestFile[]> {
  const files = readTar(await promisify(brotliDecompress)(await readFile(archive)));
  const entries: ManifestFile[] = [];
  for (const file of files) {
    const { path } = file;
    await mkdir(dirname(join(target, path)), { recursive: true, mode: 0o755 });
    await writeFile(join(target, path), file.data, { mode: file.executable ? 0o755 : 0o644, flag: 'wx' });
    entries.push(await entryOf(target, path, createHash('sha256').update(file.data).digest('hex')));
  }
  return entries;
}

async function entryOf(target: string, path: string, sha256: string): Promise<ManifestFile> {
  await utimes(join(target, path), fileTime, fileTime);
  const { size, mtimeMs } = await stat(join(target, path));
  return { path, size, mtime: Math.trunc(mtimeMs), sha256 };
}
