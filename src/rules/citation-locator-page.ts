import type { Evidence, Passage } from '../core/evidence.ts';
import type { Problem } from '../core/finding.ts';
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
    for (const evidence of note.sources?.evidence ?? []) {
      const { state, place, citedAt, path, isOnCitedPage, passage } = evidence;
      if (state !== 'found' || isOnCitedPage !== false || passage?.page === undefined) continue;
      yield {
        ...wordsOf(evidence, passage.page, passage),
        place: citedAt ?? place,
        ...(path !== undefined && { path }),
      };
    }
  },
};

function wordsOf({ key, locator = '' }: Evidence, page: string, passage: Passage): Omit<Problem, 'place'> {
  const { ordinal = page, excerpt } = passage;
  const isRank = page === String(ordinal);
  const rank = isRank
    ? { fr: '', en: '' }
    : { fr: ` (n° ${ordinal} dans le fichier)`, en: ` (no. ${ordinal} in the file)` };
  return {
    actual: `p. ${locator}`,
    expected: `p. ${page}`,
    message: {
      fr: fr`La copie de « ${key} » le dit page ${page}${rank.fr}, pas page ${locator}.`,
      en: `The copy of “${key}” says so on page ${page}${rank.en}, not on page ${locator}.`,
    },
    help: {
      fr: fr`On y lit : « ${excerpt} » Corrigez la page citée.`,
      en: `It reads: “${excerpt}” Correct the page cited.`,
    },
  };
}
