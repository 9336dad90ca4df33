// Measures the claims that `nsp figures` finds, on the corpora of test/eval: node scripts/eval.mjs [--faults] [CORPUS.jsonl…]
// Ends with status 1 where a corpus falls under its floor.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'test', 'eval');

/** The scorer and the floors that the tests use, as one module. */
async function importScorer() {
  const { outputFiles } = await build({
    stdin: { contents: "export * from './score.ts';\nexport * from './floors.ts';", resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function runFigures(workspace) {
  return new Promise((done, fail) => {
    const args = [join(root, 'bin', 'nsp.js'), 'figures', 'notes/*.md', '--format', 'json'];
    const child = spawn(process.execPath, args, { cwd: workspace, stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      try {
        done(JSON.parse(Buffer.concat(chunks).toString('utf8')).documents);
      } catch {
        fail(new Error(`nsp figures gave no answer that can be read, and status ${code}.`));
      }
    });
  });
}

/** What is reported of each passage, in one run over a workspace of them all. */
async function reportedOf(passages, { documentOf, fileOf }) {
  const workspace = await mkdtemp(join(tmpdir(), 'nsp-eval-'));
  try {
    await mkdir(join(workspace, 'notes'));
    await writeFile(join(workspace, 'nsp.yaml'), 'documents: ["notes/*.md"]\n');
    await Promise.all(
      passages.map((passage, index) => writeFile(join(workspace, fileOf(index)), documentOf(passage, index))),
    );
    const claims = new Map((await runFigures(workspace)).map((document) => [document.path, document.claims]));
    return passages.map((_, index) => claims.get(fileOf(index)) ?? []);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

const scorer = await importScorer();
const typed = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const paths =
  typed.length > 0
    ? typed.map((path) => resolve(path))
    : Object.keys(scorer.floors).map((name) => join(folder, `${name}.jsonl`));
for (const path of paths) {
  const name = basename(path, '.jsonl');
  if (!existsSync(path)) {
    console.error(`${name}: there is no such corpus.`);
    process.exitCode = 1;
    continue;
  }
  const passages = scorer.readCorpus(await readFile(path, 'utf8'));
  const started = Date.now();
  const score = scorer.scoreOf(passages, await reportedOf(passages, scorer));
  console.log(scorer.tableOf(name, score) + `${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (process.argv.includes('--faults')) console.log(score.faults.join('\n'));
  for (const shortfall of scorer.shortfalls(name, scorer.measuresOf(score))) {
    console.error(`Under its floor: ${shortfall}`);
    process.exitCode = 1;
  }
  console.log();
}
