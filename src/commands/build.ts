import { buildOptions, documentArgument } from './options.ts';
import type { Command } from './command.ts';
import { fr } from '../util/french.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: { fr: 'vérifier puis mettre en page les documents', en: 'check, then render the documents' },
  argument: documentArgument,
  options: [
    {
      flags: '--formats',
      value: { fr: 'liste', en: 'list' },
      help: {
        fr: fr`formats à produire : pdf,html,email,docx,txt`,
        en: 'formats to make: pdf,html,email,docx,txt',
      },
    },
    {
      flags: '--keep-going',
      help: {
        fr: 'produire aussi les documents qui ont des erreurs',
        en: 'render documents that have errors too',
      },
    },
    ...buildOptions,
  ],
  run: async (invocation) => (await import('./build-run.ts')).runBuild(invocation),
};
