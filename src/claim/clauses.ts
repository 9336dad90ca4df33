import { levelsOf } from './changes.ts';
import type { Passage } from './passage.ts';
import { wordy } from './pattern.ts';
import { before, between, isDuration, type Reading } from './reading.ts';

const nextClause = /^[^(]*(?:, (?:and|et|mais|but) |; )/;

/** "the average grant was £2,900, and 41 installers left": whoever the next clause counts shares nothing of it. */
function isOfNextClause(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'ratio') return false;
  return inputs.some((input) => input.start > token.end && nextClause.test(between(passage, token, input)));
}

const verb = /(?:oubl|ripl|upl)(?!ement)[a-zéû]*$|^halved$/;

const otherSubject =
  /(?:, (?:and|et|mais|but) |; )(?!(?:it|they|this|that|il|ils|elle|elles|on|ce|c'|cela|soit|de|from) ?)/;

/** "fares have doubled, and 31 routes run at a loss": numbers of other clauses are not what doubled. */
function isOfOtherClause(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'multiple' || !verb.test(passage.folded.slice(token.start, token.end))) return false;
  const levels = levelsOf(passage);
  if (inputs.every((input) => levels.has(input) || input.sentence !== token.sentence)) return false;
  return inputs.every((input) => otherSubject.test(between(passage, token, input)));
}

const oldLead = /(?:^| )(?:up from|down from|contre|against|au lieu de|instead of) $/;

/** "half of the 92 beaches, up from 38 in 2015": what it was is no part of what it is. */
function isOfOld(passage: Passage, { kind, token, inputs: [part] }: Reading): boolean {
  if (kind !== 'share' && kind !== 'fraction' && token.type !== 'one-in') return false;
  return part !== undefined && oldLead.test(before(passage, part, 14));
}

const caseWord = wordy(/\b(?:lorsqu|si |s'il|if |en cas)/);

/** "un capital de 20 jours (2 jours lorsque l'absence atteint 22 jours)": what holds in one case makes no difference. */
function isOfCase(passage: Passage, { kind, inputs: [a, b] }: Reading): boolean {
  return kind === 'difference' && a !== undefined && b !== undefined && caseWord.test(between(passage, a, b));
}

/** "pendant 5 ans, puis pendant 3 années : 75 %": how long each lasts is no part of the other. */
function isOfDurations(passage: Passage, { kind, inputs }: Reading): boolean {
  return kind === 'share' && inputs.every((input) => isDuration(passage, input));
}

/** Readings that take numbers of another clause than that of the statement. */
export const ofOtherClauses = [isOfNextClause, isOfOtherClause, isOfOld, isOfCase, isOfDurations];
