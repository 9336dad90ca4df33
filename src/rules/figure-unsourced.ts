import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const body = '---\n\nLe budget est de [160 Md€](figure:budget).\n';

export const figureUnsourced: Rule = {
  id: 'figure/unsourced',
  severity: 'error',
  summary: {
    fr: 'Un chiffre donné en valeur n’a pas de source.',
    en: 'A figure given as a value has no source.',
  },
  examples: [
    {
      title: { fr: 'Valeur et source', en: 'Value and source' },
      note: `---\ntitle: "Bilan"\nfigures:\n  budget: { value: "160 Md€", source: "Rapport public, p. 3" }\n${body}`,
      expect: [],
    },
    {
      title: { fr: 'Chiffre calculé', en: 'Computed figure' },
      note: `---\ntitle: "Bilan"\nfigures:\n  dsp: { value: "120 Md€", source: "Rapport public" }\n  budget: { formula: "dsp * 4 / 3" }\n${body}`,
      expect: [],
    },
    {
      title: { fr: 'Valeur sans source', en: 'Value without source' },
      note: `---\ntitle: "Bilan"\nfigures:\n  budget: { value: "160 Md€" }\n${body}`,
      expect: ['4:3'],
    },
  ],
  *check(note) {
    for (const { entry } of note.ledger.figures) {
      if (entry.value === undefined || entry.formula !== undefined || (entry.source ?? '').trim() !== '')
        continue;
      yield {
        place: entry.place,
        ...(entry.path !== note.path && { path: entry.path }),
        message: {
          fr: fr`Le chiffre « ${entry.id} » n’a pas de source.`,
          en: `The figure “${entry.id}” has no source.`,
        },
        help: {
          fr: fr`Ajoutez « source: » avec une référence, par exemple "@insee2021, p. 3".`,
          en: 'Add “source:” with a reference, such as "@insee2021, p. 3".',
        },
      };
    }
  },
};
