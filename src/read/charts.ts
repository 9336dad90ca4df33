import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { ChartDataFault, readChartData } from '../chart/chart-data.ts';
import { chartSchema, type ChartFields } from '../config/chart-schema.ts';
import { validate, type FaultKind } from '../config/validate.ts';
import { parseYaml, type ParsedYaml } from '../config/yaml.ts';
import type { Chart, ChartBlock } from '../core/chart.ts';
import { FileProblem, type Files } from '../core/files.ts';
import type { Problem } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';
import type { Place } from '../core/place.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { splitAnchor } from '../util/caption-anchor.ts';
import { fr } from '../util/french.ts';
import { resolveInside } from '../util/workspace-path.ts';
import { chartLines } from './chart-lines.ts';
import { fileFaultWords } from './file-words.ts';
import type { ReadingProblem, ReadingRule } from './reading-problem.ts';

export interface Charts {
  readonly charts: readonly Chart[];
  /** Text of each CSV, by workspace path. */
  readonly tables: ReadonlyMap<string, string>;
  readonly problems: readonly ReadingProblem[];
}

export interface ChartContext {
  readonly files: Files;
  readonly folder: string;
  readonly lang: Language;
}

/** Reads the YAML of every chart of a tree, and its CSV; gives each block the lines that stand below its drawing. */
export function readCharts(tree: Root, context: ChartContext): Charts {
  const charts: Chart[] = [];
  const tables = new Map<string, string>();
  const problems: ReadingProblem[] = [];
  visit(tree, 'chart', (block) => {
    const read = fieldsOf(block);
    problems.push(...read.problems);
    const place = placeOfNode(block);
    if (read.fields === undefined || place === undefined) return;
    block.children = chartLines(read.fields, read.yaml, context.lang);
    const { text: title, anchor } = splitAnchor(read.fields.title);
    if (anchor !== undefined) block.data = { ...block.data, anchor };
    charts.push(chartOf({ ...read.fields, title }, { place, yaml: read.yaml, tables }, context));
  });
  return { charts, tables, problems };
}

interface Fields {
  readonly fields: ChartFields | undefined;
  readonly yaml: ParsedYaml;
  readonly problems: readonly ReadingProblem[];
}

const rules: Readonly<Record<FaultKind, ReadingRule>> = {
  'unknown-key': 'chart/unknown-key',
  type: 'chart/value',
  missing: 'chart/value',
  value: 'chart/value',
};

function fieldsOf(block: ChartBlock): Fields {
  const place = placeOfNode(block);
  const yaml = parseYaml(block.value, { firstLine: (place?.line ?? 0) + 1 });
  const fence = place && { ...place, endLine: place.line, endColumn: place.column + ':::chart'.length };
  if (!block.isClosed)
    return { fields: undefined, yaml, problems: [{ rule: 'chart/syntax', place: fence, ...unclosed }] };
  const broken = [...yaml.problems, ...yaml.cuts.map(({ problem }) => problem)].map(
    ({ place: at, message, help, expected, actual }): ReadingProblem => ({
      rule: 'chart/syntax',
      place: at,
      message,
      ...(help && { help }),
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
    }),
  );
  const labelled: ReadingProblem[] =
    block.label === '' ? [] : [{ rule: 'chart/value', place: fence, ...labelWords(block.label) }];
  if (yaml.value === undefined) return { fields: undefined, yaml, problems: [...broken, ...labelled] };
  const { output, faults } = validate(chartSchema, yaml.value ?? {}, yaml);
  const faulty = faults.map(({ kind, path, problem }): ReadingProblem => ({
    rule: rules[kind],
    ...problem,
    ...((problem.place === undefined ||
      (kind === 'missing' && path.length === 1 && problem.actual === undefined)) && {
      place: fence,
    }),
  }));
  return { fields: output, yaml, problems: [...broken, ...labelled, ...faulty] };
}

const unclosed: Pick<Problem, 'message' | 'expected' | 'help'> = {
  message: {
    fr: fr`Ce bloc « :::chart » n’est pas fermé : tout ce qui le suit en ferait partie.`,
    en: 'This ":::chart" block is not closed: all that follows would be part of it.',
  },
  expected: ':::',
  help: {
    fr: fr`Ajoutez une ligne « ::: » après la dernière ligne du graphique.`,
    en: 'Add a line ":::" after the last line of the chart.',
  },
};

function labelWords(label: string): Pick<Problem, 'message' | 'expected' | 'actual' | 'help'> {
  return {
    message: {
      fr: fr`Le titre d’un graphique s’écrit sur une ligne « title: », non entre crochets.`,
      en: 'The title of a chart goes on a line "title:", not in brackets.',
    },
    actual: `[${label}]`,
    expected: `title: ${JSON.stringify(label)}`,
    help: { fr: fr`Écrivez-le dans le bloc.`, en: 'Write it inside the block.' },
  };
}

interface Where {
  readonly place: Place;
  readonly yaml: ParsedYaml;
  readonly tables: Map<string, string>;
}

function chartOf(fields: ChartFields, { place, yaml, tables }: Where, context: ChartContext): Chart {
  const { files, folder, lang } = context;
  const path = resolveInside(folder, fields.data);
  const places = Object.fromEntries(
    Object.keys(fields).flatMap((key) => {
      const at = (yaml.value as Record<string, unknown>)[key] === undefined ? undefined : yaml.placeOf([key]);
      return at ? [[key, at]] : [];
    }),
  );
  const base = {
    place,
    places,
    type: fields.type,
    title: fields.title,
    highlight: fields.highlight,
    order: fields.order,
    minimum: fields.minimum,
    source: fields.source,
    note: fields.note,
    path: path ?? fields.data,
  };
  const nothing = { categories: [], series: [], categoryName: '', unit: undefined };
  try {
    if (path === undefined) throw new FileProblem('outside', fields.data);
    const text = files.readText(path);
    tables.set(path, text);
    const { label, x, values, y, series } = fields.columns;
    const request = { path, text, label: label ?? x, values: values ?? y, series, where: fields.where };
    const data = readChartData({ ...request, unit: fields.unit, lang });
    if (fields.type === 'slope' && data.categories.length < 2) throw oneMoment;
    return { ...base, ...data, faults: [] };
  } catch (error) {
    return { ...base, ...nothing, faults: [faultOf(error, { path, places, typed: fields.data, place })] };
  }
}

const oneMoment = new ChartDataFault(
  {
    fr: fr`Un graphique « slope » relie deux moments, et le CSV n’en a qu’un.`,
    en: 'A "slope" chart joins two moments, and the CSV has one only.',
  },
  {
    field: 'data',
    help: {
      fr: 'Donnez une ligne par moment, et une colonne par série.',
      en: 'Give a row for each moment, and a column for each series.',
    },
  },
);

function faultOf(
  error: unknown,
  at: { path: string | undefined; typed: string; place: Place; places: Chart['places'] },
): Problem {
  if (!(error instanceof ChartDataFault))
    return { place: at.places['data'] ?? at.place, ...fileFaultWords(error, at.typed) };
  const { line, field, text: message, help, expected, actual } = error;
  const place =
    line === undefined
      ? (at.places[field ?? 'data'] ?? at.places['data'] ?? at.place)
      : { line, column: 1, endLine: line, endColumn: 1 };
  return {
    place,
    message,
    ...(help && { help }),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(line !== undefined && at.path !== undefined && { path: at.path }),
  };
}
