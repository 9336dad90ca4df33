import type { Page } from '../core/page.ts';
import { fillIn } from '../util/fill-in.ts';

/** How others name a document: "Collectif, *Titre*, note, 24 novembre 2026, adresse". */
export interface HowToCite {
  /** Its authors as the public knows them, else the collective. */
  readonly authors: string;
  readonly title: string;
  /** What it is, its date, its version. */
  readonly details: string;
  readonly url?: string;
}

/** The citation that the last page of a note proposes; newspapers and press agencies have their own for other kinds. */
export function howToCite(page: Page, words: Readonly<Record<string, string>>): HowToCite | undefined {
  const { meta, authors, brand, title, subtitle, dateInWords, url } = page;
  if (meta.kind !== 'note') return undefined;
  const version = meta.version && fillIn(words['version'] ?? '', { version: meta.version });
  return {
    authors: authors.map(({ display }) => display).join(', ') || brand.name,
    title: [title, subtitle].filter((part) => part !== undefined).join('. '),
    details: [words['kind-note'], dateInWords, version]
      .filter((part) => part !== undefined && part !== '')
      .map((part) => lowered(part ?? ''))
      .join(', '),
    ...(url !== undefined && { url }),
  };
}

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
