import picomatch from 'picomatch';
import { FileProblem } from '../core/files.ts';
import { compareCodePoints, resolveInside } from '../util/workspace-path.ts';
import { decodeText } from './decode-text.ts';
import type { Files } from '../core/files.ts';

/** A workspace held in memory, by workspace path, for tests and for the examples of rules. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const bytesByPath = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const read = (path: string): Uint8Array => {
    const inside = resolveInside('', path);
    if (inside === undefined) throw new FileProblem('outside', path);
    const bytes = bytesByPath.get(inside);
    if (bytes !== undefined) return bytes;
    const isFolder = [...bytesByPath.keys()].some((known) => known.startsWith(`${inside}/`));
    throw new FileProblem(isFolder ? 'folder' : 'missing', path);
  };
  return {
    read,
    readText: (path) => decodeText(path, read(path)),
    has: (path) => bytesByPath.has(resolveInside('', path) ?? ''),
    list: (globs) => {
      const matches = picomatch([...globs]);
      return [...bytesByPath.keys()].filter((path) => matches(path)).sort(compareCodePoints);
    },
  };
}
