import type { Element, ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, PhrasingContent, Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { CaptionedPicture } from '../../src/core/citation.ts';

/** A piece of a sentence, in both trees that a page holds. */
export interface Inline {
  readonly mdast: PhrasingContent;
  readonly hast: ElementContent;
}

/** A block, in both trees that a page holds. */
export interface Block {
  readonly mdast: BlockContent | DefinitionContent;
  readonly hast: ElementContent;
}

export type Words = readonly (string | Inline)[];

type Properties = Element['properties'];

export function element(
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

const text = (value: string): Inline => ({ mdast: { type: 'text', value }, hast: { type: 'text', value } });
const inlines = (words: Words): Inline[] =>
  words.map((word) => (typeof word === 'string' ? text(word) : word));
const mdastOf = (words: Words): PhrasingContent[] => inlines(words).map((inline) => inline.mdast);
const hastOf = (words: Words): ElementContent[] => inlines(words).map((inline) => inline.hast);

export const emphasis = (...words: Words): Inline => ({
  mdast: { type: 'emphasis', children: mdastOf(words) },
  hast: element('em', {}, hastOf(words)),
});

export const strong = (...words: Words): Inline => ({
  mdast: { type: 'strong', children: mdastOf(words) },
  hast: element('strong', {}, hastOf(words)),
});

export const code = (value: string): Inline => ({
  mdast: { type: 'inlineCode', value },
  hast: element('code', {}, [{ type: 'text', value }]),
});

export const link = (url: string, ...words: Words): Inline => ({
  mdast: { type: 'link', url, children: mdastOf(words) },
  hast: element('a', { href: url }, hastOf(words)),
});

export const figure = (id: string, value: string): Inline => ({
  mdast: { type: 'text', value },
  hast: element('span', { className: ['figure'], dataFigure: id }, [{ type: 'text', value }]),
});

export function note(number: number, call = 1): Inline {
  const id = call === 1 ? `appel-${number}` : `appel-${number}-${call}`;
  const anchor = element('a', { id, href: `#note-${number}` }, [{ type: 'text', value: String(number) }]);
  return {
    mdast: { type: 'noteCall', value: String(number), number, call },
    hast: element('sup', { className: ['note-call'] }, [anchor]),
  };
}

export const heading = (depth: 2 | 3 | 4 | 5 | 6, id: string, ...words: Words): Block => ({
  mdast: { type: 'heading', depth, children: mdastOf(words), data: { hProperties: { id } } },
  hast: element(`h${depth}`, { id }, hastOf(words)),
});

export const paragraph = (...words: Words): Block => ({
  mdast: { type: 'paragraph', children: mdastOf(words) },
  hast: element('p', {}, hastOf(words)),
});

export function list(ordered: boolean, items: readonly Words[]): Block {
  return {
    mdast: {
      type: 'list',
      ordered,
      spread: false,
      children: items.map((words) => ({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: mdastOf(words) }],
      })),
    },
    hast: element(
      ordered ? 'ol' : 'ul',
      {},
      items.map((words) => element('li', {}, hastOf(words))),
    ),
  };
}

export const quote = (...blocks: readonly Block[]): Block => ({
  mdast: { type: 'blockquote', children: blocks.map((block) => block.mdast) },
  hast: element(
    'blockquote',
    {},
    blocks.map((block) => block.hast),
  ),
});

export const rule = (): Block => ({ mdast: { type: 'thematicBreak' }, hast: element('hr', {}, []) });

export interface TableContent {
  readonly caption: Words;
  readonly label: string;
  readonly head: readonly Words[];
  readonly rows: readonly (readonly Words[])[];
  /** Columns that hold numbers, from 0. */
  readonly numeric: readonly number[];
  readonly total?: boolean;
}

const tableRow = (cells: readonly Words[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((words) => ({ type: 'tableCell', children: mdastOf(words) })),
});

function tableElement(content: TableContent): Element {
  const numberClass = (column: number): Properties =>
    content.numeric.includes(column) ? { className: ['number'] } : {};
  const head = content.head.map((words, column) =>
    element('th', { scope: 'col', ...numberClass(column) }, hastOf(words)),
  );
  const rows = content.rows.map((cells, index) => {
    const isTotal = content.total === true && index === content.rows.length - 1;
    const children = cells.map((words, column) =>
      column === 0 && !content.numeric.includes(0)
        ? element('th', { scope: 'row' }, hastOf(words))
        : element('td', numberClass(column), hastOf(words)),
    );
    return element('tr', isTotal ? { className: ['total'] } : {}, children);
  });
  return element('table', {}, [element('thead', {}, [element('tr', {}, head)]), element('tbody', {}, rows)]);
}

export function table(content: TableContent): Block {
  const mdast: Table = {
    type: 'table',
    align: content.head.map((_, column) => (content.numeric.includes(column) ? 'right' : null)),
    children: [tableRow(content.head), ...content.rows.map(tableRow)],
    data: { caption: mdastOf(content.caption) },
  };
  const scroll = { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: content.label };
  const hast = element('figure', { className: ['table'] }, [
    element('figcaption', {}, hastOf(content.caption)),
    element('div', scroll, [tableElement(content)]),
  ]);
  return { mdast, hast };
}

export interface PictureContent {
  readonly url: string;
  readonly data: string;
  readonly alt: string;
  readonly caption: Words;
}

export function picture(content: PictureContent): Block {
  const mdast: CaptionedPicture = {
    type: 'captionedPicture',
    url: content.url,
    alt: content.alt,
    decorative: false,
    children: mdastOf(content.caption),
  };
  const src = `data:image/svg+xml;base64,${Buffer.from(content.data).toString('base64')}`;
  const hast = element('figure', { className: ['picture'], role: 'group' }, [
    element('img', { src, alt: content.alt }, []),
    element('figcaption', {}, hastOf(content.caption)),
  ]);
  return { mdast, hast };
}

function directive(name: string, title: Words | undefined, blocks: readonly Block[]): ContainerDirective {
  const children = blocks.map((block) => block.mdast);
  if (title === undefined) return { type: 'containerDirective', name, children };
  return {
    type: 'containerDirective',
    name,
    children: [{ type: 'paragraph', data: { directiveLabel: true }, children: mdastOf(title) }, ...children],
  };
}

export function box(name: 'encadre' | 'recommandation', title: Words, ...blocks: readonly Block[]): Block {
  return {
    mdast: directive(name, title, blocks),
    hast: element('aside', { className: ['box', `box-${name}`] }, [
      element('p', { className: ['box-title'] }, hastOf(title)),
      ...blocks.map((block) => block.hast),
    ]),
  };
}

export function testimony(signature: string, ...blocks: readonly Block[]): Block {
  return {
    mdast: directive('temoignage', [signature], blocks),
    hast: element('blockquote', { className: ['testimony'] }, [
      ...blocks.map((block) => block.hast),
      element('footer', {}, [{ type: 'text', value: signature }]),
    ]),
  };
}
