import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Format } from '../core/document.ts';
import type { Note } from '../core/note.ts';
import { ToolError } from '../core/tool-error.ts';
import { buildDocuments, type BuildResult } from '../pipeline/build.ts';
import type { Desk } from '../pipeline/desk.ts';
import { makeSaver, type Saver } from '../pipeline/save.ts';
import type { Machine } from '../privacy/gate.ts';
import { cacheFolder, chosenCacheFolder } from './cache-folder.ts';
import { formatList, positive, text } from './options.ts';
import { startProgress } from './progress.ts';
import type { Host, Invocation } from './command.ts';
import { madeTable } from '../report/made.ts';
import { fr } from '../util/french.ts';

interface Wish {
  readonly formats?: readonly Format[];
  readonly outlet?: string;
  readonly isHeldBack?: (note: Note) => boolean;
  readonly strict: boolean;
  readonly keepGoing: boolean;
}

/** Builds the targets with what the command line, the environment and the machine say. */
export async function renderTargets(
  desk: Desk,
  invocation: Invocation,
  wish: Wish,
): Promise<BuildResult & { readonly saver: Saver; readonly outFolder: string }> {
  const { host, lang, options, targets } = invocation;
  const out = text(options, 'out');
  const outFolder = out === undefined ? join(desk.root, 'dist') : resolve(host.cwd, out);
  const browser = { ...browserOptions(invocation), cacheFolder: cacheFolder(invocation, desk.root) };
  const saver = makeSaver(outFolder);
  host.onEnd(() => {
    saver.abandon((path) => {
      rmSync(path, { force: true });
    });
  });
  const say = { fr: 'Mise en page', en: 'Rendering' }[lang];
  const progress = await startProgress(invocation, `${say}…`);
  try {
    const result = await buildDocuments(desk, targets, {
      ...wish,
      formats: wish.formats ?? formatList(options),
      concurrency: positive(options, 'concurrency', 2),
      sourceDateEpoch: sourceDateEpoch(host),
      browser: {
        ...browser,
        pages: positive(options, 'concurrency', 2),
      },
      machine: machineOf(desk, host),
      thread: host.thread,
      saver,
      onDocument: ({ path }, done, all) => {
        progress.say(`${say} ${done}/${all} · ${path}`);
      },
      onBrowser: (browser) => {
        host.onEnd(() => {
          browser.kill();
        });
      },
    });
    return { ...result, saver, outFolder };
  } finally {
    progress.stop();
  }
}

function machineOf(desk: Desk, { machine: { home, user, host } }: Host): Machine {
  return { paths: [desk.root, home, tmpdir()], host, ...(user !== undefined && { user }) };
}

/** What the browser needs to know of this machine and of the wishes of its user. */
export function browserOptions(invocation: Invocation): {
  path?: string;
  cacheFolder: string;
  temporaryFolder: string;
  timeout: number;
  signal: AbortSignal;
} {
  const { host, options } = invocation;
  const path = text(options, 'browser') ?? host.env['NSP_BROWSER'];
  return {
    ...(path && { path }),
    cacheFolder: chosenCacheFolder(invocation),
    temporaryFolder: tmpdir(),
    timeout: positive(options, 'timeout', 60) * 1000,
    signal: host.signal,
  };
}

function sourceDateEpoch({ env }: Host): number | undefined {
  const value = env['SOURCE_DATE_EPOCH'];
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,11}$/u.test(value)) return Number(value);
  throw new ToolError(
    'usage',
    {
      fr: 'SOURCE_DATE_EPOCH doit être un nombre de secondes.',
      en: 'SOURCE_DATE_EPOCH must be a number of seconds.',
    },
    {
      fr: fr`Par exemple : SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)`,
      en: 'For example: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)',
    },
  );
}

/** Tells what was put in place, unless asked to be quiet. */
export function showMade(
  { host, lang, options }: Invocation,
  made: Parameters<typeof madeTable>[0],
  outFolder: string,
): void {
  if (options['quiet'] === true) return;
  host.err.write(madeTable(made, { lang, folder: relative(host.cwd, outFolder) || '.' }));
}
