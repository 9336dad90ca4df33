import type { Problem } from '../../core/finding.ts';
import type { Localized } from '../../core/localized.ts';
import { fr } from '../../util/french.ts';
import type { AuditCheck } from './audit-checks.ts';

const names: Readonly<Record<AuditCheck, Localized>> = {
  tags: { fr: 'balises', en: 'tags' },
  language: { fr: 'langue', en: 'language' },
  title: { fr: 'titre', en: 'title' },
  bookmarks: { fr: 'signets', en: 'bookmarks' },
  'heading-order': { fr: 'ordre des intertitres', en: 'heading order' },
  'alternative-texts': { fr: 'textes de remplacement', en: 'alternative texts' },
  'table-headers': { fr: 'en-têtes des tableaux', en: 'table headers' },
  lists: { fr: 'listes', en: 'lists' },
  links: { fr: 'liens', en: 'links' },
  notes: { fr: 'notes', en: 'notes' },
  fonts: { fr: 'polices', en: 'fonts' },
};

/** What to say of a PDF that does not pass every check: it does not call itself accessible then. */
export function untagged(failed: readonly AuditCheck[]): Problem & { readonly rule: string } {
  const list = { fr: say(failed, 'fr'), en: say(failed, 'en') };
  return {
    rule: 'pdf/tags',
    place: undefined,
    message: {
      fr: fr`Le PDF n’est pas assez bien balisé pour un lecteur d’écran : ${list.fr}.`,
      en: `The PDF is not tagged well enough for a screen reader: ${list.en}.`,
    },
    help: {
      fr: 'Regardez d’abord les intertitres qui sautent un niveau et les images sans texte de remplacement. Sans cela, c’est le modèle de mise en page qu’il faut corriger.',
      en: 'Look first at headings that skip a level and pictures without an alternative text. Failing that, the template is to be mended.',
    },
  };
}

function say(failed: readonly AuditCheck[], lang: 'fr' | 'en'): string {
  return failed.map((check) => names[check][lang]).join(', ');
}
