import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { placeInText } from '../util/text-place.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const call = /\[\^([^\]\s[]{1,100})\]/gu;

export const footnoteUndefined: Rule = {
  id: 'footnote/undefined',
  severity: 'error',
  summary: { fr: 'Un appel de note n’a pas de note.', en: 'A footnote call has no footnote.' },
  examples: [
    {
      title: { fr: 'La note est écrite', en: 'The footnote is written' },
      note: `${header}Un mot[^1].\n\n[^1]: Une note.\n`,
      expect: [],
    },
    {
      title: { fr: 'La note manque', en: 'The footnote is missing' },
      note: `${header}Un **mot**[^1] &eacute;crit\n\\* là[^99].\n\n> Cité\n> ici[^aide].\n\n[^1]: Une note.\n\n\`[^2]\`\n`,
      expect: ['6:6', '9:6'],
    },
  ],
  check(note) {
    const defined = new Set<string>();
    nodesOf(note.tree, 'footnoteDefinition').forEach(
      ({ label, identifier }) => void defined.add(label ?? identifier),
    );
    const lines = note.source.split('\n');
    const problems: Problem[] = [];
    nodesOf(note.tree, 'text').forEach((node) => {
      for (const { 0: typed, 1: label = '', index } of node.value.matchAll(call)) {
        const near = nearest(label, defined);
        problems.push({
          place: placeInText(lines, node, index, index + typed.length),
          message: {
            fr: fr`L’appel de note ${typed} n’a pas de note.`,
            en: `The footnote call ${typed} has no footnote.`,
          },
          actual: typed,
          ...(near !== undefined && { expected: `[^${near}]` }),
          help: {
            fr: fr`Ajoutez plus bas, au début d’une ligne : « ${typed}: le texte de la note ».`,
            en: `Add further down, at the start of a line: "${typed}: the text of the note".`,
          },
        });
      }
    });
    return problems;
  },
};
