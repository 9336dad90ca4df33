import type { Bibliography, CslDate, CslItem, Reference } from '../core/bibliography.ts';
import type { Language } from '../core/localized.ts';
import { authorsInText } from './authors.ts';

/** Works in brief, by key: "Sénat, 2022"; with the title where several share that, or where no author is known. */
export function worksInBrief(
  keys: Iterable<string>,
  { byKey }: Bibliography,
  lang: Language,
): ReadonlyMap<string, string> {
  const works = [...new Set(keys)].map((key) => ({ key, brief: briefly(byKey.get(key), lang) }));
  const uses = new Map<string, number>();
  for (const { brief } of works) uses.set(brief, (uses.get(brief) ?? 0) + 1);
  return new Map(
    works.map(({ key, brief }) => {
      const work = byKey.get(key);
      return [key, uses.get(brief) === 1 ? brief : briefly(work, lang, titleOf(work?.csl))];
    }),
  );
}

function briefly(work: Reference | undefined, lang: Language, title = ''): string {
  const authors = authorsInText(work, lang);
  const named = authors === '' ? title || titleOf(work?.csl) : title;
  return [authors, quote(named, lang), yearOf(work?.csl)].filter((part) => part !== '').join(', ');
}

function quote(title: string, lang: Language): string {
  if (title === '') return '';
  return lang === 'fr' ? `« ${title} »` : `“${title}”`;
}

/** Longest title given whole, in words: the reference has all of it. */
const longestTitle = 8;

function titleOf(csl: CslItem | undefined): string {
  const title = csl?.['title-short'] ?? csl?.['title'];
  const plain = typeof title === 'string' ? title.replace(/<\/?[a-z]{1,10}>/giu, '') : '';
  const words = plain.split(/\s+/u).filter((word) => word !== '');
  return words.length > longestTitle ? `${words.slice(0, longestTitle).join(' ')}…` : words.join(' ');
}

function yearOf(csl: CslItem | undefined): string {
  const date = csl?.['issued'] as CslDate | undefined;
  const year = date?.['date-parts']?.[0]?.[0];
  if (year !== undefined) return String(year);
  return /\b\d{4}\b/u.exec(date?.raw ?? date?.literal ?? '')?.[0] ?? '';
}
