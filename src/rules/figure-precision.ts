import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { LedgerFigure } from '../core/ledger.ts';
import type { Language } from '../core/localized.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { surroundingsOf, type Surroundings } from '../quantity/direction.ts';
import { formatQuantity } from '../quantity/format.ts';
import { isTooPrecise, judgeText } from '../quantity/judge-text.ts';
import { fr } from '../util/french.ts';

const figures = `---
title: "Bilan"
figures:
  externalisation: { value: "160 Md€", source: "Rapport public" }
  conseil: { value: "11,35 M€", source: "Rapport public" }
  part: { formula: "conseil / externalisation", unit: "%" }
---

`;

export const figurePrecision: Rule = {
  id: 'figure/precision',
  severity: 'warning',
  summary: {
    fr: 'Un nombre est plus précis que ce dont il est calculé.',
    en: 'A number is more precise than what it is computed from.',
  },
  examples: [
    {
      title: { fr: 'Autant de décimales que permis', en: 'As many decimals as warranted' },
      note: `${figures}Le conseil pèse [0,0071 %](figure:part), soit [11,35 M€](figure:conseil).\n`,
      expect: [],
    },
    {
      title: { fr: 'Décimales de trop', en: 'Too many decimals' },
      note: `${figures}Le conseil pèse [0,0070938 %](figure:part).\n`,
      expect: ['9:17'],
    },
  ],
  check(note) {
    const { lang } = note.meta;
    const problems: Problem[] = [];
    for (const figure of note.ledger.figures) {
      const { entry } = figure;
      const problem = judge(entry.stated, figure, lang, surroundingsOf(entry));
      const path = entry.path === note.path ? {} : { path: entry.path };
      if (problem) problems.push({ ...problem, place: entry.places['stated'] ?? entry.place, ...path });
    }
    nodesOf(note.tree, 'figureReference').forEach((node) => {
      const problem = judge(node.stated, note.ledger.byId.get(node.id), lang, node.around);
      if (problem) problems.push({ ...problem, place: placeOfNode(node) });
    });
    return problems;
  },
};

function judge(
  text: string | undefined,
  figure: LedgerFigure | undefined,
  lang: Language,
  around: Surroundings | undefined,
): Omit<Problem, 'place'> | undefined {
  if (figure?.quantity === undefined || text === undefined) return undefined;
  const { stated, verdict, computed } = judgeText(text, figure.quantity, lang, around);
  if (stated === undefined || verdict !== 'holds' || !isTooPrecise(stated, computed)) return undefined;
  const [low, high] = [computed.low, computed.high].map((value) => ({ ...computed, value }));
  const between = (language: Language) =>
    [low, high].map((bound) => bound && formatQuantity(bound, { lang: language, decimals: stated.decimals }));
  return {
    actual: text,
    message: {
      fr: fr`« ${text} » est plus précis que ses sources : la valeur peut aller de ${between('fr').join(' à ')}.`,
      en: `“${text}” is more precise than its sources: the value may be from ${between('en').join(' to ')}.`,
    },
    help: {
      fr: 'Arrondissez le nombre, ou donnez des valeurs plus précises.',
      en: 'Round the number, or give more precise values.',
    },
  };
}
