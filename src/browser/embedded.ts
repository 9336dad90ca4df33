import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheBelongsToAnother, cacheFull, cacheReadOnly, unpackFailed } from './embedded-fault.ts';
import { hashFile, holdsManifest, isForeign, manifestName, readManifest } from './manifest.ts';
import type { Thoroughness } from './manifest.ts';
import type { Machine } from './machine.ts';
import { archiveNames, unpackArchives, unpackedNames } from './unpack.ts';

/** A browser ready to be started. `libraries` and `fonts` are folders of its own, used where the machine lacks them. */
export interface Executable {
  readonly path: string;
  readonly libraries?: string;
  readonly fonts?: string;
}

export interface EmbeddedOptions {
  /** Folder of the archives, from `findArchives`. */
  readonly archives: string;
  readonly cacheFolder: string;
  readonly machine: Machine;
  readonly thoroughness?: Thoroughness;
}

const folderPrefix = 'chromium-';
const workPrefix = '.unpacking-';
const abandonedAfter = 60 * 60 * 1000;

/** Folder of the archives of @sparticuz/chromium, an optional dependency for Linux on x64; undefined elsewhere. */
export function findArchives(machine: Machine): string | undefined {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const folder = join(dirname(entry), '..', '..', 'bin');
    return existsSync(join(folder, archiveNames.browser)) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Where the embedded browser is, or will be, unpacked. */
export function embeddedFolder(cacheFolder: string): string {
  return join(cacheFolder, 'browser');
}

/**
 * The embedded browser, unpacked once into the user's cache and verified each time. Several processes may ask at
 * once: each unpacks beside, the first to rename wins. Throws `ToolError`.
 */
export async function unpackEmbedded(options: EmbeddedOptions): Promise<Executable> {
  const { machine } = options;
  const base = embeddedFolder(options.cacheFolder);
  try {
    await claimFolder(base, machine.uid);
    const folder = join(base, folderPrefix + (await archiveHash(options.archives, base)));
    if (!(await isSound(folder, machine.uid, options.thoroughness ?? 'quick'))) {
      await removeAbandoned(base);
      await unpackInto(folder, base, options);
    }
    return executableIn(folder);
  } catch (error) {
    throw explain(error, base);
  }
}

function executableIn(folder: string): Executable {
  return {
    path: join(folder, unpackedNames.browser),
    libraries: join(folder, unpackedNames.libraries),
    fonts: join(folder, unpackedNames.fonts),
  };
}

async function claimFolder(base: string, owner: number | undefined): Promise<void> {
  await mkdir(base, { recursive: true, mode: 0o700 });
  const facts = await lstat(base);
  if (!facts.isDirectory() || isForeign(facts, owner)) throw cacheBelongsToAnother(base);
}

async function isSound(
  folder: string,
  owner: number | undefined,
  thoroughness: Thoroughness,
): Promise<boolean> {
  const facts = await lstat(folder).catch(() => undefined);
  if (facts === undefined || !facts.isDirectory() || isForeign(facts, owner)) return false;
  const manifest = await readManifest(folder);
  return manifest !== undefined && (await holdsManifest(folder, manifest, owner, thoroughness));
}

async function unpackInto(folder: string, base: string, options: EmbeddedOptions): Promise<void> {
  const work = await mkdtemp(join(base, workPrefix));
  try {
    await unpackArchives(options.archives, work);
    await putInPlace(work, folder, options.machine.uid);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function putInPlace(work: string, folder: string, owner: number | undefined): Promise<void> {
  const isFirst = await rename(work, folder).then(
    () => true,
    () => false,
  );
  if (isFirst || (await isSound(folder, owner, 'quick'))) return;
  // What stands there is damaged: it is set aside first, so that no other process sees a half of it.
  const aside = await mkdtemp(join(dirname(folder), workPrefix));
  await rename(folder, join(aside, 'damaged')).catch(() => undefined);
  try {
    await rename(work, folder);
  } catch (error) {
    if (!(await isSound(folder, owner, 'quick'))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function removeAbandoned(base: string): Promise<void> {
  const now = Date.now();
  for (const name of await readdir(base)) {
    if (!name.startsWith(workPrefix)) continue;
    const facts = await stat(join(base, name)).catch(() => undefined);
    if (facts !== undefined && now - facts.mtimeMs < abandonedAfter) continue;
    await rm(join(base, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Hash of the archives' content; kept beside, for as long as their sizes and times stay, since they hold 65 MB. */
async function archiveHash(archives: string, base: string): Promise<string> {
  const paths = Object.values(archiveNames).map((name) => join(archives, name));
  const facts = await Promise.all(paths.map((path) => stat(path)));
  const stamp = facts.map(({ size, mtimeMs, ino }) => `${size}-${Math.trunc(mtimeMs)}-${ino}`).join(' ');
  const note = join(base, `archives-${digest([archives, stamp])}`);
  const known = await readFile(note, 'utf8').catch(() => '');
  if (/^[0-9a-f]{16}$/.test(known)) return known;
  const hash = digest(await Promise.all(paths.map(hashFile)));
  // Without the note the next run only hashes again.
  await writeFile(note, hash, { mode: 0o600 }).catch(() => undefined);
  return hash;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

function explain(error: unknown, base: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const { code } = error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return cacheFull(base, error);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR')
    return cacheReadOnly(base, error);
  return unpackFailed(base, error);
}

/** Whether an unpacked folder is complete, every byte read; undefined when nothing is unpacked yet. For `nsp doctor`. */
export async function verifyEmbedded(options: EmbeddedOptions): Promise<boolean | undefined> {
  const base = embeddedFolder(options.cacheFolder);
  const names = await readdir(base).catch(() => []);
  const folders = names.filter((name) => name.startsWith(folderPrefix));
  if (folders.length === 0) return undefined;
  const folder = join(base, folderPrefix + (await archiveHash(options.archives, base)));
  if (!existsSync(join(folder, manifestName))) return undefined;
  return isSound(folder, options.machine.uid, 'full');
}
