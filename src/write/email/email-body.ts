import type { Element, ElementContent, Properties, RootContent, Text } from 'hast';
import { hastText } from '../../util/hast-text.ts';

/** A picture as the message shows it. */
export interface PlacedPicture {
  readonly source: string;
  readonly width: number;
}

/** By the `data:` address that the page gives it. */
export type PlacedPictures = ReadonlyMap<string, PlacedPicture>;

/**
 * The page's hast as mail programs can show it: boxes and quotations in tables, for Outlook pads nothing else; no
 * links within the message; pictures by content id; no ids and no attributes but those that carry meaning.
 */
export function emailBody(nodes: readonly RootContent[], pictures: PlacedPictures): ElementContent[] {
  return nodes.flatMap((node, index) => {
    if (isCall(node) && nodes[index - 1]?.type === 'text') return [];
    return node.type === 'text' ? holdCall(node, nodes[index + 1]) : rewrite(node, pictures);
  });
}

function isCall(node: RootContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'sup' && hasClass(node, 'note-call');
}

/** Longest word that is held to its note call: a longer one could be wider than a small screen. */
const longestHeld = 24;

/** A call never starts a line: it is held to the last word before it. */
function holdCall(text: Text, next: RootContent | undefined): ElementContent[] {
  if (next?.type !== 'element' || !isCall(next)) return [text];
  const start = Math.max(text.value.lastIndexOf(' '), text.value.lastIndexOf('\n')) + 1;
  const [before, word] = [text.value.slice(0, start), text.value.slice(start)];
  if (word.length > longestHeld) return [text, setCall(next)];
  const held = element('span', { className: ['held'] }, [{ type: 'text', value: word }, setCall(next)]);
  return [{ type: 'text', value: before }, held];
}

/** In brackets, as in the plain part: "2015" with its note 5 must not be heard or copied as "20155". */
function setCall(node: Element): Element {
  return element('sup', {}, [{ type: 'text', value: `[${wordsOf(node)}]` }]);
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}

type Setter = (node: Element, pictures: PlacedPictures) => ElementContent[];

const setters: Readonly<Record<string, Setter>> = {
  a: setLink,
  aside: setBox,
  blockquote: setQuotation,
  div: setBlock,
  figure: setBlock,
  img: setPicture,
  input: (node) => [{ type: 'text', value: node.properties.checked ? '☑' : '☐' }],
  section: (node, pictures) => emailBody(node.children, pictures),
  span: setSpan,
  sup: setSuperscript,
  table: (node, pictures) => [setTable(node, undefined, pictures)],
};

const kept = new Set(['className', 'colSpan', 'lang', 'rowSpan', 'scope', 'start']);

function rewrite(node: RootContent, pictures: PlacedPictures): ElementContent[] {
  if (node.type !== 'element') return [];
  const setter = Object.hasOwn(setters, node.tagName) ? setters[node.tagName] : undefined;
  return setter ? setter(node, pictures) : [copy(node, pictures)];
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function copy(node: Element, pictures: PlacedPictures): Element {
  const properties = Object.fromEntries(Object.entries(node.properties).filter(([name]) => kept.has(name)));
  return element(node.tagName, properties, emailBody(node.children, pictures));
}

function hasClass(node: Element, name: string): boolean {
  const classes = node.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}

function find(node: Element, tagName: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === tagName ? child : find(child, tagName);
    if (found) return found;
  }
  return undefined;
}

/** Anchors do not work in many mail programs: a link within the message becomes its words. */
function setLink(node: Element, pictures: PlacedPictures): ElementContent[] {
  const { href } = node.properties;
  const children = emailBody(node.children, pictures);
  return typeof href !== 'string' || href.startsWith('#') ? children : [element('a', { href }, children)];
}

function setSuperscript(node: Element, pictures: PlacedPictures): ElementContent[] {
  return [isCall(node) ? setCall(node) : element('sup', {}, emailBody(node.children, pictures))];
}

function setSpan(node: Element, pictures: PlacedPictures): ElementContent[] {
  return node.properties.lang ? [copy(node, pictures)] : emailBody(node.children, pictures);
}

