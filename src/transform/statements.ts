import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Ledger, LedgerFigure } from '../core/ledger.ts';
import type { PageStatement } from '../core/page.ts';
import type { ResolvedNote } from './notes.ts';

/** A figure as the text states it. */
export interface StatedFigure {
  readonly figure: LedgerFigure;
  readonly number: number;
  /** Its different wordings, in reading order. */
  readonly wordings: Set<string>;
  readonly statements: PageStatement[];
}

/** Names each statement of a figure in reading order, a note being read where it is first called. Changes the trees. */
export function nameStatements(
  tree: Root,
  notes: readonly ResolvedNote[],
  ledger: Ledger,
): readonly StatedFigure[] {
  const stated = new Map<string, StatedFigure>();
  const readNotes = new Set<number>();
  let section: string | undefined;

  const state = (node: Extract<Nodes, { type: 'figureReference' }>): void => {
    const figure = ledger.byId.get(node.id);
    if (!figure) return;
    const known = stated.get(node.id);
    const one = known ?? {
      figure,
      number: stated.size + 1,
      wordings: new Set<string>(),
      statements: [],
    };
    stated.set(node.id, one);
    const id = `nsp-c${one.number}-${one.statements.length + 1}`;
    one.statements.push({ id, ...(section !== undefined && { section }) });
    one.wordings.add(toString(node));
    node.data = { ...node.data, hProperties: { id } };
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'heading' && node.depth === 2) section = headingText(node);
    if (node.type === 'figureReference') state(node);
    if (node.type === 'noteCall' && !readNotes.has(node.number)) {
      readNotes.add(node.number);
      notes[node.number - 1]?.children.forEach(walk);
    }
    if (node.type === 'table') node.data?.caption?.forEach(walk);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return [...stated.values()];
}

function headingText(node: Extract<Nodes, { type: 'heading' }>): string {
  return toString({ ...node, children: node.children.filter(({ type }) => type !== 'noteCall') }).trim();
}
