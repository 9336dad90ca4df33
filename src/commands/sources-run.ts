import { ownReferences } from '../cite/own-references.ts';
import { checkDocument, listDocuments } from '../pipeline/check.ts';
import { hideSecrets } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { withoutPrivateFiles } from '../read/private-files.ts';
import { sourcesReport, type SourcedNote } from '../report/sources.ts';
import { sourcesTable } from '../report/sources-table.ts';
import { readSources } from '../source/read-sources.ts';
import { addSource } from './add-source.ts';
import type { Invocation } from './command.ts';
import { openWorkspace, sourceReader } from './desk.ts';
import { report, usesColor } from './outcome.ts';

/** Shows the sources of the documents, or files a copy of one. */
export async function runSources(invocation: Invocation): Promise<number> {
  const { host, lang, targets, options } = invocation;
  if (targets[0] === 'add') return addSource(invocation);
  const desk = openWorkspace(invocation);
  const { paths, findings } = listDocuments(desk, targets);
  const files = withoutPrivateFiles(desk.files, desk.settings);
  const documents: SourcedNote[] = [];
  const errors = findings.filter((finding) => finding.severity === 'error');
  for (const path of paths) {
    const { note, findings: own } = await checkDocument(desk, path);
    errors.push(...own.filter(({ severity }) => severity === 'error' && !note));
    if (!note) continue;
    const sources = note.sources ?? (await readSources(note, files, desk.cache));
    documents.push({ note: { ...note, sources }, references: ownReferences(note) });
  }
  const index = indexSecrets(desk.people.secrets);
  const color = usesColor(host, host.out, options);
  const text =
    options['format'] === 'json'
      ? `${JSON.stringify(sourcesReport(documents), null, 2)}\n`
      : sourcesTable(documents, { lang, color, width: host.out.columns });
  host.out.write(hideSecrets(text, index));
  const quiet = { ...invocation, options: { ...options, format: 'pretty', quiet: true } };
  const outcome = { findings: errors, documents: paths, readText: sourceReader(desk), faults: [] };
  return report(quiet, outcome, false);
}
