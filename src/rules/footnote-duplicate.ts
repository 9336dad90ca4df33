import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';

export const footnoteDuplicate: Rule = {
  id: 'footnote/duplicate',
  severity: 'error',
  summary: {
    fr: fr`Deux notes portent la même marque : seule la première paraîtrait.`,
    en: 'Two footnotes bear the same mark: only the first would appear.',
  },
  examples: [
    {
      title: { fr: 'Une note, deux appels', en: 'One footnote, two calls' },
      note: `${header}Un[^1] mot[^1].\n\n[^1]: Une note.\n`,
      expect: [],
    },
    {
      title: { fr: 'Deux notes', en: 'Two footnotes' },
      note: `${header}Un mot[^1].\n\n[^1]: Une note.\n\n[^1]: Une autre.\n`,
      expect: ['9:1'],
    },
  ],
  check(note) {
    const firsts = new Map<string, number | undefined>();
    const problems: Problem[] = [];
    nodesOf(note.tree, 'footnoteDefinition').forEach((node) => {
      const place = placeOfNode(node);
      const key = node.identifier.toLowerCase();
      if (!firsts.has(key)) {
        firsts.set(key, place?.line);
        return;
      }
      const mark = `[^${node.label ?? node.identifier}]`;
      const line = firsts.get(key) ?? 0;
      problems.push({
        place,
        message: {
          fr: fr`La marque ${mark} est déjà prise, ligne ${line} : cette note ne paraîtrait pas.`,
          en: `The mark ${mark} is taken already, line ${line}: this footnote would not appear.`,
        },
        help: {
          fr: 'Donnez-lui une autre marque, ici et à son appel.',
          en: 'Give it another mark, here and at its call.',
        },
      });
    });
    return problems;
  },
};
