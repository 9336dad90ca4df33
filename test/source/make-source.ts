import { joinPages } from '../../src/source/running-heads.ts';
import { Searchable } from '../../src/source/searchable.ts';

/** A source of these pages, or of one text without pages. */
export function makeSource(pages: readonly string[] | string): Searchable {
  const list = typeof pages === 'string' ? [pages] : pages;
  return new Searchable(
    joinPages(
      list.map((text) => ({ text })),
      typeof pages !== 'string',
    ),
  );
}
