import { isLinked, isResuming, leadsOn } from '../cues.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { before, between, isNextTo, layoutOf, sentenceOf, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { timeUnits } from '../lexicon.ts';
import { measureFamily, timeFactor } from '../units.ts';

/** What is shared out, and among how many. */
export interface Sharing {
  readonly total: Token;
  readonly divisor: Token;
}

/** Whether a number may be what is shared out. */
export function isTotal(token: Token, other: Token): boolean {
  if (token.unitClass === 'bare') return other.unitClass !== 'time';
  if (token.unitClass === 'time' && other.unitClass === 'time')
    return timeFactor(other.family, token.family) !== undefined;
  if (token.unitClass !== other.unitClass) return other.unitClass === 'bare';
  if (token.unitClass === 'measure') return measureFamily(token) === measureFamily(other);
  return token.unitClass === 'count' || token.family === other.family;
}

/** Whether a number may be that of those who share. */
export function isDivisor(divisor: Token, total: Token, token: Token): boolean {
  const { unitClass, stated } = divisor;
  if (unitClass === 'money' || stated.value.lte(0) || (divisor.inWords && stated.value.lt(2))) return false;
  if (token.unitClass === 'money' || token.unitClass === 'measure')
    return divisor.unitClass !== token.unitClass || measureFamily(divisor) !== measureFamily(token);
  return divisor.family === '' || divisor.family !== total.family;
}

/** What is known of a stated share: whether words name what is shared and among what, and whether one pair alone fits. */
export interface Situation extends Sharing {
  readonly noun: string;
  readonly amounts: readonly Token[];
  readonly isFit: boolean;
  readonly isSole: boolean;
  /** Whether the words of sharing follow the statement. */
  readonly isBehind: boolean;
}

/** How plainly a stated share is that of the total among the divisor. */
export function strengthOf(passage: Passage, token: Token, situation: Situation): Strength {
  const { divisor } = situation;
  if (!isTimely(situation)) return 1;
  if (isPlainlyTold(passage, token, situation)) return 3;
  return inReach(token, divisor)
    ? nearStrength(passage, token, situation)
    : farStrength(passage, token, situation);
}

function nearStrength(passage: Passage, token: Token, situation: Situation): Strength {
  const { total, divisor, isSole, isFit } = situation;
  const isBound = isTied(passage, token, situation);
  if (isFit && isSole && isBound) return 3;
  if (!inReach(token, total)) return isBound && divisor.sentence === token.sentence ? 2 : 1;
  if (!isBound) return isFit ? 2 : 1;
  return hasRivals(passage, token, situation) ? 2 : 3;
}

/** Those who share, counted farther back: only by their name, and next to the total. */
function farStrength(passage: Passage, token: Token, situation: Situation): Strength {
  const { total, isFit, isSole } = situation;
  if (isToldFar(situation)) return 2;
  if (!isFit || total.sentence !== token.sentence || !isNextTo(passage, total, token)) return 1;
  const gap = between(passage, total, token);
  const isBound = total.start < token.start && gap.length < 60 && (isLinked(gap) || costs.test(gap));
  return isBound ? (isSole ? 3 : 2) : 1;
}

/** Both said together farther back, and named here: "1,8 M€ pour 401 250 carnets… 45 € le carnet". */
function isToldFar({ total, divisor, isFit, isSole, isBehind }: Situation): boolean {
  return isFit && isSole && isBehind && total.sentence === divisor.sentence;
}

const costs = wordy(/\b(?:revien\w*|coût\w*|cost\w*|works? out|soit|or|représent\w*)\b/);

