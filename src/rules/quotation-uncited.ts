import type { Nodes } from 'mdast';
import type { Rule } from '../core/rule.ts';
import { findQuotations } from '../markdown/quotations.ts';
import { fr } from '../util/french.ts';

const bib =
  '@book{dupont2021, title = {Bilan}, author = {Dupont, Jeanne}, publisher = {Seuil}, date = {2021}}\n';
const header = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\n';
const words = 'Les services publics ont perdu la moitié de leurs guichets en dix ans.';

export const quotationUncited: Rule = {
  id: 'quotation/uncited',
  severity: 'warning',
  summary: {
    fr: 'Une citation entre guillemets ou en retrait ne dit pas d’où elle vient.',
    en: 'A quotation, between quotation marks or in a block, does not say where it comes from.',
  },
  examples: [
    {
      title: {
        fr: 'Source donnée, mots entre guillemets',
        en: 'Source given, a few words in quotation marks',
      },
      note: `${header}« ${words} » [@dupont2021, p. 3]\n\nLa « modernisation » a un coût.\n\n> ${words}\n\nCe bilan [@dupont2021] est sévère.\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: [],
    },
    {
      title: { fr: 'Témoignage', en: 'Testimony' },
      note: `${header}:::temoignage\n> ${words}\n:::\n`,
      expect: [],
    },
    {
      title: { fr: 'Sans source', en: 'Without a source' },
      note: `${header}On lit : « ${words} »\n\n> ${words}\n`,
      expect: ['6:10', '8:1'],
    },
  ],
  *check(note) {
    // A press release quotes the collective's own speakers.
    if (note.meta.kind === 'press-release') return;
    for (const { place, around } of findQuotations(note.tree, note.source)) {
      if (around.some(namesSource)) continue;
      yield {
        place,
        message: {
          fr: 'Cette citation ne dit pas d’où elle vient.',
          en: 'This quotation does not say where it comes from.',
        },
        help: {
          fr: fr`Ajoutez sa source juste après, par exemple [@dupont2021, p. 3] ; un témoignage va dans un bloc « :::temoignage ».`,
          en: 'Add its source right after it, for instance [@dupont2021, p. 3]; a testimony goes into a ":::temoignage" block.',
        },
      };
    }
  },
};

/** A citation, a footnote or a link tells the reader where to look. */
function namesSource(node: Nodes): boolean {
  if (node.type === 'citation' || node.type === 'footnoteReference') return true;
  if (node.type === 'link' || node.type === 'linkReference') return true;
  return 'children' in node && node.children.some(namesSource);
}
