import citeproc, { type Engine } from 'citeproc';
import type { CslItem } from '../core/bibliography.ts';
import type { Language } from '../core/localized.ts';
import { ToolError } from '../core/tool-error.ts';
import type { CslStyle } from './style.ts';

const outputFormat = 'nsp';
const languageTags: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A style made ready in a language, for one document at a time. */
export class CitationEngine {
  readonly #engine: Engine;
  #items: readonly CslItem[] = [];

  /** Throws `ToolError` when citeproc cannot read the style. */
  constructor(style: CslStyle, locale: string, lang: Language) {
    prepareCiteproc();
    const system = {
      retrieveLocale: () => locale,
      retrieveItem: (id: string) => ({ ...this.#items[Number(id.slice(1))], id }),
    };
    try {
      this.#engine = new citeproc.Engine(system, style.xml, languageTags[lang], true);
    } catch (cause) {
      throw new ToolError(
        'usage',
        {
          fr: 'Ce style de citation CSL ne peut pas être lu.',
          en: 'This CSL citation style cannot be read.',
        },
        { fr: 'Essayez nsp-note ou nsp-author-date.', en: 'Try nsp-note or nsp-author-date.' },
        cause,
      );
    }
    this.#engine.opt.development_extensions['wrap_url_and_doi'] = true;
  }

  /**
   * Formats a whole document, forgetting the one before. Items are named `i0`, `i1`… by their index, never by the
   * author's keys, which could be any word (`constructor`).
   */
  format(
    items: readonly CslItem[],
    citations: readonly { items: readonly Readonly<Record<string, unknown>>[]; noteNumber: number }[],
  ): { citations: string[]; references: { index: number; text: string }[] } {
    this.#items = items;
    const requests = citations.map((citation, index) => ({
      citationID: `c${index}`,
      citationItems: citation.items.map((item) => ({ ...item })),
      properties: { noteIndex: citation.noteNumber },
    }));
    this.#engine.rebuildProcessorState([], outputFormat);
    const formatted = this.#engine.rebuildProcessorState(requests, outputFormat);
    this.#engine.setOutputFormat(outputFormat);
    const bibliography = this.#engine.makeBibliography();
    const references = bibliography
      ? bibliography[1].map((text, at) => ({
          index: Number(bibliography[0].entry_ids[at]?.[0]?.slice(1)),
          text,
        }))
      : [];
    return { citations: formatted.map(([, , text]) => text), references };
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
