import { partsOf } from '../chart/parts.ts';
import type { Chart, ChartType } from '../core/chart.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const chart = ':::chart\ntype: line\ntitle: Dépense\ndata: a.csv\nunit: M€\n';
const csv = (count: number): string => {
  const columns = Array.from({ length: count }, (_, index) => index + 1);
  return `année;${columns.map((column) => `série ${column}`).join(';')}\n2020;${columns.join(';')}\n2021;${columns.join(';')}\n`;
};

export const chartCrowded: Rule = {
  id: 'chart/crowded',
  severity: 'warning',
  summary: {
    fr: 'Un graphique a plus de séries ou de catégories qu’on n’en distingue.',
    en: 'A chart has more series or categories than can be told apart.',
  },
  examples: [
    {
      title: {
        fr: 'Six courbes ; vingt, dont une mise en avant',
        en: 'Six lines; twenty, one of them brought out',
      },
      note: `${header}${chart}:::\n\n${chart.replace('a.csv', 'b.csv')}highlight: série 3\n:::\n`,
      files: { 'notes/x/a.csv': csv(6), 'notes/x/b.csv': csv(20) },
      expect: [],
    },
    {
      title: { fr: 'Neuf courbes', en: 'Nine lines' },
      note: `${header}${chart}:::\n`,
      files: { 'notes/x/a.csv': csv(9) },
      expect: ['8:7'],
    },
  ],
  check({ charts = [] }) {
    return charts.flatMap((one): Problem[] => {
      const place = one.places['data'] ?? one.place;
      const { series, categories } = limits[one.type];
      const [drawn, listed] = countsOf(one);
      return [
        ...(drawn > series ? [{ place, ...tooManySeries(drawn, series) }] : []),
        ...(listed > categories ? [{ place, ...tooManyCategories(listed, categories) }] : []),
      ];
    });
  },
};

interface Limit {
  readonly series: number;
  readonly categories: number;
}

const limits: Readonly<Record<ChartType, Limit>> = {
  bar: { series: 4, categories: 60 },
  'stacked-bar': { series: 6, categories: 40 },
  line: { series: 6, categories: 200 },
  dot: { series: 4, categories: 40 },
  slope: { series: 10, categories: 2 },
  waffle: { series: 6, categories: 6 },
};

/** Series and categories that must be told apart: grey lines behind those brought out need not be. */
function countsOf({ type, series, categories, highlight }: Chart): [number, number] {
  const chosen = series.filter(({ name }) => highlight.includes(name)).length;
  const drawn = chosen > 0 && (type === 'line' || type === 'slope') ? chosen : series.length;
  if (type === 'waffle') return [1, partsOf({ series, categories }).names.length];
  return [drawn, categories.length];
}

function tooManySeries(count: number, most: number): Omit<Problem, 'place'> {
  return {
    message: {
      fr: fr`Ce graphique a ${count} séries ; au-delà de ${most}, on ne les distingue plus.`,
      en: `This chart has ${count} series; above ${most} they cannot be told apart.`,
    },
    expected: `≤ ${most}`,
    actual: String(count),
    help: {
      fr: fr`Choisissez-en par « columns: », mettez-en une en avant par « highlight: », ou donnez un tableau.`,
      en: 'Choose some with "columns:", bring one out with "highlight:", or give a table.',
    },
  };
}

function tooManyCategories(count: number, most: number): Omit<Problem, 'place'> {
  return {
    message: {
      fr: fr`Ce graphique a ${count} catégories ; au-delà de ${most}, il ne se lit plus.`,
      en: `This chart has ${count} categories; above ${most} it cannot be read.`,
    },
    expected: `≤ ${most}`,
    actual: String(count),
    help: {
      fr: fr`Retenez les plus parlantes par « where: », ou donnez un tableau.`,
      en: 'Keep those that tell most with "where:", or give a table.',
    },
  };
}
