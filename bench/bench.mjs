// Speed and memory as ratios, measured side by side in one run: `npm run bench`. Raw Chromium is the floor.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nsp = join(root, 'bin/nsp.js');
const runs = Number(process.env.BENCH_RUNS ?? 5);
const quick = process.argv.includes('--quick');

/** Runs a command; gives its wall time in ms and the peak resident memory of Node in MB. */
function time(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn('/usr/bin/env', [command, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.on('data', (data) => (err += data));
    child.on('close', (status) => {
      if (status !== 0)
        reject(new Error(`${command} ${args.join(' ')} ended with ${status}: ${err.slice(-800)}`));
      else resolve(performance.now() - start);
    });
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Each row runs in turn (A B C A B C…), so that a busy machine slows all of them alike. */
async function sideBySide(rows, times = runs) {
  const results = new Map(rows.map(([name]) => [name, []]));
  for (const [, command, args, cwd] of rows) await time(command, args, cwd);
  for (let run = 0; run < times; run++) {
    for (const [name, command, args, cwd] of rows) results.get(name).push(await time(command, args, cwd));
  }
  return new Map([...results].map(([name, values]) => [name, median(values)]));
}

function print(title, results, floor) {
  console.log(`\n${title}`);
  for (const [name, ms] of results) {
    console.log(
      `  ${name.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms   × ${(ms / results.get(floor)).toFixed(2)}`,
    );
  }
}

/** A workspace of `count` copies of the externalisation note. */
function workspace(count) {
  const folder = mkdtempSync(join(tmpdir(), 'nsp-bench-'));
  writeFileSync(join(folder, 'nsp.yaml'), '');
  for (let index = 1; index <= count; index++) {
    const name = `note-${String(index).padStart(3, '0')}`;
    mkdirSync(join(folder, 'notes'), { recursive: true });
    cpSync(join(root, 'notes/externalisation'), join(folder, 'notes', name), { recursive: true });
    const file = join(folder, 'notes', name, 'note.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^slug:.*\n/mu, ''));
  }
  return folder;
}

const folders = [];
const cleanUp = () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
process.on('exit', cleanUp);

const one = workspace(1);
folders.push(one);
await time('node', [nsp, 'build', '--formats', 'pdf,html,email'], one);
const html = join(one, 'floor.html');
cpSync(join(one, 'dist/note-001/note-001.html'), html);
const floor = join(root, 'bench/floor.mjs');
const browser = await new Promise((resolve, reject) => {
  const child = spawn('node', [floor, '--find'], { cwd: root });
  let text = '';
  child.stdout.on('data', (data) => (text += data));
  child.on('close', () =>
    existsSync(text.trim()) ? resolve(text.trim()) : reject(new Error('no browser for the floor')),
  );
});

print(
  'Start-up and checks (ratio to node -e 0)',
  await sideBySide(
    [
      ['node -e 0', 'node', ['-e', '0'], one],
      ['nsp --version', 'node', [nsp, '--version'], one],
      ['nsp --help', 'node', [nsp, '--help'], one],
      ['nsp check (one note)', 'node', [nsp, 'check'], one],
      ['nsp figures (one note)', 'node', [nsp, 'figures'], one],
    ],
    runs * 2,
  ),
  'node -e 0',
);
print(
  'One note (ratio to raw Chromium printing the same HTML)',
  await sideBySide([
    ['floor: puppeteer-core, launch, print', 'node', [floor, browser, html, '1'], one],
    ['nsp build: html', 'node', [nsp, 'build', '--formats', 'html'], one],
    ['nsp build: email', 'node', [nsp, 'build', '--formats', 'email'], one],
    ['nsp build: pdf', 'node', [nsp, 'build', '--formats', 'pdf'], one],
    ['nsp build: pdf, html, email', 'node', [nsp, 'build', '--formats', 'pdf,html,email'], one],
    ['nsp export: docx, txt, email', 'node', [nsp, 'export', 'note-001'], one],
  ]),
  'floor: puppeteer-core, launch, print',
);
for (const count of quick ? [20] : [20, 100]) {
  const many = workspace(count);
  folders.push(many);
  print(
    `${count} notes (ratio to raw Chromium printing each on a new page)`,
    await sideBySide(
      [
        [`floor: ${count} new pages`, 'node', [floor, browser, html, String(count)], many],
        ['nsp check', 'node', [nsp, 'check'], many],
        ['nsp build: html', 'node', [nsp, 'build', '--formats', 'html'], many],
        ['nsp build: pdf, html, email', 'node', [nsp, 'build', '--formats', 'pdf,html,email'], many],
      ],
      1,
    ),
    `floor: ${count} new pages`,
  );
}
