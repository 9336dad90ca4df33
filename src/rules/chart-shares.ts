import type { Decimal } from 'decimal.js';
import { partsOf } from '../chart/parts.ts';
import type { Chart, ChartValue } from '../core/chart.ts';
import type { Problem } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';
import type { Rule } from '../core/rule.ts';
import { decimal, powerOfTen, zero } from '../quantity/decimal.ts';
import { formatNumber } from '../quantity/format.ts';
import { isPercent } from '../quantity/unit.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const chart = 'title: Réponses\ndata: a.csv\nunit: "%"\n:::\n';

export const chartShares: Rule = {
  id: 'chart/shares',
  severity: 'warning',
  summary: {
    fr: 'Les parts d’un tout, empilées ou en carrés, ne font pas 100 %.',
    en: 'The shares of a whole, stacked or in squares, do not make 100%.',
  },
  examples: [
    {
      title: {
        fr: 'Cent, aux arrondis près ; des parts d’autre chose',
        en: 'A hundred, roundings aside; shares of something else',
      },
      note: `${header}:::chart\ntype: stacked-bar\n${chart}`,
      files: { 'notes/x/a.csv': 'âge;oui;non;sans avis\nMoins de 30 ans;33,3;33,3;33,3\nPlus;20;75;5\n' },
      expect: [],
    },
    {
      title: {
        fr: 'Une seule part, le reste du tout vide',
        en: 'One share alone, the rest of the whole empty',
      },
      note: `${header}:::chart\ntype: waffle\n${chart}`,
      files: { 'notes/x/a.csv': 'réponse;part\noui;27\n' },
      expect: [],
    },
    {
      title: { fr: '95 % dans une barre, 110 % en carrés', en: '95% in a bar, 110% in squares' },
      note: `${header}:::chart\ntype: stacked-bar\n${chart}\n:::chart\ntype: waffle\n${chart.replace('a.csv', 'b.csv')}`,
      files: {
        'notes/x/a.csv': 'âge;oui;non\nMoins de 30 ans;40;60\nPlus;35;60\n',
        'notes/x/b.csv': 'réponse;part\noui;60\nnon;50\n',
      },
      expect: ['3:1', '15:7'],
    },
  ],
  check({ charts = [], meta }) {
    return charts
      .filter(({ unit }) => unit !== undefined && isPercent(unit))
      .flatMap((one) => problemsOf(one, meta.lang));
  },
};

interface Whole {
  readonly name: string;
  readonly sum: Decimal;
  /** What the roundings of the parts may add up to. */
  readonly slack: Decimal;
  readonly line: number | undefined;
  readonly isAlone: boolean;
}

function problemsOf(chart: Chart, lang: Language): Problem[] {
  const isWaffle = chart.type === 'waffle';
  if (!isWaffle && chart.type !== 'stacked-bar') return [];
  const wholes = isWaffle
    ? [wholeOf(chart.title, partsOf(chart).values)]
    : chart.categories.map((name, index) =>
        wholeOf(
          name,
          chart.series.map(({ values }) => values[index]),
        ),
      );
  const areWholes = isWaffle || wholes.some(isWhole);
  return wholes
    .filter((whole) => !isWhole(whole) && isWrong(whole, isWaffle, areWholes))
    .map(({ name, sum, line }): Problem => {
      const written = formatNumber(sum, { lang });
      return {
        ...(isWaffle || line === undefined
          ? { place: chart.places['data'] ?? chart.place }
          : { path: chart.path, place: { line, column: 1, endLine: line, endColumn: 1 } }),
        message: {
          fr: fr`Les parts de « ${shorten(name)} » font ensemble ${written} %, non 100 %.`,
          en: `The shares of "${shorten(name)}" make ${written}% together, not 100%.`,
        },
        expected: '100',
        actual: written,
        help: {
          fr: 'Vérifiez les valeurs, ou ajoutez la part qui manque ; des réponses multiples vont mieux en barres côte à côte.',
          en: 'Look at the values, or add the share that is missing; multiple answers do better as bars side by side.',
        },
      };
    });
}

function wholeOf(name: string, parts: readonly (ChartValue | undefined)[]): Whole {
  const values = parts.filter((part) => part !== undefined);
  return {
    name,
    sum: values.reduce((sum, { value }) => sum.plus(value), zero),
    slack: values.reduce((sum, { value }) => sum.plus(powerOfTen(-value.decimalPlaces()).div(2)), zero),
    line: values[0]?.line,
    isAlone: values.length < 2,
  };
}

const hundred = decimal(100);

function isWhole({ sum, slack }: Whole): boolean {
  return sum.minus(hundred).abs().lte(slack);
}

/** Stacks may be shares of something larger: they are wrong near a hundred only, or beside one that makes a hundred. */
function isWrong({ sum, isAlone }: Whole, isWaffle: boolean, areWholes: boolean): boolean {
  if (isAlone) return sum.gt(hundred);
  return isWaffle || areWholes || sum.minus(hundred).abs().lte(10);
}
