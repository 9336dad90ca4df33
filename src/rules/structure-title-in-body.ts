import { toString } from 'mdast-util-to-string';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';
import { foldSpaces } from '../util/spaces.ts';

const header = '---\ntitle: "Bilan : le texte"\n---\n\n';

export const structureTitleInBody: Rule = {
  id: 'structure/title-in-body',
  severity: 'warning',
  summary: {
    fr: fr`Le titre de l’en-tête est répété dans le texte : il paraîtrait deux fois.`,
    en: 'The title of the front-matter is said again in the text: it would appear twice.',
  },
  examples: [
    {
      title: { fr: 'Sans répétition', en: 'Without repetition' },
      note: `${header}## Un\n\nTexte.\n`,
      expect: [],
    },
    {
      title: { fr: 'Titre répété', en: 'Title said again' },
      note: `${header}# Bilan : le texte\n\n## Un\n\nTexte.\n`,
      expect: ['5:1'],
    },
  ],
  check(note) {
    const problems: Problem[] = [];
    nodesOf(note.tree, 'heading').forEach((node) => {
      if (node.depth !== 1 || foldSpaces(toString(node)) !== foldSpaces(note.meta.title)) return;
      problems.push({
        place: placeOfNode(node),
        message: {
          fr: fr`Le titre est déjà dans l’en-tête : il paraîtrait deux fois.`,
          en: 'The title is in the front-matter already: it would appear twice.',
        },
        help: { fr: 'Supprimez cette ligne.', en: 'Delete this line.' },
      });
    });
    return problems;
  },
};
