import type { Nodes } from 'mdast';
import type { CitationItem } from '../core/citation.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import { countWords, findQuotations, isSentence, type Quotation } from '../markdown/quotations.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';

/** A quotation with the works that it may come from. */
export interface CitedQuotation {
  readonly text: string;
  readonly place: Place;
  /** The works that it is said to come from. */
  readonly items: readonly CitationItem[];
  /** Other works cited around it: words found there are at home too. */
  readonly others: readonly CitationItem[];
  /** Whether its author says that it is a translation. */
  readonly isTranslated: boolean;
}

interface Citing {
  readonly place: Place;
  readonly items: readonly CitationItem[];
}

const leastWords = 3;
const translated = /\b(?:traduction|traduit|traduite|traduisons|translation|translated)\b/iu;

/** The quotations of a note that cite a work; a few words in quotation marks only where the citation touches them. */
export function citedQuotations(note: Note): CitedQuotation[] {
  const footnotes = footnotesOf(note);
  const lines = note.source.split('\n');
  const isLongEnough = (words: string): boolean => countWords(words) >= leastWords;
  return findQuotations(note.tree, note.source, isLongEnough).flatMap((quotation) => {
    const citings = quotation.around
      .flatMap((node) => citingsIn(node, footnotes))
      .sort((one, other) => comparePoints(startOf(one.place), startOf(other.place)));
    const isBlock = quotation.around[0]?.type === 'blockquote';
    const chosen = isBlock ? citings : chooseCitings(quotation, citings, lines);
    if (chosen.length === 0) return [];
    const isShort = !isBlock && !isSentence(quotation.text);
    if (isShort && !chosen.some((citing) => touches(quotation, citing, lines))) return [];
    const items = chosen.flatMap((citing) => citing.items);
    const others = citings.filter((citing) => !chosen.includes(citing)).flatMap((citing) => citing.items);
    return [
      {
        text: isBlock ? blockWords(quotation) : quotation.text,
        place: quotation.place,
        items,
        others,
        isTranslated: quotation.around.some((node) => translated.test(wordsOf(node))),
      },
    ];
  });
}

/** The citation that touches the quotation; else, for nobody can be sure, every citation of the paragraph. */
function chooseCitings(
  quotation: Quotation,
  citings: readonly Citing[],
  lines: readonly string[],
): readonly Citing[] {
  const touching = citings.filter((citing) => touches(quotation, citing, lines));
  return touching.length > 0 ? touching : citings;
}

/** Whether only spaces and punctuation stand between the end of a quotation and a citation. */
function touches({ place }: Quotation, citing: Citing, lines: readonly string[]): boolean {
  const [end, start] = [{ line: place.endLine, column: place.endColumn }, startOf(citing.place)];
  if (comparePoints(start, end) < 0 || start.line - end.line > 2) return false;
  const between = lines.slice(end.line - 1, start.line);
  between[between.length - 1] = (between.at(-1) ?? '').slice(0, start.column - 1);
  between[0] = (between[0] ?? '').slice(end.column - 1);
  return /^[\s.,;:!?*_)»”>-]*$/u.test(between.join('\n'));
}

interface Point {
  readonly line: number;
  readonly column: number;
}

function startOf({ line, column }: Place): Point {
  return { line, column };
}

function comparePoints(one: Point, other: Point): number {
  return one.line - other.line || one.column - other.column;
}

/** The works that each footnote cites, by its identifier. */
function footnotesOf(note: Note): ReadonlyMap<string, readonly CitationItem[]> {
  const footnotes = new Map<string, readonly CitationItem[]>();
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') {
      const items = citingsIn({ ...node, type: 'blockquote' }, new Map()).flatMap((citing) => citing.items);
      footnotes.set(node.identifier, items);
    } else if ('children' in node) node.children.forEach(walk);
  };
  walk(note.tree);
  return footnotes;
}

function citingsIn(root: Nodes, footnotes: ReadonlyMap<string, readonly CitationItem[]>): Citing[] {
  const found: Citing[] = [];
  const walk = (node: Nodes): void => {
    const place = placeOfNode(node);
    if (node.type === 'citation' && place) found.push({ place, items: node.items });
    else if (node.type === 'footnoteReference' && place) {
      const items = footnotes.get(node.identifier) ?? [];
      if (items.length > 0) found.push({ place, items });
    } else if ('children' in node) node.children.forEach(walk);
  };
  walk(root);
  return found;
}

/** The words of a block, its attribution left out; where it quotes in its turn, what it quotes. */
function blockWords({ around }: Quotation): string {
  const block = around[0];
  const lines = block ? wordsOf(block).split('\n') : [];
  while (lines.length > 1 && /^\s*(?:[—–-]{1,2}\s|$)/u.test(lines.at(-1) ?? '')) lines.pop();
  const text = lines.join('\n');
  const quoted = Array.from(text.matchAll(/«([^«»]{1,5000})»/gu), (match) => match[1] ?? '').filter(
    isSentence,
  );
  return quoted.length > 0 ? quoted.join(' […] ') : text.replaceAll('\n\n', ' […] ');
}

/** Text with its line ends; paragraphs stand apart by an empty line. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'citation' || !('children' in node)) return '';
  const isFlow = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem';
  return node.children.map(wordsOf).join(isFlow ? '\n\n' : '');
}
