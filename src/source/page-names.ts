import { readPages } from '../cite/page-range.ts';
import type { SourcePage, SourceText } from './source-text.ts';

/** How a reader would cite a page: by the label of the PDF, else by the number printed on it, else by its rank. */
export function nameOfPage(page: SourcePage): string {
  return page.label ?? page.folio ?? String(page.ordinal);
}

/**
 * Whether one of the pages may be the one cited, by any of its names; undefined where nobody can tell. `first` is the
 * number of the work's first page, where the bibliography gives it.
 */
export function isCitedPage(
  source: SourceText,
  pages: readonly SourcePage[],
  { locator, first }: { readonly locator: string; readonly first: number | undefined },
): boolean | undefined {
  if (!source.isPaged) return undefined;
  const ranges = readPages(locator);
  const namesOf = ({ ordinal, label, folio }: SourcePage): string[] => {
    const ofWork = first === undefined ? [] : [String(first + ordinal - 1)];
    return [label, folio, String(ordinal), ...ofWork].flatMap((name) => (name === undefined ? [] : [name]));
  };
  const isMeant = (name: string): boolean => {
    const number = /^\d{1,6}$/u.test(name) ? Number(name) : undefined;
    if (number === undefined)
      return new RegExp(`(?<![\\p{L}\\d])${escape(name)}(?![\\p{L}\\d])`, 'iu').test(locator);
    return ranges.some((range) => number >= range.first && number <= range.last);
  };
  if (pages.some((page) => namesOf(page).some(isMeant))) return true;
  // A page that the copy does not have, or that shows only a picture, proves nothing.
  const cited = source.pages.filter((page) => namesOf(page).some(isMeant));
  return cited.length === 0 || cited.every(({ isBlank }) => isBlank) ? undefined : false;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
