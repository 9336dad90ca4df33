import { readChartData, type DataRequest } from '../../src/chart/chart-data.ts';
import type { Plot } from '../../src/chart/plot.ts';
import { toPlot } from '../../src/chart/to-plot.ts';
import type { Chart, ChartType } from '../../src/core/chart.ts';
import type { Language } from '../../src/core/localized.ts';
import { setText } from '../../src/typography/set-text.ts';

export const request = (text: string, more: Partial<DataRequest> = {}): DataRequest => ({
  path: 'data.csv',
  text,
  label: undefined,
  values: undefined,
  series: undefined,
  where: undefined,
  unit: undefined,
  lang: 'fr',
  ...more,
});

export interface ChartSource extends Partial<Pick<Chart, 'order' | 'highlight' | 'minimum'>> {
  readonly type: ChartType;
  readonly csv: string;
  readonly unit?: string;
  readonly lang?: Language;
}

/** A chart of a CSV, as the reader makes it. */
export function chartOf({ type, csv, unit, lang = 'fr', ...more }: ChartSource): Chart {
  return {
    ...readChartData(request(csv, { unit, lang })),
    place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
    places: {},
    type,
    title: 'Titre',
    highlight: [],
    order: 'file',
    minimum: undefined,
    source: undefined,
    note: undefined,
    path: 'data.csv',
    faults: [],
    ...more,
  };
}

export function plotOf(source: ChartSource): Plot {
  const lang = source.lang ?? 'fr';
  return toPlot(chartOf(source), lang, (text) => setText(text, lang));
}
