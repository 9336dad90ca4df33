import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Secret } from '../core/person.ts';
import type { Place } from '../core/place.ts';
import type { Rule } from '../core/rule.ts';
import { isComment } from '../markdown/exceptions.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { findSecrets, indexSecrets, type SecretHit, type SecretIndex } from '../privacy/secret-search.ts';
import { fr } from '../util/french.ts';
import { placeInText } from '../util/text-place.ts';

const people = 'people:\n  - { id: jd-7, name: Jeanne Duvernay, public: false, role: agente, email: jeanne@example.org }\n';
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
      expect: ['5:6', '5:27', '5:42', '8:11'],
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
    for (const { text, place, where } of fieldsOf(note))
      for (const hit of findSecrets(text, index)) yield { place, ...sayOf(hit.kind, where) };
    yield* problemsOfTree(note, index);
  },
};

interface Field {
  readonly text: string;
  readonly place: Place | undefined;
  readonly where: Localized;
}

/** What is printed and stands outside the Markdown. */
function fieldsOf(note: Note): Field[] {
  const { meta, metaPlace, bibliography, ledger } = note;
  const header = (['title', 'subtitle', 'summary', 'contact', 'license', 'keywords', 'slug', 'workingGroup'] as const).map(
    (key): Field => ({
      text: [meta[key] ?? []].flat().join('\n'),
      place: metaPlace([key === 'workingGroup' ? 'working-group' : key]),
      where: places.header,
    }),
  );
  const shown = [...note.authors, ...note.signatories].filter(({ isPrivate }) => isPrivate);
  return [
    ...header,
    ...shown.map(({ display }) => ({ text: display, place: undefined, where: places.signature })),
    ...bibliography.entries.map(({ csl, place }) => ({ text: stringsOf(csl).join('\n'), place, where: places.reference })),
    ...ledger.figures.map(({ entry }) => ({
      text: [entry.label, entry.value, entry.stated, entry.source].filter((part) => part !== undefined).join('\n'),
      place: entry.place,
      where: places.figure,
    })),
  ];
}
