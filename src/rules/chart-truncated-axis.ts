import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const files = { 'notes/x/a.csv': 'année;part\n2020;52\n2021;54\n' };
const chart = 'title: Part\ndata: a.csv\nunit: "%"\n';

export const chartTruncatedAxis: Rule = {
  id: 'chart/truncated-axis',
  severity: 'error',
  summary: {
    fr: 'Des barres ne partent pas de zéro : leur longueur ne dit plus la valeur.',
    en: 'Bars do not start from zero: their length tells the value no more.',
  },
  examples: [
    {
      title: { fr: 'Des barres depuis zéro, une courbe depuis 50', en: 'Bars from zero, a line from 50' },
      note: `${header}:::chart\ntype: bar\n${chart}:::\n\n:::chart\ntype: line\n${chart}minimum: 50\n:::\n`,
      files,
      expect: [],
    },
    {
      title: { fr: 'Des barres depuis 50', en: 'Bars from 50' },
      note: `${header}:::chart\ntype: bar\n${chart}minimum: 50\n:::\n`,
      files,
      expect: ['10:10'],
    },
  ],
  check({ charts = [] }) {
    return charts.flatMap(({ type, minimum, places, place }): Problem[] => {
      if ((type !== 'bar' && type !== 'stacked-bar') || minimum === undefined || minimum <= 0) return [];
      return [
        {
          place: places['minimum'] ?? place,
          message: {
            fr: fr`Ces barres partent de ${minimum} : elles font paraître les écarts plus grands qu’ils ne sont.`,
            en: `These bars start from ${minimum}: they make the gaps look larger than they are.`,
          },
          expected: '0',
          actual: String(minimum),
          help: {
            fr: fr`Ôtez « minimum: », ou choisissez des points ou une courbe (« type: dot », « type: line »).`,
            en: 'Take "minimum:" out, or choose dots or a line ("type: dot", "type: line").',
          },
        },
      ];
    });
  },
};
