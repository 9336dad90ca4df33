import type { Hyphenator } from '../core/hyphenator.ts';
import type { Page } from '../core/page.ts';
import type { Template } from '../core/template.ts';
import { fillLayout } from './layout.ts';
import type { Medium } from './medium.ts';
import { viewOf } from './view.ts';

/**
 * Sets a page in a template's layout: a whole HTML document that asks for nothing, for a screen or for the printer.
 * For the printer, notes stand beside their calls, and each `[data-page-of=ID]` of the contents waits for its number;
 * words of the running text may be broken where `hyphenator` says.
 */
export function renderPage(page: Page, template: Template, medium: Medium, hyphenator?: Hyphenator): string {
  return fillLayout(template, 'page.liquid', viewOf(page, template, { medium, hyphenator }));
}
