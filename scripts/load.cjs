// Copied to lib/: loads the chunks together with the code that V8 made of them when they were built, so that a command
// compiles nothing anew (docs/adr/0002-bundle.md). V8 refuses what another of its versions made, and compiles as usual.
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

/**
 * V8 optimises a function once it has run for a while, which in a command that lasts a third of a second costs more than
 * it saves: it shall wait twenty times as long. By V8's major version, for it renamed the flag and complains of others.
 */
const patience = {
  11: '--interrupt-budget=1400000',
  12: '--invocation-count-for-turbofan=60000',
  13: '--invocation-count-for-turbofan=60000',
  14: '--invocation-count-for-turbofan=60000',
}[Number.parseInt(process.versions.v8, 10)];
if (patience !== undefined) {
  setFlagsFromString(patience);
  // It compiles each regular expression twice, to bytecode first and then to machine code: the first takes the longer.
  setFlagsFromString('--no-regexp-tier-up');
}

const start = '(function (exports, require, module, chunkUrl) {';
const chunks = new Map();

/** Exports of a chunk of lib/, by its name: "cli.js". */
function load(name) {
  return chunkAt(join(__dirname, name)).module.exports;
}

function chunkAt(path) {
  const known = chunks.get(path);
  if (known) return known;
  const script = new Script(`${start}${readFileSync(path, 'utf8')}\n})`, {
    filename: path,
    columnOffset: -start.length,
    cachedData: compiledOf(path),
  });
  const chunk = { script, module: { exports: {} } };
  chunks.set(path, chunk);
  const outside = createRequire(path);
  const inside = (id) => (id.startsWith('.') ? chunkAt(join(dirname(path), id)).module.exports : outside(id));
  inside.resolve = outside.resolve;
  script.runInThisContext()(chunk.module.exports, inside, chunk.module, pathToFileURL(path).href);
  return chunk;
}

function compiledOf(path) {
  try {
    return readFileSync(`${path}.v8`);
  } catch {
    return undefined;
  }
}

/** Writes beside each chunk loaded so far what V8 has compiled of it. */
function keepCompiled() {
  for (const [path, { script }] of chunks) writeFileSync(`${path}.v8`, script.createCachedData());
}

module.exports = { load, keepCompiled };
