import { citedItems } from '../cite/cited-items.ts';
import { isOwnReference } from '../cite/own-references.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const bib = `@book{dupont2021, title = {Bilan}, author = {Dupont, Jeanne}, publisher = {Seuil}, date = {2021}}
@book{martin2020, title = {Essai}, author = {Martin, Alice}, publisher = {Seuil}, date = {2020}}
`;
const header = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\n';

export const referenceUnused: Rule = {
  id: 'reference/unused',
  severity: 'warning',
  summary: {
    fr: 'Une entrée de la bibliographie du document n’est citée nulle part.',
    en: 'An entry of the document’s bibliography is cited nowhere.',
  },
  examples: [
    {
      title: { fr: 'Tout est cité', en: 'All is cited' },
      note: `${header}Deux livres le disent [@dupont2021; @martin2020].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: [],
    },
    {
      title: { fr: 'Une entrée de trop', en: 'One entry too many' },
      note: `${header}Un livre le dit [@dupont2021].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: ['2:7'],
    },
    {
      title: { fr: 'Actes dont une communication est citée', en: 'Proceedings of which a paper is cited' },
      note: `${header}Un texte le dit [@petit2020].\n`,
      files: {
        'notes/x/refs.bib':
          '@inproceedings{petit2020, title = {Exposé}, author = {Petit, Anne}, crossref = {actes2020}}\n@proceedings{actes2020, title = {Actes}, editor = {Petit, Anne}, publisher = {Seuil}, date = {2020}}\n',
      },
      expect: [],
    },
    {
      title: { fr: 'Bibliographie partagée', en: 'Shared bibliography' },
      note: '---\ntitle: Bilan\nbibliography: ../refs.bib\n---\n\nUn livre le dit [@dupont2021].\n',
      files: { 'notes/refs.bib': bib },
      expect: [],
    },
  ],
  *check(note) {
    const { byKey } = note.bibliography;
    const cited = citedItems(note).map(({ item }) => item.key);
    const used = new Set(cited.flatMap((key) => [key, byKey.get(key)?.whole ?? key]));
    for (const reference of byKey.values()) {
      const { key, path, place } = reference;
      if (used.has(key) || !isOwnReference(reference, note)) continue;
      yield {
        place,
        path,
        message: {
          fr: fr`L’entrée « ${key} » n’est citée nulle part.`,
          en: `The entry "${key}" is cited nowhere.`,
        },
        actual: key,
        help: {
          fr: fr`Citez-la par [@${key}], ou retirez-la de la bibliographie.`,
          en: `Cite it with [@${key}], or take it out of the bibliography.`,
        },
      };
    }
  },
};
