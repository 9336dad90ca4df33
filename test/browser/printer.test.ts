import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { kill } from 'node:process';
import { build } from 'esbuild';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineBrowser } from '../../src/browser/doctor.ts';
import type { BrowserHandle } from '../../src/browser/printer.ts';
import { inFolder, openTestBrowser, testBrowserOptions } from './test-browser.ts';

const isLinux = process.platform === 'linux';
let browser: BrowserHandle;

beforeAll(async () => {
  browser = openTestBrowser();
  await browser.facts();
});

afterAll(() => browser.close());

async function textOf(pdf: Uint8Array): Promise<string> {
  return (await extractText(await getDocumentProxy(pdf), { mergePages: true })).text;
}

const page = (body: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>${body}`;

/** Processes whose group leader runs in a profile below `folder`. */
function processesIn(folder: string): { pid: number; command: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ');
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z' ? [] : [{ pid: Number(name), command, group: Number(group) }];
      } catch {
        return [];
      }
    });
  const leaders = new Set(
    all.filter(({ command }) => command.includes(`--user-data-dir=${folder}/`)).map(({ group }) => group),
  );
  return all.filter(({ group }) => leaders.has(group));
}

async function until(isTrue: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !isTrue(); tries += 1) await new Promise((done) => setTimeout(done, 50));
  return isTrue();
}

it('prints text, runs no script, and gives back what the preparation says', async () => {
  let told: unknown;
  const pdf = await browser.printer.print(
    page('<p id="p">avant</p><script>document.getElementById("p").textContent = "script"</script>'),
    {
      source:
        '(word) => { const p = document.getElementById("p"); p.append(" " + word); return [p.textContent, matchMedia("print").matches]; }',
      argument: 'après',
      result: (value) => {
        told = value;
      },
    },
  );
  expect(told).toEqual(['avant après', true]);
  expect(await textOf(pdf)).toBe('avant après');
});

it('asks nobody for anything', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'secret.html'), '<p>SECRET</p>');
    const addresses = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}:${port}/`);
    const body = [...addresses, `file://${folder}/secret.html`].flatMap((address) => [
      `<img src="${address}a.png" alt=""><iframe src="${address}"></iframe><object data="${address}"></object>`,
      `<link rel="stylesheet" href="${address}"><link rel="preconnect" href="${address}"><link rel="prefetch" href="${address}">`,
      `<video src="${address}" poster="${address}"></video><style>@import url(${address}); p { background: url(${address}) }</style>`,
      `<svg><image href="${address}"/><use href="${address}#a"/></svg><embed src="${address}">`,
    ]);
    const pdf = await browser.printer.print(page(`<p>Visible</p>${body.join('')}`));
    const text = await textOf(pdf);
    expect(text).toMatch(/Visible/);
    expect(text).not.toMatch(/SECRET/);
    const refresh = page(`<meta http-equiv="refresh" content="0;url=${addresses[0] ?? ''}"><p>Immobile</p>`);
    await browser.printer.print(refresh);
  });
  server.close();
  expect(connections).toBe(0);
});

it('prints many documents, some at once, each on a new page', async () => {
  const texts = await Promise.all(
    Array.from({ length: 6 }, async (_, index) =>
      textOf(await browser.printer.print(page(`<p>Document ${index}</p>`))),
    ),
  );
  expect(texts).toEqual(Array.from({ length: 6 }, (_, index) => `Document ${index}`));
});

it('prints two documents at once from its first moment, each on its own page', () =>
  inFolder(async (folder) => {
    const early = openTestBrowser({ temporaryFolder: folder });
    const texts = await Promise.all(
      ['Un', 'Deux'].map(async (text) => textOf(await early.printer.print(page(`<p>${text}</p>`)))),
    );
    await early.close();
    expect(texts).toEqual(['Un', 'Deux']);
  }));

it('stops a document that takes too long, and goes on with the next', () =>
  inFolder(async (folder) => {
    const quick = openTestBrowser({ timeout: 4000, temporaryFolder: folder });
    await quick.facts();
    const endless = { source: '() => new Promise(() => {})', argument: null };
    await expect(quick.printer.print(page('<p>Long</p>'), endless)).rejects.toMatchObject({
      kind: 'rendering',
      text: { fr: expect.stringMatching(/plus de 4 secondes/) as string },
    });
    expect(await textOf(await quick.printer.print(page('<p>Suite</p>')))).toBe('Suite');
    await quick.close();
    expect(readdirSync(folder)).toEqual([]);
  }));

