import { fr } from '../util/french.ts';
import type { Localized } from '../core/localized.ts';
import type { YamlCause } from './yaml-fault.ts';

type Sentence = (line: string) => Localized;

const sentences: Readonly<Record<YamlCause, Sentence>> = {
  colon: (line) => ({
    fr: fr`Cette valeur contient « : », mettez-la entre guillemets : ${line}`,
    en: `This value holds a colon, put it between quotes: ${line}`,
  }),
  quotes: (line) => ({
    fr: fr`Cette valeur doit être mise entre guillemets : ${line}`,
    en: `This value must be put between quotes: ${line}`,
  }),
  'inner-quote': (line) => ({
    fr: fr`Un guillemet ou une apostrophe ferme cette valeur trop tôt, changez les guillemets qui l’entourent : ${line}`,
    en: `A quote ends this value too early, change the quotes around it: ${line}`,
  }),
  'unclosed-quote': (line) => ({
    fr: fr`Le guillemet ouvert ici n’est pas refermé : ${line}`,
    en: `The quote opened here is never closed: ${line}`,
  }),
  space: (line) => ({
    fr: fr`Il manque une espace ordinaire après les deux-points : ${line}`,
    en: `A plain space is missing after the colon: ${line}`,
  }),
  tab: (line) => ({
    fr: fr`Le retrait est fait d’une tabulation, mettez des espaces : ${line}`,
    en: `The line is indented with a tab, use spaces: ${line}`,
  }),
  indent: (line) => {
    const count = line.length - line.trimStart().length;
    const spaces = {
      fr: count === 1 ? 'une espace' : `${count} espaces`,
      en: `${count} space${count === 1 ? '' : 's'}`,
    };
    return {
      fr: fr`Le retrait de cette ligne n’est pas bon, mettez ${count === 0 ? 'aucune espace' : spaces.fr} devant : ${line.trim()}`,
      en: `This line is not indented as it should be, put ${count === 0 ? 'no space' : spaces.en} before: ${line.trim()}`,
    };
  },
  bracket: (line) => ({
    fr: fr`Le crochet ou l’accolade ouvert ici n’est pas refermé : ${line}`,
    en: `The bracket or brace opened here is never closed: ${line}`,
  }),
  comma: (line) => ({
    fr: fr`La virgule coupe cette valeur, mettez-la entre guillemets : ${line}`,
    en: `The comma cuts this value, put it between quotes: ${line}`,
  }),
  comment: (line) => ({
    fr: fr`Ce qui suit « # » est ignoré ; si cela fait partie du texte, mettez des guillemets : ${line}`,
    en: `What follows "#" is ignored; if it belongs to the text, use quotes: ${line}`,
  }),
  duplicate: (key) => ({
    fr: fr`La clé « ${key} » est donnée deux fois.`,
    en: `The key "${key}" is given twice.`,
  }),
  depth: () => ({
    fr: fr`Les listes et les clés sont emboîtées trop profondément.`,
    en: 'Lists and keys are nested too deeply.',
  }),
  size: () => ({ fr: fr`Ce texte YAML est trop long.`, en: 'This YAML text is too long.' }),
  control: () => ({
    fr: fr`Un caractère invisible se trouve ici, effacez-le.`,
    en: 'There is an invisible character here, delete it.',
  }),
  aliases: () => ({
    fr: fr`Les renvois (« * » et « & ») sont trop nombreux ou tournent en rond.`,
    en: 'The aliases ("*" and "&") are too many or go round in circles.',
  }),
  documents: () => ({
    fr: fr`Le texte YAML est coupé en deux par « --- » ou « ... ».`,
    en: 'The YAML text is cut in two by "---" or "...".',
  }),
  keyless: () => ({
    fr: fr`Il manque une clé suivie de deux-points au début de cette ligne.`,
    en: 'A key and a colon are missing at the start of this line.',
  }),
  unreadable: () => ({ fr: fr`Cette ligne n’est pas du YAML valable.`, en: 'This line is not valid YAML.' }),
};

const helps: Partial<Readonly<Record<YamlCause, Localized>>> = {
  duplicate: { fr: 'Gardez une seule des deux lignes.', en: 'Keep one of the two lines.' },
  aliases: { fr: 'Écrivez les valeurs en toutes lettres.', en: 'Write the values out.' },
  documents: { fr: 'Supprimez cette ligne de séparation.', en: 'Delete this separator.' },
  unreadable: {
    fr: fr`Regardez les guillemets, l’espace après les deux-points et le retrait, ici et à la ligne d’avant.`,
    en: 'Look at the quotes, the space after the colon and the indentation, here and on the line before.',
  },
};

/** Says a fault of a YAML text; `line` is the line as it should read, or the key. */
export function yamlMessage(cause: YamlCause, line: string): { message: Localized; help?: Localized } {
  const help = helps[cause];
  const message = sentences[cause](cause === 'indent' ? line : line.trim());
  return help === undefined ? { message } : { message, help };
}
