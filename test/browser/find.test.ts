import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findCandidates, systemPaths } from '../../src/browser/find.ts';
import type { Machine } from '../../src/browser/machine.ts';
import { inFolder } from './test-browser.ts';

const elsewhere = (home: string): Machine => ({ platform: 'linux', arch: 'riscv64', uid: 1000, home });

function touch(path: string, text = ''): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

it('takes the browser asked for and looks at no other', () =>
  inFolder(async (folder) => {
    const path = touch(join(folder, 'mine'));
    const found = await findCandidates({ path, cacheFolder: folder, machine: elsewhere(folder) });
    expect(found.map(({ origin, fault }) => ({ origin, fault }))).toEqual([
      { origin: 'chosen', fault: undefined },
    ]);
    const missing = await findCandidates({
      path: join(folder, 'no'),
      cacheFolder: folder,
      machine: elsewhere(folder),
    });
    expect(missing.map(({ fault }) => fault)).toEqual(['missing']);
  }));

it("tries Puppeteer's browsers, the newest first, then the system's, then the embedded one", () =>
  inFolder(async (folder) => {
    const shell = (version: string): string =>
      touch(
        join(
          folder,
          `.cache/puppeteer/chrome-headless-shell/linux-${version}/chrome-headless-shell-linux64/chrome-headless-shell`,
        ),
      );
    const [old, recent] = [shell('131.0.6778.85'), shell('147.0.7727.57')];
    // A folder whose download was cut off.
    mkdirSync(join(folder, '.cache/puppeteer/chrome/linux-148.0.1.1'), { recursive: true });
    const system = touch(join(folder, 'usr/chromium'));
    const machine = { ...elsewhere(folder), arch: process.arch };
    const found = await findCandidates({
      cacheFolder: folder,
      machine,
      places: [join(folder, 'no'), system],
    });
    const expected = [recent, old, system];
    expect(found.map(({ path }) => path).slice(0, 3)).toEqual(expected);
    if (process.platform === 'linux' && process.arch === 'x64') expect(found[3]?.origin).toBe('embedded');
  }));

it('knows a snap, even behind a script', () =>
  inFolder(async (folder) => {
    const script = touch(join(folder, 'chromium-browser'), '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
    const link = join(folder, 'chromium');
    symlinkSync(script, link);
    const places = [script, link];
    const found = await findCandidates({ cacheFolder: folder, machine: elsewhere(folder), places });
    expect(found.map(({ fault }) => fault)).toEqual(['snap', 'snap']);
  }));

it.each(['linux', 'darwin', 'win32'] as const)('knows where browsers stand on %s', (platform) => {
  const paths = systemPaths({ ...elsewhere('/home/x'), platform });
  expect(paths.length).toBeGreaterThan(4);
  expect(new Set(paths).size).toBe(paths.length);
});
