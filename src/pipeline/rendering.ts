import type { Format } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Output } from '../core/output.ts';
import type { Page } from '../core/page.ts';
import type { Printer } from '../core/writer.ts';
import type { Leak } from '../privacy/gate.ts';
import { failed, weigh } from '../check/run.ts';
import { readCitationStyle } from '../read/citation-style.ts';
import { makePage, type PageOptions } from '../transform/page.ts';
import { withEvidence } from '../transform/verification.ts';
import { withTimeLimit } from '../util/time-limit.ts';
import { withSafeData } from './attached-data.ts';
import type { BuildOptions } from './build.ts';
import type { CheckedDocument, CheckOptions, SoundDocument } from './check.ts';
import type { Desk } from './desk.ts';
import { makeFormats, type FormatWork, type MadeFormats } from './made-format.ts';
import { templateOf } from './templates.ts';
import type { Workshop } from './workshop.ts';

export interface DocumentOptions extends BuildOptions {
  readonly printer: Printer | undefined;
  readonly workshop: Workshop;
  /** Findings on the targets themselves; a document that they name is not rendered. */
  readonly refused: readonly Finding[];
}

/** A document laid out in every format, and what that found. */
export interface Rendered {
  readonly page: Page;
  readonly outputs: readonly Output[];
  readonly findings: readonly Finding[];
}

/** The layout of a document, which goes on while it is checked. */
export interface Rendering {
  readonly checkOptions: CheckOptions;
  /** What was made; undefined where the document is not to be rendered. */
  end(checked: CheckedDocument): Promise<Rendered | undefined>;
}

/**
 * Makes the page while the rules run, and lays it out while claims are looked for: these are asked of the workshop once
 * it knows what else to make. Where something is found that stops the document, all that is thrown away.
 */
export function startRendering(desk: Desk, options: DocumentOptions): Rendering {
  const { outlet, workshop } = options;
  let page: Promise<Page> | undefined;
  let rendered: Promise<Rendered> | undefined;
  const { promise: decided, resolve: decide } = withResolver();
  const render = (document: SoundDocument, made: Promise<Page>): Promise<Rendered> =>
    made.then((bare) => {
      const page = withEvidence(bare, document.note.sources);
      const rendering = renderPage(desk, { document, page }, options);
      decide();
      return rendering;
    });
  const isStopped = ({ note, path, findings }: SoundDocument): boolean => {
    const known = [...findings, ...options.refused.filter((finding) => finding.path === path)];
    return (failed(known, options.strict) && !options.keepGoing) || options.isHeldBack?.(note) === true;
  };
  return {
    checkOptions: {
      outlet,
      onRead: (note) => {
        page = untilAwaited(beginPage(desk, note, options));
      },
      onRules: (document) => {
        if (page && !isStopped(document)) rendered = untilAwaited(render(document, page));
        if (rendered) rendered.catch(decide);
        else decide();
      },
      findClaims: async (text) => {
        await decided;
        return workshop.findClaims(text);
      },
    },
    end: async (checked) => {
      const { note } = checked;
      if (!note || !page || isStopped({ ...checked, note })) return undefined;
      return rendered ?? render({ ...checked, note }, page);
    },
  };
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Whoever waits for it is told that it failed; where something stops the document, nobody does. */
function untilAwaited<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

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

async function renderPage(
  desk: Desk,
  { document: { note, secrets }, page: whole }: { document: SoundDocument; page: Page },
  options: DocumentOptions,
): Promise<Rendered> {
  const { machine } = options;
  const { page, findings: leftOut } = withSafeData(whole, note.path, { secrets, machine });
  const template = templateOf(desk, note.meta.template);
  const made = await makeAll(page.formats, { page, template, secrets, machine }, options);
  const levels = { ...desk.settings.rules, ...note.rules };
  const found = made.flatMap(({ warnings, leaks }) => [
    ...warnings.flatMap((problem) => weigh({ severity: 'warning', path: note.path, ...problem }, levels)),
    ...leaks.map((leak) => leakFinding(leak, note.path)),
  ]);
  const findings = [...leftOut.flatMap((finding) => weigh(finding, levels)), ...found];
  return { page, outputs: made.flatMap(({ outputs }) => outputs), findings };
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
