import type { Output } from '../core/output.ts';
import type { PageRecord } from '../core/page.ts';
import type { Settings } from '../core/settings.ts';
import { escapeXml } from '../util/xml.ts';

/** `feed.xml`, an Atom feed (RFC 4287) of the released documents, the newest first. */
export function makeFeed(pages: readonly PageRecord[], settings: Settings): Output {
  const base = settings.baseUrl ?? settings.brand.site;
  const newestFirst = [...pages].sort((a, b) => b.epoch - a.epoch || (a.meta.slug < b.meta.slug ? -1 : 1));
  const feed = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${settings.lang}">`,
    `<id>${escapeXml(`${base}/`)}</id>`,
    `<title>${escapeXml(settings.brand.name)}</title>`,
    `<link rel="self" href="${escapeXml(`${base}/feed.xml`)}"/>`,
    `<link href="${escapeXml(`${base}/`)}"/>`,
    `<updated>${moment(Math.max(...pages.map((page) => page.epoch)))}</updated>`,
    `<author><name>${escapeXml(settings.brand.name)}</name></author>`,
    ...newestFirst.map((page) => makeEntry(page, base)),
    '</feed>',
  ];
  return { path: 'feed.xml', data: new TextEncoder().encode(`${feed.join('\n')}\n`) };
}

function makeEntry(page: PageRecord, base: string): string {
  const address = page.url ?? `${base}/${page.meta.slug}/${page.meta.slug}.html`;
  const lines = [
    '<entry>',
    `<id>${escapeXml(address)}</id>`,
    `<title>${escapeXml(page.title)}</title>`,
    `<link href="${escapeXml(address)}"/>`,
    `<updated>${moment(page.epoch)}</updated>`,
    ...(page.summary === undefined ? [] : [`<summary>${escapeXml(page.summary)}</summary>`]),
    '</entry>',
  ];
  return lines.join('\n');
}

function moment(epoch: number): string {
  return new Date(epoch * 1000).toISOString().replace('.000Z', 'Z');
}
