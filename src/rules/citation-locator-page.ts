import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const bib =
  '@report{desk2021, title = {Rapport annuel}, author = {Bureau}, institution = {Bureau}, date = {2021}}\n';
const header = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\n';
const words = 'Les agents du bureau ont ouvert douze guichets de plus que l’année précédente.';
const source = `Rapport annuel du bureau, présenté à ses agents\n\f${words}\n\fAnnexes et tableaux de l’année précédente\n`;
const files = { 'notes/x/refs.bib': bib, 'notes/x/sources/desk2021.txt': source };

export const citationLocatorPage: Rule = {
  id: 'citation/locator-page',
  severity: 'warning',
  summary: {
    fr: 'Une citation renvoie à une autre page que celle où sa source le dit.',
    en: 'A citation points to another page than the one where its source says so.',
  },
  examples: [
    {
      title: { fr: 'La bonne page', en: 'The right page' },
      note: `${header}« ${words} » [@desk2021, p. 2]\n`,
      files,
      expect: [],
    },
    {
      title: { fr: 'La page suivante', en: 'The next page' },
      note: `${header}« ${words} » [@desk2021, p. 3]\n`,
      files,
      expect: ['6:85'],
    },
  ],
  *check(note) {
    for (const { state, place, citedAt, path, key, locator, isOnCitedPage, passage } of note.sources?.evidence ??
      []) {
      const { page, ordinal, excerpt } = passage ?? {};
      if (state !== 'found' || isOnCitedPage !== false || page === undefined) continue;
      const rank = page === String(ordinal) ? undefined : ordinal;
      yield {
        place: citedAt ?? place,
        ...(path !== undefined && { path }),
        actual: `p. ${locator ?? ''}`,
        expected: `p. ${page}`,
        message: {
          fr: fr`La copie de « ${key} » le dit page ${page}${rank === undefined ? '' : ` (n° ${rank} dans le fichier)`}, pas page ${locator ?? ''}.`,
          en: `The copy of “${key}” says so on page ${page}${rank === undefined ? '' : ` (no. ${rank} in the file)`}, not on page ${locator ?? ''}.`,
        },
        help: {
          fr: fr`On y lit : « ${excerpt ?? ''} » Corrigez la page citée.`,
          en: `It reads: “${excerpt ?? ''}” Correct the page cited.`,
        },
      };
    }
  },
};
