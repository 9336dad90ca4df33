import { posix } from 'node:path';
import { kindAliases } from '../config/front-matter-schema.ts';
import { parseYaml } from '../config/yaml.ts';
import { kinds } from '../core/document.ts';
import { FileProblem } from '../core/files.ts';
import { ToolError } from '../core/tool-error.ts';
import { escapeGlob } from '../util/escape-glob.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { compareCodePoints, folderOf, resolveInside } from '../util/workspace-path.ts';
import { defaultSlug, isDocument } from './default-slug.ts';
import { findingOf } from './reading-problem.ts';
import { splitDocument } from './split-document.ts';
import type { Kind } from '../core/document.ts';
import type { Files } from '../core/files.ts';
import type { Finding } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Place } from '../core/place.ts';
import type { Settings } from '../core/settings.ts';
import { foldAccents } from '../util/fold-accents.ts';

export interface FoundDocuments {
  /** Workspace paths, sorted, each once. */
  readonly documents: readonly string[];
  /** Documents that share a slug. */
  readonly problems: readonly Finding[];
}

/** What choosing and naming a document needs, without reading its text. */
interface Head {
  readonly path: string;
  readonly slug: string;
  readonly kind: Kind;
  readonly slugPlace: Place | undefined;
}

/**
 * Finds the documents that a command is asked for: paths (from `cwdInside`, a workspace path, or from the root), globs,
 * slugs, kinds; none means every document. An absolute target goes through `workspacePathOf` first. Throws `ToolError`
 * for a target that is nothing of the sort.
 */
export function findDocuments(
  files: Files,
  settings: Settings,
  targets: readonly string[],
  cwdInside: string,
): FoundDocuments {
  const workspace = openWorkspace(files, settings);
  const chosen =
    targets.length === 0
      ? workspace.documents()
      : targets.flatMap((target) => choose(target, workspace, cwdInside));
  const documents = [...new Set(chosen)].sort(compareCodePoints);
  // A few paths are checked against each other; anything wider, against every document.
  const known = workspace.knownHeads() ?? documents.map((path) => workspace.head(path));
  const problems = targets.length === 0 && documents.length === 0 ? [noDocument(settings)] : [];
  return { documents, problems: [...problems, ...sharedSlugs(documents, known)] };
}

interface Workspace {
  readonly files: Files;
  readonly documents: () => readonly string[];
  readonly head: (path: string) => Head;
  readonly heads: () => readonly Head[];
  /** The heads of every document, if they were asked for. */
  readonly knownHeads: () => readonly Head[] | undefined;
}

function openWorkspace(files: Files, settings: Settings): Workspace {
  let documents: readonly string[] | undefined;
  let heads: readonly Head[] | undefined;
  const folders = new Map<string, readonly string[]>();
  const siblings = (path: string): readonly string[] => {
    const folder = folderOf(path);
    const glob = folder === '' ? '*.md' : `${escapeGlob(folder)}/*.md`;
    const known = folders.get(folder) ?? files.list([glob]).filter(isDocument);
    folders.set(folder, known);
    return known;
  };
  const listDocuments = (): readonly string[] => {
    const listed = files.list(settings.documents).filter(isDocument);
    for (const path of listed) folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
    return listed;
  };
  const workspace: Workspace = {
    files,
    documents: () => (documents ??= listDocuments()),
    head: (path) => readHead(files, path, siblings(path)),
    heads: () => (heads ??= workspace.documents().map(workspace.head)),
    knownHeads: () => heads ?? (documents && workspace.heads()),
  };
  return workspace;
}

function choose(target: string, workspace: Workspace, cwdInside: string): readonly string[] {
  if (target.trim() === '') throw new ToolError('usage', nameless);
  const places = [...new Set([resolveInside(cwdInside, target), resolveInside('', target)])];
  if (places.every((place) => place === undefined)) throw outside(target);
  for (const place of places) {
    const found = place === undefined ? [] : atPath(place, workspace);
    if (found.length > 0) return found;
  }
  if (isGlob(target)) {
    const globs = [posix.join(escapeGlob(cwdInside), target), target];
    const found = globs
      .map((glob) => workspace.files.list([glob]).filter(isDocument))
      .find((list) => list.length > 0);
    if (found !== undefined) return found;
  }
  const bySlug = workspace.heads().filter(({ slug }) => slug === target);
  if (bySlug.length > 0) return bySlug.map(({ path }) => path);
  const kind = kindOf(target);
  const ofKind = workspace.heads().filter((head) => head.kind === kind);
  if (ofKind.length > 0) return ofKind.map(({ path }) => path);
  throw unknownTarget(target, sayUnknown(target, kind, places, workspace), workspace);
}

const nameless: Localized = { fr: 'Un nom de document est vide.', en: 'The name of a document is empty.' };

/** A document, or the documents of a folder: its own, else those below it. */
function atPath(path: string, { files, documents }: Workspace): readonly string[] {
  if (files.has(path)) return path.toLowerCase().endsWith('.md') ? [path] : [];
  if (path === '') return documents();
  const folder = escapeGlob(path);
  const inside = files.list([`${folder}/*.md`, `${folder}/*/*.md`]).filter(isDocument);
  if (inside.length > 0) return inside;
  // A link that leads nowhere, or a folder with a document's name: reading it says what is wrong.
  const isNamed = files.list([folder]).length > 0 || isFolder(path, files);
  return isNamed && path.toLowerCase().endsWith('.md') ? [path] : [];
}

function isFolder(path: string, files: Files): boolean {
  try {
    files.read(path);
    return false;
  } catch (error) {
    return error instanceof FileProblem && error.fault === 'folder';
  }
}

