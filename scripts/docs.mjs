// Writes docs/reference from the schemas and the rules: pages in French and English, JSON Schemas for editors.
// `node scripts/docs.mjs --check` writes nothing and fails when a file is not up to date.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';
import { rulesPage } from './rules-reference.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'docs', 'reference');

const sources = [
  'config/reference',
  'config/default-settings',
  'rules/index',
  'check/exceptions',
  'check/run',
  'online/online-rules',
  'pipeline/output-rules',
  'read/memory-files',
  'read/note',
  'read/people',
  'read/reading-problem',
  'source/read-sources',
];

/** Imports modules of src as one, through a bundle in a folder of node_modules, so that packages are found. */
async function importSources() {
  const parent = join(root, 'node_modules', '.cache');
  await mkdir(parent, { recursive: true });
  const temporary = await mkdtemp(join(parent, 'nsp-docs-'));
  try {
    const outfile = join(temporary, 'bundle.mjs');
    await build({
      stdin: {
        contents: sources.map((name) => `export * from './src/${name}.ts';`).join('\n'),
        resolveDir: root,
      },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function jsonSchemaOf({ title, file }) {
  const options = { target: 'draft-07', errorMode: 'ignore', overrideAction: helpAsDescription };
  // What authors type is the input; the library tells the help of what it transforms only in its other mode.
  const typed = toJsonSchema(file, { ...options, typeMode: 'input' });
  const told = toJsonSchema(file, { ...options, typeMode: 'ignore' });
  return `${JSON.stringify({ title: title.fr, ...withDescriptions(typed, told) }, null, 2)}\n`;
}

function helpAsDescription({ valibotAction, jsonSchema }) {
  if (valibotAction.type !== 'metadata') return undefined;
  const { fr, en, ...rest } = { ...jsonSchema, ...valibotAction.metadata };
  return { ...rest, description: `${fr} / ${en}` };
}

function withDescriptions(schema, told) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((item, index) => withDescriptions(item, told?.[index]));
  const entries = Object.entries(schema).map(([key, value]) => [key, withDescriptions(value, told?.[key])]);
  const { description } = told ?? {};
  return { ...Object.fromEntries(entries), ...(typeof description === 'string' && { description }) };
}

async function pages() {
  const source = await importSources();
  const { references, referencePage } = source;
  const schemas = references.flatMap((reference) => [
    [`${reference.name}.fr.md`, referencePage(reference, 'fr')],
    [`${reference.name}.en.md`, referencePage(reference, 'en')],
    [`${reference.name}.schema.json`, jsonSchemaOf(reference)],
  ]);
  return [
    ...schemas,
    ['rules.fr.md', await rulesPage(source, 'fr')],
    ['rules.en.md', await rulesPage(source, 'en')],
  ];
}

const isCheck = process.argv.includes('--check');
await mkdir(folder, { recursive: true });
for (const [name, text] of await pages()) {
  const path = join(folder, name);
  const current = await readFile(path, 'utf8').catch(() => '');
  if (current === text) continue;
  if (isCheck) {
    console.error(`docs/reference/${name} is not up to date: run "npm run docs".`);
    process.exitCode = 1;
  } else {
    await writeFile(path, text);
  }
}
