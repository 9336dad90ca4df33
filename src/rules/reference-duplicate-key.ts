import type { Reference } from '../core/bibliography.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const first =
  '@book{dupont2021, title = {Bilan}, author = {Dupont, Jeanne}, publisher = {Seuil}, date = {2021}}\n';
const second =
  '@book{dupont2021, title = {Essai}, author = {Dupont, Jeanne}, publisher = {Seuil}, date = {2021}}\n';
const note = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\nUn livre le dit [@dupont2021].\n';

export const referenceDuplicateKey: Rule = {
  id: 'reference/duplicate-key',
  severity: 'error',
  summary: {
    fr: 'Deux entrées de la bibliographie ont la même clé.',
    en: 'Two entries of the bibliography have the same key.',
  },
  examples: [
    {
      title: { fr: 'Chaque clé est unique', en: 'Each key is unique' },
      note,
      files: { 'notes/x/refs.bib': first },
      expect: [],
    },
    {
      title: { fr: 'Clé donnée deux fois', en: 'Key given twice' },
      note,
      files: { 'notes/x/refs.bib': first + second },
      expect: ['2:7'],
    },
  ],
  *check({ bibliography }) {
    for (const reference of bibliography.entries) {
      const { key, path, place } = reference;
      const original = bibliography.byKey.get(key);
      if (!original || original === reference) continue;
      const where = describe(original, path);
      yield {
        place,
        path,
        message: {
          fr: fr`La clé « ${key} » est déjà prise${where.fr}.`,
          en: `The key "${key}" is already taken${where.en}.`,
        },
        actual: key,
        help: {
          fr: fr`Donnez une autre clé à cette entrée, par exemple « ${key}b », ou retirez-la si c’est le même ouvrage.`,
          en: `Give this entry another key, for instance "${key}b", or remove it if it is the same work.`,
        },
      };
    }
  },
};

function describe({ path, place }: Reference, here: string): { fr: string; en: string } {
  const file = path === here ? '' : path;
  if (!place) return { fr: file && ` dans ${file}`, en: file && ` in ${file}` };
  return {
    fr: ` à la ligne ${String(place.line)}${file && ` de ${file}`}`,
    en: ` on line ${String(place.line)}${file && ` of ${file}`}`,
  };
}
