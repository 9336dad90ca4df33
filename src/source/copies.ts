import { posix } from 'node:path';
import type { Files } from '../core/files.ts';
import { escapeGlob } from '../util/escape-glob.ts';
import { resolveInside } from '../util/workspace-path.ts';

/** Endings of copies that can be read, the surest first. */
export const copyEndings = ['pdf', 'html', 'txt', 'md'] as const;
export type CopyEnding = (typeof copyEndings)[number];

/** Name of the folder of copies, beside the document. */
export const copyFolder = 'sources';

/** The name that the copy of a reference has, without its ending: signs that no disk takes become hyphens. */
export function copyName(key: string): string {
  return key.replace(/[\\/:*?"<>|\0]/gu, '-');
}

/** Workspace paths of the copies that stand beside a document, by their name without ending. */
export function listCopies(files: Files, folder: string): ReadonlyMap<string, readonly string[]> {
  const sources = resolveInside(folder, copyFolder) ?? copyFolder;
  const paths = files.list([`${escapeGlob(sources)}/*.{${copyEndings.join(',')}}`]);
  const copies = new Map<string, string[]>();
  for (const ending of copyEndings) {
    for (const path of paths.filter((one) => posix.extname(one) === `.${ending}`)) {
      const name = posix.basename(path, `.${ending}`);
      copies.set(name, [...(copies.get(name) ?? []), path]);
    }
  }
  return copies;
}
