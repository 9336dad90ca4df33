import * as v from 'valibot';
import { kinds, statuses } from '../core/document.ts';
import { figuresSchema } from './figure-schema.ts';
import { inlinePersonSchema } from './person-schema.ts';
import {
  date,
  described,
  folderName,
  formatList,
  instant,
  listOf,
  oneOf,
  path,
  slug,
  text,
  textOrNumber,
} from './schema-fields.ts';
import type { Kind } from '../core/document.ts';

/** French names of kinds, as authors may type them. */
export const kindAliases = { tribune: 'op-ed', communique: 'press-release', lettre: 'newsletter' } as const;

export const ruleLevels = ['error', 'warning', 'info', 'off'] as const;

const kind = v.pipe(
  oneOf([...kinds, ...(Object.keys(kindAliases) as (keyof typeof kindAliases)[])]),
  v.transform((name): Kind =>
    name in kindAliases ? kindAliases[name as keyof typeof kindAliases] : (name as Kind),
  ),
);

const people = v.union([v.array(v.union([textOrNumber, inlinePersonSchema])), text]);

/** The front-matter of a document. */
export const frontMatterSchema = v.strictObject({
  title: described(text, 'le titre', 'the title'),
  subtitle: v.exactOptional(described(text, 'le sous-titre', 'the subtitle')),
  summary: v.exactOptional(
    described(text, 'le résumé, en quelques phrases', 'the summary, in a few sentences'),
  ),
  keywords: v.optional(described(listOf(textOrNumber), 'les mots-clés', 'the keywords'), []),
  lang: v.exactOptional(
    described(
      oneOf(['fr', 'en']),
      'la langue du document, celle de nsp.yaml par défaut',
      'the language of the document, that of nsp.yaml by default',
    ),
  ),
  kind: v.optional(
    described(
      kind,
      'le genre, qui décide du modèle, des formats et des règles',
      'the kind, which sets template, formats and rules',
    ),
    'note',
  ),
  slug: v.exactOptional(
    described(
      slug,
      'le nom des fichiers produits, celui du dossier par défaut',
      'the name of the artefacts, the folder’s by default',
    ),
  ),
  date: v.exactOptional(
    described(date, 'la date de publication : 2026-05-04', 'the date of publication: 2026-05-04'),
  ),
  version: v.exactOptional(described(textOrNumber, 'la version', 'the version')),
  status: v.optional(
    described(
      oneOf(statuses),
      'l’état ; un brouillon et un document sous embargo portent une marque',
      'the status; a draft and an embargoed document carry a mark',
    ),
    'published',
  ),
  embargo: v.exactOptional(
    described(
      instant,
      'la fin de l’embargo, avec le décalage horaire : 2026-05-04T06:00+02:00',
      'the end of the embargo, with its offset: 2026-05-04T06:00+02:00',
    ),
  ),
  authors: v.optional(
    described(
      people,
      'les auteurs : identifiants de people.yaml, ou `{ name, role, organisation, public }`',
      'the authors: ids of people.yaml, or `{ name, role, organisation, public }`',
    ),
    [],
  ),
  signatories: v.optional(
    described(
      people,
      'les signataires, comme les auteurs, ou le chemin d’un fichier CSV',
      'the signatories, like the authors, or the path of a CSV file',
    ),
    [],
  ),
  bibliography: v.optional(
    described(
      v.union([v.array(path), path]),
      'le ou les fichiers de références (.bib, .json, .yaml)',
      'the file or files of references (.bib, .json, .yaml)',
    ),
    [],
  ),
  csl: v.exactOptional(
    described(
      path,
      'le style des références : un nom, ou un fichier .csl',
      'the citation style: a name, or a .csl file',
    ),
  ),
  figures: v.optional(
    described(
      v.union([figuresSchema, path]),
      'le registre des chiffres, ou le chemin d’un fichier YAML de même forme',
      'the ledger of figures, or the path of a YAML file of the same shape',
    ),
    {},
  ),
  outlet: v.exactOptional(
    described(
      textOrNumber,
      'le journal visé, un identifiant de nsp.yaml',
      'the newspaper aimed at, an id of nsp.yaml',
    ),
  ),
  formats: v.exactOptional(described(formatList, 'les formats produits', 'the formats to make')),
  verification: v.exactOptional(
    described(
      v.boolean(),
      'montrer au lecteur comment chaque chiffre du registre a été vérifié : oui par défaut dans une note',
      'show readers how each figure of the ledger was checked: on by default in a note',
    ),
  ),
  attachments: v.exactOptional(
    described(
      v.boolean(),
      'joindre au PDF le texte du document et les données de ses chiffres : sans cette clé, le texte seul, dans une note',
      'attach the text of the document and the data of its figures to the PDF: without this key, the text alone, in a note',
    ),
  ),
  license: v.exactOptional(described(text, 'la licence', 'the licence')),
  contact: v.exactOptional(described(text, 'le contact', 'the contact')),
  'working-group': v.exactOptional(described(text, 'le groupe de travail', 'the working group')),
  template: v.exactOptional(
    described(folderName, 'le modèle, un dossier de templates/', 'the template, a folder of templates/'),
  ),
  rules: v.optional(
    described(
      v.record(v.string(), oneOf(ruleLevels)),
      'la gravité de règles pour ce document',
      'the severity of rules for this document',
    ),
    {},
  ),
});

export type FrontMatterFields = v.InferOutput<typeof frontMatterSchema>;
