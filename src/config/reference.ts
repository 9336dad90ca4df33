import * as v from 'valibot';
import { fr } from '../util/french.ts';
import { chartSchema } from './chart-schema.ts';
import { figureSchema, figuresSchema } from './figure-schema.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { personSchema } from './person-schema.ts';
import { schemaKeys } from './schema-walk.ts';
import { settingsSchema } from './settings-schema.ts';
import type { Language, Localized } from '../core/localized.ts';
import type { SchemaKey } from './schema-walk.ts';

/** A page of docs/reference: what it is about, the schema of its keys, the schema that editors check a file with. */
export interface Reference {
  /** Name of the page and of its JSON Schema. */
  readonly name: string;
  readonly title: Localized;
  readonly intro: Localized;
  readonly keys: v.GenericSchema;
  readonly file: v.GenericSchema;
}

export const references: readonly Reference[] = [
  {
    name: 'front-matter',
    title: { fr: 'L’en-tête d’un document', en: 'The front-matter of a document' },
    intro: {
      fr: fr`Entre deux lignes « --- », au début du fichier, en YAML. Seul le titre est obligatoire. Un texte qui contient « : » ou « # » se met entre guillemets.`,
      en: 'Between two lines "---", at the start of the file, in YAML. Only the title is required. A text that holds ": " or " #" goes between quotes.',
    },
    keys: frontMatterSchema,
    file: frontMatterSchema,
  },
  {
    name: 'figures',
    title: { fr: 'Le registre des chiffres', en: 'The ledger of figures' },
    intro: {
      fr: fr`Chaque chiffre a un identifiant (lettres, chiffres, tirets), sous « figures: » dans l’en-tête ou dans un fichier YAML à part. Un nombre à virgule se met entre guillemets.`,
      en: 'Each figure has an id (letters, digits, hyphens), under "figures:" in the front-matter or in a YAML file of its own. A number with a decimal comma goes between quotes.',
    },
    keys: figureSchema,
    file: figuresSchema,
  },
  {
    name: 'chart',
    title: { fr: 'Un graphique', en: 'A chart' },
    intro: {
      fr: fr`Entre une ligne « :::chart » et une ligne « ::: » du texte, en YAML. Les nombres viennent d’un fichier CSV dont la première ligne nomme les colonnes.`,
      en: 'Between a line ":::chart" and a line ":::" of the text, in YAML. Its numbers come from a CSV file whose first line names the columns.',
    },
    keys: chartSchema,
    file: chartSchema,
  },
  {
    name: 'nsp-yaml',
    title: { fr: 'nsp.yaml', en: 'nsp.yaml' },
    intro: {
      fr: fr`À la racine de l’espace de travail. Un fichier vide suffit : chaque clé a une valeur par défaut.`,
      en: 'At the root of the workspace. An empty file will do: every key has a default.',
    },
    keys: settingsSchema,
    file: settingsSchema,
  },
  {
    name: 'people-yaml',
    title: { fr: 'people.yaml', en: 'people.yaml' },
    intro: {
      fr: fr`Le registre privé des membres et des signataires : une liste de personnes. Il n’est jamais copié dans dist. Sans « public: true », une personne n’est que sa signature, ou sa fonction et son organisme.`,
      en: 'The private registry of members and signatories: a list of people. It is never copied to dist. Without "public: true", a person is only their signature, or their role and organisation.',
    },
    keys: personSchema,
    file: v.array(personSchema),
  },
];

const heads: Readonly<Record<Language, readonly string[]>> = {
  fr: ['clé', 'valeur', 'par défaut', 'sens'],
  en: ['key', 'value', 'default', 'meaning'],
};

const types: Readonly<Record<string, Localized>> = {
  string: { fr: 'texte', en: 'text' },
  number: { fr: 'nombre', en: 'number' },
  boolean: { fr: '`true` ou `false`', en: '`true` or `false`' },
  array: { fr: 'liste', en: 'list' },
  strict_object: { fr: 'clés', en: 'keys' },
  record: { fr: 'clés', en: 'keys' },
};

/** The reference page of a file, in Markdown. */
export function referencePage({ title, intro, keys }: Reference, lang: Language): string {
  const rows = schemaKeys(keys).map((key) => [
    `\`${key.name}\``,
    valueWords(key, lang),
    defaultWords(key, lang),
    key[lang],
  ]);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const head = heads[lang];
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  return [`# ${title[lang]}`, '', intro[lang], '', ...table, ''].join('\n');
}

function valueWords({ choices, types: names }: SchemaKey, lang: Language): string {
  const list = { fr: fr`liste : `, en: 'list: ' }[lang];
  if (choices.length > 0)
    return (names.includes('array') ? fr`${list}` : '') + choices.map((choice) => `\`${choice}\``).join(', ');
  return [...new Set(names.map((name) => types[name]?.[lang] ?? name))].join(
    { fr: ' ou ', en: ' or ' }[lang],
  );
}

function defaultWords({ required, defaultValue }: SchemaKey, lang: Language): string {
  if (required) return { fr: '**obligatoire**', en: '**required**' }[lang];
  const values: readonly unknown[] = Array.isArray(defaultValue) ? defaultValue : [defaultValue];
  return values
    .filter((value) => typeof value === 'string')
    .map((value) => `\`${value}\``)
    .join(', ');
}
