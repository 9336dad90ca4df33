import { documentArgument } from './options.ts';
import type { Command } from './command.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: { fr: 'vérifier les documents sans rien produire', en: 'check the documents, render nothing' },
  argument: documentArgument,
  options: [],
  run: async (invocation) => (await import('./check-run.ts')).runCheck(invocation),
};
