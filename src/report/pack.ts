import type { Language } from '../core/localized.ts';
import type { PageRecord } from '../core/page.ts';
import { formatInteger } from '../util/integer.ts';
import { countSigns } from '../util/signs.ts';

const words = {
  fr: {
    length: 'Longueur',
    signs: 'signes, espaces comprises',
    limit: 'limite',
    over: 'à couper',
    left: 'de marge',
    signed: 'Signé',
    contact: 'Contact',
    colon: '\u00a0:',
  },
  en: {
    length: 'Length',
    signs: 'signs, spaces included',
    limit: 'limit',
    over: 'to cut',
    left: 'to spare',
    signed: 'Signed',
    contact: 'Contact',
    colon: ':',
  },
} as const;

/** What a spokesperson wants to know before sending: length against the limit, signatories, contact, embargo. */
export function describePack(page: PageRecord, lang: Language): string {
  const say = words[lang];
  const count = (value: number): string => formatInteger(value, lang);
  const { body } = countSigns({ title: page.title, summary: page.summary, tree: page.mdast });
  const limit = page.outlet?.maxSigns;
  const margin =
    limit === undefined
      ? ''
      : ` (${say.limit} ${count(limit)}, ${count(Math.abs(limit - body))} ${limit < body ? say.over : say.left})`;
  const people = [...page.authors, ...page.signatories].map((person) => person.display);
  const contact = page.meta.contact ?? page.brand.contact ?? page.brand.site;
  const lines = [
    `${page.title}${page.outlet ? ` — ${page.outlet.name}` : ''}`,
    `  ${say.length}${say.colon} ${count(body)} ${say.signs}${margin}`,
    people.length > 0 ? `  ${say.signed}${say.colon} ${people.join(', ')}` : '',
    `  ${say.contact}${say.colon} ${contact}`,
    page.mark ? `  ${page.mark}` : '',
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}
