import { nearest } from '../util/nearest.ts';
import { foldAccents } from '../util/fold-accents.ts';

/** What authors type for a key: its French name, its plural, its name in other tools. */
const synonyms: Readonly<Record<string, string>> = {
  titre: 'title',
  'sous-titre': 'subtitle',
  soustitre: 'subtitle',
  resume: 'summary',
  chapo: 'summary',
  abstract: 'summary',
  description: 'summary',
  'mots-cles': 'keywords',
  tags: 'keywords',
  langue: 'lang',
  language: 'lang',
  genre: 'kind',
  type: 'kind',
  statut: 'status',
  etat: 'status',
  auteur: 'authors',
  auteurs: 'authors',
  auteures: 'authors',
  autrices: 'authors',
  author: 'authors',
  signataires: 'signatories',
  bibliographie: 'bibliography',
  references: 'bibliography',
  chiffres: 'figures',
  journal: 'outlet',
  licence: 'license',
  modele: 'template',
  theme: 'template',
  'groupe-de-travail': 'working-group',
  regles: 'rules',
  nom: 'name',
  fonction: 'role',
  organisme: 'organisation',
  administration: 'organisation',
  organization: 'organisation',
  courriel: 'email',
  mail: 'email',
  telephone: 'phone',
  tel: 'phone',
  publique: 'public',
  valeur: 'value',
  formule: 'formula',
  unite: 'unit',
  libelle: 'label',
  annee: 'as-of',
  donnees: 'data',
  csv: 'data',
  colonnes: 'columns',
  valeurs: 'values',
  serie: 'series',
  ordre: 'order',
  tri: 'order',
  sort: 'order',
  accent: 'highlight',
  lecture: 'note',
  credit: 'credits',
  min: 'minimum',
  condition: 'where',
  filter: 'where',
  filtre: 'where',
  couleurs: 'colours',
  colors: 'colours',
  marque: 'brand',
  journaux: 'outlets',
  defauts: 'defaults',
  url: 'base-url',
  tribune: 'op-ed',
  communique: 'press-release',
  lettre: 'newsletter',
};

/** What authors type for a value, in French. */
const valueSynonyms: Readonly<Record<string, string>> = {
  brouillon: 'draft',
  relecture: 'review',
  'en-relecture': 'review',
  'sous-embargo': 'embargo',
  publie: 'published',
  francais: 'fr',
  'fr-fr': 'fr',
  anglais: 'en',
  erreur: 'error',
  avertissement: 'warning',
  information: 'info',
  non: 'off',
  word: 'docx',
  courriel: 'email',
  mail: 'email',
  texte: 'txt',
  barre: 'bar',
  barres: 'bar',
  'barres-empilees': 'stacked-bar',
  empile: 'stacked-bar',
  ligne: 'line',
  lignes: 'line',
  courbe: 'line',
  courbes: 'line',
  point: 'dot',
  points: 'dot',
  pente: 'slope',
  pentes: 'slope',
  gaufre: 'waffle',
  croissant: 'ascending',
  decroissant: 'descending',
  alphabetique: 'alphabetical',
  fichier: 'file',
};

/** The known key that an unknown one most likely means. */
export function meantKey(typed: string, known: readonly string[]): string | undefined {
  return meant(typed, known, synonyms);
}

/** The value, among those that are possible, that another one most likely means. */
export function meantValue(typed: string, possible: readonly string[]): string | undefined {
  return meant(typed, possible, valueSynonyms);
}

function meant(
  typed: string,
  known: readonly string[],
  names: Readonly<Record<string, string>>,
): string | undefined {
  const folded = foldAccents(typed)
    .trim()
    .replace(/[\s_]+/gu, '-');
  const synonym = Object.hasOwn(names, folded) ? names[folded] : undefined;
  return synonym !== undefined && known.includes(synonym) ? synonym : nearest(folded, known);
}
