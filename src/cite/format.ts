import type { PhrasingContent } from 'mdast';
import type { Bibliography, CslDate, CslItem, CslName } from '../core/bibliography.ts';
import type { Citation, CitationItem } from '../core/citation.ts';
import type { Language } from '../core/localized.ts';
import { authorsInText } from './authors.ts';
import type { EngineCitation } from './engine.ts';
import { hideQuotes, parseMarkup } from './markup.ts';
import type { CslStyle } from './style.ts';
import { withTimeLimit } from '../util/time-limit.ts';

export interface CitationCluster {
  readonly items: readonly CitationItem[];
  readonly mode: Citation['mode'];
  /** Number of the note that the cluster stands in; absent in the text. */
  readonly noteNumber?: number;
  /** The cluster stands among the words of a footnote: no full stop ends it, whatever a note style says. */
  readonly inSentence?: boolean;
}

export interface CitationRequest {
  /** In reading order; keys that the bibliography lacks are printed as typed. */
  readonly clusters: readonly CitationCluster[];
  readonly bibliography: Bibliography;
  readonly style: CslStyle;
  /** XML of the CSL locale of `lang`, from templates/csl/locales-*.xml. */
  readonly locale: string;
  readonly lang: Language;
}

export interface FormattedReference {
  readonly key: string;
  readonly content: PhrasingContent[];
}

export interface FormattedCitations {
  /** One for each cluster asked for, in their order. */
  readonly clusters: PhrasingContent[][];
  /** Cited works only, in the order of the style. */
  readonly references: FormattedReference[];
}

/**
 * Formats every citation of a document by CSL. Same request, same result, whatever was formatted before.
 * Throws `ToolError` when the style cannot be read, `TimeLimitError` when the engine does not end.
 */
export async function formatCitations(request: CitationRequest): Promise<FormattedCitations> {
  if (request.clusters.length === 0) return { clusters: [], references: [] };
  const works = citedWorks(request);
  const citations = request.clusters.map((cluster) => toCitation(cluster, works, request));
  const asked = citations.filter(({ items }) => items.length > 0);
  const { runEngine } = await import('./engine.ts');
  const items = [...works.values()].map(({ item }) => item);
  const formatted = withTimeLimit(() => runEngine(request, items, asked));
  const texts = new Map(asked.map((citation, index) => [citation, formatted.citations[index] ?? '']));
  const keys = [...works.keys()];
  return {
    clusters: request.clusters.map((cluster, index) => {
      const citation = citations[index];
      const text = citation ? texts.get(citation) : undefined;
      return setCluster(cluster, parsePrinted(text ?? ''), request);
    }),
    references: formatted.references.map(({ index, text }) => {
      const key = keys[index] ?? '';
      const content = parsePrinted(text);
      return { key, content: content.length > 0 ? content : [{ type: 'text', value: `@${key}` }] };
    }),
  };
}

/** citeproc says in its own words that a work has nothing to print, for want of a title or an author. */
const unprintable = /(?:\d+\. )?\[(?:NO_PRINTED_FORM|CSL STYLE ERROR:[^\]]*)\]/gu;

function parsePrinted(text: string): PhrasingContent[] {
  const printed = text.replace(unprintable, '');
  return /[\p{L}\p{N}]/u.test(printed) ? parseMarkup(printed) : [];
}

interface Work {
  readonly index: number;
  readonly item: CslItem;
}

function citedWorks({ clusters, bibliography, style }: CitationRequest): Map<string, Work> {
  const works = new Map<string, Work>();
  for (const { key } of clusters.flatMap(({ items }) => items)) {
    const reference = bibliography.byKey.get(key);
    if (reference && !works.has(key))
      works.set(key, { index: works.size, item: hideQuotesOf(withoutEchoes(reference.csl, style)) });
  }
  return works;
}

/** What would be said twice: the publisher that is the author, in a note the date that a law's title gives. */
function withoutEchoes(csl: CslItem, { isNote }: CslStyle): CslItem {
  const [author, another] = (csl['author'] ?? []) as readonly CslName[];
  const isOwn = another === undefined && author?.literal !== undefined && author.literal === csl['publisher'];
  return {
    ...csl,
    ...(isOwn && { publisher: '' }),
    ...(isNote && isDatedByTitle(csl) && { issued: undefined }),
  };
}

const laws = new Set(['legislation', 'bill', 'regulation', 'treaty']);

