import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';

const norm = wordy(
  /\b(?:peut|peuvent|pourra|doit|doivent|devra|devront|must|shall|may|cannot|can) (?:[a-zà-ÿ]+ )?(?:être|dépasser|excéder|représenter|atteindre|couvrir|be|exceed|represent|cover|reach)\b[^.;:()0-9]{0,30}$/,
);
const attributive = wordy(
  /^(?: |-)(?:thresholds?|targets?|caps?|limits?|minimum|maximum|quotas?|lev(?:y|ies)|tax|duty|discounts?|stakes?|deposits?|surcharges?|rates? of (?:tax|duty|interest)|interest|raises?)\b/,
);
/** "pris en charge à 30 %": the rate that is applied. */
const applied = wordy(
  /\b(?:pris\w* en charge|rembours\w+|impos\w+|tax\w+|cotis\w+|indemnis\w+|rémunér\w+|garanti\w*|taux|plafonn\w+) (?:[a-zà-ÿ]+ )?à $/,
);

/** Whether a rate is set by a rule rather than found in the numbers around it. */
export function isRule(passage: Passage, token: Token): boolean {
  const left = before(passage, token, 60);
  if (norm.test(left)) return true;
  if (token.unitClass !== 'percent') return false;
  return attributive.test(after(passage, token, 20)) || applied.test(left);
}

/** What is left of readings where nothing is stated: those whose numbers agree. */
export function onlyIfExact(readings: readonly Reading[]): Reading[] {
  return readings.map((one) => ({ ...one, strength: 1 }));
}
