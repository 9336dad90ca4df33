import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';

const labels = {
  expected: { fr: 'attendu\u00a0: ', en: 'expected: ' },
  actual: { fr: 'trouvé\u00a0: ', en: 'found: ' },
  help: { fr: 'aide\u00a0: ', en: 'help: ' },
  rule: { fr: 'règle\u00a0: ', en: 'rule: ' },
} as const;

/** One line of what a finding says below its message. */
export interface FindingDetail {
  readonly label: string;
  readonly text: string;
}

/** Expected, found, help: those that the finding has. */
export function detailsOf(finding: Finding, lang: Language): FindingDetail[] {
  return [
    { label: labels.expected[lang], text: finding.expected },
    { label: labels.actual[lang], text: finding.actual },
    { label: labels.help[lang], text: finding.help?.[lang] },
  ].flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text }]));
}

/** The rule's id as the last line of a finding. */
export function ruleDetail(finding: Finding, lang: Language): FindingDetail {
  return { label: labels.rule[lang], text: finding.rule };
}

/** Message and details as a text of several lines. */
export function findingText(finding: Finding, lang: Language): string {
  const details = detailsOf(finding, lang).map(({ label, text }) => label + text);
  return [finding.message[lang], ...details].join('\n');
}

/** Where a finding stands; one about a whole file stands at its beginning. */
export function placeOrStart({ place }: Finding): NonNullable<Finding['place']> {
  return place ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
}
