import { readlinkSync, rmSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryUnusable } from './browser-fault.ts';
import type { Machine } from './machine.ts';
import { isAlive, ownProcess } from './process-group.ts';

/** The account without rights of every Linux system. */
export const nobody = { uid: 65534, gid: 65534 } as const;

const prefix = 'nsp-browser-';
const removal = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 } as const;

/** A throw-away folder of one browser: `outer` is ours, `home` the browser's own. */
export interface Profile {
  readonly outer: string;
  readonly home: string;
}

/** Makes a private folder for a browser. Throws `ToolError`. */
export async function makeProfile(temporaryFolder: string): Promise<Profile> {
  try {
    const outer = await mkdtemp(join(temporaryFolder, `${prefix}${processNamespace()}-${ownProcess}-`));
    const home = join(outer, 'home');
    await mkdir(home, { mode: 0o700 });
    return { outer, home };
  } catch (error) {
    throw temporaryUnusable(temporaryFolder, error);
  }
}

/** Gives the inner folder to the account without rights; false where there is none, as in a container of one's own. */
export async function giveToNobody(profile: Profile): Promise<boolean> {
  try {
    await chown(profile.home, nobody.uid, nobody.gid);
    await chmod(profile.outer, 0o711);
    return true;
  } catch {
    return false;
  }
}

/** Removes a profile, even while the last processes of its browser are ending. Never throws. */
export async function removeProfile(profile: Profile): Promise<void> {
  await rm(profile.outer, removal).catch(() => undefined);
}

/** The same, synchronously, for signal handlers. */
export function removeProfileNow(profile: Profile): void {
  try {
    rmSync(profile.outer, removal);
  } catch {
    // The next run sweeps it.
  }
}

/** Removes what runs that were killed have left: profiles of ours whose process is gone. Never throws. */
export async function sweepProfiles(temporaryFolder: string, machine: Machine): Promise<void> {
  const ours = `${prefix}${processNamespace()}-`;
  for (const name of await readdir(temporaryFolder).catch(() => [])) {
    if (!name.startsWith(ours)) continue;
    const owner = Number.parseInt(name.slice(ours.length), 10);
    if (!Number.isSafeInteger(owner) || owner === ownProcess || isAlive(owner)) continue;
    const path = join(temporaryFolder, name);
    const facts = await lstat(path).catch(() => undefined);
    const isOurs = facts?.isDirectory() === true && (machine.uid === undefined || facts.uid === machine.uid);
    if (isOurs) await rm(path, removal).catch(() => undefined);
  }
}

/** Containers that share a temporary folder number their processes apart: the namespace tells them from one another. */
function processNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}
