import type { Language } from '../core/localized.ts';
import { stateNumber, stateRange } from '../quantity/stated.ts';
import { mergeCompounds } from './compound.ts';
import { foldText } from './fold.ts';
import { mayRelate } from './heads.ts';
import { quotedSpans, sentencesOf, type Span } from './sentences.ts';
import type { LooseToken, Token } from './token.ts';
import { scanTokens } from './tokens.ts';
import { factsOf } from './units.ts';
import { isCompared, verbs } from './written-unit.ts';
import { wordy } from './pattern.ts';

/** A paragraph made ready: its words in lower case, its sentences, its numbers. */
export interface Passage {
  readonly text: string;
  readonly folded: string;
  readonly lang: Language;
  readonly sentences: readonly Span[];
  readonly tokens: readonly Token[];
}

/** Reads a paragraph; nothing is looked for in one that cannot hold two numbers. */
export function readPassage(text: string, lang: Language): Passage {
  const folded = foldText(text);
  if (!mayRelate(folded)) return { text, folded, lang, sentences: [], tokens: [] };
  const sentences = sentencesOf(text);
  const quotes = quotedSpans(text);
  const scanned = mergeCompounds(scanTokens({ text, folded, lang }), folded, text);
  const loose = mergeRanges(shareUnits(scanned, folded, text), folded, text);
  let sentence = 0;
  let quote = 0;
  const tokens = loose.map((token): Token => {
    while (sentence < sentences.length - 1 && token.start >= (sentences[sentence]?.end ?? 0)) sentence += 1;
    while (quote < quotes.length && token.start >= (quotes[quote]?.end ?? 0)) quote += 1;
    return {
      ...token,
      size: token.stated.value.toNumber(),
      sentence,
      isQuoted: token.start > (quotes[quote]?.start ?? Infinity),
    };
  });
  return { text, folded, lang, sentences, tokens };
}

const linked = /^(?:,? ?(?:à|et|ou|puis|contre|to|and|or|against|then|versus) ?|, ?| ?[-–] ?)$/;

/** "de 415 à 498 millions d'euros": the unit that is left out is that of the neighbour. */
function shareUnits(tokens: LooseToken[], folded: string, text: string): LooseToken[] {
  const adopted = new Set<LooseToken>();
  for (let index = tokens.length - 2; index >= 0; index--) {
    const [token, next] = [tokens[index], tokens[index + 1]];
    if (!token || !next) continue;
    if (isOfCounted(token, next, folded)) tokens[index] = inUnitOf(token, next, text);
    if (!isShared(token, next, folded, adopted)) continue;
    const shared = inUnitOf(token, next, text);
    tokens[index] = shared;
    adopted.add(shared);
  }
  for (let index = 1; index < tokens.length; index++) {
    const [token, last] = [tokens[index], tokens[index - 1]];
    if (!token || !last) continue;
    const shared = isEndOf(last, token, folded)
      ? inUnitOf(token, last, text)
      : inUnitSaid(tokens.slice(Math.max(0, index - 4), index), token, { folded, text, adopted });
    if (shared === undefined) continue;
    tokens[index] = shared;
    adopted.add(shared);
  }
  return tokens;
}

interface Around {
  readonly folded: string;
  readonly text: string;
  /** The numbers that have the unit of another. */
  readonly adopted: ReadonlySet<LooseToken>;
}

/** A number whose unit was said before, in that unit. */
function inUnitSaid(
  earlier: readonly LooseToken[],
  token: LooseToken,
  { folded, text, adopted }: Around,
): LooseToken | undefined {
  if (!isBare(token) || token.isSigned) return undefined;
  const item = earlier.findLast(isAmount);
  const isParallel = item !== undefined && adopted.has(item) && isLikeItem(item, token, folded);
  if (!isParallel && (!isElliptic(token, folded) || isCountAmong(earlier, token))) return undefined;
  const named = namedBefore(earlier, token, folded);
  return named && { ...inUnitOf(token, named, text), per: '' };
}

/** "(61 établissements) a coûté 12,2 M€ ; la seconde, qui en a concerné 88": a whole number among things counted. */
function isCountAmong(earlier: readonly LooseToken[], token: LooseToken): boolean {
  const isMixed = (earlier.findLast(isAmount)?.stated.decimals ?? 0) > 0 && token.stated.decimals === 0;
  return isMixed && earlier.some(({ unitClass }) => unitClass === 'count');
}

