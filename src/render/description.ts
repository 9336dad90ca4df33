import type { Page } from '../core/page.ts';
import { hastText } from '../util/hast-text.ts';
import { shorten } from '../util/shorten.ts';

/** Signs that search engines and the checks of shared links accept. */
const shortest = 30;
const longest = 300;

/** What the page is about, 30 to 300 signs: its summary, else its first paragraph, else its titles. */
export function descriptionOf(page: Page): string {
  const first = page.hast.children.find((node) => node.type === 'element' && node.tagName === 'p');
  const titles = [page.title, page.subtitle, page.brand.name].filter((part) => part !== undefined);
  const candidates = [page.summary, first && hastText(first), titles.join('. ')];
  const fitting = candidates.find((text) => text !== undefined && text.trim().length >= shortest);
  return shorten(fitting ?? titles.join('. '), longest);
}
