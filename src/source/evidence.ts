import { readPages, spanOf } from '../cite/page-range.ts';
import type { CitationItem } from '../core/citation.ts';
import type { Evidence, Passage } from '../core/evidence.ts';
import type { LedgerFigure } from '../core/ledger.ts';
import type { Note } from '../core/note.ts';
import type { Quantity } from '../core/quantity.ts';
import { citedQuotations, type CitedQuotation } from './cited-quotations.ts';
import { excerptAround, excerptOf } from './excerpt.ts';
import { leastStrength } from './figure-strength.ts';
import { findFigure, nearestFigure } from './find-figure.ts';
import { findQuotation } from './find-quotation.ts';
import { foldLetters } from './fold.ts';
import { nearestPassage } from './nearest-passage.ts';
import { isCitedPage, nameOfPage } from './page-names.ts';
import { segmentsOf } from './quoted-words.ts';
import type { Searchable, Span } from './searchable.ts';
import { pageIndexAt } from './source-text.ts';

/** The copies of a work that can be read. `isWhole` says that there are some, and that none of them has unread pages. */
export interface Shelf {
  readonly copies: readonly Searchable[];
  readonly isWhole: boolean;
}

interface Lookup {
  readonly note: Note;
  /** The copies of a work, by its key. */
  readonly shelfOf: (key: string) => Shelf;
}

/** A place of a copy that says what was looked for. */
interface Hit {
  readonly item: CitationItem;
  readonly copy: Searchable;
  readonly span: Span;
  readonly isOnCitedPage: boolean | undefined;
}

/** Keys of the works that quotations and figures of a note lean on. */
export function leanedOn(note: Note): ReadonlySet<string> {
  const items = [
    ...citedQuotations(note).flatMap((quotation) => [...quotation.items, ...quotation.others]),
    ...sourcedFigures(note).flatMap(({ entry }) => entry.sourceItems),
  ];
  return new Set(items.map(({ key }) => key));
}

/** Looks every cited quotation and every sourced figure up in the copies. Linear in their texts, for each. */
export function findEvidence(note: Note, shelfOf: Lookup['shelfOf']): Evidence[] {
  const lookup = { note, shelfOf };
  return [
    ...citedQuotations(note).map((quotation) => quotationEvidence(lookup, quotation)),
    ...sourcedFigures(note).map((figure) => figureEvidence(lookup, figure)),
  ];
}

/** The figures that a work is the source of. */
function sourcedFigures(note: Note): LedgerFigure[] {
  return note.ledger.figures.filter(
    ({ entry }) => entry.value !== undefined && entry.formula === undefined && entry.sourceItems.length > 0,
  );
}

function quotationEvidence(lookup: Lookup, quotation: CitedQuotation): Evidence {
  const { text, place, items } = quotation;
  const segments = segmentsOf(text);
  const hits = [...items, ...quotation.others].flatMap((item) =>
    lookup
      .shelfOf(item.key)
      .copies.flatMap((copy) => findQuotation(copy, segments).map((span) => hitOf(lookup, item, copy, span))),
  );
  const base = { kind: 'quotation', text, place } as const;
  const hit = bestHit(hits);
  if (hit) return found(base, hit, excerptOf);
  const isSure = segments.length > 0 && !isSaidElsewhere(lookup, quotation);
  return notFound(lookup, { base, items, isSure }, (copy) => nearestPassage(copy, text));
}

/** A translation, or the title of the work itself, is not looked for in its words. */
function isSaidElsewhere({ note }: Lookup, { text, items, isTranslated }: CitedQuotation): boolean {
  const { letters } = foldLetters(text);
  return (
    isTranslated ||
    items.some(({ key }) => {
      const csl = note.bibliography.byKey.get(key)?.csl;
      const language = csl?.['language'];
      const title = csl?.['title'];
      const isForeign = typeof language === 'string' && !language.toLowerCase().startsWith(note.meta.lang);
      return isForeign || (typeof title === 'string' && foldLetters(title).letters.includes(letters));
    })
  );
}

/** A number that is surely the figure comes before one that may be another by chance, even on the page cited. */
const sureStrength = 2;

