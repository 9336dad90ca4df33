import { documentArgument } from './options.ts';
import type { Command } from './command.ts';

export const figuresCommand: Command = {
  name: 'figures',
  summary: {
    fr: 'montrer les chiffres, leurs calculs et leurs sources',
    en: 'show the figures, their calculations and sources',
  },
  argument: documentArgument,
  options: [],
  run: async (invocation) => (await import('./figures-run.ts')).runFigures(invocation),
};
