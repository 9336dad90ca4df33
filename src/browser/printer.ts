import type { FontFace } from '../core/template.ts';
import type { Prepare, Printer } from '../core/writer.ts';
import { ToolError } from '../core/tool-error.ts';
import { withDeadline } from '../util/deadline.ts';
import { browserDied, printFailed, printInterrupted } from './browser-fault.ts';
import { describeMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { openBlankPage, printPage } from './page-print.ts';
import type { BlankPage } from './page-print.ts';
import { startSession } from './session.ts';
import type { BrowserFacts, Session } from './session.ts';
import type { BrowserProcess } from './launch.ts';

export type { BrowserFacts } from './session.ts';

/** What the browser needs to know; the command line passes it down. */
export interface BrowserOptions {
  /** `--browser` or NSP_BROWSER: this browser and no other. */
  readonly path?: string;
  /** Private folder of the user, `~/.cache/nsp`: the embedded browser is unpacked there once. */
  readonly cacheFolder: string;
  /** Where the browser's throw-away profile goes, `os.tmpdir()`. */
  readonly temporaryFolder: string;
  /** Milliseconds allowed to each step: start, load, print, close. */
  readonly timeout?: number;
  /** Documents printed at once. */
  readonly pages?: number;
  /** Ends the browser at once when it fires. */
  readonly signal?: AbortSignal;
  /** This machine, unless a test plays another. */
  readonly machine?: Machine;
  /** Where the system's browsers may stand, unless in the usual places. */
  readonly places?: readonly string[];
}

export interface BrowserHandle {
  readonly printer: Printer;
  /** The faces that documents will most likely ask for: they are decoded ahead. */
  expect(faces: readonly FontFace[]): void;
  /** Settles when its process runs, or when there is none to run; what it does next needs nothing of us. */
  launched(): Promise<void>;
  /** Waits for the start. Throws `ToolError`. */
  facts(): Promise<BrowserFacts>;
  /** Ends the browser and removes its profile, within the deadline. Never throws. */
  close(): Promise<void>;
  /** Ends it at once and synchronously: for signal handlers. */
  kill(): void;
}

const defaultTimeout = 30_000;
const defaultPages = 2;
/** Milliseconds that a killed process may take to be gone. */
const closeGrace = 2000;
/** A browser that dies is replaced, but only so many times: a machine that kills each one must not keep us busy. */
const starts = 2;

/** Starts looking for and starting the browser in the background, and returns at once. */
export function openBrowser(options: BrowserOptions): BrowserHandle {
  return new SharedBrowser(options);
}

class SharedBrowser implements BrowserHandle {
  readonly printer: Printer = {
    print: (html, prepare, faces = []) => this.#print(html, prepare, faces),
  };
  readonly #options: BrowserOptions;
  readonly #timeout: number;
  readonly #processes = new Set<BrowserProcess>();
  readonly #waiting: (() => void)[] = [];
  readonly #onAbort = (): void => {
    this.kill();
  };
  #free: number;
  #startsLeft = starts;
  #isOver = false;
  #session: Promise<Session>;
  readonly #launched: Promise<void>;
  #expected: readonly FontFace[] = [];
  #closed: Promise<void> | undefined;
  /** Opened ahead, so that the first document does not wait for it. */
  #spare: Promise<BlankPage> | undefined;

  constructor(options: BrowserOptions) {
    this.#options = options;
    this.#timeout = options.timeout ?? defaultTimeout;
    this.#free = options.pages ?? defaultPages;
    options.signal?.addEventListener('abort', this.#onAbort, { once: true });
    let onLaunch = (): void => undefined;
    this.#launched = new Promise((resolve) => {
      onLaunch = resolve;
    });
    this.#session = this.#start(onLaunch);
    this.#session.then(onLaunch, onLaunch);
    if (options.signal?.aborted === true) this.kill();
  }

  expect(faces: readonly FontFace[]): void {
    this.#expected = faces;
  }

  launched(): Promise<void> {
    return this.#launched;
  }

  async facts(): Promise<BrowserFacts> {
    return (await this.#session).facts;
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    this.#isOver = true;
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    // Its profile is thrown away: there is nothing that a slower, polite end would save.
    const processes = [...this.#processes];
    for (const process of processes) process.end();
    const tooLate = (): Error => new Error('the browser does not end');
    await Promise.allSettled(processes.map(({ ended }) => withDeadline(ended, closeGrace, tooLate)));
    // A start that was still under way fails by itself, and clears up.
    await this.#session.catch(() => undefined);
    this.kill();
  }

  kill(): void {
    this.#isOver = true;
    for (const process of this.#processes) process.kill();
    this.#processes.clear();
  }

  #start(onLaunch?: () => void): Promise<Session> {
    this.#startsLeft -= 1;
    const { cacheFolder, temporaryFolder, path, places } = this.#options;
    const session = startSession({
      ...(path === undefined ? {} : { path }),
      ...(places === undefined ? {} : { places }),
      cacheFolder,
      temporaryFolder,
      machine: this.#options.machine ?? describeMachine(),
      timeout: this.#timeout,
      onStart: (process) => {
        if (this.#isOver) process.kill();
        else this.#processes.add(process);
        onLaunch?.();
      },
    });
    this.#spare = session.then((started) => openBlankPage(started, this.#expected));
    this.#spare.catch(() => undefined);
    return session;
  }

  async #print(html: string, prepare: Prepare | undefined, faces: readonly FontFace[]): Promise<Uint8Array> {
    await this.#takeTurn();
    // Who prints does not wait for the page to be closed, but the next in turn does.
    let dropped = Promise.resolve();
    try {
      const session = await this.#living();
      const blank = await this.#takePage(session, faces);
      try {
        return await printPage(blank, html, prepare, this.#timeout);
      } finally {
        dropped = this.#drop(blank, session);
      }
    } catch (error) {
      throw this.#explain(error);
    } finally {
      void dropped.then(() => {
        this.#giveTurn();
      });
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #giveTurn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }

  /** The browser, or its one replacement when it has died. */
  async #living(): Promise<Session> {
    if (this.#isOver) throw printInterrupted();
    const current = this.#session;
    const session = await current;
    if (session.browser.connected) return session;
    if (current !== this.#session) return this.#living();
    if (this.#startsLeft === 0) throw browserDied();
    session.process.kill();
    this.#processes.delete(session.process);
    this.#session = this.#start();
    return this.#living();
  }

  async #takePage(session: Session, faces: readonly FontFace[]): Promise<BlankPage> {
    const spare = this.#spare;
    this.#spare = this.#waiting.length > 0 ? openBlankPage(session, faces) : undefined;
    this.#spare?.catch(() => undefined);
    const tooLate = (): ToolError => browserDied();
    const opened = await withDeadline(spare ?? openBlankPage(session, faces), this.#timeout, tooLate);
    if (isSameList(opened.faces, faces)) return opened;
    void this.#drop(opened, session);
    return withDeadline(openBlankPage(session, faces), this.#timeout, tooLate);
  }

  /** A page that does not close, its renderer being dead or stuck, takes its browser with it. */
  async #drop(blank: BlankPage, session: Session): Promise<void> {
    if (!session.browser.connected) return;
    const tooLate = (): Error => new Error('the page does not close');
    await withDeadline(blank.page.close(), Math.min(this.#timeout, 5000), tooLate).catch(() => {
      session.process.kill();
    });
  }

  #explain(error: unknown): unknown {
    if (this.#isOver) return printInterrupted();
    return error instanceof ToolError ? error : printFailed(error);
  }
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
