import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { unverifiable } from '../core/citation.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import { formatNumber } from '../quantity/format.ts';
import { quantitiesIn } from '../quantity/prose-numbers.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { comparePlaces, placesMeet } from '../util/places.ts';
import { placeInText } from '../util/text-place.ts';

/** A number as the text states it, and where. */
export interface PlacedNumber {
  readonly text: string;
  readonly place: Place | undefined;
}

/** What a reader can trace of the numbers that a document states. */
export interface Coverage {
  readonly numbers: number;
  /** Those in the ledger, in a claim that holds, beside a source, or declared unverifiable. */
  readonly traced: number;
  readonly by: Readonly<Record<Trace, number>>;
  /** Those that nothing traces, in their order. */
  readonly bare: readonly PlacedNumber[];
  /** Those that the author declares unverifiable, and why. */
  readonly unverifiable: readonly (PlacedNumber & { readonly reason: string | undefined })[];
}

export type Trace = 'ledger' | 'claim' | 'source' | 'unverifiable';

/**
 * Counts the numbers of the text in digits, code, addresses and years left out. One is traced when it is a figure of the
 * ledger, when it takes part in a claim that holds, when its sentence cites a source in the text or in a note, or when
 * its author declares that nobody can verify it: `[35](figure:-)`. A value of a chart is one too, traced by the chart's
 * source or by the ledger.
 */
export function coverageOf(note: Note): Coverage {
  const scene: Scene = {
    citing: citingFootnotes(note.tree),
    checked: checkedPlaces(note),
    lines: note.source.split('\n'),
    lang: note.meta.lang,
  };
  const found = [
    ...textsOf(note.tree).flatMap((text) => numbersOf(text, scene)),
    ...chartNumbers(note),
  ].toSorted((one, other) => comparePlaces(one.place, other.place));
  const count = (trace: Trace): number => found.filter((number) => number.trace === trace).length;
  const bare = found.filter(({ trace }) => trace === undefined);
  const by = {
    ledger: count('ledger'),
    claim: count('claim'),
    source: count('source'),
    unverifiable: count('unverifiable'),
  };
  return {
    numbers: found.length,
    traced: found.length - bare.length,
    by,
    bare: bare.map(({ text, place }) => ({ text, place })),
    unverifiable: found
      .filter(({ trace }) => trace === 'unverifiable')
      .map(({ text, place, reason }) => ({ text, place, reason })),
  };
}

/** The values that charts show, at the place that names their CSV. */
function chartNumbers({ charts = [], ledger, meta }: Note): Counted[] {
  const known = new Set(ledger.figures.flatMap(({ quantity }) => quantity?.value.toString() ?? []));
  return charts.flatMap(({ series, unit, source, places, place }) =>
    series
      .flatMap(({ values }) => values.filter((value) => value !== undefined))
      .map(({ value }): Counted => {
        const size = unit ? value.times(unit.scale) : value;
        const isInLedger = known.has(size.toString());
        const text = `${formatNumber(value, { lang: meta.lang })} ${unit?.symbol ?? ''}`.trim();
        const trace = source !== undefined ? 'source' : isInLedger ? 'ledger' : undefined;
        return { text, place: places['data'] ?? place, trace };
      }),
  );
}

interface Scene {
  readonly citing: ReadonlySet<string>;
  readonly checked: (place: Place) => boolean;
  readonly lines: readonly string[];
  readonly lang: Note['meta']['lang'];
}

interface Counted extends PlacedNumber {
  readonly trace: Trace | undefined;
  readonly reason?: string | undefined;
}

/** Notes whose text cites a work or links to a page. */
function citingFootnotes(tree: Root): ReadonlySet<string> {
  const citing = new Set<string>();
  visit(tree, 'footnoteDefinition', (definition) => {
    visit(definition, ['citation', 'link'], () => {
      citing.add(definition.identifier);
    });
  });
  return citing;
}

/** Tells whether a place meets one of a claim that holds: what it states, or a number that it leans on. */
function checkedPlaces(note: Note): Scene['checked'] {
  const places = (note.claims ?? [])
    .filter(({ verdict }) => verdict === 'holds')
    .flatMap(({ place, inputs }) => [place, ...inputs.map((input) => input.place)]);
  const byLine = new Map<number, Place[]>();
  for (const place of places) {
    for (let line = place.line; line <= place.endLine; line++) {
      const known = byLine.get(line);
      if (known) known.push(place);
      else byLine.set(line, [place]);
    }
  }
  return (place) => (byLine.get(place.line) ?? []).some((claim) => placesMeet(claim, place));
}

interface TextBlock {
  readonly block: Parents;
  /** Whether what stands beside its table names the source of all of it. */
  readonly isSourced: boolean;
}

