import type { Element, ElementContent, Properties, Root as HastRoot } from 'hast';
import type { Nodes, Paragraph, Root, Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Handler, Handlers, State } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { CaptionedPicture, FigureReference, NoteCall, PictureCredit } from '../core/citation.ts';
import type { DrawnChart } from '../core/chart.ts';
import { isNumberCell } from '../util/number-cell.ts';
import { keyFigureBlocks } from '../util/key-figure-blocks.ts';
import { decimalPads } from '../util/decimal-pads.ts';
import { keyFigureList } from './key-figures.ts';
import type { CleanPicture } from '../picture/clean.ts';

export interface HastContext {
  readonly pictures: ReadonlyMap<string, CleanPicture>;
  /** "Tableau", said of a table without a caption to those who hear the page. */
  readonly tableWord: string;
  /** "Fait" and "À faire", said of the boxes of a task list to those who hear the page. */
  readonly taskWords: { readonly done: string; readonly toDo: string };
  /** "Données du graphique", what opens the table of a chart's values. */
  readonly dataWord: string;
}

/** Turns resolved mdast into hast: the structure that templates, styles and writers rely on. */
export function toHastRoot(tree: Root, context: HastContext): HastRoot {
  const root = unified()
    .use(remarkRehype, { handlers: handlers(context) })
    .runSync(tree);
  const regions = new Map<string, number>();
  visit(root, 'element', ({ tagName, properties }) => {
    if (tagName === 'input') properties.ariaLabel = context.taskWords[properties.checked ? 'done' : 'toDo'];
    // What scrolls can be reached by the keyboard.
    if (tagName === 'pre') properties.tabIndex = 0;
    if (properties.role === 'region') tellApart(properties, regions);
  });
  return root;
}

/** Regions of the same name are numbered from the second on. */
function tellApart(properties: Properties, regions: Map<string, number>): void {
  const name = String(properties.ariaLabel);
  const count = (regions.get(name) ?? 0) + 1;
  regions.set(name, count);
  if (count > 1) properties.ariaLabel = `${name} (${count})`;
}

