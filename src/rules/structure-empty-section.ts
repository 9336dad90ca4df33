import type { Nodes } from 'mdast';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';

/** What stands in the source and shows nothing where it stands. */
const notShown = new Set(['definition', 'footnoteDefinition', 'html', 'yaml']);

export const structureEmptySection: Rule = {
  id: 'structure/empty-section',
  severity: 'warning',
  summary: { fr: 'Un intertitre n’est suivi de rien.', en: 'Nothing follows a heading.' },
  examples: [
    {
      title: { fr: 'Un intertitre suivi de sous-intertitres', en: 'A heading followed by lower ones' },
      note: `${header}## Un\n\n### Un un\n\nTexte.\n`,
      expect: [],
    },
    {
      title: { fr: 'Rien dessous', en: 'Nothing below' },
      note: `${header}## Un\n\n## Deux\n\nTexte[^1].\n\n## Notes\n\n[^1]: Une note.\n`,
      expect: ['5:1', '11:1'],
    },
  ],
  check(note) {
    const shown: readonly Nodes[] = note.tree.children.filter(({ type }) => !notShown.has(type));
    return shown.flatMap((node, index): Problem[] => {
      const next = shown[index + 1];
      const isEmpty =
        next === undefined ||
        (next.type === 'heading' && node.type === 'heading' && next.depth <= node.depth);
      if (node.type !== 'heading' || node.depth === 1 || !isEmpty) return [];
      return [
        {
          place: placeOfNode(node),
          message: { fr: 'Rien ne suit cet intertitre.', en: 'Nothing follows this heading.' },
          help: {
            fr: fr`Écrivez cette partie, ou supprimez l’intertitre ; les notes et les références ont le leur, ajouté par nsp.`,
            en: 'Write this part, or delete the heading; notes and references get theirs from nsp.',
          },
        },
      ];
    });
  },
};
