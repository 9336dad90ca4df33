import { isAbsolute } from 'node:path';
import { checkNote, runRules } from '../check/run.ts';
import type { FoundClaims } from '../claim/claims.ts';
import type { ReadableText } from '../claim/prose.ts';
import { settleClaims } from '../claim/settled-claims.ts';
import type { Evidence } from '../core/evidence.ts';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Facts } from '../core/rule.ts';
import type { Secret } from '../core/person.ts';
import type { Settings } from '../core/settings.ts';
import { ToolError } from '../core/tool-error.ts';
import { readExceptions, type Exception } from '../markdown/exceptions.ts';
import { onlineRules } from '../online/online-rules.ts';
import { discreetFinding, hideSecrets } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { readCitationStyle } from '../read/citation-style.ts';
import { workspacePathOf } from '../read/files.ts';
import { readNote, type DocumentText } from '../read/note.ts';
import { withoutPrivateFiles } from '../read/private-files.ts';
import { findingOf } from '../read/reading-problem.ts';
import { findDocuments } from '../read/targets.ts';
import { requireTemplate } from '../read/template.ts';
import { rules } from '../rules/index.ts';
import { figureClaim } from '../rules/figure-claim.ts';
import { figureInconsistent } from '../rules/figure-inconsistent.ts';
import { citationLocatorPage } from '../rules/citation-locator-page.ts';
import { sourceFigureNotFound } from '../rules/source-figure-not-found.ts';
import { sourceQuotationNotFound } from '../rules/source-quotation-not-found.ts';
import { sourceUnreadable } from '../rules/source-unreadable.ts';
import { privacyName } from '../rules/privacy-name.ts';
import { listCopies } from '../source/copies.ts';
import { TimeLimitError, withTimeLimit } from '../util/time-limit.ts';
import { giveWay } from '../util/turn.ts';
import { resolveInside } from '../util/workspace-path.ts';
import { dropBrokenPictures } from './broken-pictures.ts';
import { companionsOf } from './companions.ts';
import type { Desk } from './desk.ts';
import { findClaimsHere } from './find-claims.ts';
import { knownRules } from './known-rules.ts';
import { endlessCheck } from './too-long.ts';

/** A document as far as it could be read, and everything found in it. */
export interface CheckedDocument {
  readonly path: string;
  readonly note: Note | undefined;
  readonly findings: readonly Finding[];
  /** What no artefact of this document may tell. */
  readonly secrets: readonly Secret[];
}

/** Rules that have nothing to look at where no source has a copy. */
const sourceRules = [
  sourceFigureNotFound,
  sourceQuotationNotFound,
  sourceUnreadable,
  citationLocatorPage,
].map(({ id }) => id);

/** Finds the documents that the targets mean, in the order of their paths. Throws `ToolError` for an unknown target. */
export function listDocuments(
  { files, settings, people, root, cwd }: Desk,
  targets: readonly string[],
): { paths: readonly string[]; findings: readonly Finding[] } {
  const inside = workspacePathOf(root, cwd, '.');
  const typed = targets.map((target) =>
    isAbsolute(target) || inside === undefined ? (workspacePathOf(root, cwd, target) ?? target) : target,
  );
  const { documents, problems } = findDocuments(files, settings, typed, inside ?? '');
  const index = indexSecrets(people.secrets);
  return { paths: documents, findings: problems.map((problem) => discreetFinding(problem, index)) };
}

/** A document that could be read. */
export type SoundDocument = CheckedDocument & { readonly note: Note };

export interface CheckOptions {
  /** Takes the place of the outlet that the document names. */
  readonly outlet?: string | undefined;
  /** Told of the note before the rules run on it. */
  readonly onRead?: (note: Note) => void;
  /** Told what every rule but that on claims found, before claims are waited for. */
  readonly onRules?: (checked: SoundDocument) => void;
  /** Looks for claims even where the rule on them is off. */
  readonly wantsClaims?: boolean;
  /** Finds them while the rest is read and the rules run; they are found after those, on this thread, if absent. */
  readonly findClaims?: ((text: ReadableText) => Promise<FoundClaims>) | undefined;
  /** Asks the links of a document: `nsp check --online` alone. */
  readonly askLinks?: ((note: Note) => Promise<Finding[]>) | undefined;
}

/**
 * Reads one document and runs every rule on it. What is found repeats nothing that must stay private, nor does the
 * path.
 */
export async function checkDocument(
  desk: Desk,
  path: string,
  options: CheckOptions = {},
): Promise<CheckedDocument> {
  const { secrets, ...checked } = await examine(desk, path, options).catch((error: unknown): Examined => {
    if (!(error instanceof TimeLimitError)) throw error;
    const { secrets: known } = desk.people;
    const findings = [endlessCheck(error, path)];
    return { note: undefined, findings, secrets: { all: known, ofArtefacts: known } };
  });
  const index = indexSecrets(secrets.all);
  const findings = checked.findings.map((finding) => discreetFinding(finding, index));
  return { ...checked, path: hideSecrets(path, index), findings, secrets: secrets.ofArtefacts };
}

interface Examined extends Omit<CheckedDocument, 'path' | 'secrets'> {
  readonly secrets: { readonly all: readonly Secret[]; readonly ofArtefacts: readonly Secret[] };
}

