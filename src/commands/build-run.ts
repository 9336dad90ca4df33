import { madeTable } from '../report/made.ts';
import type { Invocation } from './command.ts';
import { openWorkspace, sourceReader } from './desk.ts';
import { report } from './outcome.ts';
import { renderTargets, shortFolder } from './rendering.ts';

/** Checks, renders and saves the documents. */
export async function runBuild(invocation: Invocation): Promise<number> {
  const { host, lang, options } = invocation;
  const desk = openWorkspace(invocation);
  const result = await renderTargets(desk, invocation, {
    strict: options['strict'] === true,
    keepGoing: options['keepGoing'] === true,
  });
  const { documents, findings, outFolder } = result;
  const status = report(
    invocation,
    {
      findings,
      documents: documents.map((document) => document.path),
      readText: sourceReader(desk),
      faults: documents.filter((document) => document.fault !== undefined),
    },
    false,
  );
  if (options['quiet'] !== true) {
    host.err.write(madeTable(documents, { lang, folder: shortFolder(outFolder, host.cwd) }));
  }
  return status;
}