function figureEvidence(lookup: Lookup, { entry, quantity }: LedgerFigure): Evidence {
  const base = {
    kind: 'figure',
    figure: entry.id,
    text: entry.value ?? '',
    place: entry.places['value'] ?? entry.place,
    ...(entry.places['source'] && { citedAt: entry.places['source'] }),
    ...(entry.path !== lookup.note.path && { path: entry.path }),
  } as const;
  const items = entry.sourceItems;
  if (!isSearchable(quantity)) return notFound(lookup, { base, items, isSure: false }, () => undefined);
  const all = items.flatMap((item) =>
    lookup.shelfOf(item.key).copies.flatMap((copy) =>
      findFigure(copy, quantity).map((span) => ({
        ...hitOf(lookup, item, copy, span),
        strength: span.strength,
      })),
    ),
  );
  const most = Math.max(0, ...all.map(({ strength }) => strength));
  const sure = all.filter(({ strength }) => strength >= Math.min(sureStrength, most));
  const hit = most < leastStrength ? undefined : bestHit(sure);
  if (hit) return found(base, hit, excerptAround);
  return notFound(lookup, { base, items, isSure: most === 0 }, (copy) => nearestFigure(copy, quantity));
}

/** Dates and zeros are written in too many ways to be missed. */
function isSearchable(quantity: Quantity | undefined): quantity is Quantity {
  return quantity !== undefined && quantity.unit.dimension !== 'date' && !quantity.value.isZero();
}

function hitOf({ note }: Lookup, item: CitationItem, copy: Searchable, span: Span): Hit {
  const { locator } = item;
  const isPage = locator !== undefined && (item.label ?? 'page') === 'page';
  const { source } = copy;
  const first = pageIndexAt(source.pages, span.start);
  const last = pageIndexAt(source.pages, Math.max(span.start, span.end - 1));
  const page = note.bibliography.byKey.get(item.key)?.csl['page'];
  const firstOfWork = spanOf(readPages(typeof page === 'string' ? page : ''))?.first;
  const pages = source.pages.slice(first, last + 1);
  return {
    item,
    copy,
    span,
    isOnCitedPage: isPage ? isCitedPage(source, pages, { locator, first: firstOfWork }) : undefined,
  };
}

/** The first that stands on the page cited, else where nobody can tell, else any. */
function bestHit(hits: readonly Hit[]): Hit | undefined {
  return (
    hits.find(({ isOnCitedPage }) => isOnCitedPage === true) ??
    hits.find(({ isOnCitedPage }) => isOnCitedPage === undefined) ??
    hits[0]
  );
}

type Base = Pick<Evidence, 'kind' | 'figure' | 'text' | 'place' | 'citedAt' | 'path'>;

function found(base: Base, hit: Hit, excerpt: (copy: Searchable, span: Span) => string): Evidence {
  const { item, copy, span, isOnCitedPage } = hit;
  return {
    ...base,
    key: item.key,
    ...(item.locator !== undefined && { locator: item.locator }),
    ...(item.place && { citedAt: item.place }),
    state: 'found',
    passage: passageOf(copy, span, excerpt(copy, span)),
    ...(isOnCitedPage !== undefined && { isOnCitedPage }),
  };
}

interface Miss {
  readonly base: Base;
  readonly items: readonly CitationItem[];
  /** Whether what was looked for would have been found, had it been there. */
  readonly isSure: boolean;
}

type Near = Span & { readonly likeness?: number };

/** Absent only where every work cited has a copy that was read whole. */
function notFound(lookup: Lookup, miss: Miss, nearest: (copy: Searchable) => Near | undefined): Evidence {
  const { base, items, isSure } = miss;
  const [first] = items;
  const evidence = {
    ...base,
    key: first?.key ?? '',
    ...(first?.locator !== undefined && { locator: first.locator }),
  };
  const shelves = items.map((item) => lookup.shelfOf(item.key));
  if (!isSure || !shelves.every(({ isWhole }) => isWhole)) return { ...evidence, state: 'unknown' };
  const nears = shelves.flatMap(({ copies }) =>
    copies.flatMap((copy) => {
      const span = nearest(copy);
      return span ? [{ copy, span }] : [];
    }),
  );
  const [near] = nears.sort((one, other) => (other.span.likeness ?? 0) - (one.span.likeness ?? 0));
  if (!near) return { ...evidence, state: 'absent' };
  const excerpt =
    base.kind === 'figure' ? excerptAround(near.copy, near.span) : excerptOf(near.copy, near.span);
  return { ...evidence, state: 'absent', passage: passageOf(near.copy, near.span, excerpt) };
}

function passageOf({ source }: Searchable, span: Span, excerpt: string): Passage {
  const page = source.pages[pageIndexAt(source.pages, span.start)];
  if (!page || !source.isPaged) return { excerpt };
  return { page: nameOfPage(page), ordinal: page.ordinal, excerpt };
}
