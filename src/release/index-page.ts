import type { Output } from '../core/output.ts';
import type { PageRecord } from '../core/page.ts';
import type { Settings } from '../core/settings.ts';
import type { Template } from '../core/template.ts';
import { fillLayout } from '../render/layout.ts';
import { styleSheet } from '../render/styles.ts';

const extensions = { pdf: 'pdf', html: 'html', email: 'email.html', docx: 'docx', txt: 'txt' } as const;

/** `index.html`: every released document with a link to each of its formats, the newest first. */
export function makeIndex(pages: readonly PageRecord[], settings: Settings, template: Template): Output {
  const words = template.words[settings.lang];
  const newestFirst = [...pages].sort((a, b) => b.epoch - a.epoch || (a.meta.slug < b.meta.slug ? -1 : 1));
  const html = fillLayout(template, 'index.liquid', {
    words,
    lang: settings.lang,
    brand: { name: settings.brand.name, site: settings.brand.site },
    logo: template.logo,
    css: styleSheet(
      { brand: settings.brand, title: settings.brand.name, mark: undefined },
      template,
      'screen',
    ),
    url: settings.baseUrl === undefined ? null : `${settings.baseUrl}/`,
    feed: settings.baseUrl === undefined ? null : 'feed.xml',
    documents: newestFirst.map((page) => describe(page, words)),
  });
  return { path: 'index.html', data: new TextEncoder().encode(html) };
}

function describe(page: PageRecord, words: Readonly<Record<string, string>>): object {
  const { slug, kind, date, lang } = page.meta;
  const links = page.formats.map((format) => ({
    name: words[`format-${format}`] ?? format,
    href: `${slug}/${slug}.${extensions[format]}`,
  }));
  return {
    title: page.title,
    subtitle: page.subtitle ?? null,
    summary: page.summary ?? null,
    lang,
    kindName: words[`kind-${kind}`] ?? kind,
    date: date ?? null,
    dateInWords: page.dateInWords ?? null,
    href: links.find(({ href }) => href.endsWith(`${slug}.html`))?.href ?? links[0]?.href ?? '',
    links,
  };
}
