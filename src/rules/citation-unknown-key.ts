import { citedItems } from '../cite/cited-items.ts';
import type { Problem } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';

const bib =
  '@book{dupont2021, title = {Bilan}, author = {Dupont, Jeanne}, publisher = {Seuil}, date = {2021}}\n';
const header = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\n';

export const citationUnknownKey: Rule = {
  id: 'citation/unknown-key',
  severity: 'error',
  summary: {
    fr: 'Une citation nomme une clé absente de la bibliographie.',
    en: 'A citation names a key that the bibliography lacks.',
  },
  examples: [
    {
      title: { fr: 'La clé est connue', en: 'The key is known' },
      note: `${header}Le bilan [@dupont2021, p. 3] le dit, écrivez à contact@example.org ou à @collectif.\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: [],
    },
    {
      title: { fr: 'Faute de frappe', en: 'Misspelt key' },
      note: `${header}Le bilan le dit [voir @dupond2021, p. 3; @dupont2021].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: ['6:23'],
    },
    {
      title: { fr: 'Pas de bibliographie', en: 'No bibliography' },
      note: '---\ntitle: Bilan\n---\n\nLe bilan le dit [@dupont2021].\n',
      expect: ['5:18'],
    },
  ],
  *check(note) {
    for (const { item, place, path } of citedItems(note)) {
      if (note.bibliography.byKey.has(item.key)) continue;
      yield { ...unknownKey(item.key, note), place, ...(path !== undefined && { path }) };
    }
  },
};

function unknownKey(key: string, { bibliography, metaPlace }: Note): Omit<Problem, 'place'> {
  const near = nearest(key, bibliography.byKey.keys());
  const message = {
    fr: fr`La clé « @${key} » n’est pas dans la bibliographie.`,
    en: `The key "@${key}" is not in the bibliography.`,
  };
  if (near !== undefined) {
    return {
      message,
      actual: `@${key}`,
      expected: `@${near}`,
      help: { fr: fr`Vouliez-vous écrire « @${near} » ?`, en: `Did you mean "@${near}"?` },
    };
  }
  const help =
    bibliography.entries.length === 0 && metaPlace(['bibliography']) === undefined
      ? {
          fr: fr`Donnez la bibliographie dans l’en-tête, par exemple « bibliography: refs.bib ».`,
          en: 'Give the bibliography in the front-matter, for instance "bibliography: refs.bib".',
        }
      : {
          fr: 'Ajoutez l’entrée à la bibliographie, ou corrigez la clé.',
          en: 'Add the entry to the bibliography, or correct the key.',
        };
  return { message, actual: `@${key}`, help: { ...help, fr: fr`${help.fr}` } };
}
