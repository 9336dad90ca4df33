import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { describeMachine } from '../../src/browser/machine.ts';
import type { Machine } from '../../src/browser/machine.ts';
import { openBrowser } from '../../src/browser/printer.ts';
import type { BrowserFacts, BrowserOptions } from '../../src/browser/printer.ts';
import { makeProfile, sweepProfiles } from '../../src/browser/profile.ts';
import { ToolError } from '../../src/core/tool-error.ts';
import { inFolder, writeFakeBrowser } from './test-browser.ts';

// A machine whose architecture has no embedded browser, and a user without rights.
const machineAt = (home: string): Machine => ({ platform: 'linux', arch: 'riscv64', uid: 1000, home });

async function start(folder: string, options: Partial<BrowserOptions>): Promise<BrowserFacts | ToolError> {
  const machine = machineAt(folder);
  const browser = openBrowser({
    cacheFolder: folder,
    temporaryFolder: folder,
    machine,
    places: [],
    ...options,
  });
  try {
    return await browser.facts();
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  } finally {
    await browser.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('nsp-browser-'))).toEqual([]);
  }
}

it('starts with the sandbox on', () =>
  inFolder(async (folder) => {
    const path = writeFakeBrowser(folder, '147.0.1.2');
    const facts = await start(folder, { path });
    expect(facts).toMatchObject({
      origin: 'chosen',
      version: '147.0.1.2',
      sandbox: { on: true },
      ownLibraries: false,
    });
  }));

it('gives the sandbox up when the browser cannot start with it, and says so', () =>
  inFolder(async (folder) => {
    const refusal = `if (!process.argv.includes('--no-sandbox')) {
      fs.writeSync(2, '[1:1:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox!\\n'); process.exit(1); }`;
    const facts = await start(folder, { path: writeFakeBrowser(folder, '147.0.1.2', refusal) });
    expect(facts).toMatchObject({ sandbox: { on: false } });
    if (facts instanceof ToolError) throw facts;
    expect(facts.sandbox.reason.fr).toMatch(/espaces de noms/);
  }));

it('never gives the sandbox up for another failure', () =>
  inFolder(async (folder) => {
    const log = join(folder, 'log');
    const crash = `fs.appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(' ') + '\\n'); fs.writeSync(2, 'Segmentation fault\\n'); process.exit(139);`;
    const error = await start(folder, { path: writeFakeBrowser(folder, '147.0.1.2', crash) });
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({
      kind: 'machine',
      text: { en: expect.stringMatching(/Segmentation fault$/) as string },
    });
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/no-sandbox/);
  }));

it('names the library that is missing', () =>
  inFolder(async (folder) => {
    const lack = `fs.writeSync(2, 'fake: error while loading shared libraries: libnss3.so: cannot open shared object file\\n'); process.exit(127);`;
    const error = await start(folder, { path: writeFakeBrowser(folder, '147.0.1.2', lack) });
    expect(error).toMatchObject({
      text: { fr: expect.stringMatching(/bibliothèque libnss3\.so/) as string },
    });
  }));

it('refuses a browser that is too old, and takes the next one', () =>
  inFolder(async (folder) => {
    const old = writeFakeBrowser(folder, '120.0.6099.109');
    expect(await start(folder, { path: old })).toMatchObject({
      kind: 'machine',
      text: { fr: expect.stringMatching(/trop ancien.*120.*131/) as string },
    });
    await inFolder(async (other) => {
      const recent = writeFakeBrowser(other, '131.0.1.1');
      expect(await start(folder, { places: [old, recent] })).toMatchObject({
        origin: 'system',
        version: '131.0.1.1',
      });
    });
  }));

it('says what is missing', () =>
  inFolder(async (folder) => {
    expect(await start(folder, { path: join(folder, 'none') })).toMatchObject({
      text: { en: expect.stringMatching(/does not exist/) as string },
    });
    expect(await start(folder, {})).toMatchObject({
      text: { en: expect.stringMatching(/No browser/) as string },
    });
    writeFileSync(join(folder, 'text'), 'not a program');
    expect(await start(folder, { path: join(folder, 'text') })).toMatchObject({
      text: { en: expect.stringMatching(/did not start.*EACCES/) as string },
    });
  }));

it('does not wait for ever for a browser that says nothing', () =>
  inFolder(async (folder) => {
    const silent = writeFakeBrowser(
      folder,
      '147.0.1.2',
      'setTimeout(() => {}, 60000); fs.createReadStream = () => ({ on() { return this; } });',
    );
    const error = await start(folder, { path: silent, timeout: 700 });
    expect(error).toMatchObject({
      kind: 'machine',
      text: { en: expect.stringMatching(/within 1 second/) as string },
    });
  }));

it('removes the profiles that dead runs have left, and no others', () =>
  inFolder(async (folder) => {
    const machine = describeMachine();
    const own = await makeProfile(folder);
    const [, , namespace = ''] = basename(own.outer).split('-');
    const stale = join(folder, `nsp-browser-${namespace}-999999999-abc`);
    const foreign = join(folder, `nsp-browser-1${namespace}-999999999-abc`);
    for (const path of [stale, foreign]) mkdirSync(join(path, 'home'), { recursive: true });
    await sweepProfiles(folder, machine);
    expect([own.outer, stale, foreign].map((path) => existsSync(path))).toEqual([true, false, true]);
  }));

it('says that the temporary folder cannot be used', () =>
  inFolder(async (folder) => {
    const path = writeFakeBrowser(folder, '147.0.1.2');
    expect(await start(folder, { path, temporaryFolder: join(folder, 'none') })).toMatchObject({
      kind: 'machine',
      text: { en: expect.stringMatching(/temporary folder/) as string },
    });
  }));
