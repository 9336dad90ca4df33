import type { Finding, Problem } from '../core/finding.ts';
import type { RuleWords } from '../core/rule.ts';
import type { LedgerRule } from '../ledger/fault.ts';
import { fr } from '../util/french.ts';

/** A problem of reading, under the rule that it is reported by. */
export interface ReadingProblem extends Problem {
  readonly rule: ReadingRule;
}

/** What the readers speak of: not rules of the table, but weighed and silenced like them. */
export const readingRules = {
  'document/file': {
    severity: 'error',
    summary: { fr: 'Le document peut être lu.', en: 'The document can be read.' },
  },
  'document/none': {
    severity: 'info',
    summary: { fr: 'L’espace de travail a des documents.', en: 'The workspace has documents.' },
  },
  'document/size': {
    severity: 'error',
    summary: {
      fr: 'Le document est d’une taille et d’une structure que l’on peut lire.',
      en: 'The size and the structure of the document can be read.',
    },
  },
  'document/slug': {
    severity: 'error',
    summary: { fr: 'Deux documents n’ont pas le même nom de sortie.', en: 'No two documents share a slug.' },
  },
  'front-matter/syntax': {
    severity: 'error',
    summary: { fr: 'L’en-tête est du YAML valable.', en: 'The front-matter is valid YAML.' },
  },
  'front-matter/engine': {
    severity: 'error',
    summary: { fr: 'L’en-tête est en YAML, jamais du code.', en: 'The front-matter is YAML, never code.' },
  },
  'front-matter/unknown-key': {
    severity: 'warning',
    summary: { fr: 'L’en-tête n’a que des clés connues.', en: 'The front-matter has known keys only.' },
  },
  'front-matter/type': {
    severity: 'error',
    summary: {
      fr: 'Chaque clé de l’en-tête a une valeur de son type.',
      en: 'Every key has a value of its type.',
    },
  },
  'front-matter/missing': {
    severity: 'error',
    summary: {
      fr: 'L’en-tête a les clés indispensables.',
      en: 'The front-matter has the keys that are required.',
    },
  },
  'front-matter/comment-in-value': {
    severity: 'warning',
    summary: { fr: fr`Aucun « # » ne coupe une valeur.`, en: 'No "#" cuts a value.' },
  },
  'front-matter/value': {
    severity: 'error',
    summary: { fr: 'Chaque valeur de l’en-tête convient.', en: 'Every value of the front-matter is fit.' },
  },
  'front-matter/file': {
    severity: 'error',
    summary: {
      fr: 'Les fichiers que nomme l’en-tête existent.',
      en: 'The files that the front-matter names exist.',
    },
  },
  'people/unknown': {
    severity: 'error',
    summary: {
      fr: 'Les personnes nommées sont dans people.yaml.',
      en: 'The people named are in people.yaml.',
    },
  },
  'people/unprintable': {
    severity: 'error',
    summary: { fr: 'Chaque personne a de quoi être présentée.', en: 'Every person can be presented.' },
  },
  'people/signature': {
    severity: 'error',
    summary: { fr: 'Une signature ne trahit pas le nom.', en: 'A signature does not give the name away.' },
  },
  'people/public': {
    severity: 'warning',
    summary: { fr: 'Le document dit qui est public.', en: 'The document says who is public.' },
  },
  'picture/file': {
    severity: 'error',
    summary: {
      fr: 'Chaque image est un fichier de l’espace de travail.',
      en: 'Every picture is a file of the workspace.',
    },
  },
  'picture/svg': {
    severity: 'error',
    summary: { fr: 'Une image SVG n’est qu’un dessin.', en: 'An SVG picture is a drawing and nothing else.' },
  },
  'chart/syntax': {
    severity: 'error',
    summary: {
      fr: fr`Un bloc « :::chart » est fermé et contient du YAML valable.`,
      en: 'A ":::chart" block is closed and holds valid YAML.',
    },
  },
  'chart/unknown-key': {
    severity: 'warning',
    summary: { fr: 'Un graphique n’a que des clés connues.', en: 'A chart has known keys only.' },
  },
  'chart/value': {
    severity: 'error',
    summary: {
      fr: 'Un graphique a les clés indispensables, chacune avec une valeur qui convient.',
      en: 'A chart has the keys that are required, each with a fit value.',
    },
  },
  'reference/syntax': {
    severity: 'error',
    summary: { fr: 'La bibliographie peut être lue.', en: 'The bibliography can be read.' },
  },
  'ledger/formula': {
    severity: 'error',
    summary: { fr: 'Une formule est bien écrite.', en: 'A formula is well written.' },
  },
  'ledger/unknown-input': {
    severity: 'error',
    summary: {
      fr: 'Une formule ne nomme que des chiffres et des colonnes qui existent.',
      en: 'A formula names figures and columns that exist.',
    },
  },
  'ledger/cycle': {
    severity: 'error',
    summary: { fr: 'Aucun chiffre ne se calcule de lui-même.', en: 'No figure is computed from itself.' },
  },
  'ledger/division-by-zero': {
    severity: 'error',
    summary: { fr: 'Aucune formule ne divise par zéro.', en: 'No formula divides by zero.' },
  },
  'ledger/mixed-units': {
    severity: 'error',
    summary: {
      fr: 'Un calcul ne mêle pas des unités étrangères l’une à l’autre.',
      en: 'A calculation does not mix units foreign to each other.',
    },
  },
  'ledger/value': {
    severity: 'error',
    summary: {
      fr: 'La valeur d’un chiffre est un nombre et son unité.',
      en: 'The value of a figure is a number and its unit.',
    },
  },
  'ledger/data': {
    severity: 'error',
    summary: {
      fr: 'Le fichier CSV d’un chiffre peut être lu et compté.',
      en: 'The CSV of a figure can be read and counted.',
    },
  },
} as const satisfies Record<LedgerRule, RuleWords> & Record<string, RuleWords>;

export type ReadingRule = keyof typeof readingRules;

/** Makes a finding of a problem, with the severity of its rule unless it weighs itself. */
export function findingOf(problem: ReadingProblem, path: string): Finding {
  return {
    ...problem,
    severity: problem.severity ?? readingRules[problem.rule].severity,
    path: problem.path ?? path,
  };
}
