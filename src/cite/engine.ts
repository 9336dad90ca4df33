import citeproc, { type Engine } from 'citeproc';
import type { CslItem } from '../core/bibliography.ts';
import type { Language } from '../core/localized.ts';
import { ToolError } from '../core/tool-error.ts';
import type { CslStyle } from './style.ts';
import { fr } from '../util/french.ts';

const outputFormat = 'nsp';
const languageTags: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export interface EngineCitation {
  /** Fields of a citation item of citeproc; `id` is `i` and the index of the work. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly noteNumber: number;
}

export interface EngineOutput {
  /** In citeproc's mark-up, one for each citation. */
  readonly citations: readonly string[];
  readonly references: readonly { readonly index: number; readonly text: string }[];
}

/**
 * Formats a document's citations with an engine of its own: a new one costs some milliseconds, and one used twice
 * remembers. Works are named by their index, never by the author's keys, which could be any word (`constructor`).
 * Throws `ToolError` when citeproc cannot read the style or set the works.
 */
export function runEngine(
  { style, locale, lang }: { readonly style: CslStyle; readonly locale: string; readonly lang: Language },
  works: readonly CslItem[],
  citations: readonly EngineCitation[],
): EngineOutput {
  prepareCiteproc();
  const system = {
    retrieveLocale: () => locale,
    retrieveItem: (id: string) => ({ ...works[Number(id.slice(1))], id }),
  };
  const engine = orToolError(() => new citeproc.Engine(system, style.xml, languageTags[lang], true), {
    fr: 'Ce style de citation CSL ne peut pas être lu.',
    en: 'This CSL citation style cannot be read.',
  });
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  // citeproc keys its works by what is printed of them, and a title may be the name of a property: `__proto__`.
  Object.setPrototypeOf(engine.registry.ambigcites, null);
  Object.setPrototypeOf(engine.registry.ambigresets, null);
  return orToolError(() => formatWith(engine, citations), {
    fr: 'Les citations de ce document ne peuvent pas être mises en forme.',
    en: 'The citations of this document cannot be formatted.',
  });
}

function formatWith(engine: Engine, citations: readonly EngineCitation[]): EngineOutput {
  const requests = citations.map(({ items, noteNumber }, index) => ({
    citationID: `c${index}`,
    citationItems: items.map((item) => ({ ...item })),
    properties: { noteIndex: noteNumber },
  }));
  const formatted = engine.rebuildProcessorState(requests, outputFormat);
  engine.setOutputFormat(outputFormat);
  const bibliography = engine.makeBibliography();
  const references = bibliography
    ? bibliography[1].map((text, at) => ({
        index: Number(bibliography[0].entry_ids[at]?.[0]?.slice(1)),
        text,
      }))
    : [];
  return { citations: formatted.map(([, , text]) => text), references };
}

function orToolError<T>(run: () => T, text: { readonly fr: string; readonly en: string }): T {
  try {
    return run();
  } catch (cause) {
    const hint = {
      fr: fr`Essayez le style nsp-note ou nsp-author-date ; s’il échoue aussi, vérifiez la bibliographie.`,
      en: 'Try the style nsp-note or nsp-author-date; if it fails too, check the bibliography.',
    };
    throw new ToolError('usage', text, hint, cause);
  }
}

/** Sets citeproc up for the process: no printing, no `Intl`, its HTML but for what would change the author's words. */
function prepareCiteproc(): void {
  if (citeproc.Output.Formats[outputFormat]) return;
  const { html } = citeproc.Output.Formats;
  citeproc.Output.Formats[outputFormat] = {
    ...html,
    text_escape: escapeText,
    bibstart: '',
    bibend: '',
    '@cite/entry': (_state, text) => text,
    '@bibliography/entry': (_state, text) => text,
  };
  citeproc.debug = () => undefined;
  citeproc.error = (message) => {
    throw new Error(message);
  };
  citeproc.stringCompare = compareWords;
}

/** citeproc's own turns ² into mark-up that our trees do not have. */
function escapeText(text: unknown): string {
  return typeof text === 'string'
    ? text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;')
    : '';
}

/** Alphabetical order without accents, case or punctuation; the same on every machine. */
function compareWords(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function sortKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\d+/gu, (digits) => digits.padStart(8, '0'))
    .trim();
}
