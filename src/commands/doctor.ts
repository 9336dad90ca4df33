import { browserOptions } from './options.ts';
import type { Command } from './command.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: {
    fr: 'dire ce que cette machine a, ce qui lui manque et comment y remédier',
    en: 'say what this machine has, lacks, and how to mend it',
  },
  argument: undefined,
  options: browserOptions,
  run: async (invocation) => (await import('./doctor-run.ts')).runDoctor(invocation),
};
