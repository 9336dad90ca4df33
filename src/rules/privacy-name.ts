import { visit } from 'unist-util-visit';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Secret } from '../core/person.ts';
import type { Place } from '../core/place.ts';
import type { Rule } from '../core/rule.ts';
import { secretNouns } from '../privacy/secret-nouns.ts';
import { findSecrets, indexSecrets } from '../privacy/secret-search.ts';
import { readableTexts } from '../markdown/readable-texts.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';
import { LineIndex } from '../util/line-index.ts';

const people =
  'people:\n  - { id: jd-7, name: Jeanne Duvernay, public: false, role: agente, email: jeanne@example.org }\n';
const files = { 'people.yaml': people };
const header = '---\ntitle: Bilan\n---\n\n';

export const privacyName: Rule = {
  id: 'privacy/name',
  severity: 'error',
  summary: {
    fr: 'Le nom, l’adresse ou le téléphone d’une personne non publique figure dans le document.',
    en: 'The name, e-mail or phone of a person who is not public stands in the document.',
  },
  examples: [
    {
      title: { fr: 'Rien qui la désigne', en: 'Nothing that points at her' },
      note: `${header}Jeanne, agente, a témoigné. Pour Pierre Duvernay, le duvernay est un vin. <!-- Jeanne Duvernay -->\n`,
      files,
      expect: [],
    },
    {
      title: { fr: 'Le nom, sous plusieurs formes', en: 'The name, in several forms' },
      note: `${header}Avec Jeanne **Duvernay**, Mme Duvernay et DUVERNAY\nJeanne.\n\n> Merci à jeanne\n> duvernay.\n`,
      files,
      expect: ['5:6', '5:31', '5:43', '8:11'],
    },
    {
      title: { fr: 'Ailleurs que dans la prose', en: 'Elsewhere than in the prose' },
      note: `---\ntitle: Bilan\nsummary: Vu par jeanne.duvernay\n---\n\n![Photo de Jeanne Duvernay](a.svg) [écrire](mailto:jeanne@example.org) \`jd-7\`\n`,
      files: { ...files, 'notes/x/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>' },
      expect: ['3:10', '6:1', '6:36', '6:72'],
    },
  ],
  *check(note, { secrets }) {
    const index = indexSecrets(secrets);
    if (index.phrases.size + index.phones.size === 0) return;
    for (const { text, place, path = note.path, where, isReference } of fieldsOf(note)) {
      // An author of the same surname may be cited; the same full name may not.
      const hits = findSecrets(text, index).filter(({ kind }) => !isReference || kind !== 'surname');
      for (const { kind } of hits) yield { place, path, ...sayOf(kind, where) };
    }
    for (const { text, placeOf, kind: where } of readableTexts(note.tree, note.source))
      for (const { kind, start, end } of findSecrets(text, index))
        yield { place: placeOf(start, end), ...sayOf(kind, places[where]) };
    for (const [path, text] of note.tables ?? []) {
      const lines = new LineIndex(text);
      for (const { kind, start, end } of findSecrets(text, index))
        yield { path, place: lines.placeOf(start, end), ...sayOf(kind, places.table) };
    }
  },
};

interface Field {
  readonly text: string;
  readonly place: Place | undefined;
  readonly where: Localized;
  /** The document's own if absent. */
  readonly path?: string;
  readonly isReference?: boolean;
}

/** What is printed and stands outside the Markdown. */
function fieldsOf(note: Note): Field[] {
  const { path, metaPlace, metaTexts = [], bibliography, ledger } = note;
  const references = bibliography.entries.map(({ csl, ...file }): Field => ({
    text: stringsOf(csl).join('\n'),
    path: file.path,
    place: file.place,
    where: places.reference,
    isReference: true,
  }));
  const figures = ledger.figures
    .filter(({ entry }) => entry.path !== path)
    .map(({ entry }): Field => {
      const { id, label, value, stated, source, unit, formula } = entry;
      const text = [id, label, value, stated, source, unit, formula].join('\n');
      return { text, path: entry.path, place: entry.place, where: places.figure };
    });
  const people = (['authors', 'signatories'] as const).map((key): Field => {
    const text = note[key].map(({ display, role, organisation }) => [display, role, organisation].join('\n'));
    return { text: text.join('\n\n'), place: metaPlace([key]), where: places.header };
  });
  return [
    { text: path, place: undefined, where: places.file },
    ...metaTexts.map((field) => ({ ...field, where: places.header })),
    ...people,
    ...drawingsOf(note),
    ...references,
    ...figures,
  ];
}

function drawingsOf({ tree, pictures }: Note): Field[] {
  const fields: Field[] = [];
  visit(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'definition') return;
    const words = pictures.get(node.url)?.words;
    if (words) fields.push({ text: words, place: placeOfNode(node), where: places.drawing });
  });
  return fields;
}

/** Every text of a reference; a name as "given family". */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { given, family } = value as { given?: unknown; family?: unknown };
  if (typeof given === 'string' && typeof family === 'string') return [`${given} ${family}`];
  return Object.values(value).flatMap(stringsOf);
}

const places = {
  prose: { fr: 'texte', en: 'text' },
  alternative: { fr: 'texte de remplacement d’une image', en: 'alternative text of a picture' },
  title: { fr: 'titre d’un lien ou d’une image', en: 'title of a link or picture' },
  address: { fr: 'adresse d’un lien ou d’une image', en: 'address of a link or picture' },
  code: { fr: 'code', en: 'code' },
  chart: { fr: 'graphique', en: 'chart' },
  label: { fr: 'nom d’une note ou d’un bloc', en: 'name of a note or block' },
  header: { fr: 'en-tête du document', en: 'front-matter' },
  reference: { fr: 'bibliographie', en: 'bibliography' },
  figure: { fr: 'registre des chiffres', en: 'ledger of figures' },
  drawing: { fr: 'mots d’un dessin', en: 'words of a drawing' },
  table: { fr: 'données', en: 'data' },
  file: { fr: 'nom du dossier ou du fichier', en: 'name of the folder or file' },
} as const satisfies Record<string, Localized>;

/** The place is told, never the words: the report may be read by others. */
function sayOf(kind: Secret['kind'], where: Localized): Omit<Problem, 'place'> {
  const noun = secretNouns[kind];
  return {
    message: {
      fr: fr`Ici figure ${noun.fr} (${where.fr}).`,
      en: `Here stands ${noun.en} (${where.en}).`,
    },
    help: {
      fr: fr`Ôtez-le, ou écrivez sa signature à la place ; si c’est quelqu’un d’autre, dites-le dans une exception : <!-- nsp-disable-next-line privacy/name -- raison -->.`,
      en: 'Take it out, or write the signature in its place; if it is somebody else, say so in an exception: <!-- nsp-disable-next-line privacy/name -- reason -->.',
    },
  };
}