function kindOf(target: string): Kind | undefined {
  const name = foldAccents(target);
  if (Object.hasOwn(kindAliases, name)) return kindAliases[name as keyof typeof kindAliases];
  return kinds.find((kind) => kind === name);
}

function readHead(files: Files, path: string, siblings: readonly string[]): Head {
  const fallback = { path, slug: defaultSlug(path, siblings), kind: 'note', slugPlace: undefined } as const;
  let text: string;
  try {
    text = files.readText(path);
  } catch {
    return fallback;
  }
  const yaml = parseYaml(namingLines(splitDocument(text).yaml ?? ''));
  const { slug, kind } = (yaml.value ?? {}) as { slug?: unknown; kind?: unknown };
  const typedKind = typeof kind === 'string' ? kindOf(kind) : undefined;
  const hasSlug = typeof slug === 'string' || typeof slug === 'number';
  return {
    path,
    slug: hasSlug ? String(slug) : fallback.slug,
    kind: typedKind ?? 'note',
    slugPlace: hasSlug ? yaml.placeOf(['slug']) : yaml.placeOf(['title']),
  };
}

/** The lines of a front-matter that name its document, the others blanked: nobody wants its ledger read twice. */
function namingLines(yaml: string): string {
  let isNaming = true;
  const lines = yaml.split('\n').map((line) => {
    if (/^[^\s#]/u.test(line)) isNaming = /^["']?(?:slug|kind|title)\b|^[{}]/u.test(line);
    return isNaming ? line : '';
  });
  return lines.join('\n');
}

function noDocument(settings: Settings): Finding {
  const globs = settings.documents.join(', ');
  const problem = {
    rule: 'document/none',
    place: undefined,
    message: { fr: 'Il n’y a encore aucun document.', en: 'There is no document yet.' },
    help: { fr: fr`nsp les cherche ici : ${globs}`, en: `nsp looks for them here: ${globs}` },
  } as const;
  return findingOf(problem, 'nsp.yaml');
}

function sharedSlugs(documents: readonly string[], heads: readonly Head[]): Finding[] {
  const chosen = new Set(documents);
  const bySlug = new Map<string, Head[]>();
  for (const head of heads) bySlug.set(head.slug, [...(bySlug.get(head.slug) ?? []), head]);
  return heads.flatMap((head) => {
    const others = (bySlug.get(head.slug) ?? []).filter(({ path }) => path !== head.path);
    const [other] = others;
    return other === undefined || !chosen.has(head.path) ? [] : [sharedSlug(head, other)];
  });
}

function sharedSlug({ path, slug, slugPlace }: Head, other: Head): Finding {
  const problem = {
    rule: 'document/slug',
    place: slugPlace,
    message: {
      fr: fr`Ce document et ${other.path} porteraient le même nom, « ${slug} ».`,
      en: `This document and ${other.path} would bear the same name, "${slug}".`,
    },
    actual: slug,
    help: {
      fr: fr`Donnez à l’un des deux une autre ligne « slug: … ».`,
      en: 'Give one of the two another line "slug: …".',
    },
  } as const;
  return findingOf(problem, path);
}

function outside(target: string): ToolError {
  return new ToolError(
    'usage',
    {
      fr: fr`« ${target} » mène hors de l’espace de travail.`,
      en: `"${target}" leads out of the workspace.`,
    },
    {
      fr: 'Donnez un chemin qui reste sous le dossier de nsp.yaml.',
      en: 'Give a path below the folder of nsp.yaml.',
    },
  );
}

/** What is wrong with a target that gives no document. */
function sayUnknown(
  target: string,
  kind: Kind | undefined,
  places: readonly (string | undefined)[],
  { files }: Workspace,
): Localized {
  const place = places.find((path) => path !== undefined && (files.has(path) || isFolder(path, files)));
  if (place !== undefined && isFolder(place, files))
    return {
      fr: fr`Le dossier « ${target} » ne contient aucun document.`,
      en: `The folder "${target}" holds no document.`,
    };
  if (place !== undefined)
    return {
      fr: fr`« ${target} » n’est pas un document : il faut un fichier « .md ».`,
      en: `"${target}" is no document: a file ".md" is wanted.`,
    };
  if (kind !== undefined)
    return {
      fr: fr`Aucun document n’est du genre « ${target} ».`,
      en: `No document is of the kind "${target}".`,
    };
  if (isGlob(target))
    return { fr: fr`Aucun document ne correspond à « ${target} ».`, en: `No document matches "${target}".` };
  return {
    fr: fr`« ${target} » n’est ni un document, ni un nom de document, ni un genre.`,
    en: `"${target}" is no document, no slug and no kind.`,
  };
}

function isGlob(target: string): boolean {
  return /[*?[{]/u.test(target);
}

function unknownTarget(target: string, text: Localized, workspace: Workspace): ToolError {
  const slugs = workspace.heads().map(({ slug }) => slug);
  const kindNames = [...kinds, ...Object.keys(kindAliases)].filter((name) => kindOf(target) !== kindOf(name));
  const near = nearest(target, [...slugs, ...workspace.documents(), ...kindNames]);
  const shown = slugs.slice(0, 10).join(', ') + (slugs.length > 10 ? ', …' : '.');
  const list =
    slugs.length === 0
      ? { fr: 'Il n’y a encore aucun document.', en: 'There is no document yet.' }
      : { fr: fr`Documents : ${shown}`, en: `Documents: ${shown}` };
  const meant =
    near === undefined
      ? { fr: '', en: '' }
      : { fr: fr`Vouliez-vous dire « ${near} » ? `, en: `Did you mean "${near}"? ` };
  return new ToolError('usage', text, { fr: meant.fr + list.fr, en: meant.en + list.en });
}
