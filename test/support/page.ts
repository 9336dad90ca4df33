import type { Page } from '../../src/core/page.ts';
import { defaultSettings } from '../../src/config/default-settings.ts';
import { readCitationStyle } from '../../src/read/citation-style.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';
import { formatCitations } from '../../src/cite/format.ts';
import { cleanPictures } from '../../src/picture/clean.ts';
import { makePage } from '../../src/transform/page.ts';
import { packageRoot } from './workspace.ts';

export const words = {
  table: 'Tableau',
  figure: 'Figure',
  chart: 'Graphique',
  'task-done': 'Fait',
  'task-to-do': 'À faire',
  draft: 'Brouillon',
  review: 'En relecture',
  embargo: 'Sous embargo jusqu’au {date}',
  recommandation: 'Recommandation',
};

export interface PageSource {
  readonly body: string;
  readonly meta?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly csl?: string;
  readonly sourceDateEpoch?: number;
}

/** The page that nsp makes of a document's body. */
export async function pageOf({
  body,
  meta = '',
  files = {},
  csl = 'nsp-note',
  sourceDateEpoch,
}: PageSource): Promise<Page> {
  const path = 'notes/x/note.md';
  const source = `---\ntitle: "Un titre"\ndate: 2021-04-30\n${meta}---\n\n${body}`;
  const all = memoryFiles({ 'nsp.yaml': '', [path]: source, ...files });
  const settings = defaultSettings();
  const { note, findings } = await readNote({
    files: all,
    path,
    settings,
    people: readPeople(all, 'people.yaml'),
  });
  if (!note) throw new Error(findings.map((finding) => finding.message.en).join(' '));
  return makePage(note, {
    pictures: cleanPictures(note.pictures),
    formatCitations,
    settings,
    words,
    formats: ['html'],
    sourceDateEpoch,
    citationStyle: readCitationStyle(csl, { files: all, folder: 'notes/x', packageRoot }),
  });
}
