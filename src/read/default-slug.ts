import { posix } from 'node:path';
import { slugify } from '../util/slugify.ts';
import { folderOf } from '../util/workspace-path.ts';

/**
 * Slug of a document that names none: the name of its folder for `note.md` and for the only document of a folder, the
 * folder's and its own for another one, its own for a document that has no folder of its own.
 */
export function defaultSlug(path: string, siblings: readonly string[]): string {
  const own = posix.basename(path, '.md');
  const folder = folderOf(path);
  const isShared = folder === '' || posix.basename(folder) === 'notes';
  if (isShared) return slugify(own);
  const name = posix.basename(folder);
  const isMain = own === 'note' || siblings.every((sibling) => sibling === path);
  return slugify(isMain ? name : `${name}-${own}`);
}

/** Whether a Markdown file is a document, and not what is said of the folder or what a document cites. */
export function isDocument(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  const isAside = parts
    .slice(0, -1)
    .some((part) => ['sources', 'data', 'images', 'node_modules', 'dist'].includes(part));
  return path.endsWith('.md') && parts.at(-1) !== 'readme.md' && !isAside;
}