function inTable(className: string, cellClass: string, children: ElementContent[]): Element {
  const cell = element('td', { className: [cellClass] }, children);
  const properties = {
    role: 'presentation',
    className: [className],
    width: '100%',
    cellPadding: '0',
    cellSpacing: '0',
    border: 0,
  };
  return element('table', properties, [element('tbody', {}, [element('tr', {}, [cell])])]);
}

function setBox(node: Element, pictures: PlacedPictures): ElementContent[] {
  return [inTable('box', 'box-cell', emailBody(node.children, pictures))];
}

function setQuotation(node: Element, pictures: PlacedPictures): ElementContent[] {
  const content = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'footer');
  const footer = node.children.find((child) => child.type === 'element' && child.tagName === 'footer');
  const quotation = element('blockquote', {}, emailBody(content, pictures));
  const signature =
    footer?.type === 'element'
      ? [
          element('p', { className: ['signature'] }, [
            { type: 'text', value: '— ' },
            ...emailBody(footer.children, pictures),
          ]),
        ]
      : [];
  const cellClass = hasClass(node, 'testimony') ? 'testimony-cell' : 'quote-cell';
  return [inTable('box', cellClass, [quotation, ...signature])];
}

/** Title, drawing, source: the page that the message leads to has the data. */
function setChart(node: Element, pictures: PlacedPictures): ElementContent[] {
  return node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || child.tagName === 'details') return [];
    const chart = child.data?.chart;
    if (chart) {
      const properties = { src: chart.address, alt: chart.alt };
      return [element('p', { className: ['picture'] }, setPicture(element('img', properties, []), pictures))];
    }
    const className = child.tagName === 'figcaption' ? 'chart-title' : 'caption';
    return [element('p', { className: [className] }, emailBody(child.children, pictures))];
  });
}

function setBlock(node: Element, pictures: PlacedPictures): ElementContent[] {
  if (hasClass(node, 'chart')) return setChart(node, pictures);
  const caption = find(node, 'figcaption');
  const table = find(node, 'table');
  if (table) return [setTable(table, caption, pictures)];
  const image = find(node, 'img');
  if (!image) return emailBody(node.children, pictures);
  const picture = element('p', { className: ['picture'] }, setPicture(image, pictures));
  const words = caption
    ? [element('p', { className: ['caption'] }, emailBody(caption.children, pictures))]
    : [];
  return [picture, ...words];
}

function setPicture(node: Element, pictures: PlacedPictures): ElementContent[] {
  const { src, alt } = node.properties;
  const placed = typeof src === 'string' ? pictures.get(src) : undefined;
  const words = typeof alt === 'string' ? alt : '';
  if (!placed) return words ? [{ type: 'text', value: words }] : [];
  const { source, width } = placed;
  return [element('img', { src: source, alt: words, width, border: 0, style: `max-width:${width}px` }, [])];
}

/** What a table may need on the smallest screen, in CSS pixels: a sign, what stands around a cell, the column. */
const narrow = { sign: 7.5, cell: 16, column: 276 };

/** A table that no small screen can hold scrolls in its own frame, so that the message never does. */
function isWide(table: Element): boolean {
  const rows = findAll(table, 'tr').map((row) =>
    row.children
      .filter((cell) => cell.type === 'element')
      .map((cell) => longestPart(hastText(cell), hasClass(cell, 'number'))),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column] ?? 0)),
  );
  return widths.reduce((sum, signs) => sum + signs * narrow.sign + narrow.cell, 0) > narrow.column;
}

function longestPart(text: string, isNumber: boolean): number {
  return isNumber ? text.length : Math.max(0, ...text.split(/[ \n-]/u).map((word) => word.length));
}

function findAll(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : findAll(child, tagName);
  });
}

function setTable(table: Element, caption: Element | undefined, pictures: PlacedPictures): Element {
  const head = caption ? [element('caption', {}, emailBody(caption.children, pictures))] : [];
  const properties = { className: ['data'], width: '100%', cellPadding: '0', cellSpacing: '0', border: 0 };
  const data = element('table', properties, [...head, ...emailBody(table.children, pictures)]);
  if (!isWide(table)) return data;
  const label = caption ? { ariaLabel: hastText(caption) } : {};
  return element('div', { className: ['scroll'], tabIndex: 0, role: 'region', ...label }, [data]);
}
