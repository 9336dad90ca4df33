import type { Note } from '../../src/core/note.ts';
import type { Problem } from '../../src/core/finding.ts';
import type { Place } from '../../src/core/place.ts';
import type { Facts, Rule } from '../../src/core/rule.ts';
import type { Settings } from '../../src/core/settings.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

const settings: Settings = {
  brand: {
    name: 'Collectif',
    site: 'https://example.org',
    about: 'Un collectif.',
    colours: { primary: '#06708e', ink: '#0c3b49', accent: '#812e2e', positive: '#01a98d' },
  },
  lang: 'fr',
  template: 'nsp',
  csl: 'nsp',
  formats: { note: ['pdf'], 'op-ed': ['docx'], 'press-release': ['docx'], newsletter: ['email'] },
  verification: { note: true, 'op-ed': false, 'press-release': false, newsletter: false },
  rules: {},
  outlets: [],
  documents: ['notes/*/note.md'],
  people: 'people.yaml',
};

/** Facts of a workspace whose nsp.yaml is empty. */
export function factsWith(changed: Partial<Facts> = {}, rules: Settings['rules'] = {}): Facts {
  return {
    secrets: [],
    today: '2026-01-01',
    ...changed,
    settings: { ...settings, ...changed.settings, rules },
  };
}

/** A note made from its Markdown alone, without front-matter. */
export function noteOf(source: string, changed: Partial<Note> = {}): Note {
  return {
    path: 'notes/x/note.md',
    folder: 'notes/x',
    source,
    meta: {
      title: 'Un titre',
      keywords: [],
      lang: 'fr',
      kind: 'note',
      slug: 'x',
      status: 'draft',
      formats: ['pdf'],
      template: 'nsp',
    },
    metaPlace: () => undefined,
    tree: parseMarkdown(source),
    bibliography: { entries: [], byKey: new Map() },
    ledger: { figures: [], byId: new Map(), problems: [] },
    authors: [],
    signatories: [],
    pictures: new Map(),
    rules: {},
    ...changed,
  };
}

export function placeAt(line: number, column = 1): Place {
  return { line, column, endLine: line, endColumn: column + 1 };
}

/** A rule that says `problems`. */
export function ruleSaying(
  id: string,
  problems: readonly Partial<Problem>[],
  severity: Rule['severity'] = 'error',
): Rule {
  const message = { fr: 'Une faute.', en: 'A fault.' };
  return {
    id,
    severity,
    summary: message,
    examples: [],
    check: () => problems.map((problem) => ({ place: undefined, message, ...problem })),
  };
}
