import type { List, Nodes, Root, RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Page } from '../../core/page.ts';

/**
 * The page as Markdown with front-matter: what readers see and nothing else. It is written from the page and not taken
 * from the author's file, which may hold comments, notes that nothing calls, addresses of pictures, ids of people.
 */
export function pageMarkdown(page: Page, words: Readonly<Record<string, string>>): string {
  const body: RootContent[] = [
    ...page.mdast.children.flatMap(standard),
    ...page.notes.map(({ number, mdast }): RootContent => {
      const children = mdast.flatMap(standard) as typeof mdast;
      return { type: 'footnoteDefinition', identifier: String(number), children: [...children] };
    }),
    ...references(page, words),
  ];
  const tree: Root = { type: 'root', children: body };
  const written = toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), directiveToMarkdown()],
  });
  // Where a comment stood at the end of a line, a space is left.
  const text = written.replace(/&#x20;(?=\n)/gu, '');
  return `---\n${stringify(frontMatter(page), { lineWidth: 0 })}---\n\n${text}`;
}

function frontMatter({ meta, title, subtitle, summary, authors, signatories, url, brand }: Page): object {
  const names = authors.map(({ display }) => display);
  const { lang, kind, date, version, license, keywords } = meta;
  const said = {
    title,
    subtitle,
    summary,
    authors: names.length > 0 ? names : [brand.name],
    signatories: signatories.map(({ display }) => display),
    lang,
    kind,
    date,
    version,
    license,
    keywords,
    url,
  };
  const isThere = (value: unknown): boolean =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(said).filter(([, value]) => isThere(value)));
}

function references(page: Page, words: Readonly<Record<string, string>>): RootContent[] {
  if (page.references.length === 0) return [];
  const list: List = {
    type: 'list',
    spread: false,
    children: page.references.map(({ mdast }) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', children: mdast.flatMap(standard) as [] }],
    })),
  };
  const title: RootContent = {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: words['references'] ?? '' }],
  };
  return [title, list];
}

/** Nodes that Markdown has as they are; their titles, which a printed page does not show, apart. */
const known = new Set<string>([
  'blockquote',
  'break',
  'code',
  'containerDirective',
  'delete',
  'emphasis',
  'heading',
  'inlineCode',
  'list',
  'listItem',
  'paragraph',
  'strong',
  'table',
  'tableCell',
  'tableRow',
  'text',
  'thematicBreak',
]);

/** A node of the page in the terms of Markdown: of a node that it does not know, what it holds. */
function standard(node: Nodes): RootContent[] {
  if (known.has(node.type)) return [...captionText(node), withStandardKids(node)];
  switch (node.type) {
    case 'noteCall':
      return [{ type: 'footnoteReference', identifier: String(node.number) }];
    case 'captionedPicture':
      return pictureText(node.decorative ? '' : node.alt, node.children.flatMap(standard));
    case 'image':
      return node.alt ? [{ type: 'text', value: `[${node.alt}]` }] : [];
    case 'link': {
      const children = node.children.flatMap(standard) as typeof node.children;
      return [{ type: 'link', url: node.url, children }];
    }
    default:
      return 'children' in node ? node.children.flatMap(standard) : [];
  }
}

function withStandardKids(node: Nodes): RootContent {
  if (!('children' in node)) return node;
  return { ...node, children: node.children.flatMap(standard) } as RootContent;
}

function pictureText(alt: string, caption: RootContent[]): RootContent[] {
  const said: RootContent[] = alt === '' ? [] : [{ type: 'text', value: `[${alt}]` }];
  const gap: RootContent[] = said.length > 0 && caption.length > 0 ? [{ type: 'text', value: ' ' }] : [];
  const children = [...said, ...gap, ...caption];
  return children.length === 0 ? [] : [{ type: 'paragraph', children: children as [] }];
}

/** The caption of a table, which stands above it. */
function captionText(node: Nodes): RootContent[] {
  const caption = node.type === 'table' ? (node.data?.caption ?? []).flatMap(standard) : [];
  if (caption.length === 0) return [];
  return [{ type: 'paragraph', children: caption as [] }];
}
