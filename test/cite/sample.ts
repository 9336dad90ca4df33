import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PhrasingContent } from 'mdast';
import type { Bibliography } from '../../src/core/bibliography.ts';
import type { Citation } from '../../src/core/citation.ts';
import type { Language } from '../../src/core/localized.ts';
import { parseBibliography } from '../../src/cite/bibliography.ts';
import { formatCitations } from '../../src/cite/format.ts';
import { parseStyle, type CslStyle } from '../../src/cite/style.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { citationsIn } from '../markdown/citation-nodes.ts';

const folder = resolve(import.meta.dirname, '../../templates/csl');

export function shippedStyle(name: 'nsp-note' | 'nsp-author-date'): CslStyle {
  const style = parseStyle(readFileSync(`${folder}/${name}.csl`, 'utf8'));
  if (!style) throw new Error(`${name} is no style`);
  return style;
}

export function localeOf(lang: Language): string {
  return readFileSync(`${folder}/locales-${lang === 'fr' ? 'fr-FR' : 'en-GB'}.xml`, 'utf8');
}

export async function bibliographyOf(bib: string): Promise<Bibliography> {
  return (await parseBibliography([{ path: 'refs.bib', text: bib }])).bibliography;
}

/** Phrasing content as Markdown, so that a test reads emphasis and links back. */
export function asMarkdown(content: readonly PhrasingContent[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'emphasis') return `*${asMarkdown(node.children)}*`;
      if (node.type === 'strong') return `**${asMarkdown(node.children)}**`;
      if (node.type === 'link') return `[${asMarkdown(node.children)}](${node.url})`;
      throw new Error(`unexpected ${node.type}`);
    })
    .join('');
}

/** Formats the citations of a text, each in a note of its own where the style has notes. */
export async function format(
  source: string,
  bibliography: Bibliography,
  { style = shippedStyle('nsp-note'), lang = 'fr' }: { style?: CslStyle; lang?: Language } = {},
): Promise<{ clusters: string[]; references: string[] }> {
  const clusters = citationsIn(parseMarkdown(source)).map(({ items, mode }: Citation, index) => ({
    items,
    mode,
    ...(style.isNote && { noteNumber: index + 1 }),
  }));
  const formatted = await formatCitations({ clusters, bibliography, style, locale: localeOf(lang), lang });
  return {
    clusters: formatted.clusters.map(asMarkdown),
    references: formatted.references.map(({ key, content }) => `${key}: ${asMarkdown(content)}`),
  };
}
