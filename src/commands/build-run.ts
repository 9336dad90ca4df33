import type { Invocation } from './command.ts';
import { openWorkspace } from './desk.ts';
import { reportBuild } from './outcome.ts';
import { renderTargets, showMade } from './rendering.ts';

/** Checks, renders and saves the documents. */
export async function runBuild(invocation: Invocation): Promise<number> {
  const { options } = invocation;
  const desk = openWorkspace(invocation);
  const result = await renderTargets(desk, invocation, {
    strict: options['strict'] === true,
    keepGoing: options['keepGoing'] === true,
  });
  const status = reportBuild(invocation, desk, result);
  showMade(invocation, result.documents, result.outFolder);
  return status;
}
