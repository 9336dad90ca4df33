import type { BrowserFacts, BrowserHandle, BrowserOptions } from '../browser/printer.ts';
import type { Format } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Output } from '../core/output.ts';
import type { Page } from '../core/page.ts';
import type { Localized } from '../core/localized.ts';
import type { Secret } from '../core/person.ts';
import type { Leak, Machine } from '../privacy/gate.ts';
import { readCitationStyle } from '../read/citation-style.ts';
import { makePage, type PageOptions } from '../transform/page.ts';
import { withEvidence } from '../transform/verification.ts';
import { discreetFault } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import type { FontFace } from '../core/template.ts';
import type { Printer } from '../core/writer.ts';
import { facesOf } from '../render/styles.ts';
import { failed, weigh } from '../check/run.ts';
import { mapLimited } from '../util/concurrency.ts';
import { TimeLimitError, withTimeLimit } from '../util/time-limit.ts';
import { checkDocument, listDocuments, type CheckedDocument } from './check.ts';
import type { Desk } from './desk.ts';
import { makeFormats, type FormatWork, type MadeFormats } from './made-format.ts';
import type { Saver } from './save.ts';
import { endlessLayout } from './too-long.ts';
import { templateOf } from './templates.ts';
import { openWorkshop, workshopHere, type Workshop } from './workshop.ts';

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
export interface BuiltDocument extends CheckedDocument {
  readonly page: Page | undefined;
  readonly outputs: readonly Output[];
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
      document.outputs.some((output) => output.path.endsWith('.pdf')),
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

interface DocumentOptions extends BuildOptions {
  readonly printer: Printer | undefined;
  readonly workshop: Workshop;
  /** Findings on the targets themselves; a document that they name is not rendered. */
  readonly refused: readonly Finding[];
}

async function buildDocument(desk: Desk, path: string, options: DocumentOptions): Promise<BuiltDocument> {
  const nothing = { page: undefined, outputs: [], fault: undefined };
  let checked: CheckedDocument = { path, note: undefined, findings: [], secrets: [] };
  let begun: Promise<Page> | undefined;
  const onRead = (note: Note): void => {
    begun = beginPage(desk, note, options);
    // Whoever waits for it is told; where the rules find an error, nobody does.
    begun.catch(() => undefined);
  };
  try {
    checked = await checkDocument(desk, path, { outlet: options.outlet, onRead });
    const known = [...checked.findings, ...options.refused.filter((finding) => finding.path === path)];
    const stops = failed(known, options.strict) && !options.keepGoing;
    const { note } = checked;
    if (!note || !begun || stops || options.isHeldBack?.(note)) return { ...checked, ...nothing };
    const page = withEvidence(await begun, note.sources);
    const { outputs, findings } = await renderPage(desk, { ...checked, note, page }, options);
    const all = { ...checked, findings: [...checked.findings, ...findings] };
    if (failed(findings, false)) return { ...all, ...nothing };
    await options.saver.save(outputs);
    return { ...all, page, outputs, fault: undefined };
  } catch (fault) {
    const told = fault instanceof TimeLimitError ? endlessLayout(fault) : fault;
    return { ...checked, ...nothing, fault: discreetFault(told, indexSecrets(checked.secrets)) };
  }
}

/** The page is made while the rules run, and thrown away where they find an error. */
async function beginPage(desk: Desk, note: Note, options: DocumentOptions): Promise<Page> {
  const { settings, files, packageRoot } = desk;
  const { workshop, sourceDateEpoch } = options;
  const { folder, meta } = note;
  const template = templateOf(desk, meta.template);
  const pageOptions: PageOptions = {
    settings,
    formats: options.formats ?? meta.formats,
    citationStyle: readCitationStyle(meta.csl ?? settings.csl, { files, folder, packageRoot }),
    words: template.words[meta.lang],
    sourceDateEpoch,
    formatCitations: (request) => workshop.formatCitations(request),
    // Asked for after the citations, which are needed first.
    pictures: Promise.resolve().then(() => workshop.cleanPictures(note.pictures)),
  };
  pageOptions.pictures.catch(() => undefined);
  return withTimeLimit(() => makePage(note, pageOptions));
}

interface Renderable {
  readonly note: Note;
  readonly page: Page;
  readonly secrets: readonly Secret[];
}

async function renderPage(
  desk: Desk,
  { note, page, secrets }: Renderable,
  options: DocumentOptions,
): Promise<{ outputs: Output[]; findings: Finding[] }> {
  const template = templateOf(desk, note.meta.template);
  const made = await makeAll(page.formats, { page, template, secrets, machine: options.machine }, options);
  const levels = { ...desk.settings.rules, ...note.rules };
  const findings = made.flatMap(({ warnings, leaks }) => [
    ...warnings.flatMap((problem) => weigh({ severity: 'warning', path: note.path, ...problem }, levels)),
    ...leaks.map((leak) => leakFinding(leak, note.path)),
  ]);
  return { outputs: made.flatMap(({ outputs }) => outputs), findings };
}

/** The PDF's page goes to the browser first: the other formats are made while that prints. */
function makeAll(
  formats: readonly Format[],
  work: FormatWork,
  { printer, workshop }: DocumentOptions,
): Promise<MadeFormats[]> {
  const others = formats.filter((format) => format !== 'pdf');
  return Promise.all([
    ...(formats.includes('pdf') ? [makeFormats(['pdf'], work, printer)] : []),
    ...(others.length > 0 ? [workshop.makeFormats(others, work)] : []),
  ]);
}

function leakFinding(leak: Leak, path: string): Finding {
  return {
    rule: 'privacy/leak',
    severity: 'error',
    path,
    place: undefined,
    message: leak.message,
    help: leakHelp,
  };
}

const leakHelp: Localized = {
  fr: 'Rien n’a été mis en place. Retirez cette mention du document, de ses images ou de ses données.',
  en: 'Nothing was put in place. Take this out of the document, its pictures or its data.',
};
