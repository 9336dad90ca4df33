import type { Language, Localized } from '../core/localized.ts';
import { ToolError } from '../core/tool-error.ts';
import { fr } from '../util/french.ts';

/** What the command line itself says. */
export const words = {
  /** Before a message of the command line. */
  nsp: { fr: fr`nsp : `, en: 'nsp: ' },
  usage: { fr: '[options] [commande]', en: '[options] [command]' },
  helpUsage: { fr: 'help [commande]', en: 'help [command]' },
  description: {
    fr: fr`Le bureau de publication de Nos services publics : vérifie les sources et les chiffres, met en page.`,
    en: 'The publishing desk of Nos services publics: checks sources and figures, sets the page.',
  },
  version: { fr: 'donner la version', en: 'print the version' },
  help: { fr: 'afficher cette aide', en: 'show this help' },
  helpCommand: { fr: 'afficher l’aide d’une commande', en: 'show the help of a command' },
  interrupted: {
    fr: fr`Interrompu : rien n’a été écrit à moitié.`,
    en: 'Interrupted: nothing was left half-written.',
  },
  bug: {
    fr: 'ceci est une erreur du programme, pas de votre document. Merci de la signaler avec le texte ci-dessous.',
    en: 'this is a fault of the program, not of your document. Please report it with the text below.',
  },
  lost: {
    fr: fr`Le résultat n’a pas pu être écrit en entier : le disque est peut-être plein.`,
    en: 'The result could not be written whole: the disk may be full.',
  },
  seeHelp: {
    fr: fr`« nsp --help » donne la liste des commandes et de leurs options.`,
    en: '"nsp --help" lists the commands and their options.',
  },
} as const satisfies Record<string, Localized>;

/** Titles in commander's help. */
export const helpTitles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'Usage:': fr`Emploi :`,
    'Arguments:': fr`Arguments :`,
    'Options:': fr`Options :`,
    'Commands:': fr`Commandes :`,
    'Global Options:': fr`Options communes :`,
  },
  en: { 'Global Options:': 'Common options:' },
};

/** Commander's usage error in plain words. */
export function usageError({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): ToolError {
  const said = usageWords(code, message);
  return new ToolError('usage', said?.text ?? { fr: message, en: message }, said?.hint ?? words.seeHelp);
}

interface UsageWords {
  readonly text: Localized;
  readonly hint?: Localized;
}

/** `message` is commander's English sentence, which quotes what was typed. */
function usageWords(code: string, message: string): UsageWords | undefined {
  const [first = '', second = ''] = Array.from(message.matchAll(/'([^']*)'/gu), (match) => match[1] ?? '');
  const option = first.replace(/ <.*$/u, '');
  const near = /Did you mean (?:one of )?([^?]*)\?/u.exec(message)?.[1];
  const choices = /Allowed choices are (.*)\.$/u.exec(message)?.[1];
  const meant: Localized = {
    fr: near ? fr` Vouliez-vous dire « ${near} » ?` : '',
    en: near ? ` Did you mean "${near}"?` : '',
  };
  const sentences: Readonly<Record<string, UsageWords>> = {
    'commander.unknownOption': {
      text: {
        fr: fr`L’option « ${first} » n’existe pas.${meant.fr}`,
        en: `There is no option "${first}".${meant.en}`,
      },
    },
    'commander.unknownCommand': {
      text: {
        fr: fr`La commande « ${first} » n’existe pas.${meant.fr}`,
        en: `There is no command "${first}".${meant.en}`,
      },
    },
    'commander.optionMissingArgument': {
      text: {
        fr: fr`L’option « ${option} » attend une valeur.`,
        en: `The option "${option}" wants a value.`,
      },
    },
    'commander.missingArgument': {
      text: {
        fr: fr`Il manque « ${first} » à la fin de la commande.`,
        en: `"${first}" is missing at the end of the command.`,
      },
    },
    'commander.excessArguments': {
      text: {
        fr: fr`Il y a trop de mots après « nsp ${first} ».`,
        en: `There are too many words after "nsp ${first}".`,
      },
      hint: {
        fr: 'Un nom ou un chemin qui contient des espaces se met entre guillemets.',
        en: 'A name or a path that holds spaces goes between quotes.',
      },
    },
    'commander.invalidArgument': {
      text: {
        fr: fr`La valeur « ${second} » ne convient pas à « ${option} ».`,
        en: `The value "${second}" does not suit "${option}".`,
      },
      ...(choices && {
        hint: { fr: fr`Valeurs possibles : ${choices}.`, en: `Possible values: ${choices}.` },
      }),
    },
  };
  return sentences[code];
}
