import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';

export const reportFormats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What is reported: `documents` are the paths that were looked at, `sources` the texts that may be quoted. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly documents: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
}

export interface ReportOptions {
  readonly lang: Language;
  readonly color: boolean;
  /** Columns of the terminal; undefined: lines are not wrapped. */
  readonly width: number | undefined;
}

/** A report as text, its last line ended; empty when there is nothing to say. */
export type Reporter = (report: Report, options: ReportOptions) => string;
