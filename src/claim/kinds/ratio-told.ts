import { unreal } from '../cues.ts';
import { quotient } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { before, between, indexOf, isNamed, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { isTimeName, isTotal } from './ratio-ties.ts';

const toldLead = wordy(
  /\b(?:(?:rapport|ramen)\w+ (?:à|aux?)|(?:répart|partag|étal|vent)\w+ (?:entre|sur)|divi[sd]\w+ (?:par|entre|by|among|between)|spread (?:over|across)|shared (?:among|between|by)|(?:for|to|gives?|giving|leaves?|leaving|costs?|^) ?each of|(?:pour|à|dans) chac\w+ d\w+) ?(?:(?:l'|d')?[a-zà-ÿœ'-]+ ){0,4}(?:l'|d')?\(?$/,
);
const eachNext = wordy(/^ ?[a-zà-ÿœ' -]{0,24}, (?:chacune?|each|every one)\b/);
const breaks = /[.;?!]/;

/** "Rapporté aux 182 agents, …", "For each of its 119,000 households, …": those who are told to share. */
export function toldDivisor(passage: Passage, token: Token): Token | undefined {
  return namedDivisor(passage, token) ?? lastDivisor(passage, token) ?? nextDivisor(passage, token);
}

const eachOfNext = wordy(
  /^ (?:for|to|on|per|from|pour|à|par|dans) (?:each|every one|chac\w+) (?:of|des?|de)\b(?: (?:its|the|their|our|these|those|ses|ces|leurs|nos|quelque|about|some))?(?: [a-zà-ÿœ-]+)? $/,
);

/** "£7,000 for each of its 340 witnesses": those who share come right after. */
function nextDivisor(passage: Passage, token: Token): Token | undefined {
  const next = passage.tokens[indexOf(passage.tokens, token) + 1];
  if (next?.sentence !== token.sentence || !isCounted(next)) return undefined;
  return eachOfNext.test(between(passage, token, next)) ? next : undefined;
}

function lastDivisor(passage: Passage, token: Token): Token | undefined {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last?.sentence !== token.sentence || token.from - last.end > 120 || last.size < 2) return undefined;
  if (last.unitClass !== 'count' && last.unitClass !== 'bare') return undefined;
  const gap = between(passage, last, token);
  if (breaks.test(gap) || unreal.test(gap) || /(?:^| )(?:pour|sur|for|over|among) $/.test(gap))
    return undefined;
  return toldLead.test(before(passage, last, 60)) || eachNext.test(gap) ? last : undefined;
}

const takenUp = wordy(
  /\b(?:rapport\w+|ramen\w+|répart\w+|divis\w+|spread|divided|shared|set)(?: [a-zà-ÿ]+)? (?:à|aux?|entre|sur|par|by|over|among|against) (?:ces|cet|cette|ce|these|those|this|that|leur) ([a-zà-ÿœ]{4,})\b[^.;:]*$/,
);

/** "Rapportée à ces passages, la dépense, 3,1 milliards d'euros, …": those who share were counted before. */
function namedDivisor(passage: Passage, token: Token): Token | undefined {
  const noun = takenUp.exec(before(passage, token, 120))?.[1];
  if (noun === undefined) return undefined;
  const index = indexOf(passage.tokens, token);
  return passage.tokens
    .slice(Math.max(0, index - farthest), index)
    .findLast(
      (other) => isCounted(other) && isNamed(passage, other, noun) && other.sentence < token.sentence,
    );
}

function isCounted({ type, unitClass, size }: Token): boolean {
  return type === 'quantity' && (unitClass === 'count' || unitClass === 'bare') && size >= 2;
}

const farthest = 14;

/** Every amount told before that may be what those share: the one that a usual slip explains, or the nearest. */
export function toldReadings(passage: Passage, token: Token, divisor: Token): Reading[] {
  const index = indexOf(passage.tokens, divisor);
  const mayBe = (other: Token): boolean => other !== token && mayBeTotal(token, divisor, other);
  const told = passage.tokens
    .slice(Math.max(0, index - farthest), index)
    .filter(mayBe)
    .reverse();
  const own = passage.tokens
    .slice(index + 1, indexOf(passage.tokens, token))
    .filter(mayBe)
    .slice(-1);
  const earlier = own.length > 0 ? own : told;
  const later = passage.tokens
    .slice(index + 2, index + 5)
    .filter((other) => other.sentence === token.sentence && mayBe(other));
  const totals = earlier.length > 0 ? earlier : later;
  return totals.map((total): Reading => ({
    kind: 'ratio',
    token,
    inputs: [total, divisor],
    operation: quotient(),
    strength: total.family === token.family && token.sentence - total.sentence < 3 ? 3 : 2,
    isTold: totals.length === 1 && token.sentence - total.sentence < 2,
  }));
}

/** Whether what it comes to is of the magnitude of what is stated, give or take a slip. */
function mayBeTotal(token: Token, divisor: Token, other: Token): boolean {
  if (other.type !== 'quantity' || !(other.per === '' || isTimeName(other.per))) return false;
  if (other.unitClass !== token.unitClass || !isTotal(token, other) || other.unitClass === 'percent')
    return false;
  const times = other.size / divisor.size / token.size;
  return times > 0.06 && times < 15;
}
