import { ownReferences } from '../cite/own-references.ts';
import type { CslItem } from '../core/bibliography.ts';
import type { Severity } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

/** A field that a kind of work needs: one of `fields` is enough. `typed` is its name in a .bib file. */
interface Need {
  readonly fields: readonly string[];
  readonly name: Localized;
  readonly typed: string;
  readonly severity: Severity;
}

const title: Need = {
  fields: ['title'],
  name: { fr: 'le titre', en: 'the title' },
  typed: 'title',
  severity: 'error',
};
const author: Need = {
  fields: ['author', 'editor', 'director', 'container-author'],
  name: { fr: 'l’auteur', en: 'the author' },
  typed: 'author',
  severity: 'error',
};
const signature: Need = { ...author, severity: 'warning' };
const body: Need = { ...author, fields: [...author.fields, 'publisher'] };
const issued: Need = {
  fields: ['issued'],
  name: { fr: 'la date', en: 'the date' },
  typed: 'date',
  severity: 'warning',
};
const publisher: Need = {
  fields: ['publisher'],
  name: { fr: 'l’éditeur', en: 'the publisher' },
  typed: 'publisher',
  severity: 'warning',
};
const container = (french: string, english: string, typed: string): Need => ({
  fields: ['container-title'],
  name: { fr: french, en: english },
  typed,
  severity: 'error',
});
const review = container('le nom de la revue', 'the name of the journal', 'journaltitle');
const newspaper = container('le nom du journal', 'the name of the newspaper', 'journaltitle');
const address: Need = {
  fields: ['URL', 'DOI'],
  name: { fr: 'l’adresse', en: 'the address' },
  typed: 'url',
  severity: 'error',
};
const accessed: Need = {
  fields: ['accessed', 'DOI'],
  name: { fr: 'la date de consultation', en: 'the date of access' },
  typed: 'urldate',
  severity: 'warning',
};

const web = [title, address, accessed];
const chapter = [
  title,
  author,
  container('le titre de l’ouvrage', 'the title of the book', 'booktitle'),
  issued,
];

/** By CSL type; any other work needs its title. */
const needs: Readonly<Record<string, readonly Need[]>> = {
  book: [title, author, issued, publisher],
  chapter,
  'paper-conference': chapter,
  'article-journal': [title, signature, review, issued],
  'article-magazine': [title, signature, newspaper, issued],
  'article-newspaper': [title, signature, newspaper, issued],
  webpage: web,
  post: web,
  'post-weblog': web,
  report: [title, body, issued],
  thesis: [title, author, publisher, issued],
  legislation: [title, issued],
  bill: [title, issued],
  regulation: [title, issued],
  speech: [title, author, issued],
  dataset: [title, body, { ...address, severity: 'warning' }],
};

const note = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\nUn texte le dit [@dupont2021].\n';

export const referenceMissingField: Rule = {
  id: 'reference/missing-field',
  severity: 'error',
  summary: {
    fr: 'Une entrée de la bibliographie n’a pas tout ce qu’il faut pour retrouver l’ouvrage.',
    en: 'An entry of the bibliography lacks what it takes to find the work.',
  },
  examples: [
    {
      title: { fr: 'Livre complet', en: 'Complete book' },
      note,
      files: {
        'notes/x/refs.bib':
          '@book{dupont2021, title = {Bilan}, author = {Dupont, Jeanne}, publisher = {Seuil}, date = {2021}}\n',
      },
      expect: [],
    },
    {
      title: { fr: 'Livre sans titre ni éditeur', en: 'Book without title or publisher' },
      note,
      files: { 'notes/x/refs.bib': '@book{dupont2021, author = {Dupont, Jeanne}, date = {2021}}\n' },
      expect: ['1:7', '1:7'],
    },
    {
      title: { fr: 'Page web sans date de consultation', en: 'Web page without date of access' },
      note,
      files: { 'notes/x/refs.bib': '@online{dupont2021, title = {Bilan}, url = {https://example.org}}\n' },
      expect: ['1:9'],
    },
  ],
  *check(document) {
    for (const { key, csl, path, place } of ownReferences(document)) {
      for (const { name, typed, severity } of missingIn(csl)) {
        yield {
          place,
          path,
          severity,
          message: {
            fr: fr`Il manque ${name.fr} à l’entrée « ${key} ».`,
            en: `The entry "${key}" lacks ${name.en}.`,
          },
          expected: `${typed} = {…}`,
          help: {
            fr: fr`Ajoutez le champ « ${typed} » à l’entrée.`,
            en: `Add the field "${typed}" to the entry.`,
          },
        };
      }
    }
  },
};

function missingIn(csl: CslItem): Need[] {
  const wanted = (Object.hasOwn(needs, csl.type) ? needs[csl.type] : undefined) ?? [title];
  return wanted.filter(({ fields }) => !fields.some((field) => isFilled(csl[field])));
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}
