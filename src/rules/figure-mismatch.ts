import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { LedgerFigure } from '../core/ledger.ts';
import type { Language, Localized } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { surroundingsOf, type Surroundings } from '../quantity/direction.ts';
import { formatQuantity } from '../quantity/format.ts';
import { expectedText, judgeText, type Judgement } from '../quantity/judge-text.ts';
import type { Stated } from '../quantity/stated.ts';
import { isPercent } from '../quantity/unit.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

const figures = `figures:
  externalisation: { value: "160 Md€", source: "Rapport public" }
  conseil: { value: "11,35 M€", source: "Rapport public" }
  part: { formula: "conseil / externalisation", unit: "%" }
`;

export const figureMismatch: Rule = {
  id: 'figure/mismatch',
  severity: 'error',
  summary: {
    fr: 'Un nombre du texte ne correspond pas à son chiffre.',
    en: 'A number of the text does not match its figure.',
  },
  examples: [
    {
      title: { fr: 'Arrondi juste', en: 'Right rounding' },
      note: `---\ntitle: "Bilan"\n${figures}---\n\nLe conseil pèse [0,01 %](figure:part) de l’ensemble, soit [plus de 11 M€](figure:conseil).\n`,
      expect: [],
    },
    {
      title: {
        fr: 'Les mots qui touchent le nombre le bornent',
        en: 'The words that touch the number bound it',
      },
      note: `---\ntitle: "Bilan"\n${figures}---\n\nPrès de [165 Md€](figure:externalisation), au moins [150 Md€](figure:externalisation), dont plus de [11 M€](figure:conseil) et non plus de [12 M€](figure:conseil).\n`,
      expect: ['9:140'],
    },
    {
      title: { fr: 'Dix fois trop', en: 'Ten times too much' },
      note: `---\ntitle: "Bilan"\n${figures}---\n\nLe conseil pèse [0,1 %](figure:part) de l’ensemble.\n`,
      expect: ['9:17'],
    },
    {
      title: { fr: 'Valeur annoncée fausse', en: 'Wrong value announced' },
      note: `---\ntitle: "Bilan"\n${figures.replace('"%" }', '"%", stated: "0,02 %" }')}---\n\nLe conseil pèse [](figure:part).\n`,
      expect: ['6:68'],
    },
    {
      title: { fr: 'Des pour cent pour des points', en: 'Per cent said for points' },
      note: `---
title: "Bilan"
figures:
  avant: { value: "14 %", source: "Rapport public" }
  apres: { value: "11 %", source: "Rapport public" }
  recul: { formula: "avant - apres", unit: "points" }
---

La part recule de [3 %](figure:recul), de [14 %](figure:avant) à [11 %](figure:apres).
`,
      expect: ['9:19'],
    },
    {
      title: { fr: 'Ce qui double croît de 100 %', en: 'What doubles grows by 100 %' },
      note: `---
title: "Bilan"
figures:
  avant: { value: "100 lits", source: "Rapport public" }
  apres: { value: "203 lits", source: "Rapport public" }
  hausse: { formula: "apres / avant - 1", unit: "%" }
  rapport: { formula: "apres / avant", unit: "%" }
---

Le nombre de lits [a doublé](figure:hausse), de [103 %](figure:hausse) ; il [a triplé](figure:hausse), [triplé](figure:rapport).
`,
      expect: ['10:77', '10:104'],
    },
    {
      title: { fr: 'Tout, presque tout, rien', en: 'All, nearly all, nothing' },
      note: `---
title: "Bilan"
figures:
  part: { value: "94 %", source: "Rapport public" }
  fermetures: { value: "0 lit", source: "Rapport public" }
---

Pour [la quasi-totalité](figure:part) et non [la totalité](figure:part), [aucun lit](figure:fermetures).
`,
      expect: ['8:46'],
    },
    {
      title: { fr: 'Une baisse se dit sans signe', en: 'A fall is said without a sign' },
      note: `---
title: "Bilan"
figures:
  avant: { value: "20 lits", source: "Rapport public" }
  apres: { value: "15 lits", source: "Rapport public" }
  baisse: { formula: "apres / avant - 1", unit: "%", stated: "25 %" }
---

Le nombre de lits recule de [25 %](figure:baisse), non d’une hausse de [25 %](figure:baisse).
`,
      expect: ['9:72'],
    },
  ],
  *check(note) {
    const { lang } = note.meta;
    for (const figure of note.ledger.figures) {
      const { entry, quantity } = figure;
      if (entry.stated === undefined || quantity === undefined) continue;
      const problem = judge(entry.stated, { figure, quantity, lang, around: surroundingsOf(entry) });
      const path = entry.path === note.path ? {} : { path: entry.path };
      if (problem) yield { ...problem, place: entry.places['stated'] ?? entry.place, ...path };
    }
    const problems: Problem[] = [];
    nodesOf(note.tree, 'figureReference').forEach((node) => {
      const figure = note.ledger.byId.get(node.id);
      if (node.stated.trim() === '' || figure?.quantity === undefined) return;
      const { around } = node;
      const problem = judge(node.stated, { figure, quantity: figure.quantity, lang, around });
      if (problem) problems.push({ ...problem, place: placeOfNode(node) });
    });
    yield* problems;
  },
};

