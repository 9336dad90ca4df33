import type { Page } from '../core/page.ts';
import { formatInteger } from '../util/integer.ts';
import { countSigns } from '../util/signs.ts';
import type { Labels } from './labels.ts';

/** "5 243 signes, espaces comprises (titre 61, chapô 240, texte 4 942)": what a newsroom asks of an op-ed. */
export function lengthInWords(page: Page, labels: Labels): string {
  const count = countSigns({ title: page.title, summary: page.summary, tree: page.mdast });
  const print = (value: number): string => formatInteger(value, page.meta.lang);
  const parts = [
    `${labels['signs-title']} ${print(count.title)}`,
    ...(count.summary > 0 ? [`${labels['signs-summary']} ${print(count.summary)}`] : []),
    `${labels['signs-body']} ${print(count.body)}`,
  ];
  return `${print(count.total)} ${labels.signs} (${parts.join(', ')})`;
}