const slow = { source: '() => new Promise((done) => setTimeout(done, 20000))', argument: null };

function killIfThere(pid: number): void {
  try {
    kill(pid, 'SIGKILL');
  } catch {
    // It ended with the one before.
  }
}

it.runIf(isLinux)('survives the death of a renderer, then of the browser, once', () =>
  inFolder(async (folder) => {
    const fragile = openTestBrowser({ temporaryFolder: folder });
    await fragile.facts();
    const endWhilePrinting = async (which: RegExp): Promise<unknown> => {
      const printing = fragile.printer.print(page('<p>Perdu</p>'), slow).catch((error: unknown) => error);
      await new Promise((done) => setTimeout(done, 400));
      for (const { pid, command } of processesIn(folder)) if (which.test(command)) killIfThere(pid);
      return printing;
    };
    const died = { kind: 'rendering', text: { en: expect.stringMatching(/browser stopped/) as string } };
    expect(await endWhilePrinting(/--type=renderer/)).toMatchObject(died);
    expect(await textOf(await fragile.printer.print(page('<p>Suite</p>')))).toBe('Suite');
    expect(await endWhilePrinting(/--headless(?!.*--type=)/)).toMatchObject(died);
    expect(await textOf(await fragile.printer.print(page('<p>Encore</p>')))).toBe('Encore');
    expect(await endWhilePrinting(/--headless(?!.*--type=)/)).toMatchObject(died);
    await expect(fragile.printer.print(page('<p>Fini</p>'))).rejects.toMatchObject(died);
    await fragile.close();
    expect(processesIn(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  }),
);

it.runIf(isLinux)('leaves nothing behind when it is interrupted', () =>
  inFolder(async (folder) => {
    const stop = new AbortController();
    const interrupted = openTestBrowser({ temporaryFolder: folder, signal: stop.signal });
    await interrupted.facts();
    const printing = interrupted.printer.print(page('<p>Perdu</p>'), slow);
    setTimeout(() => {
      stop.abort();
    }, 200);
    await expect(printing).rejects.toMatchObject({ kind: 'interrupted' });
    expect(readdirSync(folder)).toEqual([]);
    expect(await until(() => processesIn(folder).length === 0)).toBe(true);
    await expect(interrupted.printer.print(page('<p>Fini</p>'))).rejects.toMatchObject({
      kind: 'interrupted',
    });
    await interrupted.close();
  }),
);

it.runIf(isLinux)('dies with a program that is killed', () =>
  inFolder(async (folder) => {
    // Below the packages, where the program finds them.
    const bundle = resolve('node_modules/.cache/nsp-test/open-browser.mjs');
    mkdirSync(join(bundle, '..'), { recursive: true });
    await build({
      stdin: {
        contents: `import { openBrowser } from './src/browser/printer.ts';
          const browser = openBrowser(${JSON.stringify({ ...testBrowserOptions(), temporaryFolder: folder })});
          await browser.facts(); console.log('ready'); setTimeout(() => {}, 60000);`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      outfile: bundle,
    });
    const program = spawn(process.execPath, [bundle], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((ready) => program.stdout.once('data', ready));
    expect(processesIn(folder).length).toBeGreaterThan(0);
    const ended = new Promise((done) => program.once('exit', done));
    program.kill('SIGKILL');
    await ended;
    expect(await until(() => processesIn(folder).length === 0)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
    const next = openTestBrowser({ temporaryFolder: folder });
    await next.facts();
    await next.close();
    expect(readdirSync(folder)).toEqual([]);
  }),
);

it('examines the machine', async () => {
  const report = await examineBrowser(testBrowserOptions());
  expect(report.problem).toBeUndefined();
  expect(report.chosen?.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(report.candidates.map(({ path }) => path).length).toBeGreaterThan(0);
  expect(report.startMs).toBeGreaterThan(0);
  expect(report.printMs).toBeGreaterThan(0);
  if (report.chosen?.origin === 'embedded') expect(report.embedded.state).toBe('sound');
});
