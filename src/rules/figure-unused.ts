import { nodesOf } from '../markdown/nodes-of.ts';
import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const figures = `---
title: "Bilan"
figures:
  dsp: { value: "120 Md€", source: "Rapport public" }
  marches: { value: "43 Md€", source: "Rapport public" }
  total: { formula: "dsp + marches" }
---

`;

export const figureUnused: Rule = {
  id: 'figure/unused',
  severity: 'warning',
  summary: {
    fr: 'Un chiffre déclaré ne sert ni au texte ni à un calcul.',
    en: 'A declared figure serves neither the text nor a calculation.',
  },
  examples: [
    {
      title: { fr: 'Cité, ou utile à un calcul', en: 'Stated, or useful to a calculation' },
      note: `${figures}L’ensemble atteint [163 Md€](figure:total).\n`,
      expect: [],
    },
    {
      title: { fr: 'Jamais cité', en: 'Never stated' },
      note: `${figures}Les délégations atteignent [120 Md€](figure:dsp).\n`,
      expect: ['6:3'],
    },
  ],
  *check(note) {
    const used = new Set(note.ledger.figures.flatMap((figure) => figure.inputs));
    nodesOf(note.tree, 'figureReference').forEach((node) => {
      used.add(node.id);
    });
    for (const { entry } of note.ledger.figures) {
      if (used.has(entry.id)) continue;
      yield {
        place: entry.place,
        ...(entry.path !== note.path && { path: entry.path }),
        message: {
          fr: fr`Le chiffre « ${entry.id} » ne sert ni au texte ni à un calcul.`,
          en: `The figure “${entry.id}” serves neither the text nor a calculation.`,
        },
        help: {
          fr: fr`Citez-le par « [](figure:${entry.id}) », ou retirez-le.`,
          en: `State it with “[](figure:${entry.id})”, or remove it.`,
        },
      };
    }
  },
};
