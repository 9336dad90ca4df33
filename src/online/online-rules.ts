import type { RuleWords } from '../core/rule.ts';

/** What is said of links once they were asked, by `nsp check --online` alone. */
export const onlineRules = {
  'link/dead': {
    severity: 'warning',
    summary: { fr: 'Un lien ne mène plus à rien.', en: 'A link leads nowhere any more.' },
  },
  'link/moved': {
    severity: 'info',
    summary: { fr: 'Une page a changé d’adresse pour de bon.', en: 'A page has moved for good.' },
  },
  'link/unknown': {
    severity: 'info',
    summary: {
      fr: 'Personne ne peut dire, sans l’ouvrir, si ce lien mène encore quelque part.',
      en: 'Nobody can tell, without opening it, whether this link still leads somewhere.',
    },
  },
} as const satisfies Record<string, RuleWords>;
