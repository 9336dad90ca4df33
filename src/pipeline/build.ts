import type { BrowserFacts, BrowserHandle, BrowserOptions } from '../browser/printer.ts';
import type { Format } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Artefact } from '../core/output.ts';
import type { Page, PageRecord } from '../core/page.ts';
import type { Machine } from '../privacy/gate.ts';
import { discreetFault } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import type { FontFace } from '../core/template.ts';
import { facesOf } from '../render/styles.ts';
import { failed } from '../check/run.ts';
import { mapLimited } from '../util/concurrency.ts';
import { TimeLimitError } from '../util/time-limit.ts';
import { checkDocument, listDocuments, type CheckedDocument } from './check.ts';
import type { Desk } from './desk.ts';
import { startRendering, type DocumentOptions } from './rendering.ts';
import type { Saver } from './save.ts';
import { endlessLayout } from './too-long.ts';
import { templateOf } from './templates.ts';
import { openWorkshop, workshopHere } from './workshop.ts';

export interface BuildOptions {
  readonly formats: readonly Format[] | undefined;
  /** Takes the place of the outlet that the documents name. */
  readonly outlet?: string;
  /** Documents that are checked but not rendered. */
  readonly isHeldBack?: (note: Note) => boolean;
  readonly strict: boolean;
  /** Render what has errors too. */
  readonly keepGoing: boolean;
  readonly concurrency: number;
  readonly sourceDateEpoch: number | undefined;
  readonly browser: BrowserOptions;
  readonly machine: Machine;
  /** File of the thread that makes the other formats while the browser prints; all is made on this one if absent. */
  readonly thread?: string | undefined;
  readonly saver: Saver;
  /** Told of each document as it is ready; for progress. */
  readonly onDocument: (document: BuiltDocument, done: number, all: number) => void;
  readonly onBrowser: (browser: BrowserHandle) => void;
}

/** A document after its build: what was saved, or why nothing was. */
export interface BuiltDocument extends Omit<CheckedDocument, 'note'> {
  readonly page: PageRecord | undefined;
  readonly artefacts: readonly Artefact[];
  /** The machine or the print failed. */
  readonly fault: unknown;
}

export interface BuildResult {
  readonly documents: readonly BuiltDocument[];
  /** Findings of the documents and of the targets. */
  readonly findings: readonly Finding[];
  readonly browser: BrowserFacts | undefined;
}

/** The straight line: targets → Note → findings → Page → Output → leak gate → disk. Throws `ToolError` for bad usage. */
export async function buildDocuments(
  desk: Desk,
  targets: readonly string[],
  options: BuildOptions,
): Promise<BuildResult> {
  const browser = await startBrowser(desk, options);
  const workshop = browser && options.thread ? openWorkshop(options.thread, options.formats) : workshopHere;
  try {
    const { paths, findings } = listDocuments(desk, targets);
    let done = 0;
    const printing = new Set(paths);
    const endPrinting = (path: string): void => {
      printing.delete(path);
      if (printing.size === 0) void browser?.close();
    };
    const documents = await mapLimited(paths, options.concurrency, async (path) => {
      const printer = browser && {
        ...browser.printer,
        done: () => {
          endPrinting(path);
        },
      };
      const document = await buildDocument(desk, path, { ...options, printer, workshop, refused: findings });
      endPrinting(path);
      options.onDocument(document, ++done, paths.length);
      return document;
    });
    const printed = documents.some((document) =>
      document.artefacts.some(({ path }) => path.endsWith('.pdf')),
    );
    return {
      documents,
      findings: [...findings, ...documents.flatMap((document) => document.findings)],
      browser: printed ? await browser?.facts() : undefined,
    };
  } finally {
    workshop.close();
    await browser?.close();
  }
}

/** The browser starts while the documents are parsed; it is not even loaded where no PDF is asked for. */
async function startBrowser(
  desk: Desk,
  { formats, browser, onBrowser }: BuildOptions,
): Promise<BrowserHandle | undefined> {
  if (formats && !formats.includes('pdf')) return undefined;
  const { openBrowser } = await import('../browser/printer.ts');
  const handle = openBrowser(browser);
  onBrowser(handle);
  // Parsing leaves the browser no turn to be launched in.
  await handle.launched();
  handle.expect(likelyFaces(desk));
  return handle;
}

/** None where the template cannot be read: each document that asks for it says so. */
function likelyFaces(desk: Desk): readonly FontFace[] {
  try {
    return facesOf(templateOf(desk, desk.settings.template), 'print');
  } catch {
    return [];
  }
}

/** Much is let go with the document: its tree, its page and the bytes of its artefacts. */
async function buildDocument(desk: Desk, path: string, options: DocumentOptions): Promise<BuiltDocument> {
  const nothing = { page: undefined, artefacts: [], fault: undefined };
  let known: Omit<CheckedDocument, 'note'> = { path, findings: [], secrets: [] };
  const rendering = startRendering(desk, options);
  try {
    const checked = await checkDocument(desk, path, rendering.checkOptions);
    known = { path: checked.path, findings: checked.findings, secrets: checked.secrets };
    const rendered = await rendering.end(checked);
    if (rendered === undefined) return { ...known, ...nothing };
    const { page, outputs, findings } = rendered;
    const all = { ...known, findings: [...known.findings, ...findings] };
    if (failed(findings, false)) return { ...all, ...nothing };
    const artefacts = await options.saver.save(outputs);
    return { ...all, page: recordOf(page), artefacts, fault: undefined };
  } catch (fault) {
    const told = fault instanceof TimeLimitError ? endlessLayout(fault) : fault;
    return { ...known, ...nothing, fault: discreetFault(told, indexSecrets(known.secrets)) };
  }
}

function recordOf(page: Page): PageRecord {
  const { meta, title, subtitle, summary, authors, signatories, mark, dateInWords } = page;
  const { mdast, brand, outlet, formats, url, epoch } = page;
  const text = { meta, title, subtitle, summary, authors, signatories, mark, dateInWords, mdast };
  return { ...text, brand, outlet, formats, url, epoch };
}
