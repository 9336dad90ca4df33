import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import { fr } from '../util/french.ts';
import { placesOfPicture } from '../read/pictures.ts';
import { findingOf } from '../read/reading-problem.ts';

/** The note without the pictures that cannot be drawn, and a finding at each place that shows one. */
export async function dropBrokenPictures(note: Note): Promise<{ note: Note; findings: readonly Finding[] }> {
  if (note.pictures.size === 0) return { note, findings: [] };
  const { isDrawable } = await import('../picture/clean.ts');
  const broken = new Set<string>();
  for (const [url, picture] of note.pictures) if (!(await isDrawable(picture))) broken.add(url);
  if (broken.size === 0) return { note, findings: [] };
  const places = [...broken].flatMap((url) => placesOfPicture(note.tree, url));
  return {
    note: { ...note, pictures: new Map([...note.pictures].filter(([url]) => !broken.has(url))) },
    findings: places.map((place) => findingOf({ rule: 'picture/file', place, ...words }, note.path)),
  };
}

const words = {
  message: {
    fr: fr`Cette image ne peut pas être dessinée : elle est abîmée, vide ou démesurée.`,
    en: 'This picture cannot be drawn: it is damaged, empty or far too large.',
  },
  help: {
    fr: 'Ouvrez-la dans un logiciel d’images, réduisez-la au besoin, et enregistrez-la de nouveau.',
    en: 'Open it in a picture editor, make it smaller if need be, and save it again.',
  },
} as const;
