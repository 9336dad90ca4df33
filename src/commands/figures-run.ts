import { coverageOf } from '../claim/coverage.ts';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import { ToolError } from '../core/tool-error.ts';
import { checkDocument, listDocuments } from '../pipeline/check.ts';
import { hideSecrets } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { figuresReport, figuresTable } from '../report/figures.ts';
import { fr } from '../util/french.ts';
import type { Invocation } from './command.ts';
import { openWorkspace, sourceReader } from './desk.ts';
import { text } from './options.ts';
import { report, usesColor } from './outcome.ts';

/** Shows the figures of the documents. In a format of findings, it gives those about figures instead. */
export async function runFigures(invocation: Invocation): Promise<number> {
  const { host, lang, targets, options } = invocation;
  const format = text(options, 'format') ?? 'pretty';
  const least = leastCoverage(text(options, 'minCoverage'));
  const desk = openWorkspace(invocation);
  const { paths, findings } = listDocuments(desk, targets);
  const notes: Note[] = [];
  const found = [...findings];
  for (const path of paths) {
    const checked = await checkDocument(desk, path, { wantsClaims: true });
    found.push(...checked.findings);
    if (checked.note) notes.push(checked.note);
    if (checked.note && least !== undefined) found.push(...missingCoverage(checked.note, least));
  }
  const outcome = { documents: paths, readText: sourceReader(desk), faults: [] };
  const isOfFindings = format !== 'pretty' && format !== 'json';
  if (isOfFindings) return report(invocation, { ...outcome, findings: found.filter(isTold) }, true);
  const color = usesColor(host, host.out, options);
  const table =
    format === 'json'
      ? `${JSON.stringify(figuresReport(notes), null, 2)}\n`
      : figuresTable(notes, { lang, color, width: host.out.columns, all: options['all'] === true });
  host.out.write(hideSecrets(table, indexSecrets(desk.people.secrets)));
  const quiet = { ...invocation, options: { ...options, format: 'pretty', quiet: true } };
  const errors = found.filter(({ severity }) => severity === 'error');
  return report(quiet, { ...outcome, findings: errors }, false);
}

/** What is said of figures, and what keeps a document from being read. */
function isTold({ rule, severity }: Finding): boolean {
  return rule.startsWith('figure/') || severity === 'error';
}

function leastCoverage(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const percent = Number(typed.replace(/\s*%$/u, '').replace(',', '.'));
  if (percent >= 0 && percent <= 100) return percent;
  throw new ToolError('usage', {
    fr: fr`--min-coverage demande un nombre de 0 à 100, pas « ${typed} ».`,
    en: `--min-coverage wants a number from 0 to 100, not "${typed}".`,
  });
}

function missingCoverage(note: Note, least: number): Finding[] {
  const { numbers, traced } = coverageOf(note);
  if (traced * 100 >= least * numbers) return [];
  const percent = Math.floor((100 * traced) / numbers);
  return [
    {
      rule: 'figure/coverage',
      severity: 'error',
      path: note.path,
      place: undefined,
      message: {
        fr: fr`${traced} nombres sur ${numbers} se rattachent à une source ou à un calcul, soit ${percent} % : il en faut ${least} %.`,
        en: `${traced} numbers out of ${numbers} go back to a source or a calculation, that is ${percent}%: ${least}% are needed.`,
      },
      help: {
        fr: fr`« nsp figures --all » donne la liste des autres : citez leur source, ou déclarez-les par « [35](figure:-) ».`,
        en: '"nsp figures --all" lists the others: cite their source, or declare them with "[35](figure:-)".',
      },
    },
  ];
}
