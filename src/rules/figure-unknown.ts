import { nodesOf } from '../markdown/nodes-of.ts';
import { unverifiable } from '../core/citation.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { shorten } from '../util/shorten.ts';

const header = `---
title: "Bilan"
figures:
  repondants: { value: "4 555 personnes", source: "Enquête publiée" }
---

`;

export const figureUnknown: Rule = {
  id: 'figure/unknown',
  severity: 'error',
  summary: {
    fr: 'Un lien renvoie à un chiffre qui n’existe pas.',
    en: 'A link points to a figure that does not exist.',
  },
  examples: [
    {
      title: { fr: 'Chiffre déclaré', en: 'Declared figure' },
      note: `${header}L’enquête compte [4 555](figure:repondants) réponses.\n`,
      expect: [],
    },
    {
      title: { fr: 'Nombre déclaré invérifiable', en: 'Number declared unverifiable' },
      note: `${header}Un agent dit recevoir [35 usagers](figure:- "entretien, sans relevé") par jour, et [](figure:repondants).\n`,
      expect: [],
    },
    {
      title: { fr: 'Nom mal tapé', en: 'Mistyped name' },
      note: `${header}L’enquête compte [4 555](figure:repondant) réponses, ou [](figure:repondants).\n`,
      expect: ['7:18'],
    },
  ],
  check(note) {
    const problems: Problem[] = [];
    const ids = [...note.ledger.byId.keys()].slice(0, 500);
    nodesOf(note.tree, 'figureReference').forEach((node) => {
      if (note.ledger.byId.has(node.id) || (node.id === unverifiable && node.stated.trim() !== '')) return;
      problems.push({
        place: placeOfNode(node),
        actual: shorten(node.id),
        ...wordsOf(shorten(node.id), nearest(node.id, ids)),
      });
    });
    return problems;
  },
};

function wordsOf(id: string, near: string | undefined): Pick<Problem, 'message' | 'help' | 'expected'> {
  const message = {
    fr: fr`« ${id} » n’est pas un chiffre de ce document.`,
    en: `“${id}” is not a figure of this document.`,
  };
  if (near !== undefined) {
    const help = { fr: fr`Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` };
    return { message, help, expected: near };
  }
  const help = {
    fr: fr`Déclarez-le sous « figures: » en tête du document.`,
    en: 'Declare it under “figures:” at the head of the document.',
  };
  return { message, help };
}
