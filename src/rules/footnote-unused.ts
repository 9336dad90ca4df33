import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';

export const footnoteUnused: Rule = {
  id: 'footnote/unused',
  severity: 'warning',
  summary: {
    fr: fr`Aucun appel ne mène à une note : elle ne paraîtra pas.`,
    en: 'No call leads to a footnote: it will not appear.',
  },
  examples: [
    { title: { fr: 'Appelée', en: 'Called' }, note: `${header}Un mot[^a].\n\n[^A]: Une note.\n`, expect: [] },
    {
      title: { fr: 'Oubliée', en: 'Forgotten' },
      note: `${header}Un mot[^a].\n\n[^a]: Une note.\n\n[^b]: Une autre.\n`,
      expect: ['9:1'],
    },
  ],
  check(note) {
    const called = new Set<string>();
    nodesOf(note.tree, 'footnoteReference').forEach(
      ({ identifier }) => void called.add(identifier.toLowerCase()),
    );
    const problems: Problem[] = [];
    nodesOf(note.tree, 'footnoteDefinition').forEach((node) => {
      if (called.has(node.identifier.toLowerCase())) return;
      const mark = `[^${node.label ?? node.identifier}]`;
      problems.push({
        place: placeOfNode(node),
        message: {
          fr: fr`Rien n’appelle la note ${mark} : elle ne paraîtra pas.`,
          en: `Nothing calls the footnote ${mark}: it will not appear.`,
        },
        help: {
          fr: fr`Ajoutez ${mark} après le mot qu’elle éclaire, ou supprimez-la.`,
          en: `Add ${mark} after the word that it explains, or delete it.`,
        },
      });
    });
    return problems;
  },
};
