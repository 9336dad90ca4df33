import { arePeriods } from '../chart/periods.ts';
import { ordered } from '../chart/to-plot.ts';
import type { Chart } from '../core/chart.ts';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const chart = (type: string, title: string): string =>
  `:::chart\ntype: ${type}\ntitle: ${title}\ndata: a.csv\nunit: M€\n`;
const mixed = 'poste;montant\nA;12\nB;30\nC;7\n';

export const chartOrder: Rule = {
  id: 'chart/order',
  severity: 'warning',
  summary: {
    fr: 'Un graphique n’est pas dans l’ordre que disent ses mots, ou le temps n’y va pas dans un seul sens.',
    en: 'A chart is not in the order that its words tell, or time does not run one way in it.',
  },
  examples: [
    {
      title: { fr: 'L’ordre annoncé est demandé', en: 'The order told is asked for' },
      note: `${header}${chart('bar', 'Les postes, par ordre décroissant')}order: descending\n:::\n`,
      files: { 'notes/x/a.csv': mixed },
      expect: [],
    },
    {
      title: {
        fr: 'L’ordre annoncé n’est pas celui du fichier',
        en: 'The order told is not that of the file',
      },
      note: `${header}${chart('bar', 'Les postes, par ordre décroissant')}:::\n`,
      files: { 'notes/x/a.csv': mixed },
      expect: ['7:8'],
    },
    {
      title: { fr: 'Des années en désordre', en: 'Years out of order' },
      note: `${header}${chart('line', 'La dépense')}:::\n`,
      files: { 'notes/x/a.csv': 'année;montant\n2020;1\n2022;3\n2021;2\n' },
      expect: ['8:7'],
    },
  ],
  check({ charts = [] }) {
    return charts
      .filter(({ categories }) => categories.length > 1)
      .flatMap((one) => [...toldOrder(one), ...timeOrder(one)]);
  },
};

const told = [
  {
    order: 'descending',
    words:
      /(?:ordre |classée?s? |triée?s? )(?:\S+ ){0,2}décroissant|du plus (?:élevé|grand|haut) au plus (?:faible|petit|bas)|descending order|from (?:the )?highest to (?:the )?lowest/iu,
    name: { fr: 'décroissant', en: 'descending' },
  },
  {
    order: 'ascending',
    words:
      /(?:ordre |classée?s? |triée?s? )(?:\S+ ){0,2}croissant|du plus (?:faible|petit|bas) au plus (?:élevé|grand|haut)|ascending order|from (?:the )?lowest to (?:the )?highest/iu,
    name: { fr: 'croissant', en: 'ascending' },
  },
  {
    order: 'alphabetical',
    words: /ordre alphabétique|alphabetical order/iu,
    name: { fr: 'alphabétique', en: 'alphabetical' },
  },
] as const;

function toldOrder(chart: Chart): Problem[] {
  const fields = (['title', 'note'] as const).filter((field) => chart[field] !== undefined);
  return told.flatMap(({ order, words, name }) => {
    const field = fields.find((one) => words.test(chart[one] ?? ''));
    if (field === undefined) return [];
    const shown = ordered(chart, chart.order).categories;
    const wanted = ordered(chart, order).categories;
    if (isSame(chart, shown, wanted)) return [];
    return [{ place: chart.places[field] ?? chart.place, ...orderWords(name, order) }];
  });
}

/** Equal values may stand either way. */
function isSame(chart: Chart, shown: readonly string[], wanted: readonly string[]): boolean {
  const valueOf = (name: string): string =>
    chart.series
      .map(({ values }) => values[chart.categories.indexOf(name)]?.value.toString() ?? '')
      .join(' ');
  return shown.every(
    (name, index) => name === wanted[index] || valueOf(name) === valueOf(wanted[index] ?? ''),
  );
}

function orderWords(name: Localized, order: string): Omit<Problem, 'place'> {
  return {
    message: {
      fr: fr`Ces mots annoncent l’ordre ${name.fr} ; le graphique n’est pas dans cet ordre.`,
      en: `These words tell of ${name.en} order; the chart is not in that order.`,
    },
    expected: `order: ${order}`,
    help: { fr: fr`Ajoutez une ligne « order: ${order} ».`, en: `Add a line "order: ${order}".` },
  };
}

function timeOrder(chart: Chart): Problem[] {
  const { categories } = ordered(chart, chart.order);
  if (!arePeriods(categories)) return [];
  const years = categories.map((name) => Number(/[12]\d{3}/u.exec(name)?.[0]));
  const isRising = years.every((year, index) => index === 0 || year >= (years[index - 1] ?? year));
  if (isRising || chart.type === 'waffle' || chart.type === 'stacked-bar') return [];
  return [
    {
      place: chart.places['order'] ?? chart.places['data'] ?? chart.place,
      message: {
        fr: 'Les années de ce graphique ne se suivent pas dans l’ordre du temps.',
        en: 'The years of this chart do not follow one another.',
      },
      help: {
        fr: fr`Rangez les lignes du CSV de la plus ancienne à la plus récente, et ôtez « order: » s’il y est.`,
        en: 'Put the rows of the CSV from the oldest to the latest, and take "order:" out if it is there.',
      },
    },
  ];
}
