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
  'pdf/attachment': {
    severity: 'info',
    summary: {
      fr: 'Les données jointes au PDF ne nomment personne et ne disent rien de la machine.',
      en: 'The data attached to the PDF name nobody and tell nothing of the machine.',
    },
  },
  'pdf/tags': {
    severity: 'warning',
    summary: {
      fr: 'Le PDF est balisé comme un lecteur d’écran le demande.',
      en: 'The PDF is tagged as a screen reader needs it.',
    },
  },
  'pdf/validator': {
    severity: 'warning',
    summary: {
      fr: 'veraPDF, où il est installé, ne trouve rien à redire au PDF (`nsp check --pdf`).',
      en: 'veraPDF, where it is installed, finds nothing wrong with the PDF (`nsp check --pdf`).',
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
