import { dateFault } from '../cite/date-faults.ts';
import { isDoi, isIsbn, isIssn, isWebAddress } from '../cite/identifiers.ts';
import { ownReferences } from '../cite/own-references.ts';
import type { CslItem } from '../core/bibliography.ts';
import type { Localized } from '../core/localized.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

interface Check {
  readonly fields: readonly string[];
  readonly name: Localized;
  readonly help: Localized;
  /** What is wrong in the field, as typed; undefined for a sound value. */
  readonly fault: (value: unknown) => string | undefined;
}

const badText =
  (isSound: (text: string) => boolean) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && !isSound(value) ? value : undefined;

const checks: readonly Check[] = [
  {
    fields: ['DOI'],
    name: { fr: 'Le DOI', en: 'The DOI' },
    help: {
      fr: fr`Un DOI commence par 10., suivi d’un numéro, d’une barre oblique et d’un nom : 10.1000/exemple.`,
      en: 'A DOI begins with 10., a number, a slash and a name: 10.1000/example.',
    },
    fault: badText(isDoi),
  },
  {
    fields: ['ISBN'],
    name: { fr: 'L’ISBN', en: 'The ISBN' },
    help: {
      fr: fr`Recopiez les 10 ou 13 chiffres imprimés au dos du livre : le dernier ne correspond pas aux autres.`,
      en: 'Copy the 10 or 13 digits from the back of the book: the last does not fit the others.',
    },
    fault: badText(isIsbn),
  },
  {
    fields: ['ISSN'],
    name: { fr: 'L’ISSN', en: 'The ISSN' },
    help: {
      fr: fr`Un ISSN a huit signes, 1234-5679 par exemple : le dernier ne correspond pas aux autres.`,
      en: 'An ISSN has eight signs, 1234-5679 for instance: the last does not fit the others.',
    },
    fault: badText(isIssn),
  },
  {
    fields: ['URL'],
    name: { fr: 'L’adresse', en: 'The address' },
    help: {
      fr: 'Donnez l’adresse entière, https:// compris et sans espace.',
      en: 'Give the whole address, https:// included and without spaces.',
    },
    fault: badText(isWebAddress),
  },
  {
    fields: ['issued', 'accessed', 'event-date', 'original-date'],
    name: { fr: 'La date', en: 'The date' },
    help: {
      fr: fr`Écrivez la date en chiffres, année d’abord : 2021, 2021-04 ou 2021-04-30.`,
      en: 'Write the date in digits, the year first: 2021, 2021-04 or 2021-04-30.',
    },
    fault: dateFault,
  },
];

const book = (fields: string): string =>
  `@book{dupont2021, title = {Bilan}, author = {Dupont, Jeanne}, publisher = {Seuil}, ${fields}}\n`;
const note = '---\ntitle: Bilan\nbibliography: refs.bib\n---\n\nUn livre le dit [@dupont2021].\n';

export const referenceMalformed: Rule = {
  id: 'reference/malformed',
  severity: 'error',
  summary: {
    fr: 'Un DOI, un ISBN, un ISSN, une adresse ou une date de la bibliographie est mal écrit.',
    en: 'A DOI, ISBN, ISSN, address or date of the bibliography is malformed.',
  },
  examples: [
    {
      title: { fr: 'Tout est bien écrit', en: 'All is well written' },
      note,
      files: {
        'notes/x/refs.bib': book(
          'date = {2021-04-30}, isbn = {978-2-07-036822-8}, doi = {10.1000/bilan}, url = {https://example.org/a}',
        ),
      },
      expect: [],
    },
    {
      title: { fr: 'Un chiffre de l’ISBN est faux', en: 'A digit of the ISBN is wrong' },
      note,
      files: { 'notes/x/refs.bib': book('date = {2021}, isbn = {978-2-07-036822-9}') },
      expect: ['1:7'],
    },
    {
      title: { fr: 'Date en mots et adresse incomplète', en: 'Date in words and incomplete address' },
      note,
      files: { 'notes/x/refs.bib': book('date = {printemps 2021}, url = {www.example.org}') },
      expect: ['1:7', '1:7'],
    },
  ],
  *check(document) {
    for (const { key, csl, path, place } of ownReferences(document)) {
      for (const { name, help, actual } of faultsOf(csl)) {
        yield {
          place,
          path,
          message: {
            fr: fr`${name.fr} de l’entrée « ${key} » est à corriger : ${actual}`,
            en: `${name.en} of the entry "${key}" is malformed: ${actual}`,
          },
          actual,
          help: { fr: fr`${help.fr}`, en: help.en },
        };
      }
    }
  },
};

function faultsOf(csl: CslItem): (Pick<Check, 'name' | 'help'> & { actual: string })[] {
  return checks.flatMap(({ fields, name, help, fault }) =>
    fields.flatMap((field) => {
      const actual = fault(csl[field]);
      return actual === undefined ? [] : [{ name, help, actual }];
    }),
  );
}
