import type { Finding } from '../core/finding.ts';
import { fr } from '../util/french.ts';
import type { BrokenRule, Verdict } from './verapdf-report.ts';

/** The findings that a verdict makes on the document of `path`. */
export function verdictFindings({ isCompliant, broken }: Verdict, path: string): Finding[] {
  if (isCompliant === undefined) return [notExamined(path)];
  return broken.map((rule) => brokenFinding(rule, path));
}

function brokenFinding({ clause, test, description, count }: BrokenRule, path: string): Finding {
  return {
    rule: 'pdf/validator',
    severity: 'warning',
    path,
    place: undefined,
    message: {
      fr: fr`veraPDF signale dans le PDF, ${count} fois : ${description} (ISO 14289-1, ${clause}, essai ${test}).`,
      en: `veraPDF reports in the PDF, ${count === 1 ? 'once' : `${count} times`}: ${description} (ISO 14289-1, ${clause}, test ${test}).`,
    },
    help: {
      fr: 'Reconstruisez le PDF puis vérifiez-le de nouveau. Si le constat demeure, il vient du modèle de mise en page ou de nsp : signalez-le.',
      en: 'Build the PDF again, then check it again. If the finding stays, it comes from the template or from nsp: report it.',
    },
  };
}

function notExamined(path: string): Finding {
  return {
    rule: 'pdf/validator',
    severity: 'warning',
    path,
    place: undefined,
    message: { fr: 'veraPDF n’a pas pu examiner le PDF.', en: 'veraPDF could not examine the PDF.' },
    help: {
      fr: 'Reconstruisez le PDF, puis vérifiez-le de nouveau.',
      en: 'Build the PDF again, then check it again.',
    },
  };
}