/** The paragraphs, headings and cells of a document. */
function textsOf(tree: Root): TextBlock[] {
  const texts: TextBlock[] = [];
  const walk = (node: Nodes, isSourced: boolean): void => {
    if (isTextBlock(node)) texts.push({ block: node, isSourced });
    if (!('children' in node)) return;
    const children: readonly Nodes[] = node.children;
    children.forEach((child, index) => {
      const beside = [children[index - 1], children[index + 1]];
      walk(child, child.type === 'table' ? beside.some(givesSource) : isSourced);
    });
  };
  walk(tree, false);
  return texts;
}

const textBlocks = new Set<string>(['paragraph', 'heading', 'tableCell']);

function isTextBlock(node: Nodes): node is Extract<Nodes, Parents> {
  return textBlocks.has(node.type) && 'children' in node;
}

/** "Source : @rapport", before or after a table. */
function givesSource(node: RootContent | Nodes | undefined): boolean {
  if (node?.type !== 'paragraph') return false;
  let [text, isCiting] = ['', false];
  visit(node, (inside) => {
    if (inside.type === 'text') text += inside.value;
    if (inside.type === 'citation' || inside.type === 'link') isCiting = true;
  });
  return isCiting && /^\s*sources?\b/iu.test(text);
}

interface Piece {
  readonly node: Nodes;
  readonly start: number;
  readonly trace: 'ledger' | 'unverifiable' | 'source' | undefined;
}

/** A figure or a source leaves a mark that is no digit, so that the numbers beside it stay apart. */
const mark = ' \uFFFC ';
/** After its stop and the sources that follow it, a sentence begins with a capital or an opening quotation mark. */
const sentenceEnd = /(?<=[.!?…»](?:\s{1,2}\uFFFC){0,3}\s{1,2})(?=\p{Lu}|«|["“(])/gu;

function numbersOf({ block, isSourced }: TextBlock, scene: Scene): Counted[] {
  const pieces: Piece[] = [];
  let text = '';
  const walk = (node: Nodes): void => {
    const trace = traceOf(node, scene.citing);
    if (trace === undefined && isContainer(node)) {
      node.children.forEach(walk);
      return;
    }
    pieces.push({ node, start: text.length, trace });
    text += node.type === 'text' ? node.value : node.type === 'break' ? ' ' : mark;
  };
  block.children.forEach(walk);
  let first = 0;
  return sentencesOf(text).flatMap((sentence) => {
    const end = sentence.start + sentence.text.length;
    const next = pieces.findIndex((piece, index) => index >= first && piece.start >= end);
    const last = next === -1 ? pieces.length : next;
    // A text node may go on from one sentence to the next.
    const inside = pieces.slice(first, last);
    first = Math.max(first, last - 1);
    return numbersOfSentence({ ...sentence, pieces: inside, isSourced }, scene);
  });
}

function isContainer(node: Nodes): node is Extract<Nodes, Parents> {
  return 'children' in node;
}

function sentencesOf(text: string): { text: string; start: number }[] {
  const starts = [0, ...Array.from(text.matchAll(sentenceEnd), ({ index }) => index)];
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }));
}

interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly pieces: readonly Piece[];
  readonly isSourced: boolean;
}

function numbersOfSentence(sentence: Sentence, scene: Scene): Counted[] {
  const own = sentence.pieces.filter(({ start }) => start >= sentence.start);
  const isSourced = sentence.isSourced || own.some(({ trace }) => trace === 'source');
  return [...own.flatMap(markedNumber), ...plainNumbers({ ...sentence, isSourced }, scene)].toSorted(
    (one, other) => comparePlaces(one.place, other.place),
  );
}

function traceOf(node: Nodes, citing: ReadonlySet<string>): Piece['trace'] {
  if (node.type === 'figureReference') return node.id === unverifiable ? 'unverifiable' : 'ledger';
  if (node.type === 'citation') return 'source';
  return node.type === 'footnoteReference' && citing.has(node.identifier) ? 'source' : undefined;
}

function markedNumber({ node, trace }: Piece): Counted[] {
  if (node.type !== 'figureReference' || trace === undefined) return [];
  const first = node.children[0];
  const place = (first && placeOfNode(first)) ?? placeOfNode(node);
  return [{ text: node.stated, place, trace, reason: node.title }];
}

function plainNumbers(
  { text, start, pieces, isSourced }: Sentence,
  { checked, lines, lang }: Scene,
): Counted[] {
  return quantitiesIn(text, lang).map((scanned) => {
    const from = start + scanned.start;
    const piece = pieces.findLast((one) => one.start <= from);
    const inside = from - (piece?.start ?? 0);
    const typed = text.slice(scanned.start, scanned.end);
    const place =
      piece?.node.type === 'text' ? placeInText(lines, piece.node, inside, inside + typed.length) : undefined;
    const isChecked = place !== undefined && checked(place);
    return { text: typed, place, trace: isChecked ? 'claim' : isSourced ? 'source' : undefined };
  });
}
