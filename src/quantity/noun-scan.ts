import type { Language } from '../core/localized.ts';
import { matchAt } from '../util/phrase.ts';
import { pattern } from '../util/pattern.ts';

/** Words after a number in prose that do not name what is counted. */
const notCounted: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: wordSet(
    `à a ai ainsi alors après au aucun aussi autre autres aux avant avec car ce celles cependant ces cet cette
    chaque chez comme comment contre dans de depuis des deux dès donc dont du d elle elles en encore enfin entre
    est et étaient était été être eux fois font furent fut grâce hier hors ici il ils jusque la le les leur leurs
    lors lorsque lui mais même mêmes moins n ne ni non nos notre nous on ont or ou où par parce parmi pas pendant
    peu plus plutôt pour pourtant presque près puis quand que quel quelle qui quoi quelque s sa sans sauf se selon
    sera seront ses si soit son sont sous sur ta tandis tous tout toute toutes très un une vers via voire vos votre
    vous y lorsqu puisque afin dernier dernière derniers dernières suivant suivants environ seulement respectivement`,
  ),
  en: wordSet(
    `a about above after again all also although am among an and any are around as at away be because been before
    below between both but by can could did do does down due during each either even ever every few for from had
    has have he her here hers him his how however i if in instead into is it its just last later least less like
    many may me might more most much must my near neither next no nor not now of off on once one only or other
    our out over own per rather respectively she should since so some still such than that the their them then
    there these they this those though through thus till to too toward towards under until up upon us very was we
    were what when where whereas which while who whose why will with within without would yet you your ago today tomorrow yesterday nowadays currently`,
  ),
};

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}

const wordPattern = pattern(
  String.raw`\p{L}[\p{L}\p{M}²³]{0,40}(?:-\p{L}[\p{L}\p{M}]{0,40}){0,3}(?![\p{L}\p{M}\p{N}'’])`,
  'uy',
);
const phrasePattern = pattern(
  String.raw`[\p{L}°](?:(?!\s(?:par|per)\s|\spour\s(?:\d|mille\s))[\p{L}\p{M}\p{N}²³°'’.()&,\s\u00A0\u202F-]){0,120}`,
  'uy',
);

/** The word at `position`, if it may name what a number of the prose counts: "agents", not "en" or "l’année". */
export function nounWordAt(text: string, position: number, lang: Language): string | undefined {
  const noun = matchAt(wordPattern, text, position)?.[0];
  if (noun === undefined || notCounted[lang].has(noun.toLowerCase())) return undefined;
  return noun;
}

/** All the words at `position` up to "par", "/" or "pour 1 000": "lits d’hospitalisation", in a ledger's value. */
export function nounPhraseAt(text: string, position: number): string | undefined {
  return matchAt(phrasePattern, text, position)?.[0].trimEnd();
}
