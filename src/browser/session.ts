import type { Browser, Page, Target } from 'puppeteer';
import { ToolError } from '../core/tool-error.ts';
import type { Localized } from '../core/localized.ts';
import { withDeadline } from '../util/deadline.ts';
import {
  firstLine,
  lacksLibraries,
  missingBrowser,
  noBrowser,
  oldBrowser,
  oldestChromium,
  snapBrowser,
  startFailed,
  startTooSlow,
} from './browser-fault.ts';
import { findCandidates } from './find.ts';
import type { BrowserOrigin, Candidate, Search } from './find.ts';
import type { Executable } from './embedded.ts';
import { launchBrowser } from './launch.ts';
import type { BrowserEnd, BrowserProcess } from './launch.ts';
import { giveToNobody, makeProfile, removeProfile, sweepProfiles } from './profile.ts';
import type { Profile } from './profile.ts';
import { everybodyReaches, hasHelper, linkExecutable, readNamespaces } from './reach.ts';
import { decideSandbox } from './sandbox.ts';
import type { SandboxDecision, SandboxFacts } from './sandbox.ts';

/** What was started, for the manifest and `nsp doctor`. */
export interface BrowserFacts {
  readonly origin: BrowserOrigin;
  readonly path: string;
  /** "147.0.7727.0" */
  readonly version: string;
  readonly sandbox: { readonly on: boolean; readonly reason: Localized };
  /** Whether the browser's own libraries stand in for those that the machine lacks. */
  readonly ownLibraries: boolean;
}

/** A browser that answers. */
export interface Session {
  readonly browser: Browser;
  /** The page that the browser started with, then new ones. */
  takePage(): Promise<Page>;
  readonly process: BrowserProcess;
  readonly profile: Profile;
  readonly facts: BrowserFacts;
}

export interface SessionOptions extends Search {
  readonly temporaryFolder: string;
  readonly timeout: number;
  /** Told of every process as it starts, so that it can be killed before it answers. */
  readonly onStart?: (process: BrowserProcess) => void;
}

/** Starts the first browser that is there, new enough and able to run. Throws `ToolError` with the first cause. */
export async function startSession(options: SessionOptions): Promise<Session> {
  await sweepProfiles(options.temporaryFolder, options.machine);
  let cause: ToolError | undefined;
  for (const candidate of await findCandidates(options)) {
    try {
      return await startCandidate(candidate, options);
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      cause ??= error;
    }
  }
  throw cause ?? noBrowser();
}

async function startCandidate(candidate: Candidate, options: SessionOptions): Promise<Session> {
  if (candidate.fault === 'missing') throw missingBrowser(candidate.path);
  if (candidate.fault === 'snap') throw snapBrowser(candidate.path);
  const executable = await candidate.open();
  let attempt = await firstAttempt(executable, options);
  for (;;) {
    const outcome = await tryStart(attempt, candidate, options);
    if ('browser' in outcome) return outcome;
    const next = nextAttempt(attempt, outcome);
    if (next === undefined) throw outcome.fault;
    attempt = next;
  }
}

/** One way of starting a browser. */
interface Attempt {
  readonly executable: Executable;
  readonly facts: SandboxFacts;
  readonly ownLibraries: boolean;
}

interface Failure {
  readonly fault: ToolError;
  readonly end: BrowserEnd | undefined;
}

async function firstAttempt(executable: Executable, options: SessionOptions): Promise<Attempt> {
  const { platform, uid } = options.machine;
  const facts: SandboxFacts = {
    platform,
    uid,
    // Only the administrator needs another account.
    reachable: true,
    namespaces: platform === 'linux' ? await readNamespaces() : 'allowed',
    helper: hasHelper(executable.path),
    refused: false,
  };
  return { executable, facts, ownLibraries: false };
}

/** What to try after a failure, from milder to harsher; undefined when nothing is left. */
function nextAttempt(attempt: Attempt, { end }: Failure): Attempt | undefined {
  if (end === undefined) return undefined;
  const { facts } = attempt;
  const decision = decideSandbox(facts);
  if (missingLibrary(end) !== undefined) {
    const canHelp = !attempt.ownLibraries && attempt.executable.libraries !== undefined;
    return canHelp ? { ...attempt, ownLibraries: true } : undefined;
  }
  if (decision.asNobody && end.error !== undefined)
    return { ...attempt, facts: { ...facts, reachable: false } };
  if (decision.on && isSandboxRefusal(end)) return { ...attempt, facts: { ...facts, refused: true } };
  return undefined;
}

function missingLibrary(end: BrowserEnd): string | undefined {
  return /error while loading shared libraries: ([^\s:]+)/.exec(end.said)?.[1];
}

function isSandboxRefusal(end: BrowserEnd): boolean {
  return /sandbox|namespace|zygote|seccomp/i.test(end.said);
}

