// Runs the commands once on the samples, for V8 to compile what they need, and keeps what it compiled beside the chunks.
'use strict';
const { EventEmitter } = require('node:events');
const { mkdtempSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { Writable } = require('node:stream');
const { keepCompiled, load } = require('../lib/load.cjs');

const root = dirname(__dirname);
const folder = mkdtempSync(join(tmpdir(), 'nsp-compile-'));

function silence() {
  return new Writable({
    write: (_text, _encoding, done) => {
      done();
    },
  });
}

/** Runs a command as the executable does, but for its output and its end. */
async function run(argv) {
  const { env, platform, version } = process;
  const own = { argv: ['', '', ...argv], env, platform, version, stdout: silence(), stderr: silence() };
  const ends = { cwd: () => root, exit: () => undefined, getuid: process.getuid };
  await load('cli.js').run(Object.assign(new EventEmitter(), own, ends));
}

async function compile() {
  await run(['--version']);
  await run(['check']);
  await run(['figures']);
  await run(['build', '--formats', 'html,email,docx,txt', '--out', folder]);
  await run(['build', 'externalisation', '--formats', 'pdf', '--out', folder, '--cache-dir', folder]);
  for (const name of readdirSync(join(root, 'lib/chunks'))) {
    if (name.endsWith('.js')) load(join('chunks', name));
  }
  keepCompiled();
}

compile().finally(() => {
  rmSync(folder, { recursive: true, force: true });
});
