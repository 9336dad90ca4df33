import { fr } from '../util/french.ts';
import { documentArgument } from './options.ts';
import type { Command } from './command.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: { fr: 'vérifier les documents sans rien produire', en: 'check the documents, render nothing' },
  argument: documentArgument,
  options: [
    {
      flags: '--online',
      help: {
        fr: fr`demander aussi aux sites si les liens mènent encore quelque part`,
        en: 'also ask the sites whether the links still lead somewhere',
      },
    },
    {
      flags: '--pdf',
      help: {
        fr: fr`faire aussi vérifier les PDF déjà faits par veraPDF, s’il est installé`,
        en: 'also have the PDFs made so far validated by veraPDF, if it is installed',
      },
    },
  ],
  run: async (invocation) => (await import('./check-run.ts')).runCheck(invocation),
};
