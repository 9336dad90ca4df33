import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { foldAccents } from '../util/fold-accents.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { shorten } from '../util/shorten.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const chart = ':::chart\ntype: bar\ntitle: Dépense\ndata: a.csv\nunit: M€\n';
const files = { 'notes/x/a.csv': 'poste;montant\nÉcole;12\nHôpital;30\n' };

export const chartHighlight: Rule = {
  id: 'chart/highlight',
  severity: 'warning',
  summary: {
    fr: 'Ce qu’un graphique met en avant n’est ni une de ses catégories, ni une de ses séries.',
    en: 'What a chart brings out is none of its categories or series.',
  },
  examples: [
    {
      title: { fr: 'Une catégorie du CSV', en: 'A category of the CSV' },
      note: `${header}${chart}highlight: École\n:::\n`,
      files,
      expect: [],
    },
    {
      title: { fr: 'Un nom qui n’y est pas', en: 'A name that is not there' },
      note: `${header}${chart}highlight: Écoles\n:::\n`,
      files,
      expect: ['10:12'],
    },
  ],
  check({ charts = [] }) {
    return charts.flatMap(({ highlight, categories, series, places, place, faults }) => {
      if (faults.length > 0) return [];
      const names = [...categories, ...series.map(({ name }) => name)];
      const known = new Set(names.map(foldAccents));
      return highlight
        .filter((name) => !known.has(foldAccents(name)))
        .map((name): Problem => {
          const near = nearest(name, names);
          return {
            place: places['highlight'] ?? place,
            message: {
              fr: fr`Le graphique n’a rien qui s’appelle « ${shorten(name)} ».`,
              en: `The chart has nothing called "${shorten(name)}".`,
            },
            actual: shorten(name),
            ...(near !== undefined && { expected: near }),
            help:
              near === undefined
                ? { fr: 'Écrivez le nom comme dans le CSV.', en: 'Write the name as the CSV does.' }
                : {
                    fr: fr`Vouliez-vous dire « ${shorten(near)} » ?`,
                    en: `Did you mean "${shorten(near)}"?`,
                  },
          };
        });
    });
  },
};
