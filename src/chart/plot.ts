import type { Element } from 'hast';
import type { ChartType } from '../core/chart.ts';
import type { Language } from '../core/localized.ts';
import type { Paint } from './marks.ts';
import { inkOn, type ChartPalette } from './palette.ts';

/** A series as it is drawn. */
export interface PlotSeries {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
  /** Each value in words: "12,3 %", "n.d." */
  readonly labels: readonly string[];
}

/** A chart, its values ordered and written out, ready to be drawn at any width. */
export interface Plot {
  readonly type: ChartType;
  readonly lang: Language;
  readonly categories: readonly string[];
  readonly series: readonly PlotSeries[];
  /** Sums of the series of each category, written out; none where they say nothing. */
  readonly totals: readonly string[] | undefined;
  readonly highlight: readonly string[];
  /** "en milliers d’agents", where the values do not bear their unit. */
  readonly unitLine: string | undefined;
  /** Whether the values are per cents of a whole. */
  readonly isShare: boolean;
  readonly minimum: number | undefined;
  /** A round number of the axis, written out. */
  readonly tick: (value: number, step: number) => string;
}

/** What a drawing is made for. */
export interface Frame {
  /** In CSS pixels. */
  readonly width: number;
  /** Of its words. */
  readonly size: number;
  readonly palette: ChartPalette;
}

/** A drawing without its outer element. */
export interface Drawing {
  readonly marks: readonly Element[];
  readonly height: number;
}

export const paints = ({
  palette,
}: Frame): Readonly<Record<'ink' | 'muted' | 'line' | 'neutral' | 'paper', Paint>> => ({
  ink: { name: 'ink', colour: palette.ink },
  muted: { name: 'muted', colour: palette.muted },
  line: { name: 'line', colour: palette.line },
  neutral: { name: 'neutral', colour: palette.neutral },
  paper: { name: 'paper', colour: palette.paper },
});

export function seriesPaint(index: number, { palette }: Frame): Paint {
  const rank = index % palette.series.length;
  return { name: String(rank + 1), colour: palette.series[rank] ?? palette.ink };
}

/** Words on a mark of the series. */
export function paintOn(paint: Paint): Paint {
  return { name: `on-${paint.name}`, colour: inkOn(paint.colour) };
}

/** Colours of the series: where some are brought out, the others are grey. */
export function seriesPaints({ series, highlight }: Plot, frame: Frame): Paint[] {
  const isChosen = series.map(({ name }) => highlight.includes(name));
  if (!isChosen.includes(true)) return series.map((_, index) => seriesPaint(index, frame));
  let rank = 0;
  return isChosen.map((chosen) => (chosen ? seriesPaint(rank++, frame) : paints(frame).neutral));
}

/** Colours of the categories of a lone series. */
export function categoryPaints({ categories, highlight }: Plot, frame: Frame): Paint[] {
  const first = seriesPaint(0, frame);
  const isChosen = categories.map((name) => highlight.includes(name));
  if (!isChosen.includes(true)) return categories.map(() => first);
  return isChosen.map((chosen) => (chosen ? first : paints(frame).neutral));
}