function handlers(context: HastContext): Handlers {
  return {
    noteCall: setNoteCall,
    pictureCredit: (state: State, node: PictureCredit) =>
      element('small', { className: ['credit'] }, state.all(node)),
    figureReference: setFigureReference,
    captionedPicture: (state: State, node: CaptionedPicture) => setPicture(state, node, context),
    image: (_state: State, node: { url: string; alt?: string | null }) =>
      img(node.url, node.alt ?? '', context),
    containerDirective: setDirective,
    drawnChart: (state: State, node: DrawnChart) => setChart(state, node, context),
    table: (state: State, node: Table) => setTable(state, node, context),
  } satisfies Record<string, Handler>;
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function setNoteCall(_state: State, node: NoteCall): Element {
  const id = node.call === 1 ? `appel-${node.number}` : `appel-${node.number}-${node.call}`;
  const link = element('a', { id, href: `#note-${node.number}` }, [{ type: 'text', value: node.value }]);
  return element('sup', { className: ['note-call'] }, [link]);
}

function setFigureReference(state: State, node: FigureReference): Element {
  const { id } = node.data?.hProperties ?? {};
  const named = typeof id === 'string' ? { id } : {};
  return element('span', { className: ['figure'], ...named, dataFigure: node.id }, state.all(node));
}

function img(url: string, alt: string, { pictures }: HastContext): Element {
  const picture = pictures.get(url);
  if (!picture) return element('span', {}, [{ type: 'text', value: alt }]);
  const source = `data:${picture.type};base64,${Buffer.from(picture.data).toString('base64')}`;
  return element('img', { src: source, alt, width: picture.width, height: picture.height }, []);
}

function setPicture(state: State, node: CaptionedPicture, context: HastContext): Element {
  const picture = img(node.url, node.decorative ? '' : node.alt, context);
  if (node.children.length === 0) return element('div', { className: ['picture'] }, [picture]);
  const caption = element('figcaption', {}, state.all(node));
  return element('figure', { ...anchorOf(node), className: ['picture'], role: 'group' }, [picture, caption]);
}

function setDirective(state: State, node: ContainerDirective): Element {
  const [first, ...rest] = node.children;
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
  const body = { ...node, children: label ? rest : node.children };
  const figures = keyFigureBlocks.includes(node.name) ? keyFigureList(state, node) : undefined;
  const content = figures ? [figures] : state.wrap<ElementContent>(state.all(body), true);
  if (node.name === 'temoignage') {
    const footer = label ? [element('footer', {}, phrasing(state, label))] : [];
    return element('blockquote', { className: ['testimony'] }, [...content, ...footer]);
  }
  const title = label ? [element('p', { className: ['box-title'] }, phrasing(state, label))] : [];
  const kind = figures ? 'chiffres' : node.name;
  return element('aside', { className: ['box', `box-${kind}`] }, [...title, ...content]);
}

function phrasing(state: State, paragraph: Paragraph): ElementContent[] {
  return state.all(paragraph);
}

/** The drawing waits for its medium: a printed page, a screen, a message. */
function setChart(state: State, node: DrawnChart, context: HastContext): Element {
  const { caption, drawings, alt, longAlt, url, table } = node;
  const picture = context.pictures.get(url);
  const data = Buffer.from(picture?.data ?? []).toString('base64');
  const address = `data:image/svg+xml;base64,${data}`;
  const drawing = {
    ...element('div', { className: ['drawing'] }, []),
    data: { chart: { drawings, alt, longAlt, address } },
  };
  const summary = element('summary', {}, [{ type: 'text', value: context.dataWord }]);
  const values = element('details', { className: ['chart-data'] }, [
    summary,
    asNumbers(setTable(state, table, context)),
  ]);
  const title = element('figcaption', {}, state.all({ type: 'paragraph', children: caption }));
  return element('figure', { ...anchorOf(node), className: ['chart'] }, [
    title,
    drawing,
    ...state.all(node),
    values,
  ]);
}

/** Every column of a chart's data but the first holds numbers, some of which may be missing. */
function asNumbers(table: Element): Element {
  visit(table, { type: 'element', tagName: 'tr' }, (row) => {
    const cells = row.children.filter((cell) => cell.type === 'element').slice(1);
    for (const cell of cells) cell.properties.className = ['number'];
  });
  return table;
}

const total = /^(?:total|ensemble|sous-total)\b/iu;

function setTable(state: State, node: Table, context: HastContext): Element {
  const [head, ...rows] = node.children;
  const columns = head?.children.length ?? 0;
  const isNumber = Array.from({ length: columns }, (_, column) =>
    rows.every((row) => isNumberCell(cellText(row, column))),
  );
  const pads = isNumber.map((isOne, column) =>
    isOne ? decimalPads(rows.map((row) => cellText(row, column))) : [],
  );
  const thead = element('thead', {}, head ? [setRow(state, head, { isNumber, head: true, pads: [] })] : []);
  const tbody = element(
    'tbody',
    {},
    rows.map((row, index) =>
      setRow(state, row, { isNumber, head: false, pads: pads.map((column) => column[index] ?? '') }),
    ),
  );
  const table = element('table', {}, rows.length > 0 ? [thead, tbody] : [thead]);
  const caption = node.data?.caption;
  const label = caption ? toString(caption) : context.tableWord;
  const scroll = element(
    'div',
    { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: label },
    [table],
  );
  if (!caption) return element('div', { className: ['table'] }, [scroll]);
  const figcaption = element('figcaption', {}, state.all({ type: 'paragraph', children: caption }));
  return element('figure', { ...anchorOf(node), className: ['table'] }, [figcaption, scroll]);
}

function anchorOf({ data }: Table | CaptionedPicture | DrawnChart): Properties {
  return data?.anchor === undefined ? {} : { id: data.anchor };
}

interface RowOptions {
  readonly isNumber: readonly boolean[];
  readonly head: boolean;
  /** What each cell's number lacks of the longest decimals of its column. */
  readonly pads: readonly string[];
}

function setRow(state: State, row: TableRow, options: RowOptions): Element {
  const cells = row.children.map((cell, column): Element => {
    const pad = options.pads[column] ?? '';
    const number = options.isNumber[column]
      ? { className: ['number'], ...(pad !== '' && { dataPad: pad }) }
      : {};
    const children = state.all(cell);
    if (options.head) return element('th', { scope: 'col', ...number }, children);
    const isRowHead = column === 0 && !options.isNumber[0];
    return isRowHead ? element('th', { scope: 'row' }, children) : element('td', number, children);
  });
  const isTotal = !options.head && total.test(cellText(row, 0));
  return element('tr', isTotal ? { className: ['total'] } : {}, cells);
}

function cellText(row: TableRow, column: number): string {
  const cell: Nodes | undefined = row.children[column];
  return cell ? withoutCalls(cell).trim() : '';
}

function withoutCalls(node: Nodes): string {
  if (node.type === 'noteCall') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(withoutCalls).join('') : '';
}
