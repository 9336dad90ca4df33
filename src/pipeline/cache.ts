import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Secret } from '../core/person.ts';
import { findSecrets, indexSecrets } from '../privacy/secret-search.ts';

/**
 * Texts by name in the user's private cache, for this user's eyes only. A cache that cannot be read or written is as an
 * empty one, and a text that names a private person is not kept.
 */
export interface Cache {
  get(name: string): string | undefined;
  set(name: string, text: string): void;
}

const maxBytes = 200_000_000;

/** Opens the cache below `folder`, an absolute path, which is made when there is something to keep. */
export function openCache(folder: string, secrets: readonly Secret[]): Cache {
  const place = join(folder, 'texts');
  // A surname alone is a word of any report.
  const index = indexSecrets(secrets.filter(({ kind }) => kind !== 'surname'));
  return {
    get(name) {
      try {
        const path = join(place, name);
        const facts = statSync(path);
        return facts.isFile() && facts.size <= maxBytes ? readFileSync(path, 'utf8') : undefined;
      } catch {
        return undefined;
      }
    },
    set(name, text) {
      if (findSecrets(text, index).length > 0) return;
      const beside = join(place, `.${randomUUID()}.part`);
      try {
        makePrivateFolder(place);
        writeFileSync(beside, text, { mode: 0o600, flag: 'wx' });
        renameSync(beside, join(place, name));
      } catch {
        discard(beside);
      }
    },
  };
}

/** Node's own recursive `mkdir` never ends where the parent exists and takes no folder: /proc, some network disks. */
function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    makePrivateFolder(dirname(folder));
    // One that cannot be made now never can: no other try.
    mkdirSync(folder, { mode: 0o700 });
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What could not be written cannot always be removed.
  }
}
