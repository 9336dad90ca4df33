import { posix } from 'node:path';

/** Workspace path of `typed`, as written in a document of `folder`; undefined when it is absolute or leads out. */
export function resolveInside(folder: string, typed: string): string | undefined {
  if (/^(?:[/\\]|[a-z]:[/\\])/iu.test(typed) || typed.includes('\0')) return undefined;
  const path = posix.normalize(posix.join(folder, typed)).replace(/\/+$/u, '');
  if (path === '..' || path.startsWith('../')) return undefined;
  return path === '.' ? '' : path;
}

/** Folder of a workspace path, '' for the root. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/** Orders text by code point, the same on every machine. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = sortable(left.charCodeAt(index)) - sortable(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above every other UTF-16 unit. */
function sortable(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
