import type { Printer } from '../../src/core/writer.ts';

/** For the writers that print nothing. */
export const noPrinter: Printer = {
  print: () => Promise.reject(new Error('This writer has no use for a browser.')),
};
