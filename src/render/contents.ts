import type { Page } from '../core/page.ts';
import { hastText } from '../util/hast-text.ts';
import type { Medium } from './medium.ts';

/** A line of the contents with the lines below it. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  readonly children: readonly ContentsEntry[];
}

/** Ids of the parts that every page adds after the author's text; authors' headings make no id with this prefix. */
export const partIds = {
  text: 'nsp-texte',
  contents: 'nsp-sommaire',
  notes: 'nsp-notes',
  references: 'nsp-references',
  signatories: 'nsp-signataires',
  verification: 'nsp-verification',
  about: 'nsp-qui-sommes-nous',
} as const;

/** Sections from which a contents list helps: notes are read by parts, shorter kinds seldom. */
const enoughSections = { note: 3, 'op-ed': 5, 'press-release': 5, newsletter: 4 } as const;

/** Signs from which a printed text fills pages enough to need a contents list, however few its sections. */
const longText = 8500;

/** Headings of depth 2 and 3, then the parts added at the end; empty for a page too short to need it. */
export function contentsOf(
  page: Page,
  words: Readonly<Record<string, string>>,
  medium: Medium,
): readonly ContentsEntry[] {
  const sections: { id: string; text: string; children: ContentsEntry[] }[] = [];
  for (const { id, depth, text } of page.headings) {
    const entry = { id, text, children: [] };
    const section = sections.at(-1);
    if (depth === 2 || (depth === 3 && !section)) sections.push(entry);
    else if (depth === 3) section?.children.push(entry);
  }
  const isLong = medium === 'print' && hastText(page.hast).length > longText;
  if (sections.length < (isLong ? 1 : enoughSections[page.meta.kind])) return [];
  const part = (id: string, word: string, present: boolean): ContentsEntry[] =>
    present ? [{ id, text: words[word] ?? '', children: [] }] : [];
  return [
    ...sections,
    ...part(partIds.notes, 'notes', medium === 'screen' && page.notes.length > 0),
    ...part(partIds.references, 'references', page.references.length > 0),
    ...part(partIds.signatories, 'signatories', page.signatories.length > 0),
    ...part(partIds.verification, 'verification', (page.verification ?? []).length > 0),
    ...part(partIds.about, 'about', page.brand.about.trim() !== ''),
  ];
}
