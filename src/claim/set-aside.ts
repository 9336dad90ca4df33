import type { Passage } from './passage.ts';
import { wordy } from './pattern.ts';
import { after, before, type Reading } from './reading.ts';

const planned = wordy(
  /^[^.;:()0-9]{0,30}\b(?:que|than) (prévu|attendu|annoncé|escompté|budgété|planned|expected|forecast|budgeted)/,
);

/** "70 de plus que prévu": of a plan that no number tells. */
function isOfPlan(passage: Passage, { token, inputs }: Reading): boolean {
  const plan = planned.exec(after(passage, token, 60))?.[1];
  if (plan === undefined) return false;
  const start = Math.min(...inputs.map((input) => passage.sentences[input.sentence]?.start ?? 0));
  return !passage.folded.slice(start, token.from).includes(plan.slice(0, 5));
}

const clockLead = wordy(/\b(?:après|avant|dès|vers|jusqu'à|à partir de|entre|after|before|until|between) $/);

/** "après 22 heures": the time of the day is no total, and no part of one. */
function isClock(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if ((kind !== 'sum' && kind !== 'difference') || token.unitClass !== 'time') return false;
  return [token, ...inputs].some(
    (one) => one.family === 'hour' && one.size <= 24 * 3600 && clockLead.test(before(passage, one, 14)),
  );
}

const known = /(?:^| )(?:les|the|ces|these|aux) $/;
const leftOver = wordy(
  /^ (?:[a-zà-ÿœ]+ )?(?:autres?|restant\w*|manquant\w*|de|d'|en|more|fewer|remaining|other|missing|extra|left|qui|that)\b/,
);

/** "compléter les 22 substances": those are known from elsewhere. */
function isKnown(passage: Passage, { kind, token }: Reading): boolean {
  if (kind !== 'difference' || token.unitClass !== 'count') return false;
  return known.test(before(passage, token, 8)) && !leftOver.test(after(passage, token, 40));
}

/** "au moins 2 ans, au cours des 5 dernières années, dont 4 mois": a part is no quotient. */
function isIncluded(passage: Passage, { kind, token }: Reading): boolean {
  return kind === 'ratio' && /(?:^| )(?:dont|including|of which) $/.test(before(passage, token, 12));
}

/** "40 jours si le salarié a plus de six ans de service": what holds in one case adds up nothing. */
function isCase(passage: Passage, { kind, token }: Reading): boolean {
  return kind === 'sum' && /^ (?:si|s'ils?|lorsqu|if|where|en cas)(?: |e |')/.test(after(passage, token, 12));
}

/** Readings that the words right beside the statement set aside. */
export const setAside = [isOfPlan, isClock, isKnown, isIncluded, isCase];
