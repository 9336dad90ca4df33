import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { interpret } from '../../src/cli.ts';
import type { Host } from '../../src/commands/command.ts';
import type { Language } from '../../src/core/localized.ts';
import type { Resolve } from '../../src/online/request.ts';
import { ToolError } from '../../src/core/tool-error.ts';
import { testBrowserOptions } from '../browser/test-browser.ts';

export const packageRoot = resolve(import.meta.dirname, '../..');

/** The embedded browser is unpacked here once, for every test of this user. */
export const testCache = testBrowserOptions().cacheFolder;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, removed after the tests. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'nsp-test-'));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A workspace on disk; an nsp.yaml is added where none is given. */
export function makeWorkspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  return makeFolder({ 'nsp.yaml': '', ...files });
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, as `cli.ts` would, with streams that are not terminals. */
export async function nsp(
  cwd: string,
  argv: readonly string[],
  {
    lang = 'fr',
    env = {},
    now = '2026-01-01T00:00:00Z',
    resolve,
  }: { lang?: Language; env?: Record<string, string>; now?: string; resolve?: Resolve } = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const endings: (() => void)[] = [];
  const stream = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: false,
    columns: 100,
  });
  const host: Host = {
    cwd,
    env: { NSP_CACHE_DIR: testCache, ...env },
    uid: process.getuid?.(),
    platform: process.platform,
    nodeVersion: process.version,
    now,
    packageRoot,
    version: '0.0.0',
    out: stream('out'),
    err: stream('err'),
    signal: new AbortController().signal,
    machine: { user: undefined, host: 'localhost', home: '/home/nobody' },
    ...(resolve && { resolve }),
    onEnd: (clean) => {
      endings.push(clean);
    },
  };
  try {
    return { status: await interpret(argv, host, lang), ...written };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const statuses = { usage: 2, machine: 3, rendering: 4, interrupted: 130 };
    return {
      status: statuses[error.kind],
      out: written.out,
      err: `${written.err}${error.text[lang]}\n${error.hint?.[lang] ?? ''}`,
    };
  } finally {
    for (const clean of endings) clean();
  }
}

/** A document of one paragraph that checks clean, with `lines` after its title in the front-matter. */
export function goodNote(title = 'Un titre', lines = ''): string {
  return `---\ntitle: "${title}"\ndate: 2021-04-30\n${lines}---\n\nUn paragraphe sans histoire.\n`;
}
