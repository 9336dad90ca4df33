import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';
import { findingText } from './finding-text.ts';
import type { Report, ReportOptions } from './report.ts';
import { summaryInWords } from './summary.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions, which show findings beside the changed lines; the count as a plain line. */
export function github({ findings, documents }: Report, { lang }: ReportOptions): string {
  const lines = findings.map((finding) => command(finding, lang));
  return `${[...lines, `${summaryInWords(findings, documents, lang)}.`].join('\n')}\n`;
}

function command(finding: Finding, lang: Language): string {
  const properties = Object.entries(propertiesOf(finding)).map(
    ([name, value]) => `${name}=${escapeProperty(value)}`,
  );
  return `::${commands[finding.severity]} ${properties.join(',')}::${escapeData(findingText(finding, lang))}`;
}

/** GitHub takes columns only where the span ends on its line. */
function propertiesOf({ path, place, rule }: Finding): Record<string, string> {
  if (place === undefined) return { file: path, title: rule };
  const { line, column, endLine, endColumn } = place;
  const lines = { file: path, line: String(line), endLine: String(endLine) };
  return line === endLine
    ? { ...lines, col: String(column), endColumn: String(endColumn), title: rule }
    : { ...lines, title: rule };
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
