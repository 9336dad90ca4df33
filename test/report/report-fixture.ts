import type { Finding } from '../../src/core/finding.ts';
import type { Report, ReportOptions } from '../../src/report/report.ts';

export const french: ReportOptions = { lang: 'fr', color: false, width: 80 };

export const source = ['---', 'title: Un titre', '---', '', 'Le conseil pèse 0,02 % du total.', ''].join(
  '\n',
);

export const mismatch: Finding = {
  rule: 'figure/mismatch',
  severity: 'error',
  path: 'notes/x/note.md',
  place: { line: 5, column: 17, endLine: 5, endColumn: 23 },
  message: { fr: 'Ce chiffre ne se recalcule pas.', en: 'This figure does not recompute.' },
  expected: '0,01 %',
  actual: '0,02 %',
  help: { fr: 'Corrigez le chiffre.', en: 'Mend the figure.' },
};

export function findingWith(changed: Partial<Finding>): Finding {
  const { rule, severity, path, place, message } = mismatch;
  return { rule, severity, path, place, message, ...changed };
}

export function reportOf(findings: readonly Finding[], text = source): Report {
  return {
    findings,
    documents: ['notes/x/note.md', 'notes/y/note.md'],
    sources: new Map([['notes/x/note.md', text]]),
  };
}
