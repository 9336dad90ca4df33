import type { Language, Localized } from '../core/localized.ts';

/** What the command line itself says. */
export const words = {
  description: {
    fr: 'Le bureau de publication de Nos services publics : vérifie les sources et les chiffres, met en page.',
    en: 'The publishing desk of Nos services publics: checks sources and figures, sets the page.',
  },
  version: { fr: 'donner la version', en: 'print the version' },
  help: { fr: 'afficher cette aide', en: 'show this help' },
  helpCommand: { fr: 'afficher l’aide d’une commande', en: 'show the help of a command' },
  interrupted: {
    fr: 'Interrompu : rien n’a été écrit à moitié.',
    en: 'Interrupted: nothing was left half-written.',
  },
  bug: {
    fr: 'ceci est une erreur du programme, pas de votre document. Merci de la signaler avec le texte ci-dessous.',
    en: 'this is a fault of the program, not of your document. Please report it with the text below.',
  },
  seeHelp: {
    fr: '« nsp --help » donne la liste des commandes et de leurs options.',
    en: '"nsp --help" lists the commands and their options.',
  },
} as const satisfies Record<string, Localized>;

/** Titles in commander's help. */
export const helpTitles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'Usage:': 'Emploi :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
  },
  en: {},
};

/** Commander's usage errors in plain words; `message` is its English sentence, which quotes what was typed. */
export function usageMessage(code: string, message: string): Localized {
  const quoted = [.../'([^']*)'/gu[Symbol.matchAll](message)].map((match) => match[1] ?? '');
  const [first = '', second = ''] = quoted;
  const near = /Did you mean (?:one of )?([^?]*)\?/u.exec(message)?.[1];
  const hint: Localized = {
    fr: near ? ` Vouliez-vous dire ${near} ?` : '',
    en: near ? ` Did you mean ${near}?` : '',
  };
  const messages: Readonly<Record<string, Localized>> = {
    'commander.unknownOption': {
      fr: `L’option « ${first} » n’existe pas.${hint.fr}`,
      en: `There is no option "${first}".${hint.en}`,
    },
    'commander.unknownCommand': {
      fr: `La commande « ${first} » n’existe pas.${hint.fr}`,
      en: `There is no command "${first}".${hint.en}`,
    },
    'commander.optionMissingArgument': {
      fr: `L’option « ${first} » attend une valeur.`,
      en: `The option "${first}" wants a value.`,
    },
    'commander.missingArgument': { fr: `Il manque « ${first} ».`, en: `"${first}" is missing.` },
    'commander.excessArguments': { fr: 'Il y a trop d’arguments.', en: 'There are too many arguments.' },
    'commander.invalidArgument': {
      fr: `La valeur « ${second} » ne convient pas à « ${first} ».`,
      en: `The value "${second}" does not suit "${first}".`,
    },
  };
  return messages[code] ?? { fr: message, en: message };
}