interface Claim {
  readonly figure: LedgerFigure;
  readonly quantity: Quantity;
  readonly lang: Language;
  readonly around: Surroundings | undefined;
}

function judge(text: string, claim: Claim): Omit<Problem, 'place'> | undefined {
  const { lang } = claim;
  const judgement = judgeText(text, claim.quantity, lang, claim.around);
  if (isNoFault(judgement) || (judgement.stated?.kind === 'multiple' && multiplies(text, claim)))
    return undefined;
  const expected = announced(claim) ?? expectedText(judgement.stated, judgement.computed, lang);
  return { ...wordsOf(text, claim, judgement), expected, actual: shorten(text) };
}

/** What the ledger itself says that the text will state, where that is right. */
function announced({ figure: { entry }, quantity, lang }: Claim): string | undefined {
  if (entry.stated === undefined) return undefined;
  const { verdict } = judgeText(entry.stated, quantity, lang, surroundingsOf(entry));
  return verdict === 'holds' ? shorten(entry.stated) : undefined;
}

function isNoFault({ verdict }: Judgement): boolean {
  return verdict === 'holds' || verdict === 'undecided';
}

/** "apres / avant - 1", "(apres - avant) / avant": what multiplies is one more than that. */
const isGrowth = /[-−]\s*1\s*$|^\s*\(\s*\S{1,80}\s*[-−]\s*(\S{1,80}?)\s*\)\s*\/\s*\1\s*$/u;

/** Whether words that say a multiple, "a doublé", say it of a growth, "+103 %". */
function multiplies(text: string, { figure, quantity, lang, around }: Claim): boolean {
  if (!isPercent(quantity.unit) || !isGrowth.test(figure.entry.formula ?? '')) return false;
  const { value, low, high } = quantity;
  const multiple = { ...quantity, value: value.plus(1), low: low.plus(1), high: high.plus(1) };
  return isNoFault(judgeText(text, multiple, lang, around));
}

function wordsOf(
  text: string,
  { figure, quantity }: Claim,
  { stated }: Judgement,
): { message: Localized; help: Localized } {
  if (stated === undefined) return unreadable(text);
  const message = {
    fr: fr`Le texte dit « ${shorten(text)} », mais ${truth(figure, quantity, 'fr')}.`,
    en: `The text says “${shorten(text)}”, but ${truth(figure, quantity, 'en')}.`,
  };
  return { message, help: remedy(stated, quantity) };
}

function unreadable(text: string): { message: Localized; help: Localized } {
  return {
    message: {
      fr: fr`« ${shorten(text)} » ne dit pas un nombre, et un seul, qui puisse être comparé au chiffre.`,
      en: `“${shorten(text)}” does not say one number, and one alone, that can be compared with the figure.`,
    },
    help: {
      fr: 'Mettez entre crochets le nombre et son unité, sans les autres nombres de la phrase.',
      en: 'Put the number and its unit between the brackets, without the other numbers of the sentence.',
    },
  };
}

/** "11,35 M€ ÷ 160 Md€ = 0,0071 %", or what a sourced figure is worth. */
function truth(figure: LedgerFigure, quantity: Quantity, lang: Language): string {
  if (figure.calculation) return figure.calculation[lang];
  const value = formatQuantity(quantity, { lang });
  return lang === 'fr' ? fr`« ${figure.entry.id} » vaut ${value}` : `“${figure.entry.id}” is ${value}`;
}

function remedy(stated: Stated, computed: Quantity): Localized {
  if (isPercent(stated.unit) && computed.unit.dimension === 'point') {
    return {
      fr: 'L’écart entre deux pourcentages se dit en points.',
      en: 'The gap between two percentages is said in points.',
    };
  }
  const power = magnitudeBetween(stated, computed);
  if (isPercent(computed.unit) && power === 2) {
    return {
      fr: fr`Le calcul donne cent fois le texte : un rapport se montre en % tel quel, sans « * 100 » dans la formule.`,
      en: 'The calculation gives a hundred times the text: a ratio shows as % as it is, without “* 100” in the formula.',
    };
  }
  if (Math.abs(power) >= 3 && power % 3 === 0) {
    return {
      fr: fr`Vérifiez l’ordre de grandeur : milliers, millions ou milliards.`,
      en: 'Check the magnitude: thousands, millions or billions.',
    };
  }
  return {
    fr: 'Corrigez le nombre du texte, ou la valeur ou la formule du chiffre.',
    en: 'Correct the number of the text, or the value or the formula of the figure.',
  };
}

/** The power of ten that separates the two, where nothing else does; 0 otherwise. */
function magnitudeBetween(stated: Stated, computed: Quantity): number {
  if (stated.value.isZero() || computed.value.isZero()) return 0;
  const power = computed.value.div(stated.value).abs().log(10);
  const nearest = power.round();
  return power.minus(nearest).abs().lt('0.02') ? nearest.toNumber() : 0;
}
