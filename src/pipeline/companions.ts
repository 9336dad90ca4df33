import type { Note } from '../core/note.ts';
import { isDocument } from '../read/default-slug.ts';
import { readNote } from '../read/note.ts';
import { escapeGlob } from '../util/escape-glob.ts';
import { compareCodePoints } from '../util/workspace-path.ts';
import type { Desk } from './desk.ts';

/** The notes that stand in the folder of an op-ed, a press release or a newsletter, and whose numbers it should give. */
export async function companionsOf({ path, folder, meta }: Note, desk: Desk): Promise<Note[]> {
  if (meta.kind === 'note' || folder === '') return [];
  const { files, settings, people } = desk;
  const others = files
    .list([`${escapeGlob(folder)}/*.md`])
    .filter((other) => other !== path && isDocument(other))
    .sort(compareCodePoints);
  const read = await Promise.all(others.map((other) => readNote({ files, path: other, settings, people })));
  return read.flatMap(({ note }) => (note?.meta.kind === 'note' ? [note] : []));
}
