import { formats } from '../core/document.ts';
import { ToolError } from '../core/tool-error.ts';
import { fr } from '../util/french.ts';
import type { Format } from '../core/document.ts';
import type { Argument, Option, OptionValues } from './command.ts';

export const reportFormats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;

/** The documents that a command looks at. */
export const documentArgument: Argument = {
  name: { fr: '[document...]', en: '[target...]' },
  help: {
    fr: fr`chemin, dossier, motif, nom de document, ou genre (note, tribune, communique, lettre) ; sans rien, tous`,
    en: 'path, folder, glob, slug, or kind (note, op-ed, press-release, newsletter); none means all',
  },
};

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [
  {
    flags: '--format',
    value: { fr: 'forme', en: 'name' },
    choices: reportFormats,
    help: {
      fr: fr`forme des constats : pretty, json, sarif, junit, github, gitlab`,
      en: 'form of the findings: pretty, json, sarif, junit, github, gitlab',
    },
  },
  {
    flags: '--strict',
    help: { fr: 'les avertissements comptent comme des erreurs', en: 'warnings count as errors' },
  },
  {
    flags: '-q, --quiet',
    help: { fr: 'ne rien dire quand tout va bien', en: 'say nothing when all is well' },
  },
  { flags: '--no-color', help: { fr: 'sans couleurs', en: 'without colours' } },
  {
    flags: '--lang',
    value: { fr: 'fr|en', en: 'fr|en' },
    choices: ['fr', 'en'],
    help: { fr: 'langue des messages', en: 'language of the messages' },
  },
  {
    flags: '--config',
    value: { fr: 'fichier', en: 'file' },
    help: { fr: 'chemin de nsp.yaml', en: 'path of nsp.yaml' },
  },
  {
    flags: '--cache-dir',
    value: { fr: 'dossier', en: 'folder' },
    help: { fr: 'dossier du cache', en: 'cache folder' },
  },
];

export const browserOptions: readonly Option[] = [
  {
    flags: '--browser',
    value: { fr: 'chemin', en: 'path' },
    help: { fr: 'navigateur à employer pour le PDF', en: 'browser that prints the PDF' },
  },
  {
    flags: '--timeout',
    value: { fr: 'secondes', en: 'seconds' },
    help: { fr: 'délai pour imprimer un document (60 s)', en: 'deadline to print a document (60 s)' },
  },
];

export const buildOptions: readonly Option[] = [
  ...browserOptions,
  {
    flags: '--out',
    value: { fr: 'dossier', en: 'folder' },
    help: { fr: 'dossier des fichiers produits (dist)', en: 'folder of the artefacts (dist)' },
  },
  {
    flags: '--concurrency',
    value: { fr: 'n', en: 'n' },
    help: { fr: 'documents mis en page à la fois (2)', en: 'documents rendered at once (2)' },
  },
];

/** The text of an option, or undefined. Throws `ToolError` for an empty one: a variable of a script was not set. */
export function text(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  if (typeof value !== 'string') return undefined;
  if (value.trim() !== '') return value;
  const flag = `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new ToolError('usage', {
    fr: fr`L’option « ${flag} » attend une valeur.`,
    en: `The option "${flag}" wants a value.`,
  });
}

/** A whole number of at least 1. Throws `ToolError` for anything else. */
export function positive(options: OptionValues, name: string, otherwise: number): number {
  const value = text(options, name);
  if (value === undefined) return otherwise;
  const number = Number(value.replace(/s$/u, ''));
  if (Number.isInteger(number) && number >= 1) return number;
  throw new ToolError('usage', {
    fr: fr`--${name} demande un nombre entier à partir de 1, pas « ${value} ».`,
    en: `--${name} wants a whole number from 1 up, not "${value}".`,
  });
}

/** A list of formats separated by commas. Throws `ToolError` for one that does not exist. */
export function formatList(options: OptionValues): readonly Format[] | undefined {
  const value = text(options, 'formats');
  if (value === undefined) return undefined;
  const wanted = value
    .toLowerCase()
    .split(/[,\s]+/u)
    .filter(Boolean);
  const unknown = wanted.find((name) => !isFormat(name));
  if (unknown === undefined && wanted.length > 0) return formats.filter((format) => wanted.includes(format));
  throw new ToolError(
    'usage',
    {
      fr: fr`Le format « ${unknown ?? value} » n’existe pas.`,
      en: `There is no format "${unknown ?? value}".`,
    },
    { fr: fr`Formats possibles : ${formats.join(', ')}.`, en: `Formats: ${formats.join(', ')}.` },
  );
}

function isFormat(name: string): name is Format {
  return (formats as readonly string[]).includes(name);
}
