import type { Note } from '../core/note.ts';
import { checkDocument, listDocuments } from '../pipeline/check.ts';
import { hideSecrets } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { figuresReport, figuresTable } from '../report/figures.ts';
import type { Invocation } from './command.ts';
import { openWorkspace, sourceReader } from './desk.ts';
import { report, usesColor } from './outcome.ts';

/** Shows the figures of the documents. */
export async function runFigures(invocation: Invocation): Promise<number> {
  const { host, lang, targets, options } = invocation;
  const desk = openWorkspace(invocation);
  const { paths, findings } = listDocuments(desk, targets);
  const notes: Note[] = [];
  const errors = findings.filter((finding) => finding.severity === 'error');
  for (const path of paths) {
    const checked = await checkDocument(desk, path);
    if (checked.note) notes.push(checked.note);
    errors.push(...checked.findings.filter((finding) => finding.severity === 'error'));
  }
  const color = usesColor(host, host.out, options);
  const table =
    options['format'] === 'json'
      ? `${JSON.stringify(figuresReport(notes), null, 2)}\n`
      : figuresTable(notes, { lang, color, width: host.out.columns });
  host.out.write(hideSecrets(table, indexSecrets(desk.people.secrets)));
  const quiet = { ...invocation, options: { ...options, format: 'pretty', quiet: true } };
  return report(
    quiet,
    { findings: errors, documents: paths, readText: sourceReader(desk), faults: [] },
    false,
  );
}
