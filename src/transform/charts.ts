import type { Element } from 'hast';
import type { Nodes, Parents, Root, RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { alternativeOf } from '../chart/alternative.ts';
import { dataTable } from '../chart/data-table.ts';
import { drawChart } from '../chart/draw.ts';
import { chartPalette, type ChartPalette } from '../chart/palette.ts';
import type { Plot } from '../chart/plot.ts';
import { toPlot } from '../chart/to-plot.ts';
import type { Chart, ChartBlock, DrawnChart } from '../core/chart.ts';
import type { Language } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Brand } from '../core/settings.ts';
import type { CleanPicture } from '../picture/clean.ts';
import { setText } from '../typography/set-text.ts';

/** Widths and sizes of words, in CSS pixels: of the printed page, of a wide window, of a telephone, of a message. */
const frames = {
  print: { width: 457, size: 11.7 },
  wide: { width: 640, size: 15 },
  narrow: { width: 335, size: 14 },
  mail: { width: 560, size: 14 },
} as const;

/**
 * Draws each chart of a tree in its place, and gives the drawings of those formats that show pictures alone, by address.
 * What could not be read stays visible as it was typed. Changes the tree.
 */
export function drawCharts(
  tree: Root,
  { charts = [], meta }: Pick<Note, 'charts' | 'meta'>,
  colours: Brand['colours'],
): ReadonlyMap<string, CleanPicture> {
  const pictures = new Map<string, CleanPicture>();
  const byLine = new Map(charts.map((chart) => [chart.place.line, chart]));
  const palette = chartPalette(colours, '#ffffff');
  const draw = (block: ChartBlock): RootContent => {
    const chart = byLine.get(block.position?.start.line ?? 0);
    if (!chart || chart.categories.length === 0) return { type: 'code', value: block.value };
    const url = `chart:${pictures.size + 1}`;
    const plot = toPlot(chart, meta.lang, (text) => setText(text, meta.lang));
    pictures.set(url, pictureOf(url, plot, palette));
    return drawnChart(block, { chart, plot, palette, url, lang: meta.lang });
  };
  const walk = (parent: Parents): void => {
    parent.children.forEach((node: Nodes, index) => {
      if (node.type === 'chart') (parent.children as Nodes[])[index] = draw(node);
      else if ('children' in node) walk(node);
    });
  };
  walk(tree);
  return pictures;
}

interface Drawn {
  readonly chart: Chart;
  readonly plot: Plot;
  readonly palette: ChartPalette;
  readonly url: string;
  readonly lang: Language;
}

function drawnChart(block: ChartBlock, { chart, plot, palette, url, lang }: Drawn): DrawnChart {
  const { short, long } = alternativeOf(plot);
  return {
    type: 'drawnChart',
    url,
    caption: [{ type: 'text', value: chart.title }],
    alt: setText(short, lang),
    longAlt: setText(long, lang),
    drawings: {
      print: drawChart(plot, { ...frames.print, palette }),
      wide: drawChart(plot, { ...frames.wide, palette }),
      narrow: drawChart(plot, { ...frames.narrow, palette }),
    },
    table: dataTable(plot, chart.categoryName),
    children: block.children,
    ...(block.data && { data: block.data }),
    ...(block.position && { position: block.position }),
  };
}

const serializer = unified().use(rehypeStringify).freeze();

function pictureOf(url: string, plot: Plot, palette: ChartPalette): CleanPicture {
  const drawing: Element = drawChart(plot, { ...frames.mail, palette });
  const xml = serializer.stringify({ type: 'root', children: [drawing] });
  const { width, height } = drawing.properties;
  return {
    url,
    path: url,
    type: 'image/svg+xml',
    data: new TextEncoder().encode(xml),
    width: Number(width),
    height: Number(height),
  };
}
