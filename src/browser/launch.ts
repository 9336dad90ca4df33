import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Executable } from './embedded.ts';
import { browserFlags } from './flags.ts';
import type { Machine } from './machine.ts';
import { PipeTransport } from './pipe-transport.ts';
import { killGroup } from './process-group.ts';
import { nobody, removeProfileNow } from './profile.ts';
import type { Profile } from './profile.ts';
import type { SandboxDecision } from './sandbox.ts';

export interface Launch {
  readonly executable: Executable;
  readonly profile: Profile;
  readonly sandbox: SandboxDecision;
  readonly machine: Machine;
  /** Whether the browser's own libraries stand in for those that the machine lacks. */
  readonly ownLibraries: boolean;
}

/** How a browser ended. `said` is the end of its error output. */
export interface BrowserEnd {
  readonly said: string;
  readonly error?: Error;
}

export interface BrowserProcess {
  readonly transport: PipeTransport;
  readonly ended: Promise<BrowserEnd>;
  /** Ends the whole process group at once; never throws. */
  end(): void;
  /** The same, then removes the profile. Synchronous, for signal handlers. */
  kill(): void;
}

const keptOutput = 8192;

/** Starts a browser as the leader of its own process group, spoken to over a pipe: no port is open. */
export function launchBrowser(launch: Launch): BrowserProcess {
  const { executable, profile, sandbox, machine } = launch;
  const flags = browserFlags({ profile: profile.home, sandbox: sandbox.on });
  const child = spawn(executable.path, [...flags, 'about:blank'], {
    detached: machine.platform !== 'win32',
    cwd: profile.outer,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
    ...(sandbox.asNobody ? nobody : {}),
    ...(machine.platform === 'linux' ? { env: linuxEnvironment(launch) } : {}),
  });
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killGroup(child.pid);
  };
  const kill = (): void => {
    end();
    removeProfileNow(profile);
  };
  return { transport: pipesOf(child), ended: endOf(child), end, kill };
}

/** A fixed environment: nothing of the user's own reaches the browser or the PDF. */
function linuxEnvironment(launch: Launch): Record<string, string> {
  const { executable, profile } = launch;
  const libraries = launch.ownLibraries ? executable.libraries : undefined;
  return {
    HOME: profile.home,
    TMPDIR: profile.home,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    FONTCONFIG_FILE: writeFontSettings(executable.fonts, profile),
    ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
  };
}

/** The machine's fonts where it has some, and the browser's own behind them; what they cost to list is kept in the profile. */
function writeFontSettings(fonts: string | undefined, profile: Profile): string {
  const path = join(profile.outer, 'fonts.conf');
  // The first cache folder that can be written is: ours, lest root leave files in the system's.
  const text = `<?xml version="1.0"?>
<fontconfig>
  <cachedir>${escapeXml(profile.home)}/fontconfig</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${fonts === undefined ? '' : `  <dir>${escapeXml(fonts)}</dir>\n`}</fontconfig>
`;
  writeFileSync(path, text, { mode: 0o644 });
  return path;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function pipesOf(child: ChildProcess): PipeTransport {
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (toBrowser instanceof Writable && fromBrowser instanceof Readable)
    return new PipeTransport(toBrowser, fromBrowser);
  // A file that cannot be started at all has no pipes; `ended` tells why.
  return new PipeTransport(new Writable(), new Readable({ read: () => undefined }));
}

function endOf(child: ChildProcess): Promise<BrowserEnd> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-keptOutput);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve({ said, error });
    });
    child.once('close', () => {
      resolve({ said });
    });
    // A child of the browser's own may hold the output open.
    child.once('exit', () => {
      setTimeout(() => {
        resolve({ said });
      }, 20);
    });
  });
}
