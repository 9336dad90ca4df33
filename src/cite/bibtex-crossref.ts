import type { BibEntry } from './bibtex-entry.ts';

/** Fields that a part does not take from its whole. */
const ownFields = new Set([
  'crossref',
  'xref',
  'ids',
  'related',
  'entryset',
  'entrysubtype',
  'label',
  'sortkey',
  'presort',
]);
/** Fields that name the whole, under their name in the part. */
const wholeFields: Readonly<Record<'book' | 'journal', Readonly<Record<string, string>>>> = {
  book: { title: 'booktitle', subtitle: 'booksubtitle', titleaddon: 'booktitleaddon' },
  journal: { title: 'journaltitle', subtitle: 'journalsubtitle', titleaddon: 'journaltitleaddon' },
};
const maxDepth = 4;

/**
 * Gives an entry what its `crossref` hands down, as BibLaTeX does (https://ctan.org/pkg/biblatex, appendix B);
 * citation-js fails on a whole without an author.
 */
export function inherit(entry: BibEntry, byKey: ReadonlyMap<string, BibEntry>, depth = 0): BibEntry {
  const { crossref, ...own } = entry.properties;
  const whole = crossref === undefined ? undefined : byKey.get(crossref.normalize('NFC'));
  if (!whole || whole === entry || depth > maxDepth) return { ...entry, properties: own };
  const names = wholeFields[entry.type === 'article' ? 'journal' : 'book'];
  const handed: Record<string, string> = {};
  for (const [field, value] of Object.entries(inherit(whole, byKey, depth + 1).properties)) {
    if (!ownFields.has(field)) handed[names[field] ?? field] = value;
  }
  return { ...entry, properties: { ...handed, ...own } };
}
