import { max, min, tickStep } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Plot } from './plot.ts';

/** A straight scale with few round numbers. */
export interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly step: number;
}

export interface AxisRequest {
  readonly values: readonly number[];
  readonly range: readonly [number, number];
  /** About how many ticks. */
  readonly count: number;
  /** Whether the axis begins at zero whatever the values: what is seen is a length. */
  readonly isLength: boolean;
  readonly minimum: number | undefined;
}

/** Share of the largest value below which a spread needs its own scale to be seen. */
const narrowSpread = 0.35;

export function axisOf({ values, range, count, isLength, minimum }: AxisRequest): Axis {
  const [low, high] = spreadOf(values, isLength);
  const from = minimum ?? low;
  const to = high > from ? high : from + 1;
  const scale = scaleLinear().domain([from, to]).range(range);
  if (!isLength) scale.nice(count);
  const [start = from, end = to] = scale.domain();
  // Rounding must not undo what the author chose.
  if (minimum !== undefined) scale.domain([minimum, end]);
  return {
    at: (value) => scale(value),
    ticks: scale.ticks(count),
    step: tickStep(minimum ?? start, end, count),
  };
}

/** The first and last value that an axis must show: zero among them, unless all values are far from it and near together. */
function spreadOf(values: readonly number[], isLength: boolean): readonly [number, number] {
  const [low, high] = [min(values) ?? 0, max(values) ?? 0];
  const isNear = low > 0 && high - low < narrowSpread * high;
  return isNear && !isLength ? [low, high] : [Math.min(0, low), Math.max(0, high)];
}

/** Every value of a chart. */
export function valuesOf({ series }: Pick<Plot, 'series'>): number[] {
  return series.flatMap(({ values }) => values.filter((value) => value !== undefined));
}
