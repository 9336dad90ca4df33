import type { Root } from 'hast';
import type { Hyphenator } from '../core/hyphenator.ts';
import type { PublicPerson } from '../core/person.ts';
import type { Page } from '../core/page.ts';
import type { Template } from '../core/template.ts';
import { fillIn } from '../util/fill-in.ts';
import { setCharts } from './charts.ts';
import { contentsOf, partIds } from './contents.ts';
import { descriptionOf } from './description.ts';
import { setFineType } from './fine-type.ts';
import { howToCite } from './how-to-cite.ts';
import { toHtml } from './html.ts';
import { hyphenateTree } from './hyphens.ts';
import { keepSafeLinks } from './links.ts';
import type { Medium } from './medium.ts';
import { prepareForPrint, withoutFigureRoles } from './print-tree.ts';
import { placeSideNotes } from './side-notes.ts';
import { structuredData } from './structured-data.ts';
import { styleSheet } from './styles.ts';
import { openProofs, referenceIds, verificationView } from './verification.ts';

type Words = Readonly<Record<string, string>>;

/** What a page is set for, and where its words may be broken; nowhere if absent. */
export interface Setting {
  readonly medium: Medium;
  readonly hyphenator?: Hyphenator | undefined;
}

/**
 * What a layout can say. Every name is there in every page, `null` where there is nothing, for an unknown name is an
 * error. Names that end in `Html`, with `css`, `logo` and `structuredData`, are safe to set raw; all else is text.
 */
export function viewOf(page: Page, template: Template, setting: Setting): object {
  const { medium } = setting;
  const words = template.words[page.meta.lang];
  return {
    medium,
    words,
    ids: partIds,
    css: styleSheet(page, template, medium),
    logo: template.logo,
    notesAtFoot: medium === 'print' && (template.notesAtFoot ?? []).includes(page.meta.kind),
    contents: contentsOf(page, words, medium),
    ...headOf(page),
    ...titlesOf(page, words),
    ...bodyOf(page, words, setting),
    ...endOf(page, words),
    citation: citationView(page, words),
  };
}

function headOf(page: Page): object {
  const { meta } = page;
  return {
    lang: meta.lang,
    locale: meta.lang === 'fr' ? 'fr_FR' : 'en_GB',
    description: descriptionOf(page),
    structuredData: structuredData(page),
    url: page.url ?? null,
    keywords: meta.keywords.length > 0 ? meta.keywords.join(', ') : null,
    citationDate: meta.date?.replaceAll('-', '/') ?? null,
    citationAuthors:
      page.authors.length > 0 ? page.authors.map((author) => author.display) : [page.brand.name],
  };
}

function titlesOf(page: Page, words: Words): object {
  const { meta, brand } = page;
  const { version } = meta;
  return {
    brand: { name: brand.name, site: brand.site, siteName: withoutScheme(brand.site) },
    kind: meta.kind,
    kindName: words[`kind-${meta.kind}`] ?? null,
    title: page.title,
    titleIsLong: page.title.length > longTitle,
    ...titleParts(page.title),
    subtitle: page.subtitle ?? null,
    summary: page.summary ?? null,
    keyFigures: page.keyFigures ?? [],
    date: meta.date ?? null,
    dateInWords: page.dateInWords ?? null,
    version: version === undefined ? null : fillIn(words['version'] ?? '', { version }),
    workingGroup: meta.workingGroup ?? null,
    mark: page.mark ?? null,
    authors: page.authors.map(personView),
  };
}

/** From this length on, in signs, a title is set smaller. */
const longTitle = 110;

/** Shortest part of a title that may fill a line of its own, in signs. */
const shortestTitlePart = 10;

/** French titles often run "subject : question": each part begins a line. */
function titleParts(title: string): { titleHead: string; titleTail: string | null } {
  const colon = /[ \u00a0\u202f]?:\s/u.exec(title);
  const end = colon ? colon.index + colon[0].length : title.length;
  const head = title.slice(0, end).trimEnd();
  const tail = title.slice(end).trimStart();
  if (head.length < shortestTitlePart || tail.length < shortestTitlePart)
    return { titleHead: title, titleTail: null };
  return { titleHead: head, titleTail: tail };
}

/** A person's role and organisation stand beside the name, unless the printed form says them already. */
function personView({ display, role, organisation, isPrivate }: PublicPerson): object {
  const details = isPrivate ? [] : [role, organisation];
  const fresh = details.filter((detail) => detail !== undefined && !display.includes(detail));
  return { display, details: fresh.length > 0 ? fresh.join(', ') : null };
}

function bodyOf(page: Page, words: Words, { medium, hyphenator }: Setting): object {
  const label = (number: number): string => fillIn(words['back-to-call'] ?? '', { n: number });
  const base = page.url;
  const referred = referenceIds(page);
  const tree =
    medium === 'print'
      ? prepareForPrint(placeSideNotes(page.hast, page.notes, label), words['on-page'])
      : setCharts(withoutFigureRoles(structuredClone(page.hast)), medium);
  const clean = (children: Page['hast']['children']): string => {
    const safe = keepSafeLinks({ type: 'root', children: structuredClone(children) }, base);
    return toHtml((medium === 'screen' && page.verification ? openProofs(safe, words) : safe).children);
  };
  const set = (children: Page['hast']['children']): string => {
    const root: Root = { type: 'root', children: structuredClone(children) };
    const { lang } = page.meta;
    return clean(hyphenator ? hyphenateTree(setFineType(root, lang), hyphenator, lang).children : children);
  };
  return {
    bodyHtml: set(tree.children),
    notes: page.notes.map((note) => ({
      number: note.number,
      contentHtml: set([...note.hast]),
      backs: Array.from({ length: note.calls }, (_, index) => backOf(note.number, index + 1, words)),
    })),
    references: page.references.map(({ key, hast }) => ({
      id: referred.get(key) ?? null,
      contentHtml: clean([...hast]),
    })),
    ...verificationView(page, words, referred),
  };
}

function backOf(number: number, call: number, words: Words): object {
  const phrase = words[call === 1 ? 'back-to-call' : 'back-to-call-again'] ?? '';
  return {
    target: call === 1 ? `appel-${number}` : `appel-${number}-${call}`,
    again: call === 1 ? null : call,
    label: fillIn(phrase, { n: number, c: call }),
  };
}

function endOf(page: Page, words: Words): object {
  const { meta, brand } = page;
  const contact = meta.contact ?? brand.contact;
  return {
    signatories: page.signatories.map(personView),
    about: brand.about
      .split(/\n\s*\n/u)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    contact: contact === undefined ? null : linked(contact),
    social: brand.social ?? null,
    license: meta.license === undefined ? null : linked(meta.license),
    formats: (['pdf', 'docx', 'txt'] as const)
      .filter((format) => page.formats.includes(format))
      .map((format) => ({
        format,
        href: `${meta.slug}.${format}`,
        name: words[`download-${format}`] ?? format,
      })),
    urlName: page.url === undefined ? null : withoutScheme(page.url),
  };
}

function citationView(page: Page, words: Words): object | null {
  const citation = howToCite(page, words);
  if (!citation) return null;
  const { url } = citation;
  return { ...citation, url: url ?? null, urlName: url === undefined ? null : withoutScheme(url) };
}

/** A text with the address it leads to, where it is an e-mail or web address. */
function linked(text: string): { text: string; href: string | null } {
  if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.test(text)) return { text, href: `mailto:${text}` };
  if (/^https?:\/\/\S+$/u.test(text)) return { text: withoutScheme(text), href: text };
  return { text, href: null };
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
}
