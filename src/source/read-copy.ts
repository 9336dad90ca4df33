import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { copyFaults, type CopyFault } from '../core/evidence.ts';
import { ExcessError } from '../markdown/excess.ts';
import { TimeLimitError, withTimeLimit } from '../util/time-limit.ts';
import { htmlText, markdownText } from './markup-text.ts';
import { readPdf } from './pdf-text.ts';
import { joinPages } from './running-heads.ts';
import type { ExtractedPage, Extraction, SourceText } from './source-text.ts';

/** Keeps what was extracted, by name; what cannot be kept is extracted again. */
export interface TextStore {
  get(name: string): string | undefined;
  set(name: string, text: string): void;
}

/** A copy as it was read. */
export interface ReadCopy {
  readonly sha256: string;
  /** Absent where nobody wanted it. */
  readonly content: SourceText | { readonly fault: CopyFault } | undefined;
}

export interface ReadOptions {
  readonly store?: TextStore;
  /** Whether its text is wanted, or its sum alone. */
  readonly isWanted?: boolean;
}

/** Part of the names in the store: another way to extract makes another name. */
const version = 1;
const longestMarkup = 10_000_000;

/** Extracts the text of a copy by the ending of its path, unless the store has it. Never throws. */
export async function readCopy(
  path: string,
  data: Uint8Array,
  { store, isWanted = true }: ReadOptions = {},
): Promise<ReadCopy> {
  const sha256 = createHash('sha256').update(data).digest('hex');
  if (!isWanted) return { sha256, content: undefined };
  const ending = posix.extname(path).slice(1).toLowerCase();
  const name = `${sha256}.${ending}.v${version}.json`;
  const stored = parseExtraction(store?.get(name));
  const extraction = stored ?? (await extract(ending, data));
  // A deadline missed today may be met tomorrow.
  const isLasting = !('fault' in extraction) || extraction.fault !== 'too-long';
  if (!stored && isLasting) store?.set(name, JSON.stringify(extraction));
  if ('fault' in extraction) return { sha256, content: extraction };
  const content = joinPages(extraction.pages, extraction.isPaged);
  return { sha256, content: isLegible(content.text) ? content : { fault: 'no-text' } };
}

async function extract(ending: string, data: Uint8Array): Promise<Extraction> {
  if (ending === 'pdf') return readPdf(data);
  if (data.length > longestMarkup) return { fault: 'too-long' };
  const text = decode(data, ending === 'html').replace(/\r\n?/gu, '\n');
  if (ending === 'html') return unpaged(htmlText(text));
  if (ending === 'md') return inTime(() => unpaged(markdownText(text)));
  // What pdftotext and old reports put between pages.
  const pages = text.replace(/\f\s*$/u, '').split('\f');
  return pages.length > 1 ? { pages: pages.map((page) => ({ text: page })), isPaged: true } : unpaged(text);
}

function inTime(read: () => Extraction): Extraction {
  try {
    return withTimeLimit(read);
  } catch (error) {
    if (error instanceof TimeLimitError || error instanceof ExcessError) return { fault: 'too-long' };
    throw error;
  }
}

function unpaged(text: string): Extraction {
  return { pages: [{ text }], isPaged: false };
}

/** Text in the encoding that it names, else UTF-8, else the Latin alphabet of Windows. */
function decode(data: Uint8Array, isHtml: boolean): string {
  const beginning = new TextDecoder('latin1').decode(data.subarray(0, 2048));
  const named = isHtml
    ? /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/iu.exec(beginning)?.[1]
    : undefined;
  const marked = data[0] === 0xff && data[1] === 0xfe ? 'utf-16le' : undefined;
  for (const encoding of [marked, 'utf-8', named]) {
    const text = encoding === undefined ? undefined : tryDecode(data, encoding);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(data);
}

function tryDecode(data: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

/** Whether a text has words at all, in signs that mean letters: fonts may hide what theirs stand for. */
function isLegible(text: string): boolean {
  const sample = text.length > 40_000 ? text.slice(0, 20_000) + text.slice(-20_000) : text;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const noise = sample.match(/[\p{Co}\p{Cn}\ufffd]|[\0-\x08]/gu)?.length ?? 0;
  return letters >= 20 && noise < letters / 4;
}

function parseExtraction(json: string | undefined): Extraction | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isExtraction(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isExtraction(value: unknown): value is Extraction {
  if (typeof value !== 'object' || value === null) return false;
  if ('fault' in value) return copyFaults.some((fault) => fault === value.fault);
  return 'pages' in value && Array.isArray(value.pages) && value.pages.every(isPage) && 'isPaged' in value;
}

function isPage(value: unknown): value is ExtractedPage {
  if (typeof value !== 'object' || value === null || !('text' in value)) return false;
  return typeof value.text === 'string' && (!('label' in value) || typeof value.label === 'string');
}
