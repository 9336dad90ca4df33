import { parse } from 'csv-parse/sync';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { resolveInside } from '../util/workspace-path.ts';
import { FileProblem } from '../core/files.ts';
import { fileFaultWords } from './file-words.ts';
import { givenAway, givesAway, publicForm, secretsOf, unprintable } from './person.ts';
import type { InlinePerson } from '../config/person-schema.ts';
import type { ParsedYaml, YamlPath } from '../config/yaml.ts';
import type { Files } from '../core/files.ts';
import type { PublicPerson, Secret } from '../core/person.ts';
import type { Place } from '../core/place.ts';
import type { People } from './people.ts';
import type { ReadingProblem } from './reading-problem.ts';

export interface PeopleOfDocument {
  readonly people: readonly PublicPerson[];
  readonly problems: readonly ReadingProblem[];
  readonly secrets: readonly Secret[];
}

interface Context {
  readonly files: Files;
  readonly folder: string;
  readonly registry: People;
  readonly yaml: ParsedYaml;
}

type Listed = string | readonly (string | InlinePerson)[];

/** Resolves `authors` or `signatories`: ids, people written in the document, the path of a CSV. */
export function peopleOfDocument(
  key: 'authors' | 'signatories',
  listed: Listed,
  context: Context,
): PeopleOfDocument {
  const { yaml } = context;
  if (typeof listed !== 'string') {
    return join(listed.map((person, index) => onePerson(person, [key, index], context)));
  }
  const isFile = /\.csv$/iu.test(listed) && key === 'signatories';
  if (isFile) return peopleOfCsv(listed, yaml.placeOf([key]), context);
  const ids = listed.split(',').map((id) => id.trim());
  return join(ids.filter((id) => id !== '').map((id) => byId(id, yaml.placeOf([key]), context.registry)));
}

function onePerson(
  person: string | InlinePerson,
  path: YamlPath,
  { registry, yaml }: Context,
): PeopleOfDocument {
  if (typeof person === 'string') return byId(person, yaml.placeOf(path), registry);
  const place = yaml.placeOf(person.name === undefined ? path : [...path, 'name']);
  const inline = inlinePerson(person, place);
  const isUnsaid = person.name !== undefined && person.public === undefined;
  return isUnsaid ? { ...inline, problems: [...inline.problems, unsaid(place)] } : inline;
}

function byId(id: string, place: Place | undefined, { byId: known }: People): PeopleOfDocument {
  const person = known.get(id);
  if (person !== undefined) return { people: [person], problems: [], secrets: [] };
  const problem: ReadingProblem = known.has(id)
    ? { rule: 'people/unprintable', place, ...unprintable }
    : { rule: 'people/unknown', place, ...unknownPerson(id, known) };
  return { people: [], problems: [problem], secrets: [] };
}

/** A private id is never proposed, and what was typed is never repeated: it may be someone's name. */
function unknownPerson(
  id: string,
  known: People['byId'],
): Pick<ReadingProblem, 'message' | 'help' | 'expected'> {
  const near = nearest(id, known.keys());
  const message = {
    fr: 'Cette personne n’est pas dans people.yaml.',
    en: 'This person is not in people.yaml.',
  };
  if (near !== undefined && known.get(near)?.isPrivate === false) {
    return {
      message,
      expected: near,
      help: { fr: fr`Vouliez-vous dire « ${near} » ?`, en: `Did you mean "${near}"?` },
    };
  }
  const help =
    near === undefined
      ? {
          fr: fr`Employez un identifiant de people.yaml, ou écrivez « { name: …, role: …, public: true } ».`,
          en: 'Use an id of people.yaml, or write "{ name: …, role: …, public: true }".',
        }
      : {
          fr: 'L’identifiant d’une personne de people.yaml s’écrit presque ainsi.',
          en: 'The id of a person of people.yaml is spelled nearly like this.',
        };
  return { message, help };
}

function inlinePerson(person: InlinePerson, place: Place | undefined): PeopleOfDocument {
  const secrets = secretsOf(person);
  const form = publicForm(person);
  if (form === undefined) {
    return { people: [], problems: [{ rule: 'people/unprintable', place, ...unprintable }], secrets };
  }
  const problems: ReadingProblem[] = givesAway(person, form)
    ? [{ rule: 'people/signature', place, ...givenAway }]
    : [];
  return { people: problems.length > 0 ? [] : [form], problems, secrets };
}

function unsaid(place: Place | undefined): ReadingProblem {
  return {
    rule: 'people/public',
    place,
    message: {
      fr: 'Le document ne dit pas si cette personne est publique, son nom ne sera pas imprimé.',
      en: 'The document does not say whether this person is public, the name will not be printed.',
    },
    help: {
      fr: fr`Ajoutez « public: true » si son nom peut paraître, « public: false » sinon.`,
      en: 'Add "public: true" if the name may appear, "public: false" if not.',
    },
  };
}

const columns: Readonly<Record<string, keyof InlinePerson>> = {
  name: 'name',
  nom: 'name',
  role: 'role',
  fonction: 'role',
  organisation: 'organisation',
  organization: 'organisation',
  organisme: 'organisation',
  public: 'public',
  publique: 'public',
  signature: 'signature',
};

function peopleOfCsv(typed: string, place: Place | undefined, { files, folder }: Context): PeopleOfDocument {
  const path = resolveInside(folder, typed);
  try {
    if (path === undefined) throw new FileProblem('outside', typed);
    return peopleOfRows(rowsOf(files.readText(path)), place);
  } catch (error) {
    const words = error instanceof FileProblem ? fileFaultWords(error, typed) : notCsv;
    return { people: [], problems: [{ rule: 'front-matter/file', place, ...words }], secrets: [] };
  }
}

const notCsv = {
  message: { fr: 'Ce fichier CSV ne peut pas être compris.', en: 'This CSV file cannot be understood.' },
  help: {
    fr: fr`Sa première ligne nomme les colonnes : name, role, organisation, public, signature.`,
    en: 'Its first line names the columns: name, role, organisation, public, signature.',
  },
};

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, {
    bom: true,
    delimiter: [',', ';', '\t'],
    columns: (header: string[]) => header.map((name) => columns[name.trim().toLowerCase()] ?? false),
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
    to: 100_000,
  });
}

function peopleOfRows(
  rows: readonly Readonly<Record<string, string>>[],
  place: Place | undefined,
): PeopleOfDocument {
  const typed = rows.map((row) => personOfRow(row));
  const joined = join(typed.map((person) => inlinePerson(person, place)));
  const isUnsaid = typed.some((person) => person.name !== undefined && person.public === undefined);
  const problems = [...new Map(joined.problems.map((problem) => [problem.rule, problem])).values()];
  return { ...joined, problems: isUnsaid ? [...problems, unsaid(place)] : problems };
}

function personOfRow(row: Readonly<Record<string, string>>): InlinePerson {
  const isPublic = /^(?:true|oui|yes|vrai|1|x)$/iu.test(row['public'] ?? '');
  return {
    ...(row['name'] && { name: row['name'] }),
    ...(row['role'] && { role: row['role'] }),
    ...(row['organisation'] && { organisation: row['organisation'] }),
    ...(row['signature'] && { signature: row['signature'] }),
    ...(row['public'] && { public: isPublic }),
  };
}

function join(parts: readonly PeopleOfDocument[]): PeopleOfDocument {
  return {
    people: parts.flatMap(({ people }) => people),
    problems: parts.flatMap(({ problems }) => problems),
    secrets: parts.flatMap(({ secrets }) => secrets),
  };
}
