import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  Nodes,
  PhrasingContent,
  Root,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { authorsInText } from '../cite/authors.ts';
import type { CitationCluster, CitationRequest, FormattedCitations } from '../cite/format.ts';
import type { CslStyle } from '../cite/style.ts';
import type { Bibliography } from '../core/bibliography.ts';
import type { Citation, NoteCall } from '../core/citation.ts';
import type { Language } from '../core/localized.ts';

/** A note before its hast is made. */
export interface ResolvedNote {
  readonly number: number;
  calls: number;
  children: (BlockContent | DefinitionContent)[];
}

export interface ResolvedReference {
  readonly key: string;
  readonly children: PhrasingContent[];
}

interface Sources {
  readonly bibliography: Bibliography;
  readonly style: CslStyle;
  /** XML of the CSL locale of `lang`. */
  readonly locale: string;
  readonly lang: Language;
  readonly format: (request: CitationRequest) => Promise<FormattedCitations>;
}

interface Parent {
  children: Nodes[];
}

interface Found {
  readonly citation: Citation;
  readonly parent: Parent;
  readonly noteNumber: number | undefined;
  /** The note that this citation makes; undefined inside a footnote and in author-date styles. */
  readonly makes: ResolvedNote | undefined;
}

/**
 * One numbering for footnotes and citations, in reading order. In a note style each citation of the text becomes a
 * note; inside a footnote, and in author-date styles, it is set where it stands. Changes the tree.
 */
export async function resolveNotes(
  root: Root,
  sources: Sources,
): Promise<{ notes: ResolvedNote[]; references: ResolvedReference[] }> {
  const definitions = takeDefinitions(root);
  const notes: ResolvedNote[] = [];
  const found: Found[] = [];
  const byFootnote = new Map<string, ResolvedNote>();

  const addNote = (children: (BlockContent | DefinitionContent)[]): ResolvedNote => {
    const note = { number: notes.length + 1, calls: 0, children };
    notes.push(note);
    return note;
  };
  const callFootnote = (identifier: string): NoteCall | undefined => {
    const definition = definitions.get(identifier);
    if (!definition) return undefined;
    let note = byFootnote.get(identifier);
    if (!note) {
      note = addNote(definition.children);
      byFootnote.set(identifier, note);
      walk({ children: note.children }, note);
    }
    return call(note);
  };
  /** Footnotes inside a footnote are set in its numbering too; citations there take its number. */
  const walk = (parent: Parent, inside: ResolvedNote | undefined): void => {
    parent.children.forEach((node, index) => {
      if (node.type === 'footnoteReference') {
        const noteCall = callFootnote(node.identifier);
        if (noteCall) parent.children[index] = noteCall;
      } else if (node.type === 'citation') {
        const makes = sources.style.isNote && !inside ? addNote([]) : undefined;
        found.push({ citation: node, parent, noteNumber: makes?.number ?? inside?.number, makes });
      } else if ('children' in node) {
        walk({ children: captionOf(node) }, inside);
        walk(node, inside);
      }
    });
  };
  walk(root, undefined);
  return { notes, references: await setCitations(found, sources) };
}

/** What stands above a table, and is read before it. */
function captionOf(node: Nodes): Nodes[] {
  return node.type === 'table' ? (node.data?.caption ?? []) : [];
}

function takeDefinitions(root: Root): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(root, 'footnoteDefinition', (node, index, parent) => {
    if (index === undefined || !parent) return;
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    parent.children.splice(index, 1);
    return index;
  });
  return definitions;
}

function call(note: ResolvedNote): NoteCall {
  note.calls += 1;
  return { type: 'noteCall', value: String(note.number), number: note.number, call: note.calls };
}

/** Formats every cluster at once, for a style needs to see which work was cited before, then puts them in place. */
/** The works that the citations name: a shared bibliography may hold thousands of others. */
function citedOf({ byKey }: Bibliography, clusters: readonly CitationCluster[]): Bibliography {
  const keys = new Set(clusters.flatMap(({ items }) => items.map(({ key }) => key)));
  const cited = [...keys].flatMap((key) => byKey.get(key) ?? []);
  return { entries: cited, byKey: new Map(cited.map((reference) => [reference.key, reference])) };
}

