import { bareDoi } from '../cite/identifiers.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const article = (key: string, doi: string): string =>
  `@article{${key}, title = {Bilan}, author = {Dupont, Jeanne}, journaltitle = {Revue}, date = {2021}, doi = {${doi}}}\n`;
const note =
  '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\nDeux articles le disent [@dupont2021; @martin2020].\n';

export const referenceDuplicateDoi: Rule = {
  id: 'reference/duplicate-doi',
  severity: 'warning',
  summary: {
    fr: fr`Deux entrées de la bibliographie ont le même DOI : c’est le même texte.`,
    en: 'Two entries of the bibliography have the same DOI: it is the same text.',
  },
  examples: [
    {
      title: { fr: 'Deux DOI', en: 'Two DOIs' },
      note,
      files: {
        'notes/x/refs.bib': article('dupont2021', '10.1000/bilan') + article('martin2020', '10.1000/essai'),
      },
      expect: [],
    },
    {
      title: { fr: 'Le même DOI, écrit autrement', en: 'The same DOI, written otherwise' },
      note,
      files: {
        'notes/x/refs.bib':
          article('dupont2021', '10.1000/Bilan') + article('martin2020', 'https://doi.org/10.1000/bilan'),
      },
      expect: ['2:10'],
    },
  ],
  *check({ bibliography }) {
    const owners = new Map<string, string>();
    for (const { key, csl, path, place } of bibliography.byKey.values()) {
      const doi = csl['DOI'];
      if (typeof doi !== 'string') continue;
      const owner = owners.get(bareDoi(doi));
      if (owner === undefined) {
        owners.set(bareDoi(doi), key);
        continue;
      }
      yield {
        place,
        path,
        message: {
          fr: fr`L’entrée « ${key} » a le même DOI que « ${owner} ».`,
          en: `The entry "${key}" has the same DOI as "${owner}".`,
        },
        actual: doi,
        help: {
          fr: fr`Gardez une seule des deux entrées, ou corrigez le DOI de l’une.`,
          en: 'Keep one of the two entries, or correct the DOI of one.',
        },
      };
    }
  },
};
