import { ToolError } from '../core/tool-error.ts';
import type { Localized } from '../core/localized.ts';
import { fr } from '../util/french.ts';

const useAnotherFolder: Localized = {
  fr: fr`Indiquez un autre dossier avec « --cache-dir DOSSIER », ou un navigateur installé avec « --browser CHEMIN ».`,
  en: 'Name another folder with "--cache-dir FOLDER", or an installed browser with "--browser PATH".',
};

export function cacheBelongsToAnother(folder: string): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le dossier ${folder} appartient à un autre utilisateur ou peut être modifié par d’autres : le navigateur ne sera pas lancé depuis ce dossier.`,
      en: `The folder ${folder} belongs to another user or can be changed by others: no browser is started from it.`,
    },
    useAnotherFolder,
  );
}

export function cacheReadOnly(folder: string, cause: unknown): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le navigateur fourni avec nsp n’a pas pu être installé dans ${folder} : l’écriture y est interdite.`,
      en: `The browser that comes with nsp could not be installed in ${folder}: writing is not allowed there.`,
    },
    useAnotherFolder,
    cause,
  );
}

export function cacheFull(folder: string, cause: unknown): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le disque est plein : le navigateur fourni avec nsp demande environ 200 Mo dans ${folder}.`,
      en: `The disk is full: the browser that comes with nsp takes about 200 MB in ${folder}.`,
    },
    { fr: `Libérez de la place. ${useAnotherFolder.fr}`, en: `Make room. ${useAnotherFolder.en}` },
    cause,
  );
}

export function unpackFailed(folder: string, cause: Error): ToolError {
  return new ToolError(
    'machine',
    {
      fr: fr`Le navigateur fourni avec nsp n’a pas pu être installé dans ${folder} : ${cause.message}`,
      en: `The browser that comes with nsp could not be installed in ${folder}: ${cause.message}`,
    },
    {
      fr: fr`Réinstallez nsp avec « npm ci ». ${useAnotherFolder.fr}`,
      en: `Install nsp again with "npm ci". ${useAnotherFolder.en}`,
    },
    cause,
  );
}
