import type { Language } from '../core/localized.ts';
import type { Plot } from './plot.ts';

/** A chart in words, for those who don't see it. */
export interface Alternative {
  /** What kind of drawing it is, and what stands out. */
  readonly short: string;
  /** The same and every value. */
  readonly long: string;
}

interface Words {
  readonly types: Readonly<Record<Plot['type'], string>>;
  readonly colon: string;
  readonly values: (count: number) => string;
  readonly series: (names: string) => string;
  readonly only: (value: string) => string;
  readonly equal: (value: string) => string;
  readonly highest: string;
  readonly lowest: string;
  readonly totals: { readonly highest: string; readonly lowest: string };
  readonly fromTo: (from: string, to: string) => string;
  readonly missing: (count: number) => string;
  readonly all: string;
  readonly and: string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    types: {
      bar: 'Diagramme en barres',
      'stacked-bar': 'Diagramme en barres empilées',
      line: 'Courbe',
      dot: 'Diagramme en points',
      slope: 'Diagramme en pentes',
      waffle: 'Diagramme de cent carrés',
    },
    colon: ' : ',
    values: (count) => `${count} ${count > 1 ? 'valeurs' : 'valeur'}`,
    series: (names) => `séries : ${names}`,
    only: (value) => `une seule valeur, ${value}`,
    equal: (value) => `toutes les valeurs sont égales, ${value}`,
    highest: 'le plus élevé',
    lowest: 'le plus bas',
    totals: { highest: 'le total le plus élevé', lowest: 'le total le plus bas' },
    fromTo: (from, to) => `de ${from} à ${to}`,
    missing: (count) => (count > 1 ? `${count} valeurs manquent` : 'une valeur manque'),
    all: 'Valeurs',
    and: ' et ',
  },
  en: {
    types: {
      bar: 'Bar chart',
      'stacked-bar': 'Stacked bar chart',
      line: 'Line chart',
      dot: 'Dot chart',
      slope: 'Slope chart',
      waffle: 'Chart of a hundred squares',
    },
    colon: ': ',
    values: (count) => `${count} ${count > 1 ? 'values' : 'value'}`,
    series: (names) => `series: ${names}`,
    only: (value) => `one value only, ${value}`,
    equal: (value) => `all values are equal, ${value}`,
    highest: 'the highest',
    lowest: 'the lowest',
    totals: { highest: 'the highest total', lowest: 'the lowest total' },
    fromTo: (from, to) => `from ${from} to ${to}`,
    missing: (count) => (count > 1 ? `${count} values are missing` : 'one value is missing'),
    all: 'Values',
    and: ' and ',
  },
};

/** Says what a chart shows, from its data alone. The words still want the spaces of their language. */
export function alternativeOf(plot: Plot): Alternative {
  const said = words[plot.lang];
  const points = pointsOf(plot);
  const known = points.filter(({ value }) => value !== undefined);
  const gaps = plot.type === 'stacked-bar' ? 0 : points.length - known.length;
  const facts = [
    `${said.values(known.length)}${plot.unitLine ? `, ${lower(plot.unitLine)}` : ''}`,
    plot.series.length > 1 ? said.series(plot.series.map(({ name }) => name).join(', ')) : '',
    ...courseOf(plot, said),
    ...extremesOf(plot, said),
    gaps > 0 ? said.missing(gaps) : '',
  ].filter((fact) => fact !== '');
  const short = `${said.types[plot.type]}${said.colon}${facts.join(' ; ')}.`;
  const shown = plot.lang === 'en' ? short.replaceAll(' ; ', '; ') : short;
  return { short: shown, long: `${shown} ${valuesInWords(plot, said)}` };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

interface NamedPoint {
  readonly name: string;
  readonly value: number | undefined;
  readonly label: string;
}

function pointsOf({ series, categories }: Plot): NamedPoint[] {
  return series.flatMap(({ name, values, labels }) =>
    categories.map((category, index) => ({
      name: series.length > 1 ? `${name}, ${category}` : category,
      value: values[index],
      label: labels[index] ?? '',
    })),
  );
}

/** Where a lone line begins and ends. */
function courseOf({ type, series, categories }: Plot, said: Words): string[] {
  const [only] = series;
  if ((type !== 'line' && type !== 'slope') || series.length !== 1 || !only) return [];
  const known = categories.flatMap((name, index) =>
    only.values[index] === undefined ? [] : [`${only.labels[index] ?? ''} (${name})`],
  );
  const [first, last] = [known[0], known.at(-1)];
  return first !== undefined && last !== undefined && known.length > 1 ? [said.fromTo(first, last)] : [];
}

function extremesOf(plot: Plot, said: Words): string[] {
  const sums = sumsOf(plot);
  const known = (sums ?? pointsOf(plot)).flatMap(({ value, ...point }) =>
    value === undefined ? [] : [{ ...point, value }],
  );
  const [first] = known;
  if (!first) return [];
  if (known.length === 1) return [said.only(`${first.name}${said.colon}${first.label}`)];
  const [high, low] = [
    Math.max(...known.map(({ value }) => value)),
    Math.min(...known.map(({ value }) => value)),
  ];
  if (high === low) return [said.equal(first.label)];
  const at = (wanted: number): string => {
    const found = known.filter(({ value }) => value === wanted);
    const names = found
      .slice(0, 3)
      .map(({ name }) => name)
      .join(said.and);
    return `${names}${found.length > 3 ? '…' : ''}, ${found[0]?.label ?? ''}`;
  };
  const { highest, lowest } = sums ? said.totals : said;
  return [`${highest}${said.colon}${at(high)}`, `${lowest}${said.colon}${at(low)}`];
}

/** What stacks come to, where that is written too. */
function sumsOf({ type, categories, series, totals }: Plot): NamedPoint[] | undefined {
  if (type !== 'stacked-bar' || !totals || categories.length < 2) return undefined;
  return categories.map((name, index) => {
    const values = series.flatMap(({ values: all }) => all[index] ?? []);
    const value = values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0);
    return { name, value, label: totals[index] ?? '' };
  });
}

function valuesInWords({ type, series, categories, lang }: Plot, { all, colon }: Words): string {
  const between = lang === 'fr' ? ' ; ' : '; ';
  const lists = series.map(({ name, values, labels }) => {
    const list = categories
      .flatMap((category, index) =>
        type === 'stacked-bar' && values[index] === undefined ? [] : [`${category}, ${labels[index] ?? ''}`],
      )
      .join(between);
    return series.length > 1 ? `${name}${colon}${ended(list)}` : `${all}${colon}${ended(list)}`;
  });
  return lists.join(' ');
}

/** A full stop, unless the last value ends with one. */
function ended(list: string): string {
  return list.endsWith('.') ? list : `${list}.`;
}
