import { findingText, placeOrStart } from './finding-text.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { Report, ReportOptions } from './report.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/** GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export function gitlab(report: Report, { lang }: ReportOptions): string {
  const fingerprints = fingerprintsOf(report);
  const issues = report.findings.map((finding, index) => {
    const { line, endLine } = placeOrStart(finding);
    return {
      description: findingText(finding, lang),
      check_name: finding.rule,
      fingerprint: fingerprints[index] ?? '',
      severity: severities[finding.severity],
      location: { path: finding.path, lines: { begin: line, end: endLine } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
