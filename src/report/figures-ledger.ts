import { visit } from 'unist-util-visit';
import type { FigureReference } from '../core/citation.ts';
import type { LedgerFigure } from '../core/ledger.ts';
import type { Note } from '../core/note.ts';
import { surroundingsOf } from '../quantity/direction.ts';
import { formatQuantity } from '../quantity/format.ts';
import { judgeText } from '../quantity/judge-text.ts';

export type FigureStatus = 'ok' | 'mismatch' | 'unsourced' | 'unknown-input';

/** Where the prose states a figure, and in which words; the place is that of the words. */
export interface StatedFigure {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A ledger entry with what the document makes of it. */
export interface FigureRow {
  readonly figure: LedgerFigure;
  readonly stated: readonly StatedFigure[];
  readonly status: FigureStatus;
}

/** Every entry of a note's ledger, in its order. */
export function figureRows(note: Note): FigureRow[] {
  const references = new Map<string, FigureReference[]>();
  visit(note.tree, 'figureReference', (node) => {
    const same = references.get(node.id);
    if (same) same.push(node);
    else references.set(node.id, [node]);
  });
  return note.ledger.figures.map((figure) => {
    const nodes = references.get(figure.entry.id) ?? [];
    return {
      figure,
      stated: nodes.map((node) => statedAt(node, figure, note)),
      status: statusOf(figure, nodes, note),
    };
  });
}

function statedAt(node: FigureReference, figure: LedgerFigure, note: Note): StatedFigure {
  const { lang } = note.meta;
  const printed = figure.entry.stated ?? (figure.quantity && formatQuantity(figure.quantity, { lang })) ?? '';
  const start = (node.children[0]?.position ?? node.position)?.start;
  return { text: node.stated || printed, line: start?.line ?? 1, column: start?.column ?? 1 };
}

function statusOf(figure: LedgerFigure, nodes: readonly FigureReference[], note: Note): FigureStatus {
  const { entry, quantity } = figure;
  if (quantity === undefined) return 'unknown-input';
  const { lang } = note.meta;
  const texts = [{ stated: entry.stated ?? '', around: surroundingsOf(entry) }, ...nodes];
  const verdicts = texts
    .filter(({ stated }) => stated.trim() !== '')
    .map(({ stated, around }) => judgeText(stated, quantity, lang, around).verdict);
  if (verdicts.some((verdict) => verdict === 'fails' || verdict === 'unreadable')) return 'mismatch';
  return entry.formula === undefined && (entry.source ?? '').trim() === '' ? 'unsourced' : 'ok';
}
