import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

/** The folder table of docs/architecture.md: folder to the folders that it may import. */
function readTable(): Map<string, Allowed> {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const table = new Map<string, Allowed>();
  for (const [, folder, allowed] of text.matchAll(/^\| `(\w+)` \| [^|]* \| ([^|]*)\|$/gmu)) {
    const names = [...allowed!.matchAll(/`(\w+)`/gu)].map(([, name]) => name!);
    table.set(folder!, { names: new Set(names), allBut: allowed!.startsWith('every folder but') });
  }
  return table;
}

interface Allowed {
  readonly names: ReadonlySet<string>;
  /** The names are those that may not be imported. */
  readonly allBut: boolean;
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** Read when it is needed, not when the program starts. */
  readonly isLate: boolean;
}

function files(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
}

/** Static, side-effect, re-exported and dynamic imports. */
function importsOf(path: string): { specifier: string; typeOnly: boolean; isLate: boolean }[] {
  const text = readFileSync(join(source, path), 'utf8');
  const statics = [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/gmu)].map(
    (match) => ({
      specifier: match[2]!,
      typeOnly: match[1] !== undefined,
      isLate: false,
    }),
  );
  const others = [...text.matchAll(/(?:^\s*import\s+|\bimport\()'([^']+)'/gmu)].map((match) => ({
    specifier: match[1]!,
    typeOnly: /import\('[^']+'\)\./u.test(text.slice(match.index, match.index + match[0].length + 2)),
    isLate: match[0].startsWith('import('),
  }));
  return [...statics, ...others];
}

function ourImports(): Import[] {
  return files().flatMap((path) =>
    importsOf(path)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier, typeOnly, isLate }) => ({
        from: path,
        to: relative(source, resolve(source, dirname(path), specifier)),
        typeOnly,
        isLate,
      })),
  );
}

const folderOf = (path: string): string => path.split('/')[0]!;

test('the table names every folder of src, and only those', () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...readTable().keys()].sort()).toEqual(folders.map((entry) => entry.name).sort());
});

test('every import is allowed by the table', () => {
  const table = readTable();
  const refused = ourImports().filter(({ from, to }) => {
    const [source, target] = [folderOf(from), folderOf(to)];
    if (source === target) return source === 'write' && crossesWriters(from, to);
    if (from === 'cli.ts') return !['commands', 'core', 'util'].includes(target);
    const allowed = table.get(source);
    return !allowed || allowed.names.has(target) === allowed.allBut;
  });
  expect(refused).toEqual([]);
});

/** A writer never imports another writer: `write/index.ts` alone knows them all. */
function crossesWriters(from: string, to: string): boolean {
  const [, writer, inside] = from.split('/');
  return inside !== undefined && to.split('/')[1] !== writer;
}

test('start-up reads the commands’ table, and nothing that works', () => {
  const imports = ourImports().filter(({ typeOnly, isLate }) => !typeOnly && !isLate);
  const read = new Set(['cli.ts']);
  for (const path of read) for (const { from, to } of imports) if (from === path) read.add(to);
  expect([...new Set([...read].slice(1).map(folderOf))].sort()).toEqual(['commands', 'core', 'util']);
});

test('no import cycles, types apart', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of ourImports()) {
    if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (node: string, path: string[]): void => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') {
      cycles.push([...path.slice(path.indexOf(node)), node].join(' → '));
      return;
    }
    state.set(node, 'open');
    for (const next of edges.get(node) ?? []) visit(next, [...path, node]);
    state.set(node, 'done');
  };
  for (const path of files()) visit(path, []);
  expect(cycles).toEqual([]);
});

test.each([
  ['node:fs', ['read', 'config', 'browser', 'commands', 'pipeline', 'cli.ts']],
  ['node:child_process', ['browser', 'validate']],
  ['puppeteer', ['browser']],
  ['commander', ['cli.ts']],
  ['ora', ['cli.ts', 'commands']],
  ['gray-matter', ['read']],
  ['citeproc', ['cite']],
  ['docx', ['write']],
  ['juice', ['write']],
  ['nodemailer', ['write']],
])('%s is imported only where it belongs', (name, allowed) => {
  const strangers = files().filter(
    (path) =>
      importsOf(path).some(({ specifier }) => specifier === name || specifier.startsWith(`${name}/`)) &&
      !allowed.includes(folderOf(path)),
  );
  expect(strangers).toEqual([]);
});

test('only cli.ts reads the process or writes to its streams', () => {
  const users = files().filter((path) => {
    const code = readFileSync(join(source, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'/gu, '');
    return /\bprocess\.(?:env|argv|exit|stdout|stderr|cwd|on)\b|\bconsole\./u.test(code);
  });
  expect(users.filter((path) => path !== 'cli.ts')).toEqual([]);
});
