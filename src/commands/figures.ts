import { documentArgument } from './options.ts';
import type { Command } from './command.ts';

export const figuresCommand: Command = {
  name: 'figures',
  summary: {
    fr: 'montrer les chiffres, les calculs retrouvés et les sources',
    en: 'show the figures, the calculations found and the sources',
  },
  argument: documentArgument,
  options: [
    {
      flags: '--all',
      help: {
        fr: 'montrer aussi les calculs justes et tous les nombres sans source',
        en: 'also show the calculations that are right and every untraced number',
      },
    },
    {
      flags: '--min-coverage',
      value: { fr: 'pour-cent', en: 'percent' },
      help: {
        fr: 'part des nombres qui doivent se rattacher à une source ou à un calcul',
        en: 'share of the numbers that must go back to a source or a calculation',
      },
    },
  ],
  run: async (invocation) => (await import('./figures-run.ts')).runFigures(invocation),
};
