import { posix } from 'node:path';
import type { CopyFault, Evidence, SourceCopy } from '../core/evidence.ts';
import type { Language, Localized } from '../core/localized.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';
import { wrapText } from '../util/wrap-text.ts';
import { withoutControls } from './excerpt.ts';
import { paint, type FiguresTableOptions } from './figures-style.ts';
import { countStates, sourceRows, titleOf, type SourcedNote, type SourceRow } from './sources.ts';

/** The references of each document as a person reads them: their copies, and what leans on them. */
export function sourcesTable(documents: readonly SourcedNote[], options: FiguresTableOptions): string {
  if (documents.length === 0)
    return { fr: 'Aucun document à montrer.\n', en: 'No document to show.\n' }[options.lang];
  return `${documents.map((document) => documentLines(document, options).join('\n')).join('\n\n')}\n`;
}

function documentLines(document: SourcedNote, options: FiguresTableOptions): string[] {
  const { lang } = options;
  const rows = sourceRows(document);
  const none = { fr: 'Aucune référence.', en: 'No reference.' }[lang];
  return [
    paint(withoutControls(document.note.path), 'bold', options),
    ...(rows.length === 0 ? [`  ${none}`] : rows.flatMap((row) => rowLines(row, options))),
    ...(rows.length === 0 ? [] : [`  ${countStates(document.note.sources?.evidence ?? [], lang)}`]),
  ];
}

function rowLines(row: SourceRow, options: FiguresTableOptions): string[] {
  const { reference, copies, evidence, consulted, archive } = row;
  const { lang } = options;
  const say = words[lang];
  const title = titleOf(reference.csl);
  const details = [
    ...(consulted === undefined ? [] : [`${say.consulted} ${consulted}`]),
    ...(archive === undefined ? [] : [`${say.archive} ${archive}`]),
  ];
  return [
    `  ${paint(withoutControls(reference.key), 'bold', options)}${title === undefined ? '' : `  ${withoutControls(shorten(title, 70))}`}`,
    ...(copies.length === 0 ? [`    ${paint(say.noCopy, 'dim', options)}`] : []),
    ...copies.map((copy) => `    ${copyLine(copy, lang)}`),
    ...details.map((text) => `    ${paint(withoutControls(text), 'dim', options)}`),
    ...evidence.flatMap((one) => evidenceLines(one, options)),
  ];
}

function copyLine({ path, sha256, pages, fault }: SourceCopy, lang: Language): string {
  const say = words[lang];
  const parts = [
    `${say.copy} ${posix.basename(path)}`,
    ...(pages === undefined ? [] : [`${pages} ${say.pages(pages)}`]),
    ...(sha256 === undefined ? [] : [`sha256 ${sha256.slice(0, 12)}`]),
    ...(fault === undefined ? [] : [faults[fault][lang]]),
  ];
  return withoutControls(parts.join(' · '));
}

const marks = {
  found: { mark: '✓', style: 'green' },
  absent: { mark: '✗', style: 'red' },
  unknown: { mark: '–', style: 'dim' },
} as const;

function evidenceLines(evidence: Evidence, options: FiguresTableOptions): string[] {
  const { mark, style } = marks[evidence.state];
  const room = options.width === undefined ? undefined : Math.max(20, options.width - 6);
  const [first = '', ...others] = wrapText(withoutControls(evidenceText(evidence, options.lang)), room);
  return [`    ${paint(mark, style, options)} ${first}`, ...others.map((text) => `      ${text}`)];
}

function evidenceText(evidence: Evidence, lang: Language): string {
  const { kind, figure, text, place, path, locator, state, passage, isOnCitedPage } = evidence;
  const say = words[lang];
  const where = place ? ` (${path === undefined ? '' : `${path}:`}${place.line}:${place.column})` : '';
  const what = kind === 'figure' ? `${figure ?? ''} ${shorten(text, 40)}` : say.quoted(shorten(text, 60));
  const page = passage?.page;
  const at = page === undefined ? '' : `, ${say.page} ${page}`;
  const wrong = isOnCitedPage === false && locator !== undefined ? ` ${say.notOn(locator)}` : '';
  const near = passage ? `${say.nearest}${at}${say.colon}${say.quoted(shorten(passage.excerpt, 80))}` : '';
  if (state === 'found') return `${what}${where}${at}${wrong}`;
  return state === 'absent' ? `${what}${where} ${say.absent}${near}` : `${what}${where}`;
}

const words = {
  fr: {
    noCopy: 'pas de copie locale',
    copy: fr`copie :`,
    pages: (count: number) => (count > 1 ? 'pages' : 'page'),
    consulted: fr`consulté :`,
    archive: fr`archive :`,
    page: 'page',
    notOn: (locator: string) => `(et non page ${locator})`,
    absent: 'introuvable',
    nearest: fr` ; au plus près`,
    colon: fr` : `,
    quoted: (text: string) => fr`« ${text} »`,
  },
  en: {
    noCopy: 'no local copy',
    copy: 'copy:',
    pages: (count: number) => (count > 1 ? 'pages' : 'page'),
    consulted: 'consulted:',
    archive: 'archive:',
    page: 'page',
    notOn: (locator: string) => `(and not page ${locator})`,
    absent: 'not found',
    nearest: '; nearest',
    colon: ': ',
    quoted: (text: string) => `“${text}”`,
  },
};

const faults: Readonly<Record<CopyFault, Localized>> = {
  'no-text': { fr: 'sans texte', en: 'without text' },
  encrypted: { fr: 'fermé par un mot de passe', en: 'closed by a password' },
  corrupt: { fr: 'abîmé', en: 'damaged' },
  'too-long': { fr: 'trop gros', en: 'too large' },
  unreadable: { fr: 'illisible', en: 'unreadable' },
};
