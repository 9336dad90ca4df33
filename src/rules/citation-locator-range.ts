import { citedItems } from '../cite/cited-items.ts';
import { readPages, spanOf, type PageRange } from '../cite/page-range.ts';
import type { CslItem } from '../core/bibliography.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const bib = `@article{dupont2021, title = {Bilan}, author = {Dupont, Jeanne}, journaltitle = {Revue}, date = {2021}, pages = {112--120}}
@book{martin2020, title = {Essai}, author = {Martin, Alice}, publisher = {Seuil}, date = {2020}, pagetotal = {96}}
`;
const header = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\n';

export const citationLocatorRange: Rule = {
  id: 'citation/locator-range',
  severity: 'error',
  summary: {
    fr: 'Une citation renvoie à une page que l’ouvrage n’a pas.',
    en: 'A citation points to a page that the work does not have.',
  },
  examples: [
    {
      title: { fr: 'Pages de l’ouvrage', en: 'Pages of the work' },
      note: `${header}Deux textes [@dupont2021, p. 112-115; @martin2020, p. 96] le disent [@martin2020, chap. 200].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: [],
    },
    {
      title: { fr: 'Au-delà de l’article et du livre', en: 'Beyond the article and the book' },
      note: `${header}Deux textes [@dupont2021, p. 118-140; @martin2020, p. 97].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: ['6:14', '6:39'],
    },
    {
      title: {
        fr: 'Page comptée depuis le début de l’article',
        en: 'Page counted from the start of the article',
      },
      note: `${header}Un article le dit [@dupont2021, p. 3].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: ['6:20'],
    },
  ],
  *check(note) {
    for (const { item, place, path } of citedItems(note)) {
      const reference = note.bibliography.byKey.get(item.key);
      if (!reference || item.locator === undefined || (item.label ?? 'page') !== 'page') continue;
      const cited = spanOf(readPages(item.locator));
      const problem = cited && pageProblem(item.locator, cited, reference.csl);
      if (problem) yield { ...problem, place, ...(path !== undefined && { path }) };
    }
  },
};

function pageProblem(locator: string, cited: PageRange, csl: CslItem): Omit<Problem, 'place'> | undefined {
  const work = spanOfWork(csl);
  if (!work || (cited.first >= work.first && cited.last <= work.last)) return undefined;
  const range = `${work.first}-${work.last}`;
  /** "p. 3" of an article of pages 112 to 120: most likely its third page. */
  const isCountedFromStart = cited.last <= work.last - work.first + 1;
  const likely = `${work.first + cited.first - 1}`;
  return {
    severity: isCountedFromStart ? 'warning' : 'error',
    actual: `p. ${locator}`,
    expected: isCountedFromStart ? `p. ${likely}` : `p. ${range}`,
    message: {
      fr: fr`La page citée (${locator}) n’est pas parmi celles de l’ouvrage (${range}).`,
      en: `The page cited (${locator}) is not among those of the work (${range}).`,
    },
    help: isCountedFromStart
      ? {
          fr: fr`Donnez la page imprimée, sans doute ${likely}, et non la page comptée depuis le début du texte.`,
          en: `Give the printed page, most likely ${likely}, not the page counted from the start of the text.`,
        }
      : {
          fr: 'Corrigez la page de la citation, ou les pages de l’entrée dans la bibliographie.',
          en: 'Correct the page of the citation, or the pages of the entry in the bibliography.',
        },
  };
}

/** A single page number may be where the text begins: it bounds nothing. */
function spanOfWork(csl: CslItem): PageRange | undefined {
  const { page } = csl as { page?: unknown };
  if (typeof page === 'string' || typeof page === 'number') {
    const span = spanOf(readPages(String(page)));
    if (span && span.last > span.first) return span;
  }
  const count = Number(csl['number-of-pages']);
  return Number.isInteger(count) && count > 0 ? { first: 1, last: count } : undefined;
}
