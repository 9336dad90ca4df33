import type { Log, Result } from 'sarif';
import type { Finding } from '../core/finding.ts';
import { findingText } from './finding-text.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { Report, ReportOptions } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function sarif(report: Report, { lang }: ReportOptions): string {
  const ids = [...new Set(report.findings.map(({ rule }) => rule))];
  const fingerprints = fingerprintsOf(report);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'nsp', rules: ids.map((id) => ({ id })) } },
        language: lang,
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding, index): Result => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: levels[finding.severity],
          message: { text: findingText(finding, lang) },
          locations: [{ physicalLocation: locationOf(finding) }],
          partialFingerprints: { 'nsp/v1': fingerprints[index] ?? '' },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function locationOf({
  path,
  place,
}: Finding): NonNullable<NonNullable<Result['locations']>[0]['physicalLocation']> {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' };
  if (place === undefined) return { artifactLocation };
  const { line, column, endLine, endColumn } = place;
  return { artifactLocation, region: { startLine: line, startColumn: column, endLine, endColumn } };
}
