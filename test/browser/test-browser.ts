import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { findArchives } from '../../src/browser/embedded.ts';
import { describeMachine } from '../../src/browser/machine.ts';
import { openBrowser } from '../../src/browser/printer.ts';
import type { BrowserHandle, BrowserOptions } from '../../src/browser/printer.ts';

/** Options of a browser for tests: the embedded one where there is one, unpacked once for every run of this user. */
export function testBrowserOptions(): BrowserOptions {
  const machine = describeMachine();
  const isEmbedded = findArchives(machine) !== undefined;
  return {
    cacheFolder: join(tmpdir(), `nsp-test-cache-${machine.uid ?? 0}`),
    temporaryFolder: tmpdir(),
    ...(isEmbedded ? { places: [] } : {}),
  };
}

export function openTestBrowser(more: Partial<BrowserOptions> = {}): BrowserHandle {
  return openBrowser({ ...testBrowserOptions(), ...more });
}

/** The same browser with pages to look at and to click in. */
export async function launchTestBrowser(): Promise<Browser> {
  const handle = openTestBrowser();
  const { path } = await handle.facts();
  await handle.close();
  return puppeteer.launch({
    executablePath: path,
    headless: 'shell',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** Runs a test in a folder of its own. */
export async function inFolder(test: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nsp-test-'));
  try {
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An executable that answers over the browser's pipes as far as a start needs, after running `first`. */
export function writeFakeBrowser(folder: string, version: string, first = ''): string {
  const path = join(folder, 'fake-browser');
  const script = `#!${process.execPath}
const fs = require('node:fs');
${first}
const output = fs.createWriteStream('', { fd: 4 });
let pending = '';
fs.createReadStream('', { fd: 3 }).on('data', (data) => {
  const messages = (pending + data).split('\\0');
  pending = messages.pop();
  for (const message of messages) {
    const { id, method } = JSON.parse(message);
    const result = { product: 'HeadlessChrome/${version}', browserContextIds: [], targetInfos: [] };
    output.write(JSON.stringify({ id, result }) + '\\0');
    if (method === 'Browser.close') setTimeout(() => process.exit(0), 10);
  }
}).on('end', () => process.exit(0));
`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}
