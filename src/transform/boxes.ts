import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Gives a recommendation that has no title of its own the template's word for it. */
export function labelBoxes(root: Root, words: Readonly<Record<string, string>>): void {
  visit(root, 'containerDirective', (node) => {
    const word = words[node.name];
    const first = node.children[0];
    const hasLabel = first?.type === 'paragraph' && first.data?.directiveLabel;
    if (hasLabel || !word || node.name !== 'recommandation') return;
    node.children.unshift({
      type: 'paragraph',
      data: { directiveLabel: true },
      children: [{ type: 'text', value: word }],
    });
  });
}
