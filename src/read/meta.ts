import { formats } from '../core/document.ts';
import { FileProblem } from '../core/files.ts';
import { definedOnly } from '../util/defined-only.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { resolveInside } from '../util/workspace-path.ts';
import { shippedStyles } from './citation-style.ts';
import { fileFaultWords } from './file-words.ts';
import { titlePlaceholder } from './front-matter.ts';
import type { FrontMatterFields } from '../config/front-matter-schema.ts';
import type { Meta } from '../core/note.ts';
import type { Settings } from '../core/settings.ts';
import type { FrontMatter } from './front-matter.ts';
import type { ReadingProblem } from './reading-problem.ts';

/** Applies the defaults of the workspace to the front-matter. `slug` is the one that the document's place gives. */
export function metaOf(fields: FrontMatterFields, settings: Settings, slug: string): Meta {
  const chosen = fields.formats ?? settings.formats[fields.kind];
  return definedOnly({
    title: fields.title === titlePlaceholder ? slug : fields.title,
    subtitle: fields.subtitle,
    summary: fields.summary,
    keywords: fields.keywords,
    lang: fields.lang ?? settings.lang,
    kind: fields.kind,
    slug: fields.slug ?? slug,
    date: fields.date,
    version: fields.version,
    status: fields.status,
    embargo: fields.embargo,
    csl: fields.csl,
    outlet: fields.outlet,
    formats: formats.filter((format) => chosen.includes(format)),
    license: fields.license ?? settings.license,
    contact: fields.contact,
    workingGroup: fields['working-group'],
    template: fields.template ?? settings.template,
    attachments: fields.attachments,
    verification: fields.verification ?? settings.verification[fields.kind],
  });
}

/** What the front-matter asks for and the workspace lacks: a citation style, a name for the artefacts. */
export function metaProblems(
  { fields, yaml }: FrontMatter,
  where: { readonly slug: string; readonly folder: string; readonly hasFile: (path: string) => boolean },
): ReadingProblem[] {
  const { csl } = fields;
  const problems: ReadingProblem[] = [];
  const isStyle =
    csl === undefined || (shippedStyles as readonly string[]).includes(csl) || where.hasFile(csl);
  if (!isStyle) {
    const isOutside = resolveInside(where.folder, csl) === undefined;
    const said = isOutside ? outsideStyle(csl) : unknownStyle(csl);
    problems.push({ ...said, place: yaml.placeOf(['csl']) });
  }
  if (fields.slug === undefined && where.slug === '') {
    problems.push({
      rule: 'front-matter/missing',
      place: { line: 1, column: 1, endLine: 1, endColumn: 4 },
      ...noSlug,
    });
  }
  return problems;
}

function outsideStyle(typed: string): Omit<ReadingProblem, 'place'> {
  return { rule: 'front-matter/file', ...fileFaultWords(new FileProblem('outside', typed), typed) };
}

function unknownStyle(typed: string): Omit<ReadingProblem, 'place'> {
  const near = nearest(typed, shippedStyles);
  const known = shippedStyles.join(', ');
  return {
    rule: 'front-matter/value',
    message: {
      fr: fr`Le style de citation « ${typed} » n’existe pas.`,
      en: `There is no citation style "${typed}".`,
    },
    actual: typed,
    ...(near !== undefined && { expected: near }),
    help: {
      fr: fr`Donnez le chemin d’un fichier .csl, ou l’un de ces noms : ${known}.`,
      en: `Give the path of a .csl file, or one of these names: ${known}.`,
    },
  };
}

const noSlug = {
  message: {
    fr: fr`Le nom du dossier ne donne pas de nom aux fichiers produits, et « slug » manque.`,
    en: 'The folder’s name gives the artefacts no name, and "slug" is missing.',
  },
  help: { fr: fr`Ajoutez une ligne « slug: mon-document ».`, en: 'Add a line "slug: my-document".' },
} as const;
