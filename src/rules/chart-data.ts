import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const chart = ':::chart\ntype: bar\ntitle: Dépense\ndata: data/a.csv\nunit: M€\n';

export const chartData: Rule = {
  id: 'chart/data',
  severity: 'error',
  summary: {
    fr: 'Le fichier CSV d’un graphique existe, a les colonnes demandées, et des nombres.',
    en: 'The CSV of a chart is there, has the columns that are asked for, and numbers.',
  },
  examples: [
    {
      title: { fr: 'Des nombres, une case vide', en: 'Numbers, an empty cell' },
      note: `${header}${chart}:::\n`,
      files: { 'notes/x/data/a.csv': 'année;montant\n2020;"1 234,5"\n2021;\n2022;1 300 M€\n' },
      expect: [],
    },
    {
      title: { fr: 'Pas de fichier', en: 'No file' },
      note: `${header}${chart}:::\n`,
      expect: ['8:7'],
    },
    {
      title: { fr: 'Une colonne qui n’existe pas', en: 'A column that is not there' },
      note: `${header}${chart}columns: { values: montants }\n:::\n`,
      files: { 'notes/x/data/a.csv': 'année;montant\n2020;12\n' },
      expect: ['10:10'],
    },
    {
      title: { fr: 'Autre chose qu’un nombre, à la ligne 3 du CSV', en: 'No number, on line 3 of the CSV' },
      note: `${header}${chart}:::\n`,
      files: { 'notes/x/data/a.csv': 'année;montant\n2020;12\n2021;inconnu\n' },
      expect: ['3:1'],
    },
    {
      title: {
        fr: fr`Une condition « where: » qui ne retient rien`,
        en: 'A condition "where:" that keeps nothing',
      },
      note: `${header}${chart}where: année = 2030\n:::\n`,
      files: { 'notes/x/data/a.csv': 'année;montant\n2020;12\n' },
      expect: ['10:8'],
    },
  ],
  check({ charts = [] }) {
    return charts.flatMap(({ faults }) => faults);
  },
};
