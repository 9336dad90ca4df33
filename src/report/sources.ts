import type { CslDate, CslItem, Reference } from '../core/bibliography.ts';
import type { Evidence, SourceCopy } from '../core/evidence.ts';
import type { Language } from '../core/localized.ts';
import type { Note } from '../core/note.ts';

/** A document with the works that it answers for. */
export interface SourcedNote {
  readonly note: Note;
  readonly references: readonly Reference[];
}

/** A reference with its copies and with what leans on it. */
export interface SourceRow {
  readonly reference: Reference;
  readonly copies: readonly SourceCopy[];
  readonly evidence: readonly Evidence[];
  /** ISO 8601, as precise as the bibliography is, or its own words. */
  readonly consulted: string | undefined;
  readonly archive: string | undefined;
}

/** Every reference of a document, in the order of its bibliography. */
export function sourceRows({ note, references }: SourcedNote): SourceRow[] {
  const { copies = [], evidence = [] } = note.sources ?? {};
  return references.map((reference) => ({
    reference,
    copies: copies.filter(({ key }) => key === reference.key),
    evidence: evidence.filter(({ key }) => key === reference.key),
    consulted: dateText(reference.csl['accessed']),
    archive: archiveOf(reference.csl),
  }));
}

/** The answer of `nsp sources --format json`. */
export function sourcesReport(documents: readonly SourcedNote[]): object {
  return {
    version: 1,
    documents: documents.map((document) => ({
      path: document.note.path,
      references: sourceRows(document).map(referenceOf),
    })),
  };
}

function referenceOf({ reference, copies, evidence, consulted, archive }: SourceRow): object {
  return {
    key: reference.key,
    title: titleOf(reference.csl) ?? null,
    copies: copies.map(({ path, sha256, pages, fault }) => ({
      path,
      sha256: sha256 ?? null,
      pages: pages ?? null,
      fault: fault ?? null,
    })),
    consulted: consulted ?? null,
    archive: archive ?? null,
    evidence: evidence.map(evidenceOf),
  };
}

function evidenceOf({ kind, text, place, path, state, passage, ...rest }: Evidence): object {
  const { figure = null, locator = null, isOnCitedPage: onCitedPage = null } = rest;
  const { page = null, excerpt = null } = passage ?? {};
  const { line, column } = place ?? { line: null, column: null };
  const where = { ...(path !== undefined && { path }), line, column };
  return { kind, figure, text, ...where, locator, state, page, excerpt, onCitedPage };
}

/** The title of a work, where it has one. */
export function titleOf(csl: CslItem): string | undefined {
  const title = csl['title'];
  return typeof title === 'string' && title !== '' ? title : undefined;
}

function dateText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'date-parts': parts, literal, raw } = value as CslDate;
  const first = parts?.[0]?.map((part) => String(part).padStart(2, '0')).join('-');
  return first ?? literal ?? raw;
}

/** Web archives of a page, wherever the bibliography gives their address. */
const archives =
  /https?:\/\/(?:web\.archive\.org|archive\.(?:org|ph|today|is|li)|perma\.cc|archive\.wikiwix\.com)\/[^\s<>"}]{1,2000}/iu;

function archiveOf(csl: CslItem): string | undefined {
  const texts = ['archive', 'archive_location', 'note', 'URL', 'annote'].map((field) => csl[field]);
  const given = texts.flatMap((text) => (typeof text === 'string' ? [archives.exec(text)?.[0] ?? ''] : []));
  return given.find(Boolean);
}

/** What was found, and what was not, in a line. */
export function countStates(evidence: readonly Evidence[], lang: Language): string {
  const count = (wanted: Evidence['state']): number =>
    evidence.filter(({ state }) => state === wanted).length;
  const [found, absent, unknown] = [count('found'), count('absent'), count('unknown')];
  return lang === 'fr'
    ? `Citations et chiffres\u00a0: ${found} retrouvés, ${absent} introuvables, ${unknown} sans copie à consulter.`
    : `Quotations and figures: ${found} found, ${absent} not found, ${unknown} without a copy to consult.`;
}
