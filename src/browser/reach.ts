import { existsSync } from 'node:fs';
import {
  access,
  constants,
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Executable } from './embedded.ts';
import type { SandboxFacts } from './sandbox.ts';

/** The kernel's rule for namespaces of unprivileged users. */
export async function readNamespaces(): Promise<SandboxFacts['namespaces']> {
  const setting = async (path: string): Promise<string> =>
    (await readFile(path, 'utf8').catch(() => '')).trim();
  if ((await setting('/proc/sys/user/max_user_namespaces')) === '0') return 'forbidden';
  if ((await setting('/proc/sys/kernel/unprivileged_userns_clone')) === '0') return 'forbidden';
  return (await setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns')) === '1'
    ? 'restricted'
    : 'allowed';
}

/** Whether the browser's own setuid helper stands beside it. */
export function hasHelper(executable: string): boolean {
  return existsSync(join(dirname(executable), 'chrome-sandbox'));
}

/** Whether everybody may run this file: its own mode, and the way to it. */
export async function everybodyReaches(executable: string): Promise<boolean> {
  try {
    let path = await realpath(executable);
    if (((await stat(path)).mode & 0o005) !== 0o005) return false;
    while (path !== dirname(path)) {
      path = dirname(path);
      if (((await stat(path)).mode & 0o001) === 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * The same browser under `folder`, by hard links that cost nothing, so that another account reaches it without
 * opening the private cache. Undefined where links are impossible, on another disk for instance.
 */
export async function linkExecutable(
  executable: Executable,
  folder: string,
): Promise<Executable | undefined> {
  try {
    const path = join(folder, basename(executable.path));
    await link(executable.path, path);
    await access(path, constants.X_OK);
    return {
      path,
      ...(executable.libraries === undefined
        ? {}
        : { libraries: await copyFolder(executable.libraries, folder) }),
      ...(executable.fonts === undefined ? {} : { fonts: await copyFolder(executable.fonts, folder) }),
    };
  } catch {
    return undefined;
  }
}

async function copyFolder(from: string, into: string): Promise<string> {
  const to = join(into, basename(from));
  await mkdir(to, { mode: 0o755 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = join(from, entry.name);
    if (entry.isDirectory()) await copyFolder(path, to);
    else await link(path, join(to, entry.name)).catch(() => copyFile(path, join(to, entry.name)));
  }
  return to;
}
