import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';
import { formatInteger } from '../util/integer.ts';

/** Counts of the JSON report. */
export interface Summary {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Counts findings by severity. */
export function summarise(findings: readonly Finding[], documents: readonly string[]): Summary {
  return {
    documents: documents.length,
    errors: count(findings, 'error'),
    warnings: count(findings, 'warning'),
  };
}

/** "2 erreurs, 1 avertissement dans 3 documents". */
export function summaryInWords(
  findings: readonly Finding[],
  documents: readonly string[],
  lang: Language,
): string {
  const { errors, warnings } = summarise(findings, documents);
  const parts = [
    counted(errors, words.error, lang),
    counted(warnings, words.warning, lang),
    counted(count(findings, 'info'), words.info, lang),
  ].filter((part) => part !== '');
  const what = parts.length === 0 ? words.nothing[lang] : parts.join(', ');
  const where = counted(documents.length, words.document, lang);
  if (where === '') return parts.length === 0 ? words.noDocument[lang] : what;
  return lang === 'fr' ? `${what} dans ${where}` : `${what} in ${where}`;
}

type Noun = Readonly<Record<Language, readonly [string, string]>>;

const words = {
  error: { fr: ['erreur', 'erreurs'], en: ['error', 'errors'] },
  warning: { fr: ['avertissement', 'avertissements'], en: ['warning', 'warnings'] },
  info: { fr: ['remarque', 'remarques'], en: ['note', 'notes'] },
  document: { fr: ['document', 'documents'], en: ['document', 'documents'] },
  nothing: { fr: 'Rien à signaler', en: 'Nothing to report' },
  noDocument: { fr: 'Aucun document', en: 'No document' },
} as const;

function counted(number: number, noun: Noun, lang: Language): string {
  const [one, many] = noun[lang];
  return number === 0 ? '' : `${formatInteger(number, lang)} ${number === 1 ? one : many}`;
}

function count(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
