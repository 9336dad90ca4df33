import type { Note } from '../core/note.ts';
import { documentArgument } from './options.ts';
import type { Command, Invocation } from './command.ts';

export const figuresCommand: Command = {
  name: 'figures',
  summary: {
    fr: 'montrer les chiffres, leurs calculs et leurs sources',
    en: 'show the figures, their calculations and sources',
  },
  argument: documentArgument,
  options: [],
  run: showFigures,
};

async function showFigures(invocation: Invocation): Promise<number> {
  const [
    { checkDocument, listDocuments },
    { openWorkspace, sourceReader },
    outcome,
    { figuresReport, figuresTable },
    { hideSecrets },
    { indexSecrets },
  ] = await Promise.all([
    import('../pipeline/check.ts'),
    import('./desk.ts'),
    import('./outcome.ts'),
    import('../report/figures.ts'),
    import('../privacy/hide.ts'),
    import('../privacy/secret-search.ts'),
  ]);
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
  const color = outcome.usesColor(host, host.out, options);
  const table =
    options['format'] === 'json'
      ? `${JSON.stringify(figuresReport(notes), null, 2)}\n`
      : figuresTable(notes, { lang, color, width: host.out.columns });
  host.out.write(hideSecrets(table, indexSecrets(desk.people.secrets)));
  const quiet = { ...invocation, options: { ...options, format: 'pretty', quiet: true } };
  return outcome.report(
    quiet,
    { findings: errors, documents: paths, readText: sourceReader(desk), faults: [] },
    false,
  );
}
