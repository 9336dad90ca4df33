import type { Decimal } from 'decimal.js';
import type { Element } from 'hast';
import type { Paragraph, Parent, PhrasingContent, Table } from 'mdast';
import type { Problem } from './finding.ts';
import type { Place } from './place.ts';
import type { Unit } from './quantity.ts';

export const chartTypes = ['bar', 'stacked-bar', 'line', 'dot', 'slope', 'waffle'] as const;
export type ChartType = (typeof chartTypes)[number];

/** Orders that the categories of a chart may be set in; `file` is that of the CSV. */
export const chartOrders = ['file', 'ascending', 'descending', 'alphabetical'] as const;
export type ChartOrder = (typeof chartOrders)[number];

/** A number of the CSV, in the chart's unit: 12.3 for "12,3 %". */
export interface ChartValue {
  readonly value: Decimal;
  /** Line of the CSV. */
  readonly line: number;
}

/** Values in the order of the categories; undefined where the CSV has none. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (ChartValue | undefined)[];
}

/** What a chart shows: one value for each series of each category. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Heads of the columns of categories, for tables. */
  readonly categoryName: string;
}

/** A `:::chart` as read, with its CSV. */
export interface Chart extends ChartData {
  /** Of the block in the author's file. */
  readonly place: Place;
  /** Places of its keys' values. */
  readonly places: Readonly<Partial<Record<string, Place>>>;
  readonly type: ChartType;
  readonly title: string;
  /** Absent where neither the chart nor its CSV names one. */
  readonly unit: Unit | undefined;
  readonly highlight: readonly string[];
  readonly order: ChartOrder;
  /** First value of the axis, where the author chose it. */
  readonly minimum: number | undefined;
  /** As typed. */
  readonly source: string | undefined;
  readonly note: string | undefined;
  /** Workspace path of the CSV. */
  readonly path: string;
  /** Why the CSV gives no chart; there are no categories then. */
  readonly faults: readonly Problem[];
}

/** mdast node of a `:::chart`: its YAML, and as children what stands below the drawing (note, source, credits). */
export interface ChartBlock extends Parent {
  type: 'chart';
  /** The lines between the fences, each as long as in the author's file. */
  value: string;
  /** What stands in brackets behind `:::chart`. */
  label: string;
  isClosed: boolean;
  children: Paragraph[];
}

/** A drawing of a chart for each place where it is shown: the printed page, a wide screen, a narrow one. */
export type ChartDrawings = Readonly<Record<'print' | 'wide' | 'narrow', Element>>;

/** A chart in a resolved tree. */
export interface DrawnChart extends Parent {
  type: 'drawnChart';
  /** Its key among the pictures of the page. */
  url: string;
  /** Its title, as phrasing content. */
  caption: PhrasingContent[];
  /** What the drawing shows, in words. */
  alt: string;
  /** The same with every value, for those who have no table beside it. */
  longAlt: string;
  drawings: ChartDrawings;
  /** The data. */
  table: Table;
  /** What stands below the drawing. */
  children: Paragraph[];
}

/** What the hast of a page keeps of a chart's drawing: each medium sets its own. */
export interface ChartPicture {
  readonly drawings: ChartDrawings;
  readonly alt: string;
  readonly longAlt: string;
  /** `data:` address of the drawing for mail programs. */
  readonly address: string;
}

declare module 'hast' {
  interface ElementData {
    chart?: ChartPicture;
  }
}

declare module 'mdast' {
  interface RootContentMap {
    chart: ChartBlock;
    drawnChart: DrawnChart;
  }
  interface BlockContentMap {
    chart: ChartBlock;
    drawnChart: DrawnChart;
  }
}
