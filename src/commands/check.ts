import { documentArgument } from './options.ts';
import type { Command, Invocation } from './command.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: { fr: 'vérifier les documents sans rien produire', en: 'check the documents, render nothing' },
  argument: documentArgument,
  options: [],
  run: checkDocuments,
};

async function checkDocuments(invocation: Invocation): Promise<number> {
  const [{ checkDocument, listDocuments }, { openWorkspace, sourceReader }, { report }] = await Promise.all([
    import('../pipeline/check.ts'),
    import('./desk.ts'),
    import('./outcome.ts'),
  ]);
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
