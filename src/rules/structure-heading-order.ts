import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';
import { foldSpaces } from '../util/spaces.ts';

const header = '---\ntitle: Bilan\n---\n\n';

export const structureHeadingOrder: Rule = {
  id: 'structure/heading-order',
  severity: 'error',
  summary: {
    fr: 'Les intertitres commencent à ## et ne sautent pas de niveau.',
    en: 'Headings start at ## and skip no level.',
  },
  examples: [
    {
      title: { fr: 'Dans l’ordre', en: 'In order' },
      note: `${header}## Un\n\n### Un un\n\n#### Un un un\n\n## Deux\n\nTexte.\n`,
      expect: [],
    },
    {
      title: {
        fr: 'Le titre répété est l’affaire d’une autre règle',
        en: 'The title said again is another rule’s business',
      },
      note: `${header}# Bilan\n\n## Un\n\nTexte.\n`,
      expect: [],
    },
    {
      title: { fr: 'Niveaux sautés', en: 'Skipped levels' },
      note: `${header}### Trop bas\n\n## Un\n\n#### Trop bas\n\nTexte.\n`,
      expect: ['5:1', '9:1'],
    },
    {
      title: { fr: 'Un intertitre du niveau du titre', en: 'A heading of the title’s level' },
      note: `${header}# Première partie\n\n## Un\n\nTexte.\n`,
      expect: ['5:1'],
    },
  ],
  check(note) {
    const problems: Problem[] = [];
    let depth = 1;
    nodesOf(note.tree, 'heading').forEach((node) => {
      const isTitle = node.depth === 1 && foldSpaces(toString(node)) === foldSpaces(note.meta.title);
      if (node.depth === 1 && !isTitle) problems.push({ place: placeOfNode(node), ...tooHigh });
      else if (node.depth > depth + 1) problems.push(tooLow(node, depth + 1));
      depth = node.depth;
    });
    return problems;
  },
};

const tooHigh = {
  message: {
    fr: fr`Le titre du document est le seul titre de niveau 1 : les intertitres commencent à ##.`,
    en: 'The title of the document is the only heading of level 1: headings start at ##.',
  },
  actual: '#',
  expected: '##',
  help: {
    fr: 'Ajoutez un # à cet intertitre, et à ceux qu’il contient.',
    en: 'Add a # to this heading, and to those below it.',
  },
};

function tooLow(node: Heading, wanted: number): Problem {
  return {
    place: placeOfNode(node),
    message: {
      fr: fr`Cet intertitre saute un niveau : il devrait commencer par ${'#'.repeat(wanted)}.`,
      en: `This heading skips a level: it should start with ${'#'.repeat(wanted)}.`,
    },
    actual: '#'.repeat(node.depth),
    expected: '#'.repeat(wanted),
    help: {
      fr: 'Les lecteurs d’écran et la table des matières suivent ces niveaux.',
      en: 'Screen readers and the table of contents follow these levels.',
    },
  };
}
