import { personSchema } from '../config/person-schema.ts';
import { validate } from '../config/validate.ts';
import { parseYaml } from '../config/yaml.ts';
import { yamlMessage } from '../config/yaml-words.ts';
import { FileProblem } from '../core/files.ts';
import { ToolError } from '../core/tool-error.ts';
import { fr } from '../util/french.ts';
import { fileFaultWords } from './file-words.ts';
import { givenAway, givesAway, publicForm, secretsOf, withoutPublicSurnames } from './person.ts';
import type { Fault } from '../config/validate.ts';
import type { ParsedYaml, YamlPath } from '../config/yaml.ts';
import type { Files } from '../core/files.ts';
import type { Localized } from '../core/localized.ts';
import type { PublicPerson, Secret } from '../core/person.ts';
import type { Place } from '../core/place.ts';
import type { PersonFields } from '../config/person-schema.ts';

/** The registry of people.yaml: what may be shown of each person, by id, and what must never be. */
export interface People {
  /** Every id; undefined for a person of whom nothing may be printed. */
  readonly byId: ReadonlyMap<string, PublicPerson | undefined>;
  readonly secrets: readonly Secret[];
}

const usualPath = 'people.yaml';

export const nobody: People = { byId: new Map(), secrets: [] };

/**
 * Reads people.yaml: a list of people, or a list under `people:`, or people by id. Without a people.yaml it is empty.
 * Throws `ToolError` when it is wrong, without a word of what it says: what must stay secret has to be known for sure.
 */
export function readPeople(files: Files, path: string): People {
  const text = textOf(files, path);
  if (text === undefined) return nobody;
  const yaml = parseYaml(text);
  const [broken] = yaml.problems;
  if (broken !== undefined) throw wrong(path, broken.place, yamlMessage(broken.cause, '…').message);
  const people = entriesOf(yaml.value).map(({ at, value }) => personAt(yaml, at, value, path));
  const byId = new Map<string, PublicPerson | undefined>();
  for (const { fields, at } of people) {
    if (byId.has(fields.id)) throw wrong(path, yaml.placeOf([...at, 'id']), words.twice);
    byId.set(fields.id, publicForm(fields));
  }
  const secrets = people.flatMap(({ fields }) => secretsOf(fields));
  const publicNames = people.flatMap(({ fields }) =>
    fields.public === true && fields.name ? [fields.name] : [],
  );
  return { byId, secrets: withoutPublicSurnames(secrets, publicNames) };
}

function textOf(files: Files, path: string): string | undefined {
  try {
    return files.readText(path);
  } catch (error) {
    // A registry that nsp.yaml names and that is not there would leave its names without protection.
    const isAbsent = error instanceof FileProblem && error.fault === 'missing';
    if (isAbsent && path === usualPath) return undefined;
    const { message } = fileFaultWords(error, path);
    throw new ToolError('usage', message, words.named, error);
  }
}

interface Entry {
  readonly at: YamlPath;
  readonly value: unknown;
}

function entriesOf(value: unknown): Entry[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map((person: unknown, index) => ({ at: [index], value: person }));
  if (typeof value !== 'object') return [{ at: [], value }];
  const { people } = value as { people?: unknown };
  if (people === null) return [];
  if (people !== undefined)
    return entriesOf(people).map(({ at, value: person }) => ({ at: ['people', ...at], value: person }));
  return Object.entries(value).map(([id, person]: [string, unknown]) => ({
    at: [id],
    value: typeof person === 'object' && person !== null && !('id' in person) ? { id, ...person } : person,
  }));
}

function personAt(
  yaml: ParsedYaml,
  at: YamlPath,
  value: unknown,
  path: string,
): { fields: PersonFields; at: YamlPath } {
  const { output, faults } = validate(personSchema, value, yaml, at);
  const [fault] = faults;
  if (fault !== undefined) throw wrong(path, placeOf(yaml, fault), sentenceOf(fault));
  if (output === undefined) throw wrong(path, yaml.placeOf(at), words.type);
  const form = publicForm(output);
  if (form !== undefined && givesAway(output, form))
    throw wrong(path, yaml.placeOf([...at, 'signature']), givenAway.message);
  return { fields: output, at };
}

function placeOf(yaml: ParsedYaml, { kind, path }: Fault): Place | undefined {
  if (kind === 'missing') return yaml.placeOf(path.slice(0, -1), 'key');
  return yaml.placeOf(path, kind === 'unknown-key' ? 'key' : 'value');
}

const words = {
  named: {
    fr: fr`C’est le registre des personnes, que nomme « people: » dans nsp.yaml : son chemin part du dossier de nsp.yaml.`,
    en: 'It is the registry of people, which "people:" in nsp.yaml names: its path starts from the folder of nsp.yaml.',
  },
  twice: { fr: 'Deux personnes ont le même identifiant.', en: 'Two people have the same id.' },
  type: { fr: 'La valeur n’est pas du type attendu.', en: 'The value is not of the type wanted.' },
  value: { fr: 'La valeur ne convient pas.', en: 'The value is not fit.' },
} as const satisfies Record<string, Localized>;

/** What is wrong with a person, in words that never hold what was typed. */
function sentenceOf({ kind, path, near, problem }: Fault): Localized {
  const key = String(path.at(-1));
  // Of a known key, the sentence on the type tells the key and the type, never the value.
  if (kind === 'type' && key in personSchema.entries) return problem.message;
  if (kind === 'missing') return { fr: fr`La clé « ${key} » manque.`, en: `The key "${key}" is missing.` };
  if (kind === 'unknown-key') {
    const meant = near ?? 'id, name, role, organisation, public, signature, email, phone';
    return { fr: fr`Clé inconnue ; attendu : ${meant}.`, en: `Unknown key; wanted: ${meant}.` };
  }
  return words[kind];
}

function wrong(path: string, place: Place | undefined, message: Localized): ToolError {
  const where = `${path}:${place?.line ?? 1}:${place?.column ?? 1}`;
  return new ToolError(
    'usage',
    { fr: fr`${where} : ${message.fr}`, en: `${where}: ${message.en}` },
    {
      fr: fr`Rien n’est produit tant que ce registre n’est pas juste : il dit quels noms taire.`,
      en: 'Nothing is made until this registry is right: it says which names to keep quiet.',
    },
  );
}
