import { fr } from '../util/french.ts';
import { FileProblem } from '../core/files.ts';
import type { FileFault } from '../core/files.ts';
import type { Localized } from '../core/localized.ts';

interface FaultWords {
  readonly message: Localized;
  readonly help: Localized;
}

/** Says why a file cannot be had; `shown` is its path as the author typed it. Rethrows what is no `FileProblem`. */
export function fileFaultWords(error: unknown, shown: string): FaultWords {
  if (!(error instanceof FileProblem)) throw error;
  return sentences[error.fault](shown);
}

const sentences: Readonly<Record<FileFault, (path: string) => FaultWords>> = {
  missing: (path) => ({
    message: { fr: fr`Le fichier « ${path} » n’existe pas.`, en: `The file "${path}" does not exist.` },
    help: {
      fr: fr`Vérifiez le nom, les majuscules et le dossier : le chemin part du dossier du document.`,
      en: 'Check the name, its capitals and its folder: the path starts from the document’s folder.',
    },
  }),
  outside: (path) => ({
    message: {
      fr: fr`Le chemin « ${path} » mène hors de l’espace de travail.`,
      en: `The path "${path}" leads out of the workspace.`,
    },
    help: { fr: 'Copiez le fichier à côté du document.', en: 'Copy the file beside the document.' },
  }),
  folder: (path) => ({
    message: {
      fr: fr`« ${path} » est un dossier, pas un fichier.`,
      en: `"${path}" is a folder, not a file.`,
    },
    help: {
      fr: 'Donnez le chemin d’un fichier de ce dossier.',
      en: 'Give the path of a file in that folder.',
    },
  }),
  unreadable: (path) => ({
    message: {
      fr: fr`Le fichier « ${path} » ne peut pas être lu.`,
      en: `The file "${path}" cannot be read.`,
    },
    help: { fr: 'Vérifiez les droits du fichier.', en: 'Check the file’s permissions.' },
  }),
  'not-utf8': (path) => ({
    message: {
      fr: fr`Le fichier « ${path} » n’est pas un texte en UTF-8.`,
      en: `The file "${path}" is not a UTF-8 text.`,
    },
    help: {
      fr: fr`Enregistrez-le en UTF-8 : l’éditeur le propose dans « Enregistrer sous ».`,
      en: 'Save it as UTF-8: editors offer it in "Save as".',
    },
  }),
  'too-large': (path) => ({
    message: {
      fr: fr`Le fichier « ${path} » dépasse 50 Mo.`,
      en: `The file "${path}" is larger than 50 MB.`,
    },
    help: { fr: 'Réduisez-le avant de l’employer.', en: 'Make it smaller before you use it.' },
  }),
  private: (path) => ({
    message: {
      fr: fr`Le fichier « ${path} » est privé : aucun document ne peut l’employer.`,
      en: `The file "${path}" is private: no document may use it.`,
    },
    help: { fr: 'Employez une copie sans données personnelles.', en: 'Use a copy without personal data.' },
  }),
};
