import type { CopyFault, SourceCopy, Sources } from '../core/evidence.ts';
import { FileProblem, type Files } from '../core/files.ts';
import type { Note } from '../core/note.ts';
import { mapLimited } from '../util/concurrency.ts';
import { withTimeLimit } from '../util/time-limit.ts';
import { copyName, listCopies } from './copies.ts';
import { findEvidence, leanedOn, type Shelf } from './evidence.ts';
import { readCopy, type TextStore } from './read-copy.ts';
import { Searchable } from './searchable.ts';
import type { SourceText } from './source-text.ts';

const noCopy: Shelf = { copies: [], isWhole: false };
/** Files extracted at once: each takes a thread. */
const atOnce = 2;

interface Loaded {
  readonly copy: SourceCopy;
  readonly text: SourceText | undefined;
}

/**
 * Reads the local copies of a note's sources and looks its quotations and figures up in them. The copies of works that
 * nothing leans on are only named. Never throws for what a file holds, but
 * `TimeLimitError` where the search does not end.
 */
export async function readSources(note: Note, files: Files, store?: TextStore): Promise<Sources> {
  const listed = listCopies(files, note.folder);
  const keys = leanedOn(note);
  const wanted = [...note.bibliography.byKey.keys()].flatMap((key) =>
    (listed.get(copyName(key)) ?? []).map((path) => ({ key, path })),
  );
  const loaded = await mapLimited(wanted, atOnce, ({ key, path }) =>
    load({ key, path, files, isWanted: keys.has(key) }, store),
  );
  const shelves = new Map<string, Shelf>();
  const shelfOf = (key: string): Shelf => {
    const shelf = shelves.get(key) ?? makeShelf(loaded.filter(({ copy }) => copy.key === key));
    shelves.set(key, shelf);
    return shelf;
  };
  return {
    copies: loaded.map(({ copy }) => copy),
    evidence: withTimeLimit(() => findEvidence(note, shelfOf)),
  };
}

interface Wanted {
  readonly key: string;
  readonly path: string;
  readonly files: Files;
  readonly isWanted: boolean;
}

async function load({ key, path, files, isWanted }: Wanted, store?: TextStore): Promise<Loaded> {
  let data: Uint8Array;
  try {
    data = files.read(path);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const fault: CopyFault = error.fault === 'too-large' ? 'too-long' : 'unreadable';
    return { copy: { key, path, fault }, text: undefined };
  }
  const { sha256, content } = await readCopy(path, data, { ...(store && { store }), isWanted });
  if (content === undefined) return { copy: { key, path, sha256 }, text: undefined };
  if ('fault' in content) return { copy: { key, path, sha256, fault: content.fault }, text: undefined };
  const pages = content.isPaged ? { pages: content.pages.length } : {};
  return { copy: { key, path, sha256, ...pages }, text: content };
}

/** A share of pages without text beyond which what is missing may stand on one of them. */
const blankShare = 0.2;

function makeShelf(loaded: readonly Loaded[]): Shelf {
  const texts = loaded.flatMap(({ text }) => (text ? [text] : []));
  if (texts.length === 0) return noCopy;
  const isWhole = texts.every(
    ({ pages }) => pages.filter(({ isBlank }) => isBlank).length <= pages.length * blankShare,
  );
  return {
    copies: texts.map((text) => new Searchable(text)),
    isWhole: isWhole && texts.length === loaded.length,
  };
}
