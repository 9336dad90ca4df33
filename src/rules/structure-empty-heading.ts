import type { Nodes } from 'mdast';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';

const header = '---\ntitle: Bilan\n---\n\n';

export const structureEmptyHeading: Rule = {
  id: 'structure/empty-heading',
  severity: 'error',
  summary: { fr: 'Un intertitre n’a pas de texte.', en: 'A heading has no text.' },
  examples: [
    { title: { fr: 'Des mots', en: 'Words' }, note: `${header}## *Un* \`mot\`\n\nTexte.\n`, expect: [] },
    {
      title: { fr: 'Rien', en: 'Nothing' },
      note: `${header}##\n\nTexte.\n\n### <!-- plus tard -->\n\nTexte.\n`,
      expect: ['5:1', '9:1'],
    },
  ],
  check(note) {
    const problems: Problem[] = [];
    nodesOf(note.tree, 'heading').forEach((node) => {
      if (!node.children.some(isShown))
        problems.push({
          place: placeOfNode(node),
          message: { fr: 'Cet intertitre est vide.', en: 'This heading is empty.' },
          help: { fr: 'Écrivez-le, ou supprimez ses #.', en: 'Write it, or delete its # signs.' },
        });
    });
    return problems;
  },
};

function isShown(node: Nodes): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.trim() !== '';
  if (node.type === 'figureReference') return true;
  return 'children' in node && node.children.some(isShown);
}
