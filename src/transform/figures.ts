import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Language } from '../core/localized.ts';
import type { Ledger } from '../core/ledger.ts';
import { formatQuantity } from '../quantity/format.ts';

/** Prints the value of every figure that the author left empty, `[](figure:id)`. */
export function printFigures(root: Root, ledger: Ledger, lang: Language): void {
  visit(root, 'figureReference', (node) => {
    if (node.children.length > 0) return;
    const figure = ledger.byId.get(node.id);
    const value =
      figure?.entry.stated ?? (figure?.quantity && formatQuantity(figure.quantity, { lang })) ?? node.id;
    node.children = [{ type: 'text', value }];
  });
}