/** "Loi n° 2019-828 du 6 août 2019", unless it stands in a journal, whose date it then is. */
function isDatedByTitle({ type, title, issued, 'container-title': journal }: CslItem): boolean {
  const year = (issued as CslDate | undefined)?.['date-parts']?.[0]?.[0];
  if (!laws.has(type) || journal !== undefined || typeof title !== 'string' || year === undefined)
    return false;
  return title.split(/[^\p{L}\p{N}]+/u).includes(String(year));
}

/** Names keep their apostrophes: citeproc reads particles by them. */
function hideQuotesOf(csl: CslItem): CslItem {
  const fields = Object.entries(csl).map(([field, value]) => [
    field,
    typeof value === 'string' && field !== 'type' ? hideQuotes(value) : value,
  ]);
  return structuredClone(Object.fromEntries(fields)) as CslItem;
}

function toCitation(
  cluster: CitationCluster,
  works: ReadonlyMap<string, Work>,
  request: CitationRequest,
): EngineCitation {
  const items = cluster.items.flatMap((item, position) => {
    const work = works.get(item.key);
    if (!work) return [];
    const isNamed = cluster.mode === 'textual' && position === 0 && textualAuthors(cluster, request) !== '';
    return [toEngineItem(item, work.index, isNamed)];
  });
  return { items, noteNumber: cluster.noteNumber ?? 0 };
}

function toEngineItem(
  item: CitationItem,
  index: number,
  isNamed: boolean,
): Readonly<Record<string, unknown>> {
  const { prefix, suffix, locator, label } = item;
  return {
    id: `i${index}`,
    ...(locator !== undefined && { locator: hideQuotes(locator), label: label ?? 'page' }),
    ...(prefix !== undefined && { prefix: `${toMarkup(prefix)}${/['’([«]$/u.test(prefix) ? '' : ' '}` }),
    ...(suffix !== undefined && { suffix: `${/^[,.;:)\]]/u.test(suffix) ? '' : ' '}${toMarkup(suffix)}` }),
    ...((item.suppressAuthor === true || isNamed) && { 'suppress-author': true }),
  };
}

/** Words around a citation may be emphasised as in any Markdown. */
function toMarkup(words: string): string {
  const marked = words
    .replace(/\*\*([^*]+)\*\*/gu, '<b>$1</b>')
    .replace(/\*([^*]+)\*/gu, '<i>$1</i>')
    .replace(/(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu, '<i>$1</i>');
  return hideQuotes(marked);
}

function textualAuthors({ items }: CitationCluster, { bibliography, lang }: CitationRequest): string {
  return authorsInText(bibliography.byKey.get(items[0]?.key ?? ''), lang);
}

/** `@key [p. 3]` is a part of the sentence: its authors, then the rest of the citation. */
function setCluster(
  cluster: CitationCluster,
  content: PhrasingContent[],
  request: CitationRequest,
): PhrasingContent[] {
  const authors = cluster.mode === 'textual' ? textualAuthors(cluster, request) : '';
  const unknown = cluster.items.filter(({ key }) => !request.bibliography.byKey.has(key));
  if (content.length === 0) return [{ type: 'text', value: authors || keysOf(cluster.items) }];
  if (cluster.inSentence === true) dropFullStop(content);
  else if (request.style.isNote && cluster.noteNumber !== undefined) capitalise(content);
  const named: PhrasingContent[] =
    authors === '' ? [] : [{ type: 'text', value: `${authors}${request.style.isNote ? ', ' : ' '}` }];
  const missing: PhrasingContent[] =
    unknown.length === 0 ? [] : [{ type: 'text', value: ` ${keysOf(unknown)}` }];
  return [...named, ...content, ...missing];
}

function keysOf(items: readonly CitationItem[]): string {
  return items.map(({ key }) => `@${key}`).join('; ');
}

function dropFullStop(content: PhrasingContent[]): void {
  const last = content.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/\.$/u, '');
}

/** A note begins like a sentence: "voir Dupont" becomes "Voir Dupont", and "ibid." "Ibid."; titles keep theirs. */
function capitalise(content: PhrasingContent[]): void {
  const first = content[0];
  const inside = first?.type === 'emphasis' ? first.children[0] : undefined;
  const text = inside?.type === 'text' && /^(?:ibid|idem|id)\b/u.test(inside.value) ? inside : first;
  if (text?.type === 'text') text.value = text.value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