async function tryStart(
  attempt: Attempt,
  candidate: Candidate,
  options: SessionOptions,
): Promise<Session | Failure> {
  const { profile, executable, sandbox } = await prepareRun(attempt, options);
  const process = launchBrowser({
    executable,
    profile,
    sandbox,
    machine: options.machine,
    ownLibraries: attempt.ownLibraries,
  });
  options.onStart?.(process);
  try {
    const { browser, version } = await connect(process, candidate, options.timeout);
    const facts: BrowserFacts = {
      origin: candidate.origin,
      path: attempt.executable.path,
      version,
      sandbox: { on: sandbox.on, reason: sandbox.reason },
      ownLibraries: attempt.ownLibraries,
    };
    return { browser, takePage: pagesOf(browser), process, profile, facts };
  } catch (error) {
    process.kill();
    await removeProfile(profile);
    if (error instanceof EarlyEnd) return { fault: explainEnd(error.end, candidate.path), end: error.end };
    if (error instanceof ToolError) return { fault: error, end: undefined };
    return {
      fault: startFailed(candidate.path, error instanceof Error ? firstLine(error.message) : '', error),
      end: undefined,
    };
  }
}

function isPage(target: Target): boolean {
  const type: string = target.type();
  return type === 'page';
}

/** A browser starts with a page whose renderer runs already: making another would take longer. */
function pagesOf(browser: Browser): () => Promise<Page> {
  let first = browser.targets().find((target) => isPage(target));
  return async () => {
    const target = first;
    first = undefined;
    return (await target?.page()) ?? browser.newPage();
  };
}

/** What a start needs, made afresh for each attempt. */
interface Run {
  readonly profile: Profile;
  readonly executable: Executable;
  readonly sandbox: SandboxDecision;
}

async function prepareRun(attempt: Attempt, options: SessionOptions): Promise<Run> {
  const { executable, facts } = attempt;
  const wanted = decideSandbox(facts);
  const profile = await makeProfile(options.temporaryFolder);
  if (!wanted.asNobody) return { executable, profile, sandbox: wanted };
  const reached = (await giveToNobody(profile)) ? await reachFrom(executable, profile) : undefined;
  if (reached !== undefined) return { executable: reached, profile, sandbox: wanted };
  return { executable, profile, sandbox: decideSandbox({ ...facts, reachable: false }) };
}

/** The browser where the account without rights reaches it. */
async function reachFrom(executable: Executable, profile: Profile): Promise<Executable | undefined> {
  return (await everybodyReaches(executable.path)) ? executable : linkExecutable(executable, profile.outer);
}

const endGrace = 1000;

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** The browser ended before it answered. */
class EarlyEnd extends Error {
  readonly end: BrowserEnd;

  constructor(end: BrowserEnd) {
    super('the browser ended before it answered');
    this.end = end;
  }
}

async function connect(
  process: BrowserProcess,
  candidate: Candidate,
  timeout: number,
): Promise<{ browser: Browser; version: string }> {
  const ended = process.ended.then((end) => {
    throw new EarlyEnd(end);
  });
  // A pipe that closes is heard before the end of the process, which alone tells why.
  const answered = greet(process, timeout).catch((error: unknown) =>
    withDeadline(ended, endGrace, () => asError(error)),
  );
  answered.catch(() => undefined);
  const tooSlow = (): ToolError => startTooSlow(candidate.path, timeout);
  const greeting = await withDeadline(Promise.race([answered, ended]), timeout, tooSlow);
  if (Number.parseInt(greeting.version, 10) < oldestChromium)
    throw oldBrowser(candidate.path, greeting.version);
  return greeting;
}

async function greet(
  process: BrowserProcess,
  timeout: number,
): Promise<{ browser: Browser; version: string }> {
  const { default: puppeteer } = await import('puppeteer');
  const browser = await puppeteer.connect({
    transport: process.transport,
    defaultViewport: null,
    // Our own deadlines come first, with words for people.
    protocolTimeout: timeout * 2,
  });
  const product = await browser.version();
  return { browser, version: product.slice(product.indexOf('/') + 1) };
}

function explainEnd(end: BrowserEnd, path: string): ToolError {
  const library = missingLibrary(end);
  if (library !== undefined) return lacksLibraries(path, library);
  const said = end.error?.message ?? lastWords(end.said);
  return startFailed(path, said, end.error);
}

/** The line of a browser's output that says most: the fatal one, else the last. */
function lastWords(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
    .filter((line) => line !== '');
  const fatal = said.split('\n').find((line) => line.includes(':FATAL:'));
  return (fatal?.replace(/^\[[^\]]*\]\s*/, '') ?? lines.at(-1) ?? '').slice(0, 200);
}
