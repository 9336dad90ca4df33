import type { Page } from '../../core/page.ts';
import { partIds } from '../../render/contents.ts';
import { descriptionOf } from '../../render/description.ts';
import type { Labels } from '../../render/labels.ts';
import { lengthInWords } from '../../render/length-words.ts';
import { personInWords } from '../../render/people.ts';
import { shorten } from '../../util/shorten.ts';

/** A link of the message's foot. */
export interface FootLink {
  readonly text: string;
  readonly url: string;
}

/** What both parts of the message say around the text, so that neither says less than the other. */
export interface EmailContent {
  readonly kind: string;
  readonly byline: readonly string[];
  readonly signatories: readonly string[];
  readonly about: readonly string[];
  readonly links: readonly FootLink[];
  readonly closing: readonly string[];
}

export function emailContent(page: Page, labels: Labels): EmailContent {
  const { meta, brand } = page;
  return {
    kind: labels[`kind-${meta.kind}`],
    byline: [
      page.dateInWords ?? '',
      page.authors.map(personInWords).join(' · '),
      meta.kind === 'op-ed' ? labels.length + labels.colon + lengthInWords(page, labels) : '',
    ].filter((line) => line !== ''),
    signatories: page.signatories.map(personInWords),
    about: brand.about.split(/\n{2,}/u).map((paragraph) => paragraph.replace(/\s*\n\s*/gu, ' ').trim()),
    links: footLinks(page, labels),
    closing: closingLines(page, labels),
  };
}

function footLinks({ url, formats, verification }: Page, labels: Labels): FootLink[] {
  if (url === undefined) return [];
  const pdf = url.replace(/\.html$/u, '.pdf');
  return [
    { text: labels['read-online'], url },
    ...(formats.includes('pdf') && pdf !== url ? [{ text: labels['download-pdf'], url: pdf }] : []),
    ...(verification ? [{ text: labels['verification-link'], url: `${url}#${partIds.verification}` }] : []),
  ];
}

function closingLines(page: Page, labels: Labels): string[] {
  const { meta, brand } = page;
  const contact = meta.contact ?? brand.contact;
  const titled = (label: string, value: string | undefined): string[] =>
    value ? [label + labels.colon + value] : [];
  return [
    ...titled(labels['working-group'], meta.workingGroup),
    ...titled(labels.contact, contact),
    ...titled(labels.license, meta.license),
    ...(meta.kind === 'newsletter' ? [labels.unsubscribe] : []),
  ];
}

/** What the list of messages shows after the subject, 30 to 140 signs. */
export function preheaderOf(page: Page): string {
  const description = descriptionOf(page);
  return shorten(
    description.length >= 30 ? description : `${description} · ${page.brand.name}. ${page.brand.about}`,
    140,
  );
}
