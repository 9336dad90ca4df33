import * as v from 'valibot';
import { formats } from '../core/document.ts';
import { ruleLevels } from './front-matter-schema.ts';
import {
  address,
  colour,
  described,
  email,
  folderName,
  formatList,
  listOf,
  oneOf,
  path,
  signs,
  text,
} from './schema-fields.ts';

/** The collective's own words and colours: what an empty nsp.yaml gives. */
const brand = {
  name: 'Nos services publics',
  site: 'https://nosservicespublics.fr',
  about:
    'Nos services publics est un collectif d’agents publics (fonctionnaires, contractuels, agents de la sécurité sociale) ' +
    'engagés pour retrouver le sens de leurs missions et défendre des services publics au service de toutes et tous.',
  colours: { primary: '#06708E', ink: '#0C3B49', accent: '#812E2E', positive: '#01A98D' },
} as const;

const coloursSchema = v.strictObject({
  primary: v.optional(described(colour, 'couleur principale', 'main colour'), brand.colours.primary),
  ink: v.optional(described(colour, 'couleur du texte', 'colour of the text'), brand.colours.ink),
  accent: v.optional(described(colour, 'couleur d’appui', 'accent colour'), brand.colours.accent),
  positive: v.optional(
    described(colour, 'seconde couleur d’appui', 'second accent colour'),
    brand.colours.positive,
  ),
});

const brandSchema = v.strictObject({
  name: v.optional(described(text, 'le nom imprimé', 'the printed name'), brand.name),
  site: v.optional(described(address, 'l’adresse du site', 'the address of the site'), brand.site),
  contact: v.exactOptional(described(text, 'le contact imprimé', 'the printed contact')),
  social: v.exactOptional(described(text, 'le compte sur les réseaux', 'the account on social networks')),
  about: v.optional(
    described(text, 'qui parle, en une ou deux phrases', 'who speaks, in a sentence or two'),
    brand.about,
  ),
  colours: v.optional(
    described(coloursSchema, 'les couleurs, en `#rrggbb`', 'the colours, as `#rrggbb`'),
    {},
  ),
});

const formatsSchema = v.strictObject({
  note: v.optional(described(formatList, 'formats d’une note', 'formats of a note'), [
    'pdf',
    'html',
    'email',
  ]),
  'op-ed': v.optional(described(formatList, 'formats d’une tribune', 'formats of an op-ed'), [...formats]),
  'press-release': v.optional(
    described(formatList, 'formats d’un communiqué', 'formats of a press release'),
    [...formats],
  ),
  newsletter: v.optional(described(formatList, 'formats d’une lettre', 'formats of a newsletter'), [
    'html',
    'email',
  ]),
});

const verificationSchema = v.strictObject({
  note: v.optional(described(v.boolean(), 'dans une note', 'in a note'), true),
  'op-ed': v.optional(described(v.boolean(), 'dans une tribune', 'in an op-ed'), false),
  'press-release': v.optional(described(v.boolean(), 'dans un communiqué', 'in a press release'), false),
  newsletter: v.optional(described(v.boolean(), 'dans une lettre', 'in a newsletter'), false),
});

const defaultsSchema = v.strictObject({
  lang: v.optional(
    described(oneOf(['fr', 'en']), 'la langue des documents', 'the language of documents'),
    'fr',
  ),
  template: v.optional(described(folderName, 'le modèle', 'the template'), 'nsp'),
  csl: v.optional(described(path, 'le style des références', 'the citation style'), 'nsp-note'),
  license: v.exactOptional(described(text, 'la licence', 'the licence')),
  formats: v.optional(
    described(formatsSchema, 'les formats produits, par genre', 'the formats to make, by kind'),
    {},
  ),
  verification: v.optional(
    described(
      verificationSchema,
      'montrer au lecteur comment chaque chiffre a été vérifié, par genre',
      'show readers how each figure was checked, by kind',
    ),
    {},
  ),
});

const outletSchema = v.strictObject({
  name: described(text, 'le nom du journal', 'the name of the newspaper'),
  email: v.exactOptional(described(email, 'l’adresse de la rédaction', 'the address of the desk')),
  'max-signs': v.exactOptional(
    described(
      signs,
      'longueur maximale en signes, espaces comprises',
      'greatest length in signs, spaces included',
    ),
  ),
  'min-signs': v.exactOptional(
    described(
      signs,
      'longueur minimale en signes, espaces comprises',
      'least length in signs, spaces included',
    ),
  ),
  demands: v.optional(
    described(listOf(text), 'ce que le journal demande en plus', 'what else the newspaper asks for'),
    [],
  ),
});

const onlineSchema = v.strictObject({
  'private-hosts': v.optional(
    described(
      listOf(text),
      'les hôtes d’un réseau privé que `nsp check --online` peut interroger',
      'the hosts of a private network that `nsp check --online` may ask',
    ),
    [],
  ),
});

/** nsp.yaml. */
export const settingsSchema = v.strictObject({
  brand: v.optional(
    described(
      brandSchema,
      'le nom, les couleurs et les adresses imprimés',
      'the name, the colours and the addresses in print',
    ),
    {},
  ),
  'base-url': v.exactOptional(
    described(
      address,
      'l’adresse où paraissent les fichiers produits',
      'the address under which artefacts are published',
    ),
  ),
  defaults: v.optional(
    described(
      defaultsSchema,
      'ce que vaut un document qui n’en dit rien',
      'what holds for a document that does not say',
    ),
    {},
  ),
  rules: v.optional(
    described(v.record(v.string(), oneOf(ruleLevels)), 'la gravité des règles', 'the severity of rules'),
    {},
  ),
  outlets: v.optional(
    described(v.record(v.string(), outletSchema), 'les journaux, par identifiant', 'the newspapers, by id'),
    {},
  ),
  documents: v.optional(
    described(listOf(path), 'les documents, en motifs de chemins', 'the documents, as globs'),
    ['notes/*.md', 'notes/*/*.md'],
  ),
  people: v.optional(
    described(path, 'le registre privé des personnes', 'the private registry of people'),
    'people.yaml',
  ),
  online: v.optional(
    described(onlineSchema, 'ce que peut demander `nsp check --online`', 'what `nsp check --online` may ask'),
    {},
  ),
  private: v.optional(
    described(
      listOf(path),
      'autres fichiers privés, en motifs de chemins : aucun document ne peut les inclure',
      'other private files, as globs: no document may include them',
    ),
    [],
  ),
});

export type SettingsFields = v.InferOutput<typeof settingsSchema>;
