import type { Finding } from '../core/finding.ts';
import { wrapText } from '../util/wrap-text.ts';
import { excerptOf, withoutControls } from './excerpt.ts';
import { detailsOf, ruleDetail } from './finding-text.ts';
import type { Report, ReportOptions } from './report.ts';
import { SourceLines } from './source-lines.ts';
import { summaryInWords } from './summary.ts';

const severities = {
  error: { fr: 'erreur', en: 'error', color: 31 },
  warning: { fr: 'avertissement', en: 'warning', color: 33 },
  info: { fr: 'remarque', en: 'note', color: 36 },
} as const;

const styles = { bold: 1, dim: 2 } as const;
const defaultWidth = 100;

/** For people: place, severity, message, the line with a mark below, what to do; a count in words at the end. */
export function pretty(report: Report, options: ReportOptions): string {
  const lines = new SourceLines(report);
  const blocks = report.findings.map((finding) => block(finding, lines, options).join('\n'));
  const summary = `${summaryInWords(report.findings, report.documents, options.lang)}.`;
  return `${[...blocks, paint(summary, styles.bold, options)].join('\n\n')}\n`;
}

function block(finding: Finding, lines: SourceLines, options: ReportOptions): string[] {
  const { lang } = options;
  const severity = severities[finding.severity];
  const where =
    withoutControls(finding.path) + (finding.place ? `:${finding.place.line}:${finding.place.column}` : '');
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  const source = lines.lineOf(finding);
  return [
    `${paint(where, styles.bold, options)} ${paint(severity[lang], severity.color, options)}`,
    ...indented(finding.message[lang], options),
    ...(source === undefined ? [] : frame(finding, source, options)),
    ...detailsOf(finding, lang, source).flatMap(({ label, text }) => indented(label + text, options)),
    paint(`  ${ruleDetail(finding, lang).label}${finding.rule}`, styles.dim, options),
  ].map((line, index) => (index === 0 ? `${line}${colon}`.trimEnd() : line));
}

function frame(finding: Finding, source: string, options: ReportOptions): string[] {
  const { place } = finding;
  if (place === undefined || source.trim() === '') return [];
  const number = String(place.line);
  const margin = `  ${number} │ `;
  const room = Math.max(20, (options.width ?? defaultWidth) - margin.length);
  const { line, marks } = excerptOf(source, place, room);
  const empty = `  ${' '.repeat(number.length)} │ `;
  return [
    paint(margin, styles.dim, options) + line,
    paint(empty, styles.dim, options) + paint(marks, severities[finding.severity].color, options),
  ];
}

function indented(text: string, { width }: ReportOptions): string[] {
  const flat = text.split('\n').map(withoutControls).join('\n');
  const room = width === undefined ? undefined : Math.max(20, width - 2);
  return wrapText(flat, room).map((line) => `  ${line}`);
}

function paint(text: string, code: number, { color }: ReportOptions): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text;
}
