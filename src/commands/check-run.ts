import { checkDocument, listDocuments } from '../pipeline/check.ts';
import type { Invocation } from './command.ts';
import { openWorkspace, sourceReader } from './desk.ts';
import { report } from './outcome.ts';

/** Checks the documents and reports what was found. */
export async function runCheck(invocation: Invocation): Promise<number> {
  const desk = openWorkspace(invocation);
  const { paths, findings } = listDocuments(desk, invocation.targets);
  const all = [...findings];
  const faults: { path: string; fault: unknown }[] = [];
  for (const path of paths) {
    try {
      all.push(...(await checkDocument(desk, path)).findings);
    } catch (fault) {
      faults.push({ path, fault });
    }
  }
  return report(invocation, { findings: all, documents: paths, readText: sourceReader(desk), faults }, true);
}
