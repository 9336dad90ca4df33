import { formats } from '../core/document.ts';
import { ToolError } from '../core/tool-error.ts';
import type { Format } from '../core/document.ts';
import type { Option, OptionValues } from './command.ts';

export const reportFormats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [
  {
    flags: '--format <name>',
    choices: reportFormats,
    help: {
      fr: 'forme des constats : pretty, json, sarif, junit, github, gitlab',
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
    flags: '--lang <fr|en>',
    choices: ['fr', 'en'],
    help: { fr: 'langue des messages', en: 'language of the messages' },
  },
  { flags: '--config <file>', help: { fr: 'chemin de nsp.yaml', en: 'path of nsp.yaml' } },
  { flags: '--cache-dir <folder>', help: { fr: 'dossier du cache', en: 'cache folder' } },
];

export const browserOptions: readonly Option[] = [
  {
    flags: '--browser <path>',
    help: { fr: 'navigateur à employer pour le PDF', en: 'browser that prints the PDF' },
  },
  {
    flags: '--timeout <seconds>',
    help: { fr: 'délai pour imprimer un document (60 s)', en: 'deadline to print a document (60 s)' },
  },
];

export const buildOptions: readonly Option[] = [
  ...browserOptions,
  {
    flags: '--out <folder>',
    help: { fr: 'dossier des fichiers produits (dist)', en: 'folder of the artefacts (dist)' },
  },
  {
    flags: '--concurrency <n>',
    help: { fr: 'documents mis en page à la fois (2)', en: 'documents rendered at once (2)' },
  },
];

/** The text of an option, or undefined. */
export function text(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number of at least 1. Throws `ToolError` for anything else. */
export function positive(options: OptionValues, name: string, otherwise: number): number {
  const value = text(options, name);
  if (value === undefined) return otherwise;
  const number = Number(value.replace(/s$/u, ''));
  if (Number.isInteger(number) && number >= 1) return number;
  throw new ToolError('usage', {
    fr: `--${name} demande un nombre entier à partir de 1, pas « ${value} ».`,
    en: `--${name} wants a whole number from 1 up, not "${value}".`,
  });
}

/** A list of formats separated by commas. Throws `ToolError` for one that does not exist. */
export function formatList(options: OptionValues): readonly Format[] | undefined {
  const value = text(options, 'formats');
  if (value === undefined) return undefined;
  const wanted = value.split(/[,\s]+/u).filter(Boolean);
  const unknown = wanted.find((name) => !isFormat(name));
  if (unknown === undefined && wanted.length > 0) return formats.filter((format) => wanted.includes(format));
  throw new ToolError(
    'usage',
    {
      fr: `Le format « ${unknown ?? value} » n’existe pas.`,
      en: `There is no format "${unknown ?? value}".`,
    },
    { fr: `Formats possibles : ${formats.join(', ')}.`, en: `Formats: ${formats.join(', ')}.` },
  );
}

function isFormat(name: string): name is Format {
  return (formats as readonly string[]).includes(name);
}
