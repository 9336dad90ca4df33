import { frontMatterSchema } from '../config/front-matter-schema.ts';
import { validate } from '../config/validate.ts';
import { parseYaml } from '../config/yaml.ts';
import { yamlMessage } from '../config/yaml-words.ts';
import { definedOnly } from '../util/defined-only.ts';
import { fr } from '../util/french.ts';
import { splitDocument } from './split-document.ts';
import type { FrontMatterFields } from '../config/front-matter-schema.ts';
import type { Fault, FaultKind } from '../config/validate.ts';
import type { CutValue, ParsedYaml, YamlProblem } from '../config/yaml.ts';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Place } from '../core/place.ts';
import type { ReadingProblem, ReadingRule } from './reading-problem.ts';

/** Stands for a title that is missing or wrong, so that the rest of the document can be checked. */
export const titlePlaceholder = '\u2026';

/** Front-matter as far as it could be read: faulty keys are left out of `fields`, and said in `problems`. */
export interface FrontMatter {
  readonly fields: FrontMatterFields;
  readonly yaml: ParsedYaml;
  /** The document, its front-matter blanked out. */
  readonly body: string;
}

export interface ReadFrontMatter {
  /** Absent when the YAML as a whole cannot be read: nothing is known of the document then. */
  readonly frontMatter?: FrontMatter;
  readonly problems: readonly ReadingProblem[];
}

/** Reads the front-matter of a document. Never throws; every fault is a problem at its place. */
export function readFrontMatter(text: string): ReadFrontMatter {
  const { yaml: source, body, problem } = splitDocument(text);
  const isMissing = problem?.rule === 'front-matter/missing';
  if (problem !== undefined && !isMissing) return { problems: [problem] };
  const yaml = parseYaml((source ?? '').replace(/\r(?=\n|$)/gu, ''));
  const broken = yaml.problems.map((fault): ReadingProblem => ({
    rule: 'front-matter/syntax',
    ...discreet(fault),
  }));
  if (yaml.value === undefined) return { problems: broken };
  const value = yaml.value ?? {};
  const { output, faults } = validate(frontMatterSchema, value, yaml);
  const fields = output ?? recovered(value, faults, yaml);
  if (fields === undefined) return { problems: [...broken, ...faults.map(problemOf)] };
  const problems = isMissing ? [problem] : [...broken, ...faults.map(problemOf)];
  const cuts = yaml.cuts
    .filter(isMistake)
    .map(({ problem: cut }): ReadingProblem => ({ rule: 'front-matter/comment-in-value', ...discreet(cut) }));
  return { frontMatter: { fields, yaml, body }, problems: [...problems, ...cuts] };
}

const openingFence: Place = { line: 1, column: 1, endLine: 1, endColumn: 4 };

const rules: Readonly<Record<FaultKind, ReadingRule>> = {
  'unknown-key': 'front-matter/unknown-key',
  type: 'front-matter/type',
  missing: 'front-matter/missing',
  value: 'front-matter/value',
};

function problemOf(fault: Fault): ReadingProblem {
  const { kind, path, problem, near } = fault;
  if (path[0] === 'authors' || path[0] === 'signatories')
    return { rule: rules[kind], ...problemOfPerson(fault) };
  const isNowhere = near === undefined && problem.actual === undefined;
  const isOfWhole = kind === 'missing' && path.length === 1 && isNowhere;
  return { rule: rules[kind], ...problem, ...(isOfWhole && { place: openingFence }) };
}

/** What is typed of a person may be the name of someone who is not public: it is never repeated. */
function problemOfPerson({ kind, problem, near }: Fault): Problem {
  const { place, message, help } = problem;
  if (near !== undefined) return { place, message, expected: near, ...(help && { help }) };
  return { place, message: kind === 'unknown-key' ? unknownOfPerson : message };
}

const unknownOfPerson: Localized = {
  fr: fr`Cette clé d’une personne est inconnue ; les clés sont name, role, organisation, public, signature.`,
  en: 'This key of a person is unknown; the keys are name, role, organisation, public, signature.',
};

/** A mistake of YAML without the line, where the line names a person. */
function discreet(problem: YamlProblem): Problem {
  const { cause, place, message, help, expected, actual } = problem;
  const isPersonal = /(?:name|nom|signature|authors?|auteure?s?|signator(?:y|ies)|signataires?)\s*:/iu.test(
    `${expected ?? ''}${actual ?? ''}`,
  );
  if (isPersonal) return { place, ...yamlMessage(cause, '…') };
  return { place, message, ...definedOnly({ help, expected, actual }) };
}

/** Titles rarely carry comments; elsewhere `# note` is one, and `#1` is a text that was cut. */
function isMistake({ key, comment, isWhole }: CutValue): boolean {
  const isTitle = ['title', 'subtitle', 'summary'].includes(key) && !isWhole;
  return isTitle ? comment.trim() !== '' : /^[^\s#]/u.test(comment);
}

/** The fields without those that are wrong, so that the rest of the document can be checked. */
function recovered(
  value: unknown,
  faults: readonly Fault[],
  yaml: ParsedYaml,
): FrontMatterFields | undefined {
  const kept: unknown = structuredClone(value);
  for (const { path } of faults) remove(kept, path.slice(0, depths[String(path[0])] ?? 1));
  const isMapping = typeof kept === 'object' && kept !== null && !Array.isArray(kept);
  if (!isMapping) return undefined;
  return validate(frontMatterSchema, { title: titlePlaceholder, ...withoutHoles(kept) }, yaml).output;
}

/** How deep below each key a fault is cut out. */
const depths: Readonly<Record<string, number>> = { figures: 3, rules: 2, authors: 2, signatories: 2 };

function remove(value: unknown, path: readonly (string | number)[]): void {
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null || step === undefined) return;
  const parent = value as Record<string | number, unknown>;
  if (rest.length > 0) remove(parent[step], rest);
  else if (Array.isArray(value)) parent[step] = undefined;
  else Reflect.deleteProperty(parent, step);
}

function withoutHoles(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.filter((item) => item !== undefined) : value,
    ]),
  );
}
