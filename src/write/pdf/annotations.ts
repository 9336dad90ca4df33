import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Language } from '../../core/localized.ts';
import type { PageLink } from './measure.ts';
import { dictEntry, setEntry, setText, textEntry } from './objects.ts';
import { internalTarget } from './links.ts';
import { elementsOf } from './tree.ts';
import type { StructureTree } from './tree.ts';

export interface LinkFacts {
  readonly links: readonly PageLink[];
  /** Ids whose pages the text prints. */
  readonly printed: ReadonlySet<string>;
  readonly destinations: ReadonlyMap<string, number>;
  readonly lang: Language;
}

/** Gives every link the description that a screen reader says, from its words in the page. */
export function describeLinks(document: PDFDocument, tree: StructureTree, facts: LinkFacts): void {
  const waiting = new Map<string, PageLink[]>();
  for (const link of facts.links) {
    const key = `${link.kind} ${link.target}`;
    waiting.set(key, [...(waiting.get(key) ?? []), link]);
  }
  for (const node of elementsOf(tree.kids)) {
    if (node.role !== 'Link') continue;
    // A link over several lines or pages has several annotations, all in one element.
    const annotations = node.kids.flatMap((kid) => {
      const found = kid.kind === 'object' ? document.context.lookup(kid.annotation) : undefined;
      return found instanceof PDFDict ? [found] : [];
    });
    const target = annotations[0] === undefined ? undefined : targetOf(annotations[0]);
    if (target === undefined) continue;
    const link = waiting.get(`${target.kind} ${target.target}`)?.shift() ?? { ...target, text: '' };
    for (const annotation of annotations) setText(annotation, 'Contents', describe(link, facts));
  }
  for (const page of document.getPages()) setEntry(page.node, 'Tabs', PDFName.of('S'));
}

function targetOf(annotation: PDFDict): Omit<PageLink, 'text'> | undefined {
  const id = internalTarget(annotation);
  if (id !== undefined) return { kind: 'internal', target: id };
  const action = dictEntry(annotation, 'A');
  const address = action === undefined ? undefined : textEntry(action, 'URI');
  return address === undefined ? undefined : { kind: 'external', target: address };
}

const words = {
  fr: { link: 'Lien', note: 'Note', page: 'page', open: ' : ' },
  en: { link: 'Link', note: 'Note', page: 'page', open: ': ' },
} as const;

function describe(link: PageLink, { lang, destinations, printed }: LinkFacts): string {
  const word = words[lang];
  if (link.kind === 'external') {
    if (link.text === '' || link.target.endsWith(link.text)) return `${word.link}${word.open}${link.target}`;
    return `${link.text} (${link.target})`;
  }
  const isNumber = /^\d+$/.test(link.text);
  const label = isNumber ? `${word.note} ${link.text}` : link.text;
  const page = destinations.get(link.target);
  // A line of the contents ends with its page number already.
  const saysPage = printed.has(link.target) && label.endsWith(` ${page}`);
  if (page === undefined || saysPage) return label === '' ? word.link : label;
  return label === '' ? `${word.page} ${page}` : `${label} (${word.page} ${page})`;
}
