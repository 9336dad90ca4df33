import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { array, number, object, parse, string } from 'valibot';
import type { InferOutput } from 'valibot';

/** Name of the manifest inside an unpacked folder. */
export const manifestName = 'manifest.json';

const manifestSchema = object({
  files: array(object({ path: string(), size: number(), mtime: number(), sha256: string() })),
});

/** What an unpacked folder must hold. `mtime` is in whole milliseconds. */
export type Manifest = InferOutput<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];

/** `quick` trusts sizes, times and owners; `full` reads every byte. */
export type Thoroughness = 'quick' | 'full';

/** The manifest of an unpacked folder, or undefined when there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return parse(manifestSchema, JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Whether the folder holds what its manifest says, and nobody but `owner` may write there. A changed time alone is
 * settled by reading the bytes: restored caches lose their times.
 */
export async function holdsManifest(
  folder: string,
  manifest: Manifest,
  owner: number | undefined,
  thoroughness: Thoroughness,
): Promise<boolean> {
  try {
    for (const file of manifest.files) {
      const path = join(folder, file.path);
      const facts = await lstat(path);
      if (!facts.isFile() || facts.size !== file.size || isForeign(facts, owner)) return false;
      const unsure = thoroughness === 'full' || Math.trunc(facts.mtimeMs) !== file.mtime;
      if (unsure && (await hashFile(path)) !== file.sha256) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Whether someone other than `owner` owns the entry or may write it. Always false where files have no owners. */
export function isForeign(facts: { uid: number; mode: number }, owner: number | undefined): boolean {
  if (owner === undefined) return false;
  return facts.uid !== owner || (facts.mode & 0o022) !== 0;
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
