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

/** Expected, found, help: those that the finding has and that its message, its help or what is `shown` does not say. */
export function detailsOf(finding: Finding, lang: Language, shown = ''): FindingDetail[] {
  const { message, expected, actual } = finding;
  const help = finding.help?.[lang];
  const said = [message[lang], help ?? ''];
  const isNew = (text: string | undefined, texts: readonly string[]): boolean =>
    text !== undefined && !texts.some((other) => holds(other, text));
  return [
    { label: labels.expected[lang], text: isNew(expected, said) ? expected : undefined },
    { label: labels.actual[lang], text: isNew(actual, [...said, shown]) ? actual : undefined },
    { label: labels.help[lang], text: help },
  ].flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text }]));
}

/** Whether a text holds a part, and not within a word or a number. */
function holds(text: string, part: string): boolean {
  const wanted = part.trim();
  // Nothing is everywhere, without end.
  if (wanted === '') return true;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!isWithinWord(text, at) && !isWithinWord(text, end)) return true;
  }
  return false;
}

function isWithinWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.charAt(at - 1) + text.charAt(at));
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
