import type { Finding, Problem } from '../core/finding.ts';
import type { Note, RuleLevel } from '../core/note.ts';
import type { Facts, Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { applyExceptions, exceptionRules, unknownSeverities, type RuleException } from './exceptions.ts';
import { compareFindings } from './order.ts';

/** What reading the document gave besides the note: the exceptions of its comments, and what the readers found. */
export interface Reading {
  readonly exceptions?: readonly RuleException[];
  /** Findings of the readers: they obey severities and exceptions as the rules' own do. */
  readonly problems?: readonly Finding[];
  /** Ids that are not in the table and may be silenced all the same: those of the readers. */
  readonly otherRules?: readonly string[];
  /** Ids of the rules that had nothing to look at: those of links that were not asked, of sources without a copy. */
  readonly notRun?: readonly string[];
}

/** What rules find in a note, as they find it. Never throws for a rule's fault. */
export function runRules(note: Note, rules: readonly Rule[], facts: Facts): Finding[] {
  return rules.flatMap((rule) => runRule(rule, note, facts));
}

/** Runs every rule on a note: findings in order of path, line, column and rule. Never throws for a rule's fault. */
export function checkNote(
  note: Note,
  rules: readonly Rule[],
  facts: Facts,
  reading: Reading = {},
): Finding[] {
  const levels: Readonly<Record<string, RuleLevel>> = { ...facts.settings.rules, ...note.rules };
  const found = [...(reading.problems ?? []), ...runRules(note, rules, facts)];
  const weighed = found.flatMap((finding) => weigh(finding, levels));
  const known = [
    ...rules.map(({ id }) => id),
    ...(reading.otherRules ?? []),
    ...found.map(({ rule }) => rule),
  ];
  const { exceptions = [], notRun = [] } = reading;
  const { kept, problems } = applyExceptions(weighed, exceptions, { path: note.path, known, notRun });
  const about = [...problems, ...unknownSeverities(note, [...known, ...Object.keys(exceptionRules)])];
  const all = [...withoutPrivateWords(kept), ...about.flatMap((finding) => weigh(finding, levels))];
  return all.sort(compareFindings);
}

/** On a line that names a private person, no other finding repeats what is written there. */
function withoutPrivateWords(findings: readonly Finding[]): Finding[] {
  const lineOf = ({ path, place }: Finding): string => `${path}:${place?.line ?? 0}`;
  const isPrivate = ({ rule }: Finding): boolean => rule.startsWith('privacy/');
  const lines = new Set(findings.filter(isPrivate).map(lineOf));
  return findings.map((finding) => {
    if (isPrivate(finding) || !lines.has(lineOf(finding))) return finding;
    const { rule, severity, path, place, message } = finding;
    return { rule, severity, path, place, message };
  });
}

/** Whether findings end the run with status 1: an error does, and with `strict` a warning too. */
export function failed(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}

function runRule(rule: Rule, note: Note, facts: Facts): Finding[] {
  const findings: Finding[] = [];
  try {
    for (const problem of rule.check(note, facts)) findings.push(stamp(problem, rule, note));
  } catch (error) {
    findings.push(ruleFault(rule, note, error));
  }
  return findings;
}

function stamp(problem: Problem, rule: Rule, note: Note): Finding {
  return {
    ...problem,
    rule: rule.id,
    severity: problem.severity ?? rule.severity,
    path: problem.path ?? note.path,
  };
}

/** The error's own words stay out: they might repeat what the rule was looking for. */
function ruleFault(rule: Rule, note: Note, error: unknown): Finding {
  const name = error instanceof Error ? error.name : typeof error;
  return {
    rule: 'internal/rule',
    severity: 'error',
    path: note.path,
    place: undefined,
    message: {
      fr: fr`La règle ${rule.id} n’a pas pu examiner ce document : c’est un défaut de nsp (${name}).`,
      en: `The rule ${rule.id} could not examine this document: this is a fault of nsp (${name}).`,
    },
    help: {
      fr: fr`Signalez-le ; en attendant, « ${rule.id}: off » sous « rules » dans nsp.yaml laisse cette règle de côté.`,
      en: `Report it; meanwhile, "${rule.id}: off" under "rules" in nsp.yaml leaves this rule aside.`,
    },
  };
}

/** A finding with the severity that nsp.yaml or the front-matter gives its rule; none where the rule is off. */
export function weigh(finding: Finding, levels: Readonly<Record<string, RuleLevel>>): Finding[] {
  const level = Object.hasOwn(levels, finding.rule) ? levels[finding.rule] : undefined;
  if (level === 'off') return [];
  return [level === undefined ? finding : { ...finding, severity: level }];
}
