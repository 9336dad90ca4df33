import type { Kind } from '../core/document.ts';
import type { Page } from '../core/page.ts';
import { descriptionOf } from './description.ts';

const types: Readonly<Record<Kind, string>> = {
  note: 'Report',
  'op-ed': 'OpinionNewsArticle',
  'press-release': 'NewsArticle',
  newsletter: 'Article',
};

/** The page in the terms of schema.org, as JSON-LD that cannot end its script element. */
export function structuredData(page: Page): string {
  const publisher = { '@type': 'Organization', name: page.brand.name, url: page.brand.site };
  const authors = page.authors.map(({ display }) =>
    display.includes(page.brand.name)
      ? { ...publisher, name: display }
      : { '@type': 'Person', name: display },
  );
  const data = {
    '@context': 'https://schema.org',
    '@type': types[page.meta.kind],
    headline: page.title,
    ...(page.subtitle !== undefined && { alternativeHeadline: page.subtitle }),
    description: descriptionOf(page),
    ...(page.meta.date !== undefined && { datePublished: page.meta.date }),
    inLanguage: page.meta.lang,
    ...(page.meta.keywords.length > 0 && { keywords: page.meta.keywords }),
    ...(page.meta.license !== undefined && { license: page.meta.license }),
    ...(page.meta.version !== undefined && { version: page.meta.version }),
    author: authors.length > 0 ? authors : [publisher],
    publisher,
    ...(page.url !== undefined && { url: page.url }),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
