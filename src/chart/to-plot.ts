import type { Decimal } from 'decimal.js';
import type { Chart, ChartData, ChartOrder, ChartValue } from '../core/chart.ts';
import type { Language } from '../core/localized.ts';
import type { Unit } from '../core/quantity.ts';
import { decimal, zero } from '../quantity/decimal.ts';
import { formatNumber, formatQuantity, formatUnit } from '../quantity/format.ts';
import { quantityOf } from '../quantity/parse.ts';
import { isPercent } from '../quantity/unit.ts';
import { foldAccents } from '../util/fold-accents.ts';
import type { Plot } from './plot.ts';

const missingWord = { fr: 'n.d.', en: 'n/a' } as const;
/** What a stack has not is no part of it, and nothing that is missing. */
const noPart = '–';
const inWord = { fr: 'En', en: 'In' } as const;

/** Orders a chart's values and writes them out. `set` sets the spaces and quotes of its language. */
export function toPlot(chart: Chart, lang: Language, set: (text: string) => string): Plot {
  const { type, unit, minimum } = chart;
  const { categories, series } = ordered(chart, chart.order);
  const named = foldedNames([...chart.categories, ...chart.series.map(({ name }) => name)]);
  const missing = type === 'stacked-bar' ? noPart : missingWord[lang];
  const written = (value: Decimal): string => set(valueInWords(value, unit, lang));
  return {
    type,
    lang,
    categories: categories.map(set),
    series: series.map(({ name, values }) => ({
      name: set(name),
      values: values.map((value) => value?.value.toNumber()),
      labels: values.map((value) => (value ? written(value.value) : missing)),
    })),
    totals: totalsOf({ categories, series }, unit)?.map((total) => (total ? written(total) : '')),
    highlight: chart.highlight.flatMap((name) => named.get(foldAccents(name)) ?? []).map(set),
    unitLine: unit && !bearsUnit(unit) ? set(`${inWord[lang]} ${formatUnit(unit, lang)}`) : undefined,
    isShare: unit !== undefined && isPercent(unit),
    minimum,
    tick: (value, step) => tickInWords(value, step, unit, lang),
  };
}

function foldedNames(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [foldAccents(name), name]));
}

/** Whether the unit is short enough to stand behind each number. */
function bearsUnit({ symbol }: Unit): boolean {
  return symbol.length <= 4;
}

/** A value as a reader meets it: "12,3 %", "163 Md€"; the number alone where its unit stands above the drawing. */
export function valueInWords(value: Decimal, unit: Unit | undefined, lang: Language): string {
  const decimals = shownDecimals(value);
  if (unit === undefined || !bearsUnit(unit)) return formatNumber(value, { lang, decimals });
  return formatQuantity(quantityOf({ number: value, decimals, text: '' }, unit), { lang, decimals });
}

/** As many as were typed, but for what no reader needs: three digits that count, or two decimals. */
function shownDecimals(value: Decimal): number {
  const typed = value.decimalPlaces();
  if (typed <= 2 || value.isZero()) return typed;
  return Math.min(typed, Math.max(2, 2 - value.e));
}

function tickInWords(value: number, step: number, unit: Unit | undefined, lang: Language): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const number = decimal(value.toFixed(Math.min(decimals, 20)));
  const isPer = unit !== undefined && isPercent(unit);
  return isPer ? valueInWords(number, unit, lang) : formatNumber(number, { lang });
}

/** Sums of what is stacked, where there is more than one part and the whole is not always a hundred per cent. */
function totalsOf(
  { categories, series }: Pick<ChartData, 'categories' | 'series'>,
  unit: Unit | undefined,
): (Decimal | undefined)[] | undefined {
  const totals = categories.map((_, index) => sumAt(series, index));
  const isShare = unit !== undefined && isPercent(unit);
  return isShare ? undefined : totals;
}

function sumAt(series: ChartData['series'], index: number): Decimal | undefined {
  const values = series.flatMap(({ values: all }) => all[index] ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, { value }) => sum.plus(value), zero);
}

/** The categories and their values in another order; what has no value comes last. */
export function ordered(
  chart: Pick<Chart, 'type' | 'categories' | 'series'>,
  order: ChartOrder,
): Pick<ChartData, 'categories' | 'series'> {
  const { categories, series } = chart;
  const ranks = rankedBy(chart, order);
  return {
    categories: ranks.map((index) => categories[index] ?? ''),
    series: series.map(({ name, values }) => ({ name, values: ranks.map((index) => values[index]) })),
  };
}

function rankedBy(
  { type, categories, series }: Pick<Chart, 'type' | 'categories' | 'series'>,
  order: ChartOrder,
): number[] {
  const ranks = categories.map((_, index) => index);
  if (order === 'file') return ranks;
  if (order === 'alphabetical') {
    const keys = categories.map((name) => foldAccents(name));
    return ranks.sort((a, b) => compareText(keys[a] ?? '', keys[b] ?? '') || a - b);
  }
  const keyOf = (index: number): Decimal | undefined =>
    type === 'stacked-bar' ? sumAt(series, index) : valueAt(series[0]?.values, index);
  const sign = order === 'ascending' ? 1 : -1;
  return ranks.sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (!one || !other) return Number(!one) - Number(!other) || a - b;
    return sign * one.cmp(other) || a - b;
  });
}

function valueAt(
  values: readonly (ChartValue | undefined)[] | undefined,
  index: number,
): Decimal | undefined {
  return values?.[index]?.value;
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
