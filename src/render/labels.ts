import type { Language } from '../core/localized.ts';
import type { Template } from '../core/template.ts';

const french = {
  authors: 'Auteurs',
  cite: 'Pour citer ce document',
  colon: '\u00a0: ',
  contact: 'Contact',
  'download-pdf': 'Télécharger le PDF',
  'kind-newsletter': 'Lettre',
  'kind-note': 'Note',
  'kind-op-ed': 'Tribune',
  'kind-press-release': 'Communiqué de presse',
  length: 'Longueur',
  license: 'Licence',
  links: 'Liens',
  notes: 'Notes',
  page: 'Page',
  'page-of': 'sur',
  'proof-found': 'retrouvé p.\u00a0{page}',
  picture: 'Image',
  'picture-ornament': 'Image décorative',
  'read-online': 'Lire en ligne',
  references: 'Références',
  signatories: 'Signataires',
  signs: 'signes, espaces comprises',
  'signs-body': 'texte',
  'signs-summary': 'chapô',
  'signs-title': 'titre',
  verification: 'Vérification des chiffres',
  'verification-intro': 'D’où vient chaque chiffre de ce texte\u00a0: son calcul, ou la source où il se lit.',
  'verification-link': 'Comment les chiffres ont été vérifiés',
  'working-group': 'Groupe de travail',
  unsubscribe: 'Pour ne plus recevoir cette lettre, répondez « désinscription » à ce message.',
  'unsubscribe-subject': 'Désinscription',
};

/** The words that writers add to a document, by key. */
export type Labels = Readonly<Record<keyof typeof french, string>>;

const english: Labels = {
  authors: 'Authors',
  cite: 'How to cite this document',
  colon: ': ',
  contact: 'Contact',
  'download-pdf': 'Download the PDF',
  'kind-newsletter': 'Newsletter',
  'kind-note': 'Note',
  'kind-op-ed': 'Op-ed',
  'kind-press-release': 'Press release',
  length: 'Length',
  license: 'Licence',
  links: 'Links',
  notes: 'Notes',
  page: 'Page',
  'page-of': 'of',
  'proof-found': 'found on p.\u00a0{page}',
  picture: 'Picture',
  'picture-ornament': 'Decorative picture',
  'read-online': 'Read online',
  references: 'References',
  signatories: 'Signatories',
  signs: 'characters, spaces included',
  'signs-body': 'text',
  'signs-summary': 'stand-first',
  'signs-title': 'title',
  verification: 'How the figures were checked',
  'verification-intro':
    'Where each figure of this text comes from: its calculation, or the source that gives it.',
  'verification-link': 'How the figures were checked',
  'working-group': 'Working group',
  unsubscribe: 'To stop receiving this newsletter, reply “unsubscribe” to this message.',
  'unsubscribe-subject': 'Unsubscribe',
};

/** The labels in the document's language; the template's own words come before ours. */
export function labelsOf(template: Pick<Template, 'words'>, lang: Language): Labels {
  return { ...(lang === 'fr' ? french : english), ...template.words[lang] };
}
