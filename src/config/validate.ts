import * as v from 'valibot';
import { meantKey, meantValue } from './key-synonyms.ts';
import { dropUnknown } from './schema-walk.ts';
import {
  missingProblem,
  notKeysProblem,
  typeProblem,
  unknownKeyProblem,
  valueProblem,
} from './fault-words.ts';
import type { Problem } from '../core/finding.ts';
import type { Place } from '../core/place.ts';
import type { ParsedYaml, YamlPath } from './yaml.ts';

export type FaultKind = 'unknown-key' | 'type' | 'missing' | 'value';

/** What a schema refuses in a YAML text. `path` starts at the root of the text. */
export interface Fault {
  readonly kind: FaultKind;
  readonly path: YamlPath;
  readonly problem: Problem;
  /** Nearest known key or word, where there is one. */
  readonly near?: string;
}

export interface Validated<Output> {
  /** Absent when the value as a whole is not what the schema wants. */
  readonly output: Output | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Checks a part of a YAML text against a schema: unknown keys, types, missing keys, values, each with its place. Empty
 * keys count as absent. `base` is where the part stands in the text.
 */
export function validate<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  yaml: ParsedYaml,
  base: YamlPath = [],
): Validated<v.InferOutput<Schema>> {
  if (
    schema.type === 'strict_object' &&
    (typeof value !== 'object' || value === null || Array.isArray(value))
  ) {
    return {
      output: undefined,
      faults: [{ kind: 'type', path: base, problem: notKeysProblem(yaml.placeOf(base)) }],
    };
  }
  const unknown: Fault[] = [];
  const known = dropUnknown(schema, value, (path, key, keys) => {
    const near = meantKey(key, keys);
    const whole = [...base, ...path, key];
    unknown.push({
      kind: 'unknown-key',
      path: whole,
      problem: unknownKeyProblem(yaml.placeOf(whole, 'key'), key, near, keys),
      ...(near !== undefined && { near }),
    });
  });
  const result = v.safeParse(schema, known);
  const faults = (result.issues ?? []).flatMap((issue) => faultsOf(issue, yaml, base));
  const asText = (fault: Fault): Fault => {
    const text = fault.problem.expected === undefined ? undefined : yaml.sourceOf(fault.path);
    if (fault.kind !== 'type' || text === undefined) return fault;
    const corrected = withValue(known, fault.path.slice(base.length), text);
    const issues = v.safeParse(schema, corrected).issues ?? [];
    const refused = issues.flatMap((issue) => faultsOf(issue, yaml, base));
    return refused.find(({ kind, path }) => kind === 'value' && samePath(path, fault.path)) ?? fault;
  };
  return {
    output: result.success ? result.output : undefined,
    faults: joinMissing([...unknown, ...withoutRepeats(faults.map(asText))]),
  };
}

/** A key that is missing because its name was mistyped is one fault, not two. */
function joinMissing(faults: readonly Fault[]): Fault[] {
  const meant = new Map<string, Fault>();
  for (const fault of faults)
    if (fault.kind === 'unknown-key' && fault.near !== undefined)
      meant.set(JSON.stringify([...fault.path.slice(0, -1), fault.near]), fault);
  const joined = faults.flatMap((fault): Fault[] => {
    const typed = fault.kind === 'missing' ? meant.get(JSON.stringify(fault.path)) : undefined;
    return typed === undefined ? [fault] : [{ ...typed, kind: 'missing', path: fault.path }];
  });
  const told = new Set(joined.filter(({ kind }) => kind === 'missing').map(({ problem }) => problem));
  return joined.filter(({ kind, problem }) => kind === 'missing' || !told.has(problem));
}

function leadsSomewhere(value: unknown, [step, ...rest]: YamlPath): boolean {
  if (step === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
  return leadsSomewhere((value as Readonly<Record<string | number, unknown>>)[step], rest);
}

function samePath(one: YamlPath, other: YamlPath): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A copy with another value where `path` leads. */
function withValue(value: unknown, [step, ...rest]: YamlPath, to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? withValue(item, rest, to) : item));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [step]: withValue((value as Record<string | number, unknown>)[step], rest, to) };
}

function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify([fault.kind, fault.path]), fault])).values()];
}

function faultsOf(issue: v.BaseIssue<unknown>, yaml: ParsedYaml, base: YamlPath): Fault[] {
  const steps = issue.path ?? [];
  const keys = steps.map(({ key }) => (typeof key === 'number' ? key : String(key)));
  // A list given where keys are wanted: the schema library takes its indices for keys.
  const list = steps.findIndex(({ type, input }) => type === 'object' && Array.isArray(input));
  if (list !== -1) return [typeFault(yaml, [...base, ...keys.slice(0, list)], 'Object', [])];
  const path = [...base, ...keys];
  const inner = (issue.issues ?? []).filter(({ path: below }) => below !== undefined);
  if (inner.length > 0) return inner.flatMap((deeper) => faultsOf(deeper, yaml, path));
  return [faultOf(issue, yaml, path)];
}

function faultOf(issue: v.BaseIssue<unknown>, yaml: ParsedYaml, path: YamlPath): Fault {
  const key = keyOf(path);
  if (issue.input === undefined) {
    const parent = yaml.placeOf(path.slice(0, -1), 'key');
    // An empty key counts as absent, but it is there.
    const isEmpty = leadsSomewhere(yaml.value, path);
    const place = yaml.placeOf(path, 'key');
    const problem = isEmpty
      ? valueProblem({ code: 'empty', key, place, typed: '' })
      : missingProblem(parent, key);
    return { kind: 'missing', path, problem };
  }
  const onKey = issue.path?.at(-1)?.origin === 'key';
  const place = yaml.placeOf(path, onKey ? 'key' : 'value');
  const typed = onKey ? key : (yaml.sourceOf(path) ?? '');
  if (issue.kind === 'validation' || issue.type === 'picklist')
    return valueFault(issue, path, { key, place, typed });
  return typeFault(yaml, path, issue.expected ?? '', issue.input);
}

function typeFault(yaml: ParsedYaml, path: YamlPath, expected: string, input: unknown): Fault {
  const [key, place] = [keyOf(path), yaml.placeOf(path)];
  const typed = yaml.sourceOf(path) ?? '';
  return { kind: 'type', path, problem: typeProblem({ key, place, typed, expected, input }) };
}

/** The key that a place belongs to: that of its list, for an item. */
function keyOf(path: YamlPath): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

interface Where {
  readonly key: string;
  readonly place: Place | undefined;
  readonly typed: string;
}

function valueFault(issue: v.BaseIssue<unknown>, path: YamlPath, where: Where): Fault {
  const typed = typeof issue.input === 'string' ? issue.input : where.typed;
  const [code = '', ...options] = issue.message.split(' ');
  const near = options.length > 0 ? meantValue(typed, options) : undefined;
  const problem = valueProblem({ ...where, code, typed, options, near });
  return { kind: 'value', path, problem, ...(near !== undefined && { near }) };
}