const nextItem = /^[^.;:0-9]{0,60}(?:\(\d+(?:,\d)? ?%\))?(?:,| et| and)(?: puis| et| and)? $/;
const prepositions = new Set([
  'à',
  'au',
  'aux',
  'pour',
  'en',
  'dans',
  'sur',
  'chez',
  'par',
  'to',
  'for',
  'in',
  'on',
  'by',
  'at',
]);

/** "64 la première année, 71 la deuxième", "517 vont au personnel, 235 à l'intervention": the next item of a list. */
function isLikeItem(last: LooseToken, token: LooseToken, folded: string): boolean {
  const gap = folded.slice(last.end, token.from);
  const [word, next] = [gap, folded.slice(token.end, token.end + 20)].map(
    (one) => /^ ([a-zà-ÿœ']+)/.exec(one)?.[1],
  );
  return next !== undefined && (word === next || prepositions.has(next)) && nextItem.test(gap);
}

function namedBefore(
  earlier: readonly LooseToken[],
  token: LooseToken,
  folded: string,
): LooseToken | undefined {
  const last = earlier.findLast((one) => isAmount(one) && one.unitClass !== 'time');
  if (last && isNamedFor(last, token, folded)) return last;
  // "1 450 hectares (14,5 km²) ; la nouvelle en aura 6 820": what stands in brackets names nothing.
  const outer = earlier.findLast((one) => isAmount(one) && one !== last);
  const isAside =
    last !== undefined && outer !== undefined && folded.slice(outer.end, last.start).endsWith('(');
  return isAside && isNamedFor(outer, token, folded) ? outer : undefined;
}

const eachBefore = /(?:^| )(?:every|each|per|tous les|toutes les|par) $/;

function isAmount({ type, unitClass }: LooseToken): boolean {
  return type === 'quantity' && unitClass !== 'percent' && unitClass !== 'point';
}

const pronoun = wordy(/(?:^|[^a-zà-ÿœ])en [a-zà-ÿœ]+(?: [a-zà-ÿœ']+){0,2} (?:que |qu')?$/);
const ofThat = wordy(
  /\b(?:celle|celui|la dernière|le dernier|la seconde|le second|the last|the second|the other|that)\b[^.;:0-9]{0,24} $/,
);
/** "517 vont à la paie (55 %), 235 à l'entretien (25 %)". */
const listed = /[0-9] ?%\)(?:,|;| et| and) $/;
/** Nothing follows, or a verb. */
const stopsOrDoes = /^ ?(?:[.,;:)]|$|[a-zà-ÿœ]+nt(?![a-zà-ÿœ]))/;

/** "ils en ont obtenu 43", "l'État 4,0": a number whose unit is left out because it was said before. */
function isElliptic(token: LooseToken, folded: string): boolean {
  if (isCompared(folded, token.end)) return false;
  const [left, right] = [
    folded.slice(Math.max(0, token.from - 60), token.from),
    folded.slice(token.end, token.end + 20),
  ];
  const verb = /^ ([a-zà-ÿœ]+) /.exec(folded.slice(token.end, token.end + 16))?.[1] ?? '';
  if (verbs.has(verb) || token.stated.decimals > 0 || listed.test(left)) return true;
  return pronoun.test(left) || ofThat.test(left) || stopsOrDoes.test(right);
}

/** Whether the bare number may be of the unit of `named`: money, a measure, millions. */
function isNamedFor(named: LooseToken, token: LooseToken, folded: string): boolean {
  const gap = folded.slice(named.end, token.from);
  const isNear = token.stated.decimals > 0 ? gap.length < 120 : !/[.!?] /.test(gap);
  if (eachBefore.test(folded.slice(Math.max(0, named.from - 12), named.from))) return false;
  return isNear && isUnited(named) && named.unitClass !== 'time' && isOfOneSize(token, named);
}

/** "de 4,2 Md€ à 4,5", "193 M€ sur les 450 attendus". */
function isEndOf(last: LooseToken, token: LooseToken, folded: string): boolean {
  const gap = folded.slice(last.end, token.from);
  return (
    isBare(token) &&
    isUnited(last) &&
    /^ (?:à|to|sur les|out of the|of the) $/.test(gap) &&
    isOfOneSize(token, last)
  );
}

/** Whether the bare number is one of a list or a pair whose last alone has the unit. */
function isShared(
  token: LooseToken,
  next: LooseToken,
  folded: string,
  adopted: ReadonlySet<LooseToken>,
): boolean {
  const gap = folded.slice(token.end, next.from);
  if (!isBare(token) || !isUnited(next) || !linked.test(gap) || !isOfOneSize(token, next)) return false;
  return next.unitClass !== 'percent' || !gap.includes(',') || adopted.has(next);
}

const ofWhole = /^ (?:des|sur les|sur|de (?:ses|leurs|nos)|of (?:the|its|their|our)|out of(?: the)?) $/;

/** "4 176 des 6 960 inscrits": what is counted is said of the whole. */
function isOfCounted(token: LooseToken, next: LooseToken, folded: string): boolean {
  const isPart =
    isBare(token) &&
    (next.unitClass === 'count' || next.unitClass === 'time') &&
    token.stated.value.lte(next.stated.value);
  return isPart && ofWhole.test(folded.slice(token.end, next.from));
}

/** Whether two numbers, their magnitudes left aside, are near enough to be of one thing. */
function isOfOneSize(a: LooseToken, b: LooseToken): boolean {
  const [x, y] = [a, b].map(({ stated }) => stated.value.div(stated.unit.scale).abs());
  return x !== undefined && y !== undefined && x.lte(y.times(20)) && y.lte(x.times(20));
}

function isBare(token: LooseToken): boolean {
  return (
    token.type === 'quantity' && token.unitClass === 'bare' && token.stated.unit.scale.eq(1) && !token.inWords
  );
}

function isUnited(token: LooseToken): boolean {
  if (token.type !== 'quantity') return false;
  return (
    !token.stated.unit.scale.eq(1) ||
    token.unitClass === 'money' ||
    token.unitClass === 'measure' ||
    token.unitClass === 'time'
  );
}

function inUnitOf(token: LooseToken, { stated: { unit }, per }: LooseToken, text: string): LooseToken {
  const { value: number, decimals, qualifier } = token.stated;
  const written = { number, decimals, text: text.slice(token.start, token.end) };
  const facts = factsOf(unit);
  return { ...token, ...facts, per, stated: stateNumber(written, unit, { kind: 'number', qualifier }) };
}

const rangeLead = wordy(/(?:\b(?:entre|between)|(?:\bsoit|\bc'est|\bi\.e\.|\() ?(?:de|d'|from)) $/);
const rangeGap = /^ (?:à|et|and|to) $|^ ?[-–] ?$/;

/** "entre 900 et 1 100 bénévoles", "soit de 18 à 22 repas": one number between two. */
function mergeRanges(tokens: LooseToken[], folded: string, text: string): LooseToken[] {
  const merged: LooseToken[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const range = last && rangeOf(last, token, folded, text);
    if (range) merged[merged.length - 1] = range;
    else merged.push(token);
  }
  return merged;
}

function rangeOf(low: LooseToken, high: LooseToken, folded: string, text: string): LooseToken | undefined {
  if (!mayRange(low, high, text)) return undefined;
  const lead = rangeLead.exec(folded.slice(Math.max(0, low.start - 12), low.start))?.[0] ?? '';
  const gap = folded.slice(low.end, high.start);
  if (!rangeGap.test(gap) || !isRangeOf(lead, gap)) return undefined;
  const opening = /(?:entre|between|de|d'|from) $/.exec(lead)?.[0].length ?? 0;
  const start = low.start - opening;
  const stated = stateRange(low.stated, high.stated, text.slice(start, high.end));
  return { ...high, start, from: start, stated };
}

/** "entre … et …", "soit de … à …", "… – …". */
function isRangeOf(lead: string, gap: string): boolean {
  if (/^ ?[-–] ?$/.test(gap)) return true;
  const isBetween = /(?:entre|between) $/.test(lead);
  return lead !== '' && isBetween === /et|and/.test(gap);
}

function mayRange(low: LooseToken, high: LooseToken, text: string): boolean {
  const areAmounts = low.type === 'quantity' && high.type === 'quantity';
  if (!areAmounts || low.isSigned || high.inWords !== low.inWords) return false;
  return low.stated.value.lt(high.stated.value) && /\d$/.test(text.slice(low.start, low.end));
}
