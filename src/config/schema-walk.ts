import * as v from 'valibot';

/** A schema as its library describes it; only what is used here. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly options?: readonly unknown[];
  readonly default?: unknown;
  readonly pipe?: readonly unknown[];
}

type Report = (path: readonly (string | number)[], key: string, known: readonly string[]) => void;

/** Copies a value without its empty keys and without those that the schema does not know, which are reported. */
export function dropUnknown(schema: v.GenericSchema, value: unknown, report: Report): unknown {
  return walk(schema, value, [], report);
}

function walk(shape: Shape, value: unknown, path: readonly (string | number)[], report: Report): unknown {
  const inside = shapeFor(shape, value);
  if (Array.isArray(value)) {
    const { item } = inside;
    const items: readonly unknown[] = value;
    return item === undefined
      ? items
      : items.map((entry, index) => walk(item, entry, [...path, index], report));
  }
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const next = inside.entries === undefined ? inside.value : entryOf(inside.entries, key);
      if (inside.entries !== undefined && next === undefined) {
        report(path, key, Object.keys(inside.entries));
        return [];
      }
      if (entry === null) return [];
      return [[key, next === undefined ? entry : walk(next, entry, [...path, key], report)]];
    }),
  );
}

function entryOf(entries: Readonly<Record<string, Shape>>, key: string): Shape | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** The schema below its optional wrap, and of a union the option that the value's type means. */
function shapeFor(shape: Shape, value: unknown): Shape {
  if (shape.wrapped !== undefined) return shapeFor(shape.wrapped, value);
  if (shape.type !== 'union') return shape;
  const options = (shape.options ?? []) as readonly Shape[];
  const fits = (option: Shape): boolean =>
    Array.isArray(value)
      ? option.type === 'array'
      : isMapping(value) && ['strict_object', 'record'].includes(option.type);
  return options.find(fits) ?? shape;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key as its schema declares it, for reference pages. */
export interface SchemaKey {
  /** From the root: `brand.colours.primary`, `outlets.ID.name`. */
  readonly name: string;
  readonly required: boolean;
  readonly defaultValue: unknown;
  readonly fr: string;
  readonly en: string;
  readonly choices: readonly string[];
  readonly types: readonly string[];
}

/** Lists the keys that a schema declares, parents before children. */
export function schemaKeys(schema: v.GenericSchema, prefix = ''): SchemaKey[] {
  const shape = objectIn(schema);
  return Object.entries(shape?.entries ?? {}).flatMap(([key, entry]) => {
    const name = prefix + key;
    const inner = entry.wrapped ?? entry;
    const help = v.getMetadata(inner as unknown as v.GenericSchema);
    const [fr = '', en = ''] = [help['fr'], help['en']].map((text) => (typeof text === 'string' ? text : ''));
    const own: SchemaKey = {
      name,
      required: entry.wrapped === undefined,
      defaultValue: entry.default,
      fr,
      en,
      choices: [...new Set(choicesOf(inner))],
      types: [...new Set(typesOf(inner))],
    };
    const isRecord = recordIn(inner) !== undefined;
    const below = objectIn(inner);
    return [
      own,
      ...(below ? schemaKeys(below as unknown as v.GenericSchema, `${name}.${isRecord ? 'ID.' : ''}`) : []),
    ];
  });
}

function recordIn(shape: Shape): Shape | undefined {
  return within(shape).find(({ type }) => type === 'record');
}

function objectIn(shape: Shape): Shape | undefined {
  return within(shape).find(({ type }) => type === 'strict_object');
}

/** A schema and every schema in it that is not below a key. */
function within(shape: Shape): Shape[] {
  const inner = [shape.wrapped, shape.item, shape.value].filter((part) => part !== undefined);
  const options = shape.type === 'union' ? ((shape.options ?? []) as readonly Shape[]) : [];
  return [shape, ...[...inner, ...options].flatMap(within)];
}

function choicesOf(shape: Shape): string[] {
  return within(shape).flatMap(({ type, options }) =>
    type === 'picklist' ? (options as readonly string[]) : [],
  );
}

function typesOf(shape: Shape): string[] {
  if (shape.wrapped !== undefined) return typesOf(shape.wrapped);
  if (shape.type === 'union') return ((shape.options ?? []) as readonly Shape[]).flatMap(typesOf);
  return [shape.type === 'picklist' ? 'string' : shape.type];
}
