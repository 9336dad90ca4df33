import type { Finding } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import type { RuleWords } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';

/** `<!-- nsp-disable-next-line RULE -- reason -->`, as the reader of comments gives it. */
export interface RuleException {
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly place: Place;
  /** The line that it silences. */
  readonly line: number;
  /** The last one, where it silences several. */
  readonly lastLine?: number;
}

interface Context {
  readonly path: string;
  /** Every rule that can be silenced. */
  readonly known: readonly string[];
  /** Those that this run had no means to check: an exception to one is not unused. */
  readonly notRun?: readonly string[];
}

/** Rules that speak of exceptions, which no exception silences. */
export const exceptionRules = {
  'exception/reason': {
    severity: 'error',
    summary: {
      fr: 'Une exception nomme sa règle et donne sa raison.',
      en: 'An exception names its rule and gives its reason.',
    },
  },
  'exception/unknown-rule': {
    severity: 'error',
    summary: {
      fr: 'Une exception, ou une gravité, nomme une règle qui existe.',
      en: 'An exception, or a severity, names a rule that exists.',
    },
  },
  'exception/unused': {
    severity: 'warning',
    summary: { fr: 'Une exception sert à quelque chose.', en: 'An exception serves a purpose.' },
  },
} as const satisfies Record<string, RuleWords>;

type ExceptionRule = keyof typeof exceptionRules;

/**
 * Takes out the findings that exceptions silence, and says what is wrong with the exceptions: without its reason
 * one silences nothing, and one that silences nothing is reported.
 */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly RuleException[],
  context: Context,
): { kept: Finding[]; problems: Finding[] } {
  const used = new Set<string>();
  const given = exceptions.filter(({ reason }) => reason !== undefined);
  const kept = findings.filter((finding) => {
    if (finding.path !== context.path) return true;
    const at = finding.place?.line ?? 0;
    const silencers = given.filter(
      ({ rules, line, lastLine = line }) => line <= at && at <= lastLine && rules.includes(finding.rule),
    );
    for (const { place } of silencers) used.add(keyOf(place, finding.rule));
    return silencers.length === 0;
  });
  const problems = exceptions.flatMap((exception) => {
    const report = (rule: ExceptionRule, said: Said): Finding => ({
      rule,
      severity: exceptionRules[rule].severity,
      path: context.path,
      place: exception.place,
      ...said,
    });
    const isUsed = (rule: string): boolean =>
      used.has(keyOf(exception.place, rule)) || (context.notRun ?? []).includes(rule);
    return problemsOf(exception, context.known, isUsed, report);
  });
  return { kept, problems };
}

interface Said {
  readonly message: Localized;
  readonly help: Localized;
  readonly expected?: string;
  readonly actual?: string;
}

function problemsOf(
  { rules, reason }: RuleException,
  known: readonly string[],
  isUsed: (rule: string) => boolean,
  report: (rule: ExceptionRule, said: Said) => Finding,
): Finding[] {
  if (rules.length === 0 || reason === undefined) return [report('exception/reason', lacking(rules))];
  return rules.flatMap((rule) => {
    if (!known.includes(rule)) return [report('exception/unknown-rule', unknown(rule, known))];
    return isUsed(rule) ? [] : [report('exception/unused', unused(rule))];
  });
}

function lacking(rules: readonly string[]): Said {
  const model = `<!-- nsp-disable-next-line ${rules.join(', ') || 'famille/regle'} -- pourquoi -->`;
  return {
    message: {
      fr:
        rules.length === 0
          ? 'Cette exception ne nomme aucune règle.'
          : 'Cette exception ne donne pas sa raison.',
      en: rules.length === 0 ? 'This exception names no rule.' : 'This exception does not give its reason.',
    },
    expected: model,
    help: {
      fr: fr`Écrivez la raison après deux tirets, pour les relecteurs : sans elle, l’exception reste sans effet.`,
      en: 'Write the reason after two hyphens, for the reviewers: without it, the exception has no effect.',
    },
  };
}

/** Severities that the front-matter gives to rules that do not exist. */
export function unknownSeverities(note: Note, known: readonly string[]): Finding[] {
  return Object.keys(note.rules)
    .filter((rule) => !known.includes(rule))
    .map((rule) => ({
      rule: 'exception/unknown-rule',
      severity: 'warning',
      path: note.path,
      place: note.metaPlace(['rules', rule]),
      ...unknown(rule, known),
    }));
}

function unknown(rule: string, known: readonly string[]): Said {
  const near = nearest(rule, new Set(known));
  return {
    message: {
      fr: fr`Aucune règle ne s’appelle « ${rule} ».`,
      en: `No rule is called “${rule}”.`,
    },
    actual: rule,
    ...(near !== undefined && { expected: near }),
    help:
      near === undefined
        ? {
            fr: fr`Recopiez le nom de la règle qui termine le message à faire taire.`,
            en: 'Copy the name of the rule that ends the message to be silenced.',
          }
        : { fr: fr`Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
  };
}

function unused(rule: string): Said {
  return {
    message: {
      fr: fr`Cette exception est sans objet : la règle ${rule} n’a rien à dire de la ligne suivante.`,
      en: `This exception has no object: the rule ${rule} has nothing to say about the next line.`,
    },
    help: { fr: 'Supprimez ce commentaire.', en: 'Delete this comment.' },
  };
}

function keyOf(place: Place, rule: string): string {
  return `${place.line}:${place.column} ${rule}`;
}
