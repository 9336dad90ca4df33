import type { RuleWords } from '../core/rule.ts';

/** What is said once the artefacts are made: it has no line that a comment could silence. */
export const outputRules = {
  'email/size': {
    severity: 'warning',
    summary: {
      fr: 'Le courriel est assez léger pour être montré en entier.',
      en: 'The e-mail is light enough to be shown whole.',
    },
  },
  'privacy/leak': {
    severity: 'error',
    summary: {
      fr: 'Aucun fichier produit ne contient de nom privé, ni de trace de la machine.',
      en: 'No artefact holds a private name, nor a trace of the machine.',
    },
  },
} as const satisfies Record<string, RuleWords>;