async function examine(desk: Desk, path: string, options: CheckOptions): Promise<Examined> {
  const { files, settings, people } = desk;
  const { outlet, askLinks } = options;
  let claims: Promise<FoundClaims> | undefined;
  const onText = (text: DocumentText): void => {
    if (areClaimsWanted(text.rules, desk, options)) claims = begun(options.findClaims?.(text));
  };
  const { note: read, findings, secrets } = await readNote({ files, path, settings, people, onText });
  const known = [...people.secrets, ...secrets];
  if (!read) return { note: read, findings, secrets: { all: known, ofArtefacts: known } };
  const meta = outlet === undefined ? read.meta : { ...read.meta, outlet };
  const { note: sound, findings: broken } = await dropBrokenPictures({ ...read, meta });
  const note = await withSources(sound, desk, known);
  const exceptions = withTimeLimit(() => readExceptions(note.tree));
  const ofArtefacts = clearsSurnames(note, settings, exceptions)
    ? known.filter(({ kind }) => kind !== 'surname')
    : known;
  const found = await applyRules(desk, options, {
    note,
    claims,
    secrets: { all: known, ofArtefacts },
    exceptions,
    problems: [...findings, ...broken, ...unfitChoices(note, desk), ...((await askLinks?.(note)) ?? [])],
  });
  return { ...found, secrets: { all: known, ofArtefacts } };
}

interface Readable {
  readonly note: Note;
  /** Those of the note, where they are looked for already. */
  readonly claims: Promise<FoundClaims> | undefined;
  readonly secrets: Examined['secrets'];
  readonly exceptions: readonly Exception[];
  readonly problems: readonly Finding[];
}

/** The note with its claims, and all that is found in it. The rule on claims runs last: they are found meanwhile. */
async function applyRules(
  desk: Desk,
  options: CheckOptions,
  { note, claims, secrets, exceptions, problems }: Readable,
): Promise<{ note: Note; findings: Finding[] }> {
  const { onRead, onRules } = options;
  onRead?.(note);
  await giveWay();
  const facts = await factsOf(note, desk, secrets.all);
  const first = withTimeLimit(() => runRules(note, rulesOnText, facts));
  const notRun = [
    ...(options.askLinks ? [] : Object.keys(onlineRules)),
    ...(note.sources ? [] : sourceRules),
  ];
  const reading = { exceptions, problems: [...problems, ...first], otherRules: knownRules, notRun };
  if (onRules) {
    const findings = checkNote(note, [], facts, { ...reading, notRun: [...notRun, figureClaim.id] });
    onRules({ note, path: note.path, findings, secrets: secrets.ofArtefacts });
    await giveWay();
  }
  const whole = areClaimsWanted(note.rules, desk, options) ? await withClaims(note, claims) : note;
  const findings = withTimeLimit(() => checkNote(whole, [figureClaim], facts, reading));
  await giveWay();
  return { note: whole, findings };
}

const rulesOnText = rules.filter((rule) => rule !== figureClaim);

function areClaimsWanted(
  own: Note['rules'],
  { settings }: Desk,
  { wantsClaims = false }: CheckOptions,
): boolean {
  return wantsClaims || { ...settings.rules, ...own }[figureClaim.id] !== 'off';
}

/** Whoever waits for it is told that it failed. */
function begun<T>(promise: Promise<T> | undefined): Promise<T> | undefined {
  promise?.catch(() => undefined);
  return promise;
}

async function withClaims(note: Note, claims: Promise<FoundClaims> | undefined): Promise<Note> {
  return { ...note, claims: settleClaims(await (claims ?? findClaimsHere(note)), note) };
}

async function factsOf(note: Note, desk: Desk, secrets: readonly Secret[]): Promise<Facts> {
  const { settings, now } = desk;
  const levels = { ...settings.rules, ...note.rules };
  const companions = levels[figureInconsistent.id] === 'off' ? [] : await companionsOf(note, desk);
  return { settings, secrets, today: now.slice(0, 10), now, companions };
}

/** The note with what the copies of its sources say; a passage that is quoted names nobody who must not be named. */
async function withSources(
  note: Note,
  { files, settings, cache }: Desk,
  secrets: readonly Secret[],
): Promise<Note> {
  const own = withoutPrivateFiles(files, settings);
  if (listCopies(own, note.folder).size === 0) return note;
  const { readSources } = await import('../source/read-sources.ts');
  const { copies, evidence } = await readSources(note, own, cache);
  const index = indexSecrets(secrets);
  const discreet = evidence.map(({ passage, ...rest }): Evidence => {
    return passage
      ? { ...rest, passage: { ...passage, excerpt: hideSecrets(passage.excerpt, index) } }
      : rest;
  });
  return { ...note, sources: { copies, evidence: discreet } };
}

/** A template or a citation style that the document names and that cannot be used. */
function unfitChoices(note: Note, { settings, files, packageRoot }: Desk): Finding[] {
  const { template, csl } = note.meta;
  const { folder } = note;
  const choices = {
    template: () => {
      if (template !== settings.template)
        requireTemplate({ name: template, workspaceFiles: files, packageRoot });
    },
    csl: () => {
      // One that is not there is told by the reader.
      const isFile =
        csl !== undefined &&
        [resolveInside(folder, csl), csl].some((path) => path !== undefined && files.has(path));
      if (isFile) readCitationStyle(csl, { files, folder, packageRoot });
    },
  };
  return Object.entries(choices).flatMap(([key, attempt]) => {
    try {
      attempt();
      return [];
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const { text, hint } = error;
      const problem = { rule: 'front-matter/value', place: note.metaPlace([key]), message: text } as const;
      return [findingOf(hint ? { ...problem, help: hint } : problem, note.path)];
    }
  });
}

/** An author who answers for a homonym answers for it in the artefacts too; full names are still looked for there. */
function clearsSurnames(note: Note, settings: Settings, exceptions: readonly Exception[]): boolean {
  const id = privacyName.id;
  const level = note.rules[id] ?? settings.rules[id];
  return level === 'off' || exceptions.some(({ rules: silenced, reason }) => reason && silenced.includes(id));
}
