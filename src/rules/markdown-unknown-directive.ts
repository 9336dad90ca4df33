import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';
import { keyFigureBlocks } from '../util/key-figure-blocks.ts';
import { nearest } from '../util/nearest.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const known = ['encadre', 'temoignage', 'recommandation', 'chart', ...keyFigureBlocks];

export const markdownUnknownDirective: Rule = {
  id: 'markdown/unknown-directive',
  severity: 'error',
  summary: {
    fr: fr`Un bloc « ::: » porte un nom que nsp ne connaît pas.`,
    en: 'A ":::" block bears a name that nsp does not know.',
  },
  examples: [
    {
      title: { fr: 'Les blocs connus', en: 'The known blocks' },
      note: `${header}:::encadre[Un titre]\nTexte.\n:::\n\n:::temoignage\nTexte.\n:::\n\n:::chiffres\n- **12 %** de plus\n:::\n\nÀ 10:30, mot:suite.\n`,
      expect: [],
    },
    {
      title: { fr: 'Un accent de trop, un nom inconnu', en: 'An accent too many, an unknown name' },
      note: `${header}:::encadré\nTexte.\n:::\n\n:::citation\nTexte.\n:::\n`,
      expect: ['5:1', '9:1'],
    },
  ],
  check(note) {
    const problems: Problem[] = [];
    nodesOf(note.tree, 'containerDirective').forEach((node) => {
      if (known.includes(node.name)) return;
      const near = nearest(node.name, known);
      const list = known.map((name) => `:::${name}`).join(', ');
      problems.push({
        place: placeOfNode(node),
        message: {
          fr: fr`Il n’y a pas de bloc « :::${node.name} ».`,
          en: `There is no ":::${node.name}" block.`,
        },
        actual: `:::${node.name}`,
        ...(near !== undefined && { expected: `:::${near}` }),
        help: { fr: fr`Les blocs sont : ${list}.`, en: `The blocks are: ${list}.` },
      });
    });
    return problems;
  },
};
