import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const bib =
  '@report{desk2021, title = {Rapport annuel}, author = {Bureau}, institution = {Bureau}, date = {2021}}\n';
const source = 'Rapport annuel\n\nLa dépense atteint 160 milliards d’euros, pour 12 500 agents.\n';
const files = { 'notes/x/refs.bib': bib, 'notes/x/sources/desk2021.txt': source };
const noteOf = (value: string): string =>
  `---\ntitle: Bilan\nbibliography: refs.bib\nfigures:\n  cout: { value: "${value}", source: "@desk2021" }\n---\n\nLe coût est de [](figure:cout).\n`;

export const sourceFigureNotFound: Rule = {
  id: 'source/figure-not-found',
  severity: 'warning',
  summary: {
    fr: 'La valeur d’un chiffre ne se trouve pas dans la copie locale de sa source.',
    en: 'The value of a figure does not stand in the local copy of its source.',
  },
  examples: [
    {
      title: { fr: 'La même valeur, écrite autrement', en: 'The same value, written otherwise' },
      note: noteOf('160 000 M€'),
      files,
      expect: [],
    },
    {
      title: { fr: 'Une autre valeur', en: 'Another value' },
      note: noteOf('190 Md€'),
      files,
      expect: ['5:18'],
    },
  ],
  *check(note) {
    for (const { kind, state, place, path, key, text, figure, passage } of note.sources?.evidence ?? []) {
      if (kind !== 'figure' || state !== 'absent') continue;
      const { page, excerpt } = passage ?? {};
      const at = page === undefined ? { fr: '', en: '' } : { fr: `, page ${page}`, en: `, page ${page}` };
      yield {
        place,
        ...(path !== undefined && { path }),
        actual: text,
        message: {
          fr: fr`La valeur du chiffre « ${figure ?? ''} », ${text}, n’est pas dans la copie de « ${key} ».`,
          en: `The value of the figure “${figure ?? ''}”, ${text}, is not in the copy of “${key}”.`,
        },
        help: excerpt
          ? {
              fr: fr`Le nombre le plus proche${at.fr} : « ${excerpt} » Corrigez la valeur, ou sa source.`,
              en: `The nearest number${at.en}: “${excerpt}” Correct the value, or its source.`,
            }
          : {
              fr: fr`Corrigez la valeur ou sa source ; si vous l’avez calculée, donnez plutôt sa formule.`,
              en: 'Correct the value or its source; if you computed it, give its formula instead.',
            },
      };
    }
  },
};
