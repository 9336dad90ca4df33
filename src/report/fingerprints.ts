import { createHash } from 'node:crypto';
import type { Report } from './report.ts';
import { SourceLines } from './source-lines.ts';

/**
 * One stable name a finding, in their order: its file, rule and line's words, and which of several alike it is.
 * Lines added elsewhere do not change it.
 */
export function fingerprintsOf(report: Report): string[] {
  const lines = new SourceLines(report);
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const words = lines.lineOf(finding)?.trim().replace(/\s+/gu, ' ') ?? '';
    const key = [finding.path, finding.rule, words].join('\0');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 40);
  });
}
