import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';
import { escapeXml } from '../util/xml.ts';
import { findingText } from './finding-text.ts';
import type { Report, ReportOptions } from './report.ts';

/** JUnit XML: a suite a file, a case a finding. An error is a failed case; the rest passes and says its word. */
export function junit({ findings, documents }: Report, { lang }: ReportOptions): string {
  const byPath = new Map<string, Finding[]>(documents.map((path) => [path, []]));
  for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const suites = [...byPath].map(([path, own]) => suite(path, own, lang));
  const tests = [...byPath.values()].reduce((sum, own) => sum + Math.max(1, own.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="nsp" tests="${tests}" failures="${failures(findings)}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(path: string, findings: readonly Finding[], lang: Language): string {
  const name = escapeXml(path);
  const count = `tests="${Math.max(1, findings.length)}" failures="${failures(findings)}" errors="0"`;
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${name}" name="nsp"/>`]
      : findings.map((one) => testCase(one, lang));
  return [`  <testsuite name="${name}" ${count}>`, ...cases, '  </testsuite>'].join('\n');
}

function testCase(finding: Finding, lang: Language): string {
  const { place, rule, path, severity } = finding;
  const at = place ? ` ${place.line}:${place.column}` : '';
  const line = place ? ` line="${place.line}"` : '';
  const text = escapeXml(findingText(finding, lang));
  const said =
    severity === 'error'
      ? `<failure type="error" message="${escapeXml(finding.message[lang])}">${text}</failure>`
      : `<system-out>${severity}: ${text}</system-out>`;
  const name = escapeXml(path);
  return `    <testcase classname="${name}" name="${escapeXml(rule + at)}" file="${name}"${line}>${said}</testcase>`;
}

function failures(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
