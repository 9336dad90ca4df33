import { performance } from 'node:perf_hooks';
import { ToolError } from '../core/tool-error.ts';
import type { Localized } from '../core/localized.ts';
import { missingBrowser, printFailed, snapBrowser } from './browser-fault.ts';
import { embeddedFolder, findArchives, verifyEmbedded } from './embedded.ts';
import { findCandidates } from './find.ts';
import type { BrowserOrigin, Candidate, Search } from './find.ts';
import { describeMachine } from './machine.ts';
import { openBrowser } from './printer.ts';
import type { BrowserOptions } from './printer.ts';
import type { BrowserFacts } from './session.ts';

/** A browser looked for, and what speaks against it. */
export interface CandidateReport {
  readonly origin: BrowserOrigin;
  readonly path: string;
  readonly remark?: Localized;
}

/** State of the embedded browser: every byte of what is unpacked is compared with its manifest. */
export type EmbeddedState = 'absent' | 'packed' | 'sound' | 'damaged';

/** What `nsp doctor` says of the browser. `problem` is set when nothing can be printed. */
export interface BrowserReport {
  readonly candidates: readonly CandidateReport[];
  readonly embedded: { readonly state: EmbeddedState; readonly folder: string };
  /** The browser that a build uses. */
  readonly chosen: BrowserFacts | undefined;
  /** Milliseconds until the browser answered, and of a print of one page. */
  readonly startMs: number | undefined;
  readonly printMs: number | undefined;
  readonly problem: ToolError | undefined;
}

const trialPage =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><p>Essai</p></html>';

/** Looks for every browser, starts the one that a build would use, and prints one page. Never throws. */
export async function examineBrowser(options: BrowserOptions): Promise<BrowserReport> {
  const machine = options.machine ?? describeMachine();
  const { path, places, cacheFolder } = options;
  const search: Search = {
    ...(path === undefined ? {} : { path }),
    ...(places === undefined ? {} : { places }),
    cacheFolder,
    machine,
  };
  // Before the start, which may unpack it or mend it.
  const embedded = { state: await embeddedState(search), folder: embeddedFolder(cacheFolder) };
  const candidates = (await findCandidates(search)).map(reportCandidate);
  return { candidates, embedded, ...(await tryOut(options)) };
}

function reportCandidate({ origin, path, fault }: Candidate): CandidateReport {
  if (fault === undefined) return { origin, path };
  const { text } = fault === 'missing' ? missingBrowser(path) : snapBrowser(path);
  return { origin, path, remark: text };
}

async function embeddedState({ cacheFolder, machine }: Search): Promise<EmbeddedState> {
  const archives = findArchives(machine);
  if (archives === undefined) return 'absent';
  const isSound = await verifyEmbedded({ archives, cacheFolder, machine }).catch(() => false);
  if (isSound === undefined) return 'packed';
  return isSound ? 'sound' : 'damaged';
}

type Trial = Pick<BrowserReport, 'chosen' | 'startMs' | 'printMs' | 'problem'>;

async function tryOut(options: BrowserOptions): Promise<Trial> {
  let trial: Trial = { chosen: undefined, startMs: undefined, printMs: undefined, problem: undefined };
  const begin = performance.now();
  const browser = openBrowser(options);
  try {
    const chosen = await browser.facts();
    const answered = performance.now();
    trial = { ...trial, chosen, startMs: answered - begin };
    const pdf = await browser.printer.print(trialPage);
    if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Error('no PDF came back');
    return { ...trial, printMs: performance.now() - answered };
  } catch (error) {
    return { ...trial, problem: error instanceof ToolError ? error : printFailed(error) };
  } finally {
    await browser.close();
  }
}
