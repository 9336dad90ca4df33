import * as v from 'valibot';
import { nearest } from '../util/nearest.ts';
import { meantKey } from './key-synonyms.ts';
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
  return {
    output: result.success ? result.output : undefined,
    faults: [...unknown, ...withoutRepeats(faults)],
  };
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
    return { kind: 'missing', path, problem: missingProblem(yaml.placeOf(path.slice(0, -1), 'key'), key) };
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
  const near = options.length > 0 ? nearest(typed, options) : undefined;
  const problem = valueProblem({ ...where, code, typed, options, near });
  return { kind: 'value', path, problem, ...(near !== undefined && { near }) };
}
