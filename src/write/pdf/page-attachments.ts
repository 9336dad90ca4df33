import type { Localized } from '../../core/localized.ts';
import type { Page } from '../../core/page.ts';
import type { Template } from '../../core/template.ts';
import type { Attachment } from './attachments.ts';

/** The files that a page's PDF carries: its text as Markdown, and the data of its figures. None unless the template asks. */
export async function attachmentsOf(page: Page, { attachments, words }: Template): Promise<Attachment[]> {
  const { kind, slug, lang, attachments: wanted } = page.meta;
  if (!(wanted ?? attachments?.includes(kind) ?? false)) return [];
  // What writes Markdown is read when it is needed.
  const { pageMarkdown } = await import('./page-markdown.ts');
  const source: Attachment = {
    name: `${slug}.md`,
    type: 'text/markdown',
    relationship: 'Source',
    description: descriptions.source[lang],
    data: new TextEncoder().encode(pageMarkdown(page, words[lang])),
  };
  const data = (page.data ?? []).map(({ name, text }): Attachment => ({
    name,
    type: 'text/csv',
    relationship: 'Data',
    description: descriptions.data[lang],
    data: new TextEncoder().encode(text),
  }));
  return [source, ...data];
}

const descriptions = {
  source: { fr: 'Le texte de ce document, en Markdown', en: 'The text of this document, in Markdown' },
  data: {
    fr: 'Les données dont des chiffres de ce document sont tirés',
    en: 'The data from which figures of this document are computed',
  },
} as const satisfies Record<string, Localized>;
