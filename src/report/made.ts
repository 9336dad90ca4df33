import type { Language } from '../core/localized.ts';
import type { Artefact } from '../core/output.ts';
import { formatInteger } from '../util/integer.ts';

interface Made {
  readonly path: string;
  readonly artefacts: readonly Artefact[];
}

const words = {
  fr: {
    made: 'Fichiers produits\u00a0:',
    nothing: 'Rien n’a été produit.',
    kb: 'ko',
    skipped: '\u00a0: non produit',
  },
  en: { made: 'Files made:', nothing: 'Nothing was made.', kb: 'kB', skipped: ': not rendered' },
} as const;

/** What a build put in place, with sizes, and what it did not. */
export function madeTable(documents: readonly Made[], options: { lang: Language; folder: string }): string {
  const { made, nothing, kb, skipped } = words[options.lang];
  const artefacts = documents.flatMap((document) => document.artefacts);
  if (artefacts.length === 0) return `${nothing}\n`;
  const width = Math.max(...artefacts.map(({ path }) => path.length)) + options.folder.length + 1;
  const lines = artefacts.map(({ path, bytes }) => {
    const size = formatInteger(Math.max(1, Math.round(bytes / 1000)), options.lang);
    return `  ${`${options.folder}/${path}`.padEnd(width)}  ${size.padStart(6)} ${kb}`;
  });
  const missing = documents
    .filter((document) => document.artefacts.length === 0)
    .map(({ path }) => `  ${path}${skipped}`);
  return `${made}\n${[...lines, ...missing].join('\n')}\n`;
}
