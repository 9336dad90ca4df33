import { fr } from '../util/french.ts';
import type { Command } from './command.ts';

export const sourcesCommand: Command = {
  name: 'sources',
  summary: {
    fr: 'montrer les sources, leurs copies, et ce qui y a été retrouvé',
    en: 'show the sources, their copies, and what was found in them',
  },
  argument: {
    name: { fr: '[document...]', en: '[target...]' },
    help: {
      fr: fr`documents à montrer ; ou « add FICHIER --key CLÉ [document] », qui range une copie dans « sources/ »`,
      en: 'documents to show; or "add FILE --key KEY [target]", which files a copy in "sources/"',
    },
  },
  options: [
    {
      flags: '--key',
      value: { fr: 'clé', en: 'key' },
      help: {
        fr: fr`avec « add » : clé de la référence dans la bibliographie`,
        en: 'with "add": key of the reference in the bibliography',
      },
    },
    {
      flags: '--force',
      help: {
        fr: fr`avec « add » : remplacer la copie qui s’y trouve`,
        en: 'with "add": replace the copy there',
      },
    },
  ],
  run: async (invocation) => (await import('./sources-run.ts')).runSources(invocation),
};