async function setCitations(found: readonly Found[], sources: Sources): Promise<ResolvedReference[]> {
  for (const { citation, parent } of found) {
    if (!citation.items.some((item) => sources.bibliography.byKey.has(item.key))) {
      replace(parent, citation, [{ type: 'text', value: citation.raw }]);
    }
  }
  const known = found.filter(({ citation }) =>
    citation.items.some((item) => sources.bibliography.byKey.has(item.key)),
  );
  const clusters = known.map(({ citation, noteNumber, makes }): CitationCluster => ({
    items: citation.items.filter((item) => sources.bibliography.byKey.has(item.key)),
    mode: makes ? 'bracketed' : citation.mode,
    ...(noteNumber !== undefined && { noteNumber }),
    ...(noteNumber !== undefined && !makes && { inSentence: true }),
  }));
  if (clusters.length === 0) return [];
  const { format, ...rest } = sources;
  const formatted = await format({
    ...rest,
    clusters,
    bibliography: citedOf(sources.bibliography, clusters),
  });
  known.forEach((item, index) => {
    placeCitation(item, formatted.clusters[index] ?? [], sources);
  });
  return formatted.references.map(({ key, content }) => ({ key, children: content }));
}

function placeCitation(
  item: Found,
  content: PhrasingContent[],
  { bibliography, style, lang }: Sources,
): void {
  const { citation, parent, makes } = item;
  if (!makes) {
    replace(parent, citation, isAside(item, style) ? inParentheses(content) : content);
    return;
  }
  makes.children = [{ type: 'paragraph', children: content }];
  const noteCall = call(makes);
  if (citation.mode === 'bracketed') {
    placeCall(parent, citation, noteCall, lang);
    return;
  }
  const first = citation.items[0];
  const names = first ? authorsInText(bibliography.byKey.get(first.key), lang) : '';
  replace(parent, citation, [{ type: 'text', value: names || citation.raw }, noteCall]);
}

/** What begins a sentence, or the words that lead to a reference: "Voir", "cf.", "Source :". */
const leadsIn =
  /(?:^|[.!?…:;([]|(?<!\p{L})(?:voir|voyez|cf|aussi|également|notamment|puis|dans|in|selon|après|par|de|du|et|see|also|from|after|and|source)\.?)\s*$/iu;

/** Whether a citation of a note stands after the words that it supports, "Ce rapport le montre [@a]." */
function isAside({ citation, parent, noteNumber }: Found, { isNote }: CslStyle): boolean {
  if (!isNote || noteNumber === undefined || citation.mode !== 'bracketed') return false;
  const before = parent.children.slice(0, parent.children.indexOf(citation));
  return !leadsIn.test(toString(before).slice(-40));
}

/** Parentheses inside parentheses are square brackets, and no sentence begins there. */
function inParentheses(content: readonly PhrasingContent[]): PhrasingContent[] {
  visit({ type: 'root', children: [...content] }, 'text', (node) => {
    node.value = node.value
      .replaceAll('(', '[')
      .replaceAll(')', ']')
      .replace(/^Ibid\b/u, 'ibid');
  });
  return [{ type: 'text', value: '(' }, ...content, { type: 'text', value: ')' }];
}

/** A French call stands against the word, before the punctuation; an English one after it. */
function placeCall(parent: Parent, citation: Citation, noteCall: NoteCall, lang: Language): void {
  const index = parent.children.indexOf(citation);
  const before = parent.children[index - 1];
  const after = parent.children[index + 1];
  if (before?.type === 'text') before.value = before.value.replace(/[ \u00a0\u202f\n]+$/u, '');
  parent.children[index] = noteCall;
  if (lang !== 'en' || after?.type !== 'text') return;
  const mark = /^[.,;:!?]+[”’"']*/u.exec(after.value)?.[0];
  if (!mark) return;
  after.value = after.value.slice(mark.length);
  parent.children.splice(index, 0, { type: 'text', value: mark });
}

function replace(parent: Parent, node: Nodes, content: readonly Nodes[]): void {
  const index = parent.children.indexOf(node);
  if (index >= 0) parent.children.splice(index, 1, ...content);
}
