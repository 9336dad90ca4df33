import { buildOptions, documentArgument } from './options.ts';
import type { Command } from './command.ts';
import { fr } from '../util/french.ts';

export const releaseCommand: Command = {
  name: 'release',
  summary: {
    fr: fr`tout produire pour publication : contrôle strict, tous les formats, empreintes`,
    en: 'make everything for publication: strict checks, every format, checksums',
  },
  argument: documentArgument,
  options: buildOptions,
  run: async (invocation) => (await import('./release-run.ts')).runRelease(invocation),
};
