import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

const bib =
  '@report{desk2021, title = {Rapport annuel}, author = {Bureau}, institution = {Bureau}, date = {2021}}\n';
const header = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\n';
const source = `Rapport annuel\n\nLes agents du bureau ont ouvert douze guichets de plus que l’an-\nnée précédente, malgré la baisse de leurs moyens.\n`;
const files = { 'notes/x/refs.bib': bib, 'notes/x/sources/desk2021.txt': source };

export const sourceQuotationNotFound: Rule = {
  id: 'source/quotation-not-found',
  severity: 'warning',
  summary: {
    fr: 'Une citation ne se trouve pas mot pour mot dans la copie locale de sa source.',
    en: 'A quotation does not stand word for word in the local copy of its source.',
  },
  examples: [
    {
      title: { fr: 'Coupures et retouches marquées', en: 'Cuts and edits that are marked' },
      note: `${header}« [L]es agents du bureau ont ouvert douze guichets de plus que l'année précédente […] » [@desk2021].\n`,
      files,
      expect: [],
    },
    {
      title: { fr: 'Sans copie locale', en: 'Without a local copy' },
      note: `${header}« Les agents du bureau ont fermé douze guichets de plus que l’année précédente » [@desk2021].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: [],
    },
    {
      title: { fr: 'Un mot pour un autre', en: 'One word for another' },
      note: `${header}« Les agents du bureau ont fermé douze guichets de plus que l’année précédente » [@desk2021].\n`,
      files,
      expect: ['6:1'],
    },
  ],
  *check(note) {
    for (const { kind, state, place, key, text, passage } of note.sources?.evidence ?? []) {
      if (kind !== 'quotation' || state !== 'absent') continue;
      const { page, excerpt } = passage ?? {};
      const at = page === undefined ? { fr: '', en: '' } : { fr: `, page ${page}`, en: `, page ${page}` };
      yield {
        place,
        actual: shorten(text, 300),
        ...(excerpt !== undefined && { expected: excerpt }),
        message: {
          fr: fr`Cette citation n’est pas mot pour mot dans la copie de « ${key} ».`,
          en: `This quotation does not stand word for word in the copy of “${key}”.`,
        },
        help: excerpt
          ? {
              fr: fr`Le passage le plus proche${at.fr} : « ${excerpt} » Reprenez-le, ou marquez d’un […] ce que vous en ôtez.`,
              en: `The nearest passage${at.en}: “${excerpt}” Take it up, or mark with […] what you leave out.`,
            }
          : {
              fr: 'Rien n’y ressemble : vérifiez que c’est la bonne source, et que sa copie est entière.',
              en: 'Nothing there is like it: check that this is the right source, and that its copy is whole.',
            },
      };
    }
  },
};
