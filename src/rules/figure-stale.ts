import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

const oldestYears = 3;

const noteOf = (asOf: string) => `---
title: "Bilan"
date: 2021-04-30
figures:
  lits: { value: "369 423 lits", source: "Rapport public", as-of: ${asOf} }
---

L’hôpital compte [369 423 lits](figure:lits).
`;

export const figureStale: Rule = {
  id: 'figure/stale',
  severity: 'warning',
  summary: {
    fr: 'Un chiffre date de plus de trois ans.',
    en: 'A figure is more than three years old.',
  },
  examples: [
    { title: { fr: 'Chiffre récent', en: 'Recent figure' }, note: noteOf('2018'), expect: [] },
    { title: { fr: 'Chiffre ancien', en: 'Old figure' }, note: noteOf('"2018-03"'), expect: ['5:67'] },
    {
      title: { fr: 'Document sans date, jugé à ce jour', en: 'Document without date, judged today' },
      note: noteOf('2018').replace('date: 2021-04-30\n', ''),
      today: '2026-01-01',
      expect: ['4:67'],
    },
  ],
  *check(note, facts) {
    const day = note.meta.date ?? facts.today;
    const oldest = `${Number(day.slice(0, 4)) - oldestYears}${day.slice(4)}`;
    for (const { entry } of note.ledger.figures) {
      if (entry.asOf === undefined || !isBefore(entry.asOf, oldest)) continue;
      yield {
        place: entry.places['asOf'] ?? entry.place,
        ...(entry.path !== note.path && { path: entry.path }),
        message: {
          fr: fr`Le chiffre « ${entry.id} » date de ${entry.asOf}, plus de ${oldestYears} ans avant le document.`,
          en: `The figure “${entry.id}” dates from ${entry.asOf}, more than ${oldestYears} years before the document.`,
        },
        help: {
          fr: 'Cherchez une valeur plus récente, ou dites l’année dans le texte.',
          en: 'Look for a more recent value, or give the year in the text.',
        },
      };
    }
  },
};

/** Whether the last day that a year, a month or a date means is before `day`. */
function isBefore(asOf: string, day: string): boolean {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(asOf.trim());
  if (!match) return false;
  const [, year = '', month = '12', date = '31'] = match;
  return `${year}-${month}-${date}` < day;
}
