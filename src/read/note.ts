import { parseBibliography } from '../cite/bibliography.ts';
import { FileProblem } from '../core/files.ts';
import { buildLedger } from '../ledger/ledger.ts';
import { ExcessError } from '../markdown/excess.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { dropUnknownTextual } from '../markdown/textual-citations.ts';
import { escapeGlob } from '../util/escape-glob.ts';
import { fr } from '../util/french.ts';
import { withTimeLimit } from '../util/time-limit.ts';
import { giveWay } from '../util/turn.ts';
import { folderOf, resolveInside } from '../util/workspace-path.ts';
import { readCharts } from './charts.ts';
import { defaultSlug, isDocument } from './default-slug.ts';
import { excessProblem } from './excess-problem.ts';
import { fileFaultWords } from './file-words.ts';
import { readFrontMatter } from './front-matter.ts';
import { readLedgerEntries } from './ledger-entries.ts';
import { metaTexts } from './meta-texts.ts';
import { metaOf, metaProblems } from './meta.ts';
import { peopleOfDocument } from './people-of-document.ts';
import { readPictures } from './pictures.ts';
import { withoutPrivateFiles } from './private-files.ts';
import { findingOf } from './reading-problem.ts';
import type { BibliographyFile } from '../cite/bibliography.ts';
import type { YamlPath } from '../config/yaml.ts';
import type { Files } from '../core/files.ts';
import type { Root } from 'mdast';
import type { Finding, Problem } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Secret } from '../core/person.ts';
import type { Place } from '../core/place.ts';
import type { Settings } from '../core/settings.ts';
import type { FrontMatter } from './front-matter.ts';
import type { People } from './people.ts';
import type { ReadingProblem } from './reading-problem.ts';

export interface NoteRequest {
  readonly files: Files;
  /** Workspace path of the document. */
  readonly path: string;
  readonly settings: Settings;
  readonly people: People;
  /** Told of the text as soon as it is read, before what it leans on. */
  readonly onText?: ((text: DocumentText) => void) | undefined;
}

/** The text of a document, and the severities that it asks for. */
export type DocumentText = Pick<Note, 'tree' | 'source' | 'meta' | 'rules'>;

export interface ReadNote {
  /** Absent when the front-matter or the text cannot be read at all. */
  readonly note?: Note;
  readonly findings: readonly Finding[];
  /** What the document itself says of private people. */
  readonly secrets: readonly Secret[];
}

/**
 * Reads a document and all that it leans on. Never throws for a fault of its author: faults are findings. Throws
 * `TimeLimitError` for what would take for ever.
 */
export async function readNote(request: NoteRequest): Promise<ReadNote> {
  const { files, path } = request;
  let source: string;
  try {
    source = files.readText(path);
  } catch (error) {
    const problem: ReadingProblem = {
      rule: 'document/file',
      place: undefined,
      ...fileFaultWords(error, path),
      // A path of the command line never leads out: a link does.
      ...(error instanceof FileProblem && error.fault === 'outside' && { help: linkHelp }),
    };
    return { findings: [findingOf(problem, path)], secrets: [] };
  }
  const { frontMatter, problems } = withTimeLimit(() => readFrontMatter(source));
  const findings = problems.map((problem) => findingOf(problem, path));
  if (frontMatter === undefined) return { findings, secrets: [] };
  const read = await assemble(source, frontMatter, request);
  return { ...read, findings: [...findings, ...read.findings] };
}

const linkHelp = {
  fr: 'Remplacez ce lien par le fichier lui-même.',
  en: 'Put the file itself in the place of this link.',
};

