import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const chart = ':::chart\ntype: bar\ntitle: Dépense\ndata: a.csv\n';

export const chartMissingUnit: Rule = {
  id: 'chart/missing-unit',
  severity: 'warning',
  summary: {
    fr: 'Un graphique ne dit pas l’unité de ses valeurs.',
    en: 'A chart does not tell the unit of its values.',
  },
  examples: [
    {
      title: { fr: 'L’unité dans le bloc, ou dans le CSV', en: 'The unit in the block, or in the CSV' },
      note: `${header}${chart}unit: M€\n:::\n\n${chart.replace('a.csv', 'b.csv')}:::\n`,
      files: { 'notes/x/a.csv': 'année;montant\n2020;12\n', 'notes/x/b.csv': 'année;montant\n2020;12 M€\n' },
      expect: [],
    },
    {
      title: { fr: 'Des nombres seuls', en: 'Numbers alone' },
      note: `${header}${chart}:::\n`,
      files: { 'notes/x/a.csv': 'année;montant\n2020;12\n' },
      expect: ['5:1'],
    },
  ],
  check({ charts = [] }) {
    return charts
      .filter(({ unit, faults }) => unit === undefined && faults.length === 0)
      .map(({ place }): Problem => ({
        place,
        message: {
          fr: 'Rien ne dit en quelle unité sont les valeurs de ce graphique.',
          en: 'Nothing tells in which unit the values of this chart are.',
        },
        expected: 'unit: …',
        help: {
          fr: fr`Ajoutez une ligne « unit: » : "%", "Md€", "agents", "indice"…`,
          en: 'Add a line "unit:": "%", "Md€", "agents", "index"…',
        },
      }));
  },
};
