import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { embeddedFolder, unpackEmbedded, verifyEmbedded } from '../../src/browser/embedded.ts';
import type { EmbeddedOptions } from '../../src/browser/embedded.ts';
import { describeMachine } from '../../src/browser/machine.ts';
import { ToolError } from '../../src/core/tool-error.ts';
import { inFolder } from './test-browser.ts';
import { writeTar } from './write-tar.ts';

const program = randomBytes(100_000);

/** Small archives with the names of the real ones. */
function makeArchives(folder: string): EmbeddedOptions {
  const archives = join(folder, 'archives');
  mkdirSync(archives);
  const tar = (path: string): Buffer =>
    brotliCompressSync(writeTar([{ path, mode: 0o755, data: Buffer.from(path) }]));
  writeFileSync(join(archives, 'chromium.br'), brotliCompressSync(program));
  writeFileSync(join(archives, 'al2023.tar.br'), tar('lib/libnss3.so'));
  writeFileSync(join(archives, 'fonts.tar.br'), tar('fonts/Sans/Sans.ttf'));
  return { archives, cacheFolder: join(folder, 'cache'), machine: describeMachine() };
}

function leftovers(options: EmbeddedOptions): string[] {
  return readdirSync(embeddedFolder(options.cacheFolder)).filter((name) => name.startsWith('.'));
}

it('unpacks once, privately, and then only looks', () =>
  inFolder(async (folder) => {
    const options = makeArchives(folder);
    const { path, libraries, fonts } = await unpackEmbedded(options);
    expect(readFileSync(path).equals(program)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(statSync(embeddedFolder(options.cacheFolder)).mode & 0o777).toBe(0o700);
    expect(readdirSync(libraries ?? '')).toEqual(['libnss3.so']);
    expect(readdirSync(fonts ?? '')).toEqual(['Sans']);
    const before = statSync(path).ino;
    expect((await unpackEmbedded(options)).path).toBe(path);
    expect(statSync(path).ino).toBe(before);
    expect(await verifyEmbedded(options)).toBe(true);
  }));

it('lets several processes unpack at once', () =>
  inFolder(async (folder) => {
    const options = makeArchives(folder);
    const found = await Promise.all(Array.from({ length: 6 }, () => unpackEmbedded(options)));
    expect(new Set(found.map(({ path }) => path)).size).toBe(1);
    expect(readFileSync(found[0]?.path ?? '').equals(program)).toBe(true);
    expect(leftovers(options)).toEqual([]);
  }));

const harms: [string, (path: string) => void][] = [
  [
    'a cut file',
    (path) => {
      truncateSync(path, 10);
    },
  ],
  [
    'other bytes of the same length',
    (path) => {
      writeFileSync(path, randomBytes(program.length));
    },
  ],
  [
    'a file that others may write',
    (path) => {
      chmodSync(path, 0o777);
    },
  ],
  [
    'a manifest that is no JSON',
    (path) => {
      writeFileSync(join(path, '../manifest.json'), '{"files":');
    },
  ],
];

it.each(harms)('unpacks again over %s', (_name, harm) =>
  inFolder(async (folder) => {
    const options = makeArchives(folder);
    const { path } = await unpackEmbedded(options);
    harm(path);
    expect(await verifyEmbedded(options)).toBe(false);
    await unpackEmbedded(options);
    expect(readFileSync(path).equals(program)).toBe(true);
    expect(await verifyEmbedded(options)).toBe(true);
    expect(leftovers(options)).toEqual([]);
  }),
);

it('keeps a cache that was restored with other times', () =>
  inFolder(async (folder) => {
    const options = makeArchives(folder);
    const { path } = await unpackEmbedded(options);
    utimesSync(path, 1, 1);
    const before = statSync(path).ino;
    await unpackEmbedded(options);
    expect(statSync(path).ino).toBe(before);
  }));

it('makes another folder for other archives', () =>
  inFolder(async (folder) => {
    const options = makeArchives(folder);
    const { path } = await unpackEmbedded(options);
    writeFileSync(join(options.archives, 'chromium.br'), brotliCompressSync(Buffer.from('newer')));
    const newer = await unpackEmbedded(options);
    expect(newer.path).not.toBe(path);
    expect(readFileSync(newer.path, 'utf8')).toBe('newer');
  }));

async function faultOf(options: EmbeddedOptions): Promise<ToolError> {
  const error: unknown = await unpackEmbedded(options).catch((caught: unknown) => caught);
  if (!(error instanceof ToolError)) throw new Error('no ToolError', { cause: error });
  return error;
}

it('refuses a folder that others may write', () =>
  inFolder(async (folder) => {
    const options = makeArchives(folder);
    await unpackEmbedded(options);
    chmodSync(embeddedFolder(options.cacheFolder), 0o777);
    const error = await faultOf(options);
    expect(error.kind).toBe('machine');
    expect(error.text.en).toMatch(/changed by others/);
    expect(error.hint?.fr).toMatch(/--cache-dir/);
  }));

it('says so when it cannot write, or when the archives are damaged', () =>
  inFolder(async (folder) => {
    const options = makeArchives(folder);
    writeFileSync(join(folder, 'file'), '');
    const unwritable = await faultOf({ ...options, cacheFolder: join(folder, 'file', 'below') });
    expect(unwritable.text.en).toMatch(/writing is not allowed/);
    writeFileSync(join(options.archives, 'chromium.br'), randomBytes(500));
    const damaged = await faultOf(options);
    expect([damaged.kind, damaged.text.en]).toEqual([
      'machine',
      expect.stringMatching(/could not be installed/),
    ]);
    expect(leftovers(options)).toEqual([]);
  }));

it('says that nothing is unpacked yet', () =>
  inFolder(async (folder) => {
    expect(await verifyEmbedded(makeArchives(folder))).toBeUndefined();
  }));
