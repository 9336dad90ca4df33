import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';
import { placeOrStart } from './finding-text.ts';
import type { Report, ReportOptions } from './report.ts';
import { summarise } from './summary.ts';

/** The report of version 1; what a finding lacks is null, one about a whole file stands at its beginning. */
export function json({ findings, documents }: Report, { lang }: ReportOptions): string {
  const report = {
    version: 1,
    findings: findings.map((finding) => findingObject(finding, lang)),
    summary: summarise(findings, documents),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingObject(finding: Finding, lang: Language): Record<string, string | number | null> {
  const { rule, severity, path, expected = null, actual = null } = finding;
  const { line, column, endLine, endColumn } = placeOrStart(finding);
  const message = finding.message[lang];
  const help = finding.help?.[lang] ?? null;
  return { rule, severity, message, path, line, column, endLine, endColumn, expected, actual, help };
}
