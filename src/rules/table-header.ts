import { toString } from 'mdast-util-to-string';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';

export const tableHeader: Rule = {
  id: 'table/header',
  severity: 'warning',
  summary: { fr: 'Une colonne de tableau n’a pas de titre.', en: 'A column of a table has no heading.' },
  examples: [
    {
      title: {
        fr: fr`Des colonnes titrées ; la case du coin peut rester vide`,
        en: 'Headed columns; the corner cell may stay empty',
      },
      note: `${header}|  | 2020 | 2021 |\n| - | - | - |\n| Agents | 1 | 2 |\n`,
      expect: [],
    },
    {
      title: { fr: 'Colonne sans titre', en: 'Column without a heading' },
      note: `${header}| Année |  |\n| - | - |\n| 2020 | 1 |\n`,
      expect: ['5:9'],
    },
  ],
  check(note) {
    const problems: Problem[] = [];
    nodesOf(note.tree, 'table').forEach(({ children: [first] }) => {
      first?.children.slice(1).forEach((cell) => {
        if (
          cell.children.length > 0 &&
          (toString(cell).trim() !== '' || cell.children.some(({ type }) => type !== 'text'))
        )
          return;
        problems.push({
          place: placeOfNode(cell),
          message: { fr: 'Cette colonne n’a pas de titre.', en: 'This column has no heading.' },
          help: {
            fr: fr`Nommez-la sur la première ligne : les lecteurs d’écran l’annoncent avec chaque case.`,
            en: 'Name it on the first line: screen readers say it with each cell.',
          },
        });
      });
    });
    return problems;
  },
};