const among = wordy(
  /\b(?:pour|entre|parmi|for|among|between|across|over|sur|by|par|à)(?: [a-zà-ÿœ'-]+){0,2} ?(?:l'|d')?$/,
);
/** Nouns of those who share, whoever they are. */
export const generic =
  /^(?:tête|personne|habitant|head|capita|person|individu|inhabitant|bénéficiaire|agent|ménage|household)s?$/;

const direct = wordy(
  /^,? (?:(?!une? |one )[a-zà-ÿœ'-]+ ){0,3}(?:pour|for|entre|among|between|across|to|à|(?:répart\w*|étal\w*|partag\w*|spread|shared|split|divided) (?:sur|over|by|on)) (?:[a-zà-ÿœ'-]+ )?$/,
);

/** "X pour Y personnes : Z par tête": both said right before, in one clause, and nothing else that could be meant. */
function isTold(passage: Passage, token: Token, situation: Situation): boolean {
  const { total, divisor, noun, isFit } = situation;
  const areBefore = [total, divisor].every(
    ({ sentence, start }) => sentence === token.sentence && start < token.start,
  );
  if (!areBefore || token.from - divisor.end > 90) return false;
  if (direct.test(between(passage, total, divisor)) && isNextTo(passage, divisor, token)) return true;
  const isSaid = isFit || isTimeOf(noun, divisor) || (generic.test(noun) && divisor.unitClass !== 'time');
  return isSaid && isLedTo(passage, divisor) && isOnlyPair(token, situation);
}

/** Whether the words say of the very pair that it is shared out. */
export function isPlainlyTold(passage: Passage, token: Token, situation: Situation): boolean {
  return isTold(passage, token, situation) || isToldInBrackets(passage, token, situation);
}

/** "Z par place (X pour Y places)". */
function isToldInBrackets(passage: Passage, token: Token, { total, divisor }: Situation): boolean {
  if (total.start < token.start || divisor.sentence !== token.sentence) return false;
  const gap = between(passage, token, total);
  return gap.length < 40 && gap.endsWith('(') && direct.test(between(passage, total, divisor));
}

const during = /(?:en|in|over|pendant|durant|within) $/;

function isLedTo({ folded }: Passage, { from, unitClass }: Token): boolean {
  const lead = folded.slice(Math.max(0, from - 40), from);
  return among.test(lead) || (unitClass === 'time' && during.test(lead));
}

/** Whether no other number before it in the sentence could be shared out or share. */
function isOnlyPair(token: Token, situation: Situation): boolean {
  return !situation.amounts.some(
    (other) =>
      other.sentence === token.sentence && other.start < token.start && isRival(token, other, situation),
  );
}

/** Whether another number could be shared out, or share: among times only where the words name a time. */
function isRival(token: Token, other: Token, { total, divisor, noun }: Situation): boolean {
  if (other === total || other === divisor) return false;
  if (isTotal(token, other)) return true;
  const isTime = other.unitClass === 'time';
  if (noun !== '' && isTime !== isTimeName(timeUnits.get(noun) ?? noun)) return false;
  return isDivisor(other, total, token);
}

export function isTimeOf(noun: string, { family, unitClass }: Token): boolean {
  return unitClass === 'time' && (noun === family || timeUnits.get(noun) === family);
}

function inReach(token: Token, other: Token): boolean {
  return other.sentence === token.sentence || other.sentence === token.sentence - 1;
}

export function isTimeName(noun: string): boolean {
  return timeNames.test(noun);
}

const dayParts = /^(?:soir|soirée|matin|matinée|après-midi|night|evening|morning|afternoon)s?$/;
const timeNames = /^(?:hour|day|week|month|quarter|year|half-year)$/;

/** "par mois" of a number of people is no sharing among them, nor is "par jour" of a number of weeks. */
function isTimely({ noun: typed, divisor }: Situation): boolean {
  const noun = timeUnits.get(typed) ?? (dayParts.test(typed) ? 'day' : typed);
  if (divisor.unitClass !== 'time') return noun === '' || !timeNames.test(noun);
  if (noun === '') return timeFactor(noun, divisor.family) !== undefined;
  return timeNames.test(noun) && (noun === divisor.family || timeFactor(noun, divisor.family) !== undefined);
}

/** Whether nothing else said near could be shared out, or share. */
export function isAlone(passage: Passage, token: Token, situation: Situation): boolean {
  const { total, divisor } = situation;
  const areNear = [total, divisor].every((one) => inReach(token, one) && one.start < token.start);
  return areNear && !hasRivals(passage, token, situation);
}

function hasRivals(passage: Passage, token: Token, situation: Situation): boolean {
  const { total, divisor, amounts } = situation;
  const start = clauseOf(passage, token, situation);
  return amounts.some(
    (other) =>
      inReach(token, other) &&
      other.start >= start &&
      (other.start < token.start || total.start > token.start || divisor.start > token.start) &&
      !(token.unitClass === 'time' && other.unitClass === 'time' && other.family !== total.family) &&
      isRival(token, other, situation),
  );
}

const clauseEnd = wordy(/; |\b(?:tandis qu|alors qu|while|whereas|mais|but|quand|contre|against)\b/g);

/** Where the clause of a statement begins, if both that it comes of stand in it; else 0. */
function clauseOf(passage: Passage, token: Token, { total, divisor }: Sharing): number {
  const from = passage.sentences[token.sentence]?.start ?? 0;
  const ends = [...passage.folded.slice(from, token.from).matchAll(clauseEnd)];
  const start = ends.length === 0 ? 0 : from + (ends.at(-1)?.index ?? 0);
  return total.start >= start && divisor.start >= start ? start : 0;
}

const averaged = wordy(
  /\b(?:moyennes?|moyens?|average|mean|ratio|densité|density|coût|cost|chaque|chacune?|each|every|par|revient|veiller)\b/,
);

export function isTied(passage: Passage, token: Token, situation: Situation): boolean {
  const { total, divisor, isFit } = situation;
  const { isHere, side, gap, near, isNext } = layoutOf(passage, token, total, divisor);
  if (!isHere) return isTakenUp(passage, token, situation);
  if (side === 'before' && isNext && isApposed(situation, gap)) return true;
  if (side === 'before') return isLinked(gap) || averaged.test(gap) || (isFit && isNext && gap.length < 80);
  return side === 'after'
    ? leadsOn(gap) && /[(:—–=][^.;:]{0,12}$|soit/.test(gap)
    : averaged.test(between(passage, near, token));
}

/** "5 551 élevages, 327 chacun", "4,2 M€ de primes, 1 660 € en moyenne": so much for each, right after. */
function isApposed({ isBehind, isFit, noun, divisor }: Situation, gap: string): boolean {
  const isKnown = noun === '' || isFit || isTimeOf(noun, divisor);
  return isBehind && isKnown && gap.length < 70 && apposing.test(gap);
}

const apposing = /^[^;:.]*[,:(–—] ?(?:[a-zà-ÿœ'-]+ ){0,4}$/;

function isTakenUp(passage: Passage, token: Token, situation: Situation): boolean {
  const { total, divisor, isFit, isBehind } = situation;
  if (isResuming(sentenceOf(passage, token)) || averaged.test(before(passage, token, 90))) return true;
  const own = [total, divisor].find(
    (other) => other.sentence === token.sentence && other.start < token.start,
  );
  if (own === undefined || !isNextTo(passage, own, token)) return false;
  const gap = between(passage, own, token);
  return isLinked(gap) || (isFit && isBehind && gap.length < 60 && !gap.includes(';'));
}

/** Whether the words since `start` say that what is stated is of another time or place, or is a norm. */
export function isElsewhere(passage: Passage, token: Token, start: number): boolean {
  const { folded, sentences } = passage;
  if (contrasted.test(folded.slice(Math.max(0, token.from - 30), token.from))) return true;
  const from = Math.max(start, sentences[token.sentence]?.start ?? 0);
  return start < token.from && elsewhere.test(folded.slice(from, token.from));
}

const contrasted =
  /(?:contre|against|au lieu de|instead of|versus|compared (?:with|to)|rather than|plutôt que|capped at|limited to|up to|plafonnée?s? à|limitée?s? à|jusqu'à) (?:l[ae]s? |the )?$/;
const elsewhere = wordy(
  /\b(?:tandis|alors) qu|\b(?:while|whereas|elsewhere|ailleurs|national\w*|nationwide|régional\w*|regional|départemental\w*|européen\w*|european|objectif|target|norme|plafond|guidance|benchmark|prudentiel\w*|voisin\w*|neighbouring)\b/,
);
