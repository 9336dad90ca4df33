import { posix } from 'node:path';
import type { CopyFault } from '../core/evidence.ts';
import type { Localized } from '../core/localized.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const bib =
  '@report{desk2021, title = {Rapport annuel}, author = {Bureau}, institution = {Bureau}, date = {2021}}\n';
const note = `---\ntitle: Bilan\nbibliography: refs.bib\n---\n\n« Les agents du bureau ont ouvert douze guichets de plus que l’année précédente » [@desk2021].\n`;
const read = 'Les agents du bureau ont ouvert douze guichets de plus que l’année précédente.';

export const sourceUnreadable: Rule = {
  id: 'source/unreadable',
  severity: 'warning',
  summary: {
    fr: 'La copie locale d’une source ne peut pas être lue.',
    en: 'The local copy of a source cannot be read.',
  },
  examples: [
    {
      title: { fr: 'Une copie qui se lit', en: 'A copy that can be read' },
      note,
      files: { 'notes/x/refs.bib': bib, 'notes/x/sources/desk2021.txt': read },
      expect: [],
    },
    {
      title: { fr: 'Une copie sans texte', en: 'A copy without text' },
      note,
      files: { 'notes/x/refs.bib': bib, 'notes/x/sources/desk2021.txt': '\n' },
      expect: ['-'],
    },
  ],
  *check({ sources }) {
    for (const { path, fault } of sources?.copies ?? []) {
      if (fault === undefined) continue;
      const { message, help } = words[fault](posix.basename(path));
      // Pages that are pictures are nobody's fault.
      yield { place: undefined, path, message, help, ...(fault === 'no-text' && { severity: 'info' }) };
    }
  },
};

interface FaultWords {
  readonly message: Localized;
  readonly help: Localized;
}

const words: Readonly<Record<CopyFault, (name: string) => FaultWords>> = {
  'no-text': (name) => ({
    message: {
      fr: fr`« ${name} » ne contient pas de texte, sans doute des pages numérisées : rien ne peut y être cherché.`,
      en: `"${name}" holds no text, most likely scanned pages: nothing can be looked for in it.`,
    },
    help: {
      fr: fr`Prenez-en une version avec du texte s’il en existe une, ou vérifiez à l’œil ce que vous en citez.`,
      en: 'Take a version with text if there is one, or check by eye what you quote from it.',
    },
  }),
  encrypted: (name) => ({
    message: {
      fr: fr`« ${name} » est fermé par un mot de passe : son texte ne peut pas être lu.`,
      en: `"${name}" is closed by a password: its text cannot be read.`,
    },
    help: { fr: 'Enregistrez-en une copie sans mot de passe.', en: 'Save a copy of it without a password.' },
  }),
  corrupt: (name) => ({
    message: {
      fr: fr`« ${name} » est abîmé, ou n’est pas un PDF : son texte ne peut pas être lu.`,
      en: `"${name}" is damaged, or is no PDF: its text cannot be read.`,
    },
    help: { fr: 'Téléchargez de nouveau cette source.', en: 'Download this source again.' },
  }),
  'too-long': (name) => ({
    message: {
      fr: fr`« ${name} » est trop gros, ou trop long à lire : son texte n’est pas regardé.`,
      en: `"${name}" is too large, or takes too long to read: its text is not looked at.`,
    },
    help: {
      fr: 'Gardez-en une copie réduite aux pages que vous citez.',
      en: 'Keep a copy of it with no more than the pages that you cite.',
    },
  }),
  unreadable: (name) => ({
    message: { fr: fr`« ${name} » ne peut pas être lu.`, en: `"${name}" cannot be read.` },
    help: {
      fr: 'Vérifiez ses droits, et que ce n’est pas un lien vers un autre dossier.',
      en: 'Check its permissions, and that it is no link to another folder.',
    },
  }),
};
