// Speed and memory as ratios, measured side by side in one run: `npm run bench`. Raw Chromium is the floor.
// `--quick` leaves out the 100 notes; BENCH_RUNS is how often each row runs. Ends with 1 where a target is missed.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nsp = join(root, 'bin/nsp.js');
const floor = join(root, 'bench/floor.mjs');
const memory = join(root, 'bench/memory.cjs');
const runs = Number(process.env.BENCH_RUNS ?? 7);
const counts = process.argv.includes('--quick') ? [20] : [20, 100];
let missed = 0;

/** Runs Node; gives its wall time in ms and its peak memory in MB (the browser's is its own). */
function measure(args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--require', memory, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let kilobytes = '';
    child.stderr.on('data', (data) => (said += data));
    child.stdio[3].on('data', (data) => (kilobytes += data));
    child.on('close', (status) => {
      const ms = performance.now() - start;
      if (status === 0) resolve({ ms, mb: Number(kilobytes) / 1024 });
      else reject(new Error(`${args.join(' ')} ended with ${status}: ${said.slice(-800)}`));
    });
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Each row runs in turn (A B C A B C…), so that a busy machine slows all of them alike. The first round warms up. */
async function sideBySide(rows, times) {
  const measured = rows.map(() => []);
  for (let round = times === 1 ? 1 : 0; round <= times; round++) {
    for (const [index, { args, cwd }] of rows.entries()) {
      const result = await measure(args, cwd);
      if (round > 0) measured[index].push(result);
    }
  }
  return measured.map((results) => ({
    ms: median(results.map(({ ms }) => ms)),
    mb: Math.max(...results.map(({ mb }) => mb)),
  }));
}

/** The first row is what the others are held against. */
async function table(title, rows, times = runs) {
  const results = await sideBySide(rows, times);
  console.log(`\n${title}`);
  for (const [index, { name, target }] of rows.entries()) {
    const { ms, mb } = results[index];
    const ratio = ms / results[0].ms;
    const verdict =
      target === undefined ? '' : ratio < target ? `under ${target}: met` : `over ${target}: MISSED`;
    if (verdict.endsWith('MISSED')) missed += 1;
    const cells = [
      `${ms.toFixed(0)} ms`.padStart(9),
      `× ${ratio.toFixed(2)}`.padStart(9),
      `${mb.toFixed(0)} MB`.padStart(7),
    ];
    console.log(`  ${name.padEnd(42)}${cells.join('  ')}  ${verdict}`.trimEnd());
  }
  return results;
}

const folders = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A workspace of `count` copies of the longest sample. */
function workspace(count) {
  const folder = mkdtempSync(join(tmpdir(), 'nsp-bench-'));
  folders.push(folder);
  writeFileSync(join(folder, 'nsp.yaml'), '');
  for (let index = 1; index <= count; index++) {
    const note = join(folder, 'notes', `note-${String(index).padStart(3, '0')}`);
    mkdirSync(dirname(note), { recursive: true });
    cpSync(join(root, 'notes/externalisation'), note, { recursive: true });
    const file = join(note, 'note.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^slug:.*\n/mu, ''));
  }
  return folder;
}

/** A workspace of one note whose text is `times` as long. */
function longNote(times) {
  const folder = workspace(1);
  const file = join(folder, 'notes/note-001/note.md');
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\n---\n', 4) + 5;
  // What may stand once only in a document: footnotes and addresses.
  const body = text.slice(end).replace(/^\[[^\]]+\]: .*$/gmu, '');
  writeFileSync(file, text + body.repeat(times - 1));
  return folder;
}

function findBrowser() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [floor, '--find'], { cwd: root });
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    child.on('close', () => {
      if (existsSync(text.trim())) resolve(text.trim());
      else reject(new Error('no browser for the floor'));
    });
  });
}

/** What each step of a PDF costs, in a program of its own. */
async function pdfSteps() {
  const { build } = await import('esbuild');
  const outfile = join(root, 'bench/.pdf-steps.mjs');
  try {
    await build({
      entryPoints: [join(root, 'bench/pdf-steps.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    const child = spawn(process.execPath, [outfile], { cwd: root, stdio: 'inherit' });
    const status = await new Promise((resolve) => child.on('close', resolve));
    if (status !== 0) missed += 1;
  } finally {
    rmSync(outfile, { force: true });
  }
}

const one = workspace(1);
await measure([nsp, 'build', '--formats', 'pdf,html,email'], one);
const html = join(one, 'floor.html');
cpSync(join(one, 'dist/note-001/note-001.html'), html);
const browser = await findBrowser();

await table(
  'Start-up and checks of one note (ratio to node -e 0)',
  [
    { name: 'node -e 0', args: ['-e', '0'], cwd: one },
    { name: 'nsp --version', args: [nsp, '--version'], cwd: one, target: 1.5 },
    { name: 'nsp --help', args: [nsp, '--help'], cwd: one },
    { name: 'nsp check', args: [nsp, 'check'], cwd: one, target: 6 },
    { name: 'nsp figures', args: [nsp, 'figures'], cwd: one },
  ],
  runs * 2,
);
const build = (formats) => [nsp, 'build', '--formats', formats];
const print = (times) => [floor, browser, html, String(times)];
await table('One note (ratio to raw Chromium printing the same HTML once)', [
  { name: 'floor: puppeteer-core, launch, print', args: print(1), cwd: one },
  { name: 'nsp build: html', args: build('html'), cwd: one },
  { name: 'nsp build: email', args: build('email'), cwd: one },
  { name: 'nsp build: pdf', args: build('pdf'), cwd: one },
  { name: 'nsp build: pdf, html, email', args: build('pdf,html,email'), cwd: one, target: 1.6 },
  { name: 'nsp export: docx, txt, email', args: [nsp, 'export', 'note-001'], cwd: one },
]);
await pdfSteps();
for (const count of counts) {
  const cwd = workspace(count);
  await table(
    `${count} notes (ratio to raw Chromium printing each on a new page)`,
    [
      { name: `floor: ${count} new pages`, args: print(count), cwd },
      { name: 'nsp check', args: [nsp, 'check'], cwd },
      { name: 'nsp build: html', args: build('html'), cwd },
      { name: 'nsp build: pdf, html, email', args: build('pdf,html,email'), cwd },
    ],
    1,
  );
}
await table(
  'A check of one note 1, 10 and 50 times as long (ratio to the first)',
  [1, 10, 50].map((times) => ({ name: `${times} × the text`, args: [nsp, 'check'], cwd: longNote(times) })),
  1,
);
console.log(missed === 0 ? '\nEvery target is met.' : `\nTargets missed: ${missed}.`);
process.exitCode = missed === 0 ? 0 : 1;
