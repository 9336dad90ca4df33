import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Note } from '../core/note.ts';
import { quantitiesIn } from '../quantity/prose-numbers.ts';

/** How many numbers the prose states, and how many of them a reader can trace to a figure or to a source. */
export interface Coverage {
  readonly numbers: number;
  readonly traced: number;
}

/**
 * Counts the numbers of the prose in digits, code and addresses left out. A number is traced when it is a figure of the
 * ledger, or when its sentence cites a source, in the text or in a note.
 */
export function coverageOf(note: Note): Coverage {
  const citing = citingFootnotes(note.tree);
  let [numbers, traced] = [0, 0];
  visit(note.tree, (node) => {
    if (!isTextBlock(node)) return;
    for (const sentence of sentencesOf(node, citing)) {
      const bare = quantitiesIn(sentence.text, note.meta.lang).length;
      numbers += bare + sentence.figures;
      traced += sentence.figures + (sentence.isSourced ? bare : 0);
    }
  });
  return { numbers, traced };
}

const textBlocks = new Set<string>(['paragraph', 'heading', 'tableCell']);

function isTextBlock(node: Nodes): node is Extract<Nodes, Parents> {
  return textBlocks.has(node.type) && 'children' in node;
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

interface Sentence {
  text: string;
  figures: number;
  isSourced: boolean;
}

/** A figure or a source leaves a mark that is no digit, so that the numbers beside it stay apart. */
const mark = ' \uFFFC ';
const sentenceEnd = /(?<=[.!?…»]\s)(?=\p{Lu}|«|["“(])/u;

function sentencesOf(block: Parents, citing: ReadonlySet<string>): Sentence[] {
  const sentences: Sentence[] = [{ text: '', figures: 0, isSourced: false }];
  for (const piece of piecesOf(block, citing)) {
    const [first = '', ...next] = piece.kind === 'text' ? piece.text.split(sentenceEnd) : [mark];
    const current = sentences.at(-1);
    if (current === undefined) continue;
    current.text += first;
    if (piece.kind === 'figure') current.figures += 1;
    if (piece.kind === 'source') current.isSourced = true;
    sentences.push(...next.map((text) => ({ text, figures: 0, isSourced: false })));
  }
  return sentences;
}

interface Piece {
  readonly kind: 'text' | 'figure' | 'source';
  readonly text: string;
}

function piecesOf(parent: Parents, citing: ReadonlySet<string>): Piece[] {
  return parent.children.flatMap((node): Piece[] => {
    if (node.type === 'text') return [{ kind: 'text', text: node.value }];
    if (node.type === 'figureReference') return [{ kind: 'figure', text: '' }];
    if (node.type === 'citation') return [{ kind: 'source', text: '' }];
    if (node.type === 'footnoteReference' && citing.has(node.identifier))
      return [{ kind: 'source', text: '' }];
    if (node.type === 'break') return [{ kind: 'text', text: ' ' }];
    return 'children' in node && !isTextBlock(node) ? piecesOf(node, citing) : [{ kind: 'text', text: mark }];
  });
}
