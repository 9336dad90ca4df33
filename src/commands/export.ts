import { buildOptions } from './options.ts';
import type { Command } from './command.ts';
import { fr } from '../util/french.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: {
    fr: fr`préparer une tribune pour un journal : DOCX, TXT, courriel`,
    en: 'prepare an op-ed for a newspaper: DOCX, TXT, e-mail',
  },
  argument: {
    name: { fr: '<document>', en: '<target>' },
    help: { fr: 'chemin ou nom de la tribune', en: 'path or slug of the op-ed' },
  },
  options: [
    {
      flags: '--outlet',
      value: { fr: 'journal', en: 'id' },
      help: { fr: 'journal visé, parmi ceux de nsp.yaml', en: 'newspaper, among those of nsp.yaml' },
    },
    {
      flags: '--formats',
      value: { fr: 'liste', en: 'list' },
      help: { fr: fr`formats à produire : docx,txt,email`, en: 'formats to make: docx,txt,email' },
    },
    ...buildOptions,
  ],
  run: async (invocation) => (await import('./export-run.ts')).runExport(invocation),
};
