import { execFile } from 'node:child_process';
import { readReport, type Verdict } from './verapdf-report.ts';

export interface ValidatorOptions {
  /** Environment of the program: its PATH tells where the validator is. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** What came of asking veraPDF: its verdicts, `'absent'` where it is not installed, `'broken'` where it says nothing sensible. */
export type Validation = readonly Verdict[] | 'absent' | 'broken';

const longest = 300_000;
const largest = 100_000_000;

/** Has veraPDF hold PDFs, absolute paths, against PDF/UA-1. It ends with 1 where one is not compliant: its report counts. */
export function validatePdfs(
  paths: readonly string[],
  { env, signal }: ValidatorOptions,
): Promise<Validation> {
  const options = { env, signal, timeout: longest, maxBuffer: largest };
  return new Promise((resolve) => {
    execFile('verapdf', ['--flavour', 'ua1', '--format', 'xml', ...paths], options, (error, stdout) => {
      if (error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES'))
        resolve('absent');
      else resolve(readReport(stdout) ?? 'broken');
    });
  });
}
