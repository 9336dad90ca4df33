import { setImmediate } from 'node:timers/promises';
import type { BrowserFacts, BrowserHandle, BrowserOptions } from '../browser/printer.ts';
import type { Format } from '../core/document.ts';
import type { Finding, Problem } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Output } from '../core/output.ts';
import type { Page } from '../core/page.ts';
import type { Localized } from '../core/localized.ts';
import type { Secret } from '../core/person.ts';
import { findLeaks, type Leak, type Machine } from '../privacy/gate.ts';
import { readCitationStyle } from '../read/citation-style.ts';
import { readTemplate } from '../read/template.ts';
import { makePage } from '../transform/page.ts';
import { writers } from '../write/index.ts';
import { discreetFault } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { ToolError } from '../core/tool-error.ts';
import type { Printer, WriterContext } from '../core/writer.ts';
import { failed, weigh } from '../check/run.ts';
import { mapLimited } from '../util/concurrency.ts';
import { checkDocument, listDocuments, type CheckedDocument } from './check.ts';
import type { Desk } from './desk.ts';
import type { Saver } from './save.ts';

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
  const browser = await startBrowser(options);
  try {
    const { paths, findings } = listDocuments(desk, targets);
    let done = 0;
    const documents = await mapLimited(paths, options.concurrency, async (path) => {
      const document = await buildDocument(desk, path, {
        ...options,
        printer: browser?.printer,
        refused: findings,
      });
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
    await browser?.close();
  }
}

/** The browser starts while the documents are parsed; it is not even loaded where no PDF is asked for. */
async function startBrowser({
  formats,
  browser,
  onBrowser,
}: BuildOptions): Promise<BrowserHandle | undefined> {
  if (formats && !formats.includes('pdf')) return undefined;
  const { openBrowser } = await import('../browser/printer.ts');
  const handle = openBrowser(browser);
  onBrowser(handle);
  // Parsing leaves the browser no turn to be launched in.
  await handle.launched();
  return handle;
}

interface DocumentOptions extends BuildOptions {
  readonly printer: Printer | undefined;
  /** Findings on the targets themselves; a document that they name is not rendered. */
  readonly refused: readonly Finding[];
}

async function buildDocument(desk: Desk, path: string, options: DocumentOptions): Promise<BuiltDocument> {
  const nothing = { page: undefined, outputs: [], fault: undefined };
  let checked: CheckedDocument = { path, note: undefined, findings: [], secrets: [] };
  try {
    checked = await checkDocument(desk, path, { outlet: options.outlet });
    const known = [...checked.findings, ...options.refused.filter((finding) => finding.path === path)];
    const stops = failed(known, options.strict) && !options.keepGoing;
    if (!checked.note || stops || options.isHeldBack?.(checked.note)) return { ...checked, ...nothing };
    const { page, outputs, findings } = await renderNote(desk, { ...checked, note: checked.note }, options);
    const all = { ...checked, findings: [...checked.findings, ...findings] };
    if (failed(findings, false)) return { ...all, ...nothing };
    await options.saver.save(outputs);
    return { ...all, page, outputs, fault: undefined };
  } catch (fault) {
    return { ...checked, ...nothing, fault: discreetFault(fault, indexSecrets(checked.secrets)) };
  }
}

async function renderNote(
  desk: Desk,
  { note, secrets }: { note: Note; secrets: readonly Secret[] },
  options: DocumentOptions,
): Promise<{ page: Page; outputs: Output[]; findings: Finding[] }> {
  const { settings, files, packageRoot } = desk;
  const template = readTemplate({ name: note.meta.template, workspaceFiles: files, packageRoot });
  const formats = options.formats ?? note.meta.formats;
  const page = await makePage(note, {
    settings,
    formats,
    citationStyle: readCitationStyle(note.meta.csl ?? settings.csl, {
      files,
      folder: note.folder,
      packageRoot,
    }),
    words: template.words[note.meta.lang],
    sourceDateEpoch: options.sourceDateEpoch,
  });
  const warnings: (Problem & { readonly rule: string })[] = [];
  const printed = new Set<string>();
  const context: WriterContext = {
    template,
    printer: {
      print: (html, prepare) => {
        printed.add(html);
        return (options.printer ?? noPrinter).print(html, prepare);
      },
    },
    warn: (problem) => {
      warnings.push(problem);
    },
  };
  const write = async (format: Format): Promise<readonly Output[]> => {
    const writer = await writers[format]();
    if (format !== 'pdf' && formats.includes('pdf')) {
      // Its page goes to the browser first: the other formats are written while that prints.
      await writers.pdf();
      await setImmediate();
    }
    return writer.write(page, context);
  };
  const outputs = (await Promise.all(formats.map(write))).flat();
  const levels = { ...settings.rules, ...note.rules };
  const findings = warnings.flatMap((problem) =>
    weigh({ severity: 'warning', path: note.path, ...problem }, levels),
  );
  const leaks = searchLeaks(outputs, { printed, secrets, machine: options.machine });
  return { page, outputs, findings: [...findings, ...leaks.map((leak) => leakFinding(leak, note.path))] };
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

interface Search {
  /** What the browser was given to print. */
  readonly printed: ReadonlySet<string>;
  readonly secrets: readonly Secret[];
  readonly machine: Machine;
}

/** The gate reads every artefact before any is put in place, and the page that the browser printed. */
function searchLeaks(outputs: readonly Output[], { printed, secrets, machine }: Search): Leak[] {
  const path = outputs.find((output) => output.path.endsWith('.pdf'))?.path ?? '';
  const pages = [...printed].map((html) => ({ path, data: new TextEncoder().encode(html) }));
  return findLeaks([...outputs, ...pages], secrets, machine);
}

const noPrinter: Printer = {
  print: () =>
    Promise.reject(
      new ToolError('machine', { fr: 'Aucun navigateur n’a été démarré.', en: 'No browser was started.' }),
    ),
};
