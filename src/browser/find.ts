import { existsSync, statSync } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from '@puppeteer/browsers';
import { embeddedFolder, findArchives, unpackEmbedded } from './embedded.ts';
import type { Executable } from './embedded.ts';
import type { Machine } from './machine.ts';

export type BrowserOrigin = 'chosen' | 'puppeteer' | 'system' | 'embedded';

/** A browser that may be there. `fault` says why it cannot be used; `open` makes it ready and may unpack it. */
export interface Candidate {
  readonly origin: BrowserOrigin;
  readonly path: string;
  readonly fault?: 'missing' | 'snap';
  open(): Promise<Executable>;
}

export interface Search {
  /** The browser asked for; no other is then looked at. */
  readonly path?: string;
  readonly cacheFolder: string;
  readonly machine: Machine;
  /** Where the system's browsers may stand, unless in the usual places. */
  readonly places?: readonly string[];
}

// True binaries before wrappers: a wrapper may be a snap, and adds a shell between us and the browser.
const linuxPaths = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/headless_shell',
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/lib64/chromium-browser/headless_shell',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/chromium.org/chromium/chromium',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

const macPaths = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPaths = ['C:\\Program Files', 'C:\\Program Files (x86)'].flatMap((folder) => [
  `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
  `${folder}\\Chromium\\Application\\chrome.exe`,
  `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
]);

/** Where browsers usually stand on a system, the preferred one first. */
export function systemPaths(machine: Machine): readonly string[] {
  switch (machine.platform) {
    case 'darwin':
      return [...macPaths, ...macPaths.map((path) => machine.home + path)];
    case 'win32':
      return [...windowsPaths, join(machine.home, 'AppData\\Local\\Google\\Chrome\\Application\\chrome.exe')];
    default:
      return linuxPaths;
  }
}

/** Every browser found, in the order in which they are tried: the one asked for, Puppeteer's, the system's, ours. */
export async function findCandidates(search: Search): Promise<Candidate[]> {
  if (search.path !== undefined) return [await candidateAt('chosen', locate(search.path))];
  const own = await puppeteerPaths(search.machine.home);
  const system = (search.places ?? systemPaths(search.machine)).filter(isFile);
  const found = [
    ...(await Promise.all(own.map((path) => candidateAt('puppeteer', path)))),
    ...(await Promise.all(system.map((path) => candidateAt('system', path)))),
  ];
  return [...found, ...embeddedCandidate(search)];
}

/** Whole path of a browser named by its path or, as a shell would take it, by its name alone. */
function locate(path: string): string {
  const places = /[\\/]/.test(path) ? [] : ['/usr/local/bin', '/usr/bin', '/bin'];
  const found = places.map((folder) => join(folder, path)).find(isFile);
  return found ?? resolve(path);
}

async function candidateAt(origin: BrowserOrigin, path: string): Promise<Candidate> {
  const candidate: Candidate = { origin, path, open: () => Promise.resolve({ path }) };
  if (!isFile(path)) return { ...candidate, fault: 'missing' };
  return (await isSnap(path)) ? { ...candidate, fault: 'snap' } : candidate;
}

/** A snap sees neither our profile folder nor our pipes. Ubuntu's /usr/bin/chromium-browser is a script that starts one. */
async function isSnap(path: string): Promise<boolean> {
  const target = await realpath(path).catch(() => path);
  if (target.startsWith('/snap/') || target === '/usr/bin/snap') return true;
  const file = await open(target).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) });
    const beginning = buffer.toString('latin1', 0, bytesRead);
    return beginning.startsWith('#!') && beginning.includes('/snap/');
  } finally {
    await file.close();
  }
}

async function puppeteerPaths(home: string): Promise<string[]> {
  const cacheDir = join(home, '.cache', 'puppeteer');
  if (!existsSync(cacheDir)) return [];
  const { Browser: Names, getInstalledBrowsers } = await import('@puppeteer/browsers');
  const installed = await getInstalledBrowsers({ cacheDir }).catch(() => []);
  const paths = (name: Browser): string[] =>
    installed
      .filter((one) => one.browser === name && existsSync(one.executablePath))
      .sort((one, other) => compareBuilds(other.buildId, one.buildId))
      .map((one) => one.executablePath);
  return [...paths(Names.CHROMEHEADLESSSHELL), ...paths(Names.CHROME)];
}

function compareBuilds(one: string, other: string): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)];
  const index = left.findIndex((part, at) => part !== right[at]);
  return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

function embeddedCandidate(search: Search): Candidate[] {
  const archives = findArchives(search.machine);
  if (archives === undefined) return [];
  const { cacheFolder, machine } = search;
  return [
    {
      origin: 'embedded',
      path: embeddedFolder(cacheFolder),
      open: () => unpackEmbedded({ archives, cacheFolder, machine }),
    },
  ];
}

/** A browser is a file; a folder of the same name is none. */
function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
