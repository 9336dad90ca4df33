import type { Localized } from '../core/localized.ts';
import { limits, type ExcessError, type ExcessKind } from '../markdown/excess.ts';
import { fr } from '../util/french.ts';
import type { ReadingProblem } from './reading-problem.ts';

/** Says what a text has too much of, where, and how to mend it. */
export function excessProblem({ kind, place }: ExcessError): ReadingProblem {
  return { rule: 'document/size', place, ...words[kind] };
}

interface ExcessWords {
  readonly message: Localized;
  readonly help: Localized;
}

const cut: Localized = {
  fr: 'Coupez-le en plusieurs documents.',
  en: 'Cut it into several documents.',
};

const unclosed: Localized = {
  fr: fr`Cherchez plus haut dans ce paragraphe un crochet, une étoile ou un « < » en trop, ou coupez-le en plusieurs.`,
  en: 'Look above in this paragraph for a bracket, an asterisk or a "<" too many, or cut it into several.',
};

const levels: ExcessWords = {
  message: {
    fr: `Des listes, des citations ou des encadrés sont ici imbriqués sur plus de ${limits.levels} niveaux.`,
    en: `Lists, quotations or boxes are nested here on more than ${limits.levels} levels.`,
  },
  help: {
    fr: fr`Supprimez les signes répétés (« > », « - », « ::: »), et fermez chaque encadré par « ::: ».`,
    en: 'Delete the repeated marks (">", "-", ":::"), and close each box with ":::".',
  },
};

const words: Readonly<Record<ExcessKind, ExcessWords>> = {
  characters: {
    message: {
      fr: `Le document a plus de ${inFrench(limits.characters)} signes.`,
      en: `The document has more than ${inEnglish(limits.characters)} characters.`,
    },
    help: cut,
  },
  lines: {
    message: {
      fr: `Le document a plus de ${inFrench(limits.lines)} lignes.`,
      en: `The document has more than ${inEnglish(limits.lines)} lines.`,
    },
    help: cut,
  },
  linesInARow: {
    message: {
      fr: `Plus de ${inFrench(limits.linesInARow)} lignes se suivent sans ligne vide.`,
      en: `More than ${inEnglish(limits.linesInARow)} lines follow each other without a blank line.`,
    },
    help: {
      fr: fr`Séparez les paragraphes par une ligne vide ; coupez le tableau ou la liste en plusieurs.`,
      en: 'Put a blank line between paragraphs; cut the table or the list into several.',
    },
  },
  levels,
  quotations: {
    message: {
      fr: `Le document a plus de ${inFrench(limits.quotations)} citations en bloc.`,
      en: `The document has more than ${inEnglish(limits.quotations)} block quotations.`,
    },
    help: cut,
  },
  columns: {
    message: {
      fr: `Ce tableau a plus de ${limits.columns} colonnes.`,
      en: `This table has more than ${limits.columns} columns.`,
    },
    help: { fr: 'Coupez-le en plusieurs tableaux.', en: 'Cut it into several tables.' },
  },
  marksInARow: {
    message: {
      fr: `Plus de ${inFrench(limits.marksInARow)} signes de ponctuation se suivent ici.`,
      en: `More than ${inEnglish(limits.marksInARow)} punctuation marks follow each other here.`,
    },
    help: { fr: 'Supprimez les signes répétés.', en: 'Delete the repeated marks.' },
  },
  marks: {
    message: {
      fr: `Ce paragraphe a plus de ${inFrench(limits.marks)} signes de mise en forme (étoiles, crochets…).`,
      en: `This paragraph has more than ${inEnglish(limits.marks)} formatting marks (asterisks, brackets…).`,
    },
    help: { fr: 'Coupez-le en plusieurs paragraphes.', en: 'Cut it into several paragraphs.' },
  },
  steps: {
    message: {
      fr: 'Des signes de mise en forme ouverts et jamais refermés empêchent de lire ce paragraphe.',
      en: 'Formatting marks that are opened and never closed keep this paragraph from being read.',
    },
    help: unclosed,
  },
  depth: {
    message: {
      fr: 'Des mises en forme sont ici imbriquées les unes dans les autres sans fin.',
      en: 'Formats are nested inside one another here without end.',
    },
    help: unclosed,
  },
};

function inFrench(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}

function inEnglish(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
