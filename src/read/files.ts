import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { FileProblem } from '../core/files.ts';
import { compareCodePoints, folderOf, resolveInside } from '../util/workspace-path.ts';
import { decodeText } from './decode-text.ts';
import type { Files } from '../core/files.ts';

const maxBytes = 50_000_000;

/** The workspace on disk below `root` (absolute): no path leaves it, not even by a symbolic link. */
export function diskFiles(root: string): Files {
  const realRoot = realpathSync(root);
  const read = (path: string): Uint8Array => readInside(realRoot, path);
  return {
    read,
    readText: (path) => decodeText(path, read(path)),
    has: (path) => {
      try {
        return statSync(realPathInside(realRoot, path)).isFile();
      } catch {
        return false;
      }
    },
    list: (globs) => listInside(realRoot, globs),
  };
}

/** Turns a path as typed in a shell, from `cwd`, into a workspace path; undefined when it leads out of `root`. */
export function workspacePathOf(root: string, cwd: string, typed: string): string | undefined {
  const path = relative(root, resolve(cwd, typed));
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined;
  return path.split(sep).join('/');
}

function readInside(root: string, path: string): Uint8Array {
  const real = realPathInside(root, path);
  const stats = statSync(real);
  if (stats.isDirectory()) throw new FileProblem('folder', path);
  // A pipe or a device would be waited for without end.
  if (!stats.isFile()) throw new FileProblem('unreadable', path);
  if (stats.size > maxBytes) throw new FileProblem('too-large', path);
  try {
    return readFileSync(real);
  } catch (cause) {
    throw new FileProblem('unreadable', path, cause);
  }
}

/** Absolute path with every symbolic link followed. Throws `FileProblem` when it leads out of `root`. */
function realPathInside(root: string, path: string): string {
  const inside = resolveInside('', path);
  if (inside === undefined) throw new FileProblem('outside', path);
  let real: string;
  try {
    real = realpathSync(join(root, inside));
  } catch (cause) {
    throw new FileProblem(faultOf(cause), path, cause);
  }
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new FileProblem('outside', path);
  return real;
}

function faultOf(cause: unknown): 'missing' | 'unreadable' {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
}

/** A link to a file is listed, so that reading it can say where it leads; folders are listed once, by their true path. */
function listInside(root: string, globs: readonly string[]): string[] {
  const inside = globs.filter((glob) => !/(?:^|\/)\.\.(?:\/|$)|^\/|\0/u.test(glob));
  if (inside.length === 0) return [];
  const found = globSync(inside, { cwd: root, ignore: ['**/node_modules/**'], expandDirectories: false });
  const trueFolders = new Map<string, string>();
  const paths = found.map((path) => {
    const folder = folderOf(path);
    const known = trueFolders.get(folder) ?? trueFolderOf(root, folder);
    trueFolders.set(folder, known);
    return posix.join(known, posix.basename(path));
  });
  return [...new Set(paths)].sort(compareCodePoints);
}

function trueFolderOf(root: string, folder: string): string {
  try {
    const path = relative(root, realpathSync(join(root, folder)))
      .split(sep)
      .join('/');
    return path === '..' || path.startsWith('../') ? folder : path;
  } catch {
    return folder;
  }
}
