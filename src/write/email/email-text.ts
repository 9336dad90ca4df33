import type { Page } from '../../core/page.ts';
import type { Labels } from '../../render/labels.ts';
import {
  plainBlocks,
  plainHeading,
  plainLinks,
  plainNotes,
  plainParagraph,
  plainReferences,
  type PlainContext,
} from '../../render/plain-text.ts';
import { emailContent } from './email-content.ts';

/** Lines of the plain part hold at most this many characters, so that an answer can quote them. */
const width = 72;

/** The plain part: all that the HTML part says, made from the Markdown tree. */
export function emailText(page: Page, labels: Labels): string {
  const context: PlainContext = { width, words: labels, base: page.url, links: [] };
  const content = emailContent(page, labels);
  const say = (text: string | undefined): string => (text ? plainParagraph(text, context) : '');
  const section = (title: string, text: string): string =>
    text ? `${plainHeading(title, 2, context)}\n\n${text}` : '';
  const parts = [
    page.mark && `[${page.mark}]`,
    say(page.brand.name),
    page.url && `${labels['read-online']}${labels.colon}${page.url}`,
    say(content.kind),
    plainHeading(page.title, 1, context),
    say(page.subtitle),
    content.byline.map(say).join('\n'),
    say(page.summary),
    plainBlocks(page.mdast.children, context),
    section(labels.signatories, content.signatories.map((person) => say(person)).join('\n')),
    section(labels.notes, plainNotes(page, context)),
    section(labels.references, plainReferences(page, context)),
    section(labels.links, plainLinks(context)),
    '* * *',
    content.links.map(({ text, url }) => `${text}${labels.colon}${url}`).join('\n'),
    ...content.about.map(say),
    [page.brand.site, page.brand.social].filter(Boolean).join('\n'),
    ...content.closing.map(say),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
