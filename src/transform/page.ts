import type { ElementContent, Root as HastRoot } from 'hast';
import type { Paragraph, Root, RootContent } from 'mdast';
import type { CitationRequest, FormattedCitations } from '../cite/format.ts';
import type { CslStyle } from '../cite/style.ts';
import type { Format } from '../core/document.ts';
import type { Language } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Page, PageNote, PageReference } from '../core/page.ts';
import type { Settings } from '../core/settings.ts';
import { setText } from '../typography/set-text.ts';
import { setTree } from '../typography/set-tree.ts';
import { withTimeLimit } from '../util/time-limit.ts';
import { giveWay } from '../util/turn.ts';
import { joinCaptions } from './blocks.ts';
import { numberCaptions } from './captions.ts';
import { drawCharts } from './charts.ts';
import { writeCrossReferences } from './cross-references.ts';
import { dataOf } from './data.ts';
import { dateInWords, momentInWords } from './date-words.ts';
import { labelBoxes } from './boxes.ts';
import { printFigures } from './figures.ts';
import { nameHeadings } from './heading-ids.ts';
import { resolveNotes, type ResolvedNote, type ResolvedReference } from './notes.ts';
import type { CleanPicture } from '../picture/clean.ts';
import { showHtmlAsText } from './raw-html.ts';
import { resolveReferences } from './references.ts';
import { nameStatements } from './statements.ts';
import { toHastRoot, type HastContext } from './to-hast.ts';
import { verificationOf } from './verification.ts';

export interface PageOptions {
  readonly settings: Settings;
  readonly citationStyle: { readonly style: CslStyle; readonly locales: Readonly<Record<Language, string>> };
  /** Words of the template in the document's language. */
  readonly words: Readonly<Record<string, string>>;
  readonly formats: readonly Format[];
  /** Seconds since 1970, where SOURCE_DATE_EPOCH gives them. */
  readonly sourceDateEpoch: number | undefined;
  /** The note's pictures without metadata, by the address written in the document. */
  readonly pictures: Promise<ReadonlyMap<string, CleanPicture>>;
  /** Formats the citations by CSL, on this thread or on another. */
  readonly formatCitations: (request: CitationRequest) => Promise<FormattedCitations>;
}

/** Resolves a note into the one page that every writer sets: the straight line from Note to Page. */
export async function makePage(note: Note, options: PageOptions): Promise<Page> {
  const { lang } = note.meta;
  const tree = structuredClone(note.tree);
  showHtmlAsText(tree);
  resolveReferences(tree);
  joinCaptions(tree);
  labelBoxes(tree, options.words);
  const drawn = withTimeLimit(() => drawCharts(tree, note, options.settings.brand.colours));
  printFigures(tree, note.ledger, lang);
  const named = nameHeadings(tree);
  const titles = new Map(named.map(({ id, text }) => [id, text]));
  const captions = numberCaptions(tree, options.words, new Set(titles.keys()));
  writeCrossReferences(tree, { captions, headings: titles }, lang);
  const headings = named.map((heading) => ({ ...heading, text: setText(heading.text, lang) }));
  const { style, locales } = options.citationStyle;
  const format = options.formatCitations;
  const sources = { bibliography: note.bibliography, style, locale: locales[lang], lang, format };
  const { notes, references } = await resolveNotes(tree, sources);
  const stated = note.meta.verification ? nameStatements(tree, notes, note.ledger) : [];
  await giveWay();
  withTimeLimit(() => {
    setTree(tree, lang);
  });
  await giveWay();
  const pictures = new Map([...(await options.pictures), ...drawn]);
  const { words } = options;
  const data = note.meta.attachments === true ? dataOf(note.ledger.tables ?? []) : [];
  const taskWords = { done: words['task-done'] ?? '', toDo: words['task-to-do'] ?? '' };
  const context: HastContext = {
    pictures,
    tableWord: words['table'] ?? '',
    taskWords,
    dataWord: words['chart-data'] ?? dataWords[lang],
  };
  return withTimeLimit(() => ({
    ...heading(note, options),
    headings,
    mdast: tree,
    hast: toHastRoot(structuredClone(tree), context),
    notes: notes.map((resolved) => pageNote(resolved, note, context)),
    references: keptReferences(references, note, style.isNote).map((reference) =>
      pageReference(reference, note, context),
    ),
    pictures,
    ...(data.length > 0 && { data }),
    ...(stated.length > 0 && {
      verification: verificationOf(note, stated),
    }),
  }));
}

/** Said of the data below a chart, where the template has no word for it. */
const dataWords = { fr: 'Données du graphique', en: 'Data of the chart' } as const;

type Heading = Omit<Page, 'headings' | 'mdast' | 'hast' | 'notes' | 'references' | 'pictures'>;

/** What stands above the text: titles, people, dates, mark, brand. */
function heading(note: Note, { settings, words, formats, sourceDateEpoch }: PageOptions): Heading {
  const { meta } = note;
  const set = (text: string | undefined): string | undefined => text && setText(text, meta.lang);
  return {
    meta,
    title: setText(meta.title, meta.lang),
    subtitle: set(meta.subtitle),
    summary: set(meta.summary),
    authors: note.authors,
    signatories: note.signatories,
    mark: set(markOf(note, words)),
    dateInWords: meta.date && dateInWords(meta.date, meta.lang),
    brand: settings.brand,
    outlet: settings.outlets.find((outlet) => outlet.id === meta.outlet),
    formats,
    url: settings.baseUrl && `${settings.baseUrl}/${meta.slug}/${meta.slug}.html`,
    epoch: sourceDateEpoch ?? epochOf(meta.date),
  };
}

function markOf({ meta }: Note, words: Readonly<Record<string, string>>): string | undefined {
  if (meta.status === 'draft' || meta.status === 'review') return words[meta.status];
  if (meta.status !== 'embargo' || !meta.embargo) return undefined;
  return words['embargo']?.replace('{date}', momentInWords(meta.embargo, meta.lang) ?? meta.embargo);
}

/** A document without a date still needs one inside its artefacts that no clock gives. */
function epochOf(date: string | undefined): number {
  const milliseconds = Date.parse(`${date?.slice(0, 10) ?? '2021-04-30'}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? 0 : milliseconds / 1000;
}

/** Newspapers want no bibliography: the notes of an op-ed or a press release name its sources in full already. */
function keptReferences(
  references: readonly ResolvedReference[],
  note: Note,
  isNoteStyle: boolean,
): readonly ResolvedReference[] {
  return isNoteStyle && note.meta.kind !== 'note' ? [] : references;
}

function pageNote(resolved: ResolvedNote, note: Note, context: HastContext): PageNote {
  const { tree, hast } = setFragment(resolved.children, note, context);
  return {
    number: resolved.number,
    calls: resolved.calls,
    mdast: tree.children as PageNote['mdast'],
    hast: hast.children as ElementContent[],
  };
}

function pageReference(
  { key, children }: ResolvedReference,
  note: Note,
  context: HastContext,
): PageReference {
  const paragraph: Paragraph = { type: 'paragraph', children };
  const { hast } = setFragment([paragraph], note, context);
  const first = hast.children[0];
  return { key, mdast: paragraph.children, hast: first?.type === 'element' ? first.children : [] };
}

function setFragment(
  children: RootContent[],
  { meta }: Note,
  context: HastContext,
): { tree: Root; hast: HastRoot } {
  const tree: Root = { type: 'root', children };
  setTree(tree, meta.lang);
  return { tree, hast: toHastRoot(structuredClone(tree), context) };
}