async function assemble(source: string, frontMatter: FrontMatter, request: NoteRequest): Promise<ReadNote> {
  const { path, settings } = request;
  const { fields, yaml, body } = frontMatter;
  const folder = folderOf(path);
  const files = withoutPrivateFiles(request.files, settings);
  const slug = defaultSlug(path, siblingsOf(path, files));
  const meta = metaOf(fields, settings, slug);
  const hasFile = (typed: string): boolean =>
    [resolveInside(folder, typed), typed].some((at) => at !== undefined && files.has(at));

  const listed = bibliographyFiles(frontMatter, files, folder);
  const cited = await parseBibliography(listed.files);
  await giveWay();
  const { tree, excess } = readText(body);
  await giveWay();
  const drawn = readCharts(tree, { files, folder, lang: meta.lang });
  dropUnknownTextual(tree, new Set(cited.bibliography.byKey.keys()));
  if (excess.length === 0) request.onText?.({ tree, source, meta, rules: fields.rules });

  const figures = readLedgerEntries(fields.figures, { files, path, folder, yaml });
  await giveWay();
  const ledger = withTimeLimit(() => buildLedger({ ...figures, lang: meta.lang }));
  const shown = readPictures(tree, files, folder);
  // The signatories' CSV may well be private: only what it allows is printed.
  const context = { files: request.files, folder, registry: request.people, yaml };
  const authors = peopleOfDocument('authors', fields.authors, context);
  const signatories = peopleOfDocument('signatories', fields.signatories, context);

  const own = [
    ...excess,
    ...metaProblems(frontMatter, { slug, folder, hasFile }),
    ...listed.problems,
    ...authors.problems,
    ...signatories.problems,
    ...figures.problems,
    ...shown.problems,
    ...drawn.problems,
  ].map((problem) => findingOf(problem, path));
  const borrowed = [...cited.problems, ...ledger.problems].map((problem) => asFinding(problem, path));
  const note: Note = {
    path,
    folder,
    source,
    meta,
    metaPlace: (at) => metaPlace(frontMatter, at),
    metaTexts: metaTexts(frontMatter.yaml),
    tables: new Map([...figures.tables, ...drawn.tables]),
    charts: drawn.charts,
    tree,
    bibliography: cited.bibliography,
    ledger,
    authors: authors.people,
    signatories: signatories.people,
    pictures: shown.pictures,
    rules: fields.rules,
  };
  const read = { findings: [...own, ...borrowed], secrets: [...authors.secrets, ...signatories.secrets] };
  return excess.length > 0 ? read : { ...read, note };
}

/** The text as a tree: an empty one where it has too much of something. */
function readText(body: string): { tree: Root; excess: readonly ReadingProblem[] } {
  try {
    return { tree: withTimeLimit(() => parseMarkdown(body)), excess: [] };
  } catch (error) {
    if (!(error instanceof ExcessError)) throw error;
    return { tree: { type: 'root', children: [] }, excess: [excessProblem(error)] };
  }
}

function siblingsOf(path: string, files: Files): string[] {
  const folder = folderOf(path);
  return folder === '' ? [path] : files.list([`${escapeGlob(folder)}/*.md`]).filter(isDocument);
}

/** The files of `bibliography`, or `refs.bib` beside the document when it names none. */
function bibliographyFiles(
  { fields, yaml }: FrontMatter,
  files: Files,
  folder: string,
): { files: readonly BibliographyFile[]; problems: readonly ReadingProblem[] } {
  const read: BibliographyFile[] = [];
  const problems: ReadingProblem[] = [];
  const usual = resolveInside(folder, 'refs.bib') ?? '';
  const { bibliography } = fields;
  const named = typeof bibliography === 'string' ? [bibliography] : bibliography;
  const typed = named.length === 0 && isThere(usual, files) ? ['refs.bib'] : named;
  for (const [index, file] of typed.entries()) {
    const path = resolveInside(folder, file);
    const place = yaml.placeOf(['bibliography', index]);
    try {
      if (path === undefined) throw new FileProblem('outside', file);
      const text = files.readText(path);
      if (isBibliography.test(path)) read.push({ path, text });
      else problems.push({ rule: 'front-matter/file', place, ...wrongKind(file) });
    } catch (error) {
      problems.push({ rule: 'front-matter/file', place, ...fileFaultWords(error, file) });
    }
  }
  return { files: read, problems };
}

const isBibliography = /\.(?:bib|json|ya?ml)$/iu;

function wrongKind(file: string): Pick<ReadingProblem, 'message' | 'help'> {
  return {
    message: {
      fr: fr`Le fichier « ${file} » n’est pas d’un genre de bibliographie connu.`,
      en: `The file "${file}" is of no known kind of bibliography.`,
    },
    help: {
      fr: fr`Une bibliographie est un fichier .bib (BibTeX, comme Zotero l’exporte), ou .json ou .yaml (CSL).`,
      en: 'A bibliography is a .bib file (BibTeX, as Zotero exports it), or .json or .yaml (CSL).',
    },
  };
}

/** A link that leads out is there too: reading it says so. */
function isThere(path: string, files: Files): boolean {
  try {
    files.read(path);
    return true;
  } catch (error) {
    return error instanceof FileProblem && error.fault !== 'missing';
  }
}

/** Place of a value of the front-matter; of its key where the value is a list or has keys. */
function metaPlace({ yaml }: FrontMatter, path: YamlPath): Place | undefined {
  let value = yaml.value;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return yaml.placeOf(path, typeof value === 'object' ? 'key' : 'value');
}

function asFinding(problem: Problem & { readonly rule: string }, path: string): Finding {
  return { ...problem, severity: problem.severity ?? 'error', path: problem.path ?? path };
}
