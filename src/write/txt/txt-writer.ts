import type { Page } from '../../core/page.ts';
import type { Writer } from '../../core/writer.ts';
import { labelsOf, type Labels } from '../../render/labels.ts';
import { lengthInWords } from '../../render/length-words.ts';
import { personInWords } from '../../render/people.ts';
import {
  plainBlocks,
  plainLinks,
  plainNotes,
  plainParagraph,
  plainReferences,
  type PlainContext,
} from '../../render/plain-text.ts';

/** The op-ed ready to paste: one line a paragraph, notes and addresses numbered at the end. */
export const txtWriter: Writer = {
  format: 'txt',
  write(page, { template }) {
    const { slug, lang } = page.meta;
    const text = textToPaste(page, labelsOf(template, lang));
    return Promise.resolve([{ path: `${slug}/${slug}.txt`, data: new TextEncoder().encode(text) }]);
  },
};

function textToPaste(page: Page, labels: Labels): string {
  const context: PlainContext = { width: undefined, words: labels, base: page.url, links: [] };
  const say = (text: string | undefined): string => (text ? plainParagraph(text, context) : '');
  const titled = (title: string, text: string): string =>
    text ? `${plainParagraph(title, context)}\n\n${text}` : '';
  const people = page.signatories.length > 0 ? page.signatories : page.authors;
  const parts = [
    page.mark && `[${say(page.mark)}]`,
    say(page.title),
    say(page.subtitle),
    say(page.summary),
    plainBlocks(page.mdast.children, context),
    titled(
      page.signatories.length > 0 ? labels.signatories : labels.authors,
      people.map((person) => `- ${say(personInWords(person))}`).join('\n'),
    ),
    titled(labels.notes, plainNotes(page, context)),
    titled(labels.references, plainReferences(page, context)),
    titled(labels.links, plainLinks(context)),
    '* * *',
    say(sender(page, labels)),
    say(`${labels.length}${labels.colon}${lengthInWords(page, labels)}`),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function sender({ brand, meta, dateInWords }: Page, labels: Labels): string {
  const contact = meta.contact ?? brand.contact;
  return [
    [brand.name, dateInWords].filter(Boolean).join(', '),
    brand.site,
    ...(contact ? [`${labels.contact}${labels.colon}${contact}`] : []),
  ].join('\n');
}
