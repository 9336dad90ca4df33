import { levelsOf } from '../changes.ts';
import { isLinked, isResuming } from '../cues.ts';
import { partsAmong } from '../parts.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  before,
  between,
  indexOf,
  isAmount,
  isNamed,
  isNextTo,
  neighbours,
  sentenceOf,
  type Reading,
} from '../reading.ts';
import { senseOf } from '../sense.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { listReadings } from './share-list.ts';
import { readingsOfAny, readingsOfKnown, knownWholes } from './share-known.ts';
import { partsOfTold, provedReadings, scaledReadings } from './share-layout.ts';
import { complementOf, placedShares, tiedPart } from './share-places.ts';
import { reading } from './share-reading.ts';
import { isBorneOut, lostReadings, turnedReadings } from './share-rest.ts';
import { isRule, onlyIfExact } from './unstated.ts';
import { appositive, makesUp, nounAfter, strengthOf, wholes } from './share-ties.ts';

/** "X sur Y, soit Z %", "un tiers des Y : X", "un agent sur cinq (X sur Y)": a part over its whole. */
export function shareReadings(passage: Passage, token: Token): Reading[] {
  if (!mayBeShare(passage, token)) return [];
  const amounts = amountsNear(passage, token);
  if (amounts.length < 2) return [];
  if (isChange(passage, token))
    return [...lostReadings(passage, token, amounts), ...toldOnly(passage, token, amounts)];
  const named = namedWhole(passage, token);
  const found = [
    ...ownReadings(passage, token, amounts, named),
    ...laidOut(passage, token, amounts),
    ...ofKnown(passage, token, amounts),
  ];
  const isNamedOnly = named.some(({ strength }) => strength === 3) && isOfAll(passage, token);
  if (isNamedOnly && !found.some(({ isTold, strength }) => isTold && strength === 3)) return named;
  found.push(...lostReadings(passage, token, amounts));
  if (isSpokenOf(passage, token, amounts)) return onlyIfExact(found);
  if (levelsOf(passage).has(token)) return found.filter(({ isTold }) => isTold === true);
  return withoutChance(token, found, listReadings(token, amounts));
}

/** What the words about the share tell. */
function ownReadings(
  passage: Passage,
  token: Token,
  amounts: readonly Token[],
  named: readonly Reading[],
): Reading[] {
  return [
    ...named,
    ...carriedWhole(passage, token),
    ...pairReadings(passage, token, amounts),
    ...placedShares(passage, token, amounts).map((pair) => ({
      ...reading(token, pair, pair.strength),
      isTold: pair.isTold === true,
    })),
  ];
}

function amountsNear(passage: Passage, token: Token): Token[] {
  return neighbours(passage, token).filter((other) => isAmount(other) && other.unitClass !== 'percent');
}

function laidOut(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const whole = complementOf(passage, token, amounts);
  return [
    ...provedReadings(passage, token, amounts),
    ...scaledReadings(passage, token, amounts),
    ...(whole === undefined ? [] : partsOfTold(passage, token, whole, amounts)),
  ];
}

/** Its part, of what other shares are of. */
function ofKnown(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const part = tiedPart(passage, token, amounts);
  if (part === undefined) return [];
  const found = knownWholes(passage, token, (_, share) => {
    if (!mayBeShare(passage, share) || isChange(passage, share)) return [];
    const near = amountsNear(passage, share);
    return ownReadings(passage, share, near, namedWhole(passage, share));
  });
  return [...readingsOfKnown(passage, token, part, found), ...readingsOfAny(passage, token, part)];
}

/** "Parmi les 349 bourgs, 152 perdent des habitants : 44 %": told as a part, whatever is lost. */
function toldOnly(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  return pairReadings(
    passage,
    token,
    amounts.filter(({ sentence }) => sentence === token.sentence),
  )
    .filter(({ strength }) => strength === 3)
    .map((one): Reading => ({ ...one, strength: isBorneOut(passage, token, one) ? 3 : 2 }));
}

function mayBeShare(passage: Passage, token: Token): boolean {
  const isShare = isRate(token) || token.type === 'one-in';
  return isShare && !token.isSigned && !isOfOther(passage, token);
}

/** Beside a plain reading a far-fetched one may hold by chance; a fraction in words is of any whole of its part. */
function withoutChance(token: Token, found: readonly Reading[], lists: readonly Reading[]): Reading[] {
  const plain = found.filter(({ strength }) => strength === 3);
  if (plain.length === 0) return [...found, ...lists];
  const parts = token.unitClass === 'ratio' ? plain.map(({ inputs: [part] }) => part) : [];
  return found.filter(({ strength, inputs: [part] }) => strength > 1 || parts.includes(part));
}

function isChange(passage: Passage, token: Token): boolean {
  if (token.type === 'one-in') return false;
  if (isOfChange.test(before(passage, token, 40))) return true;
  return senseOf(passage, token, { left: 60, right: 40 }) !== undefined;
}

/** "les rangs se sont éclaircis de 5 %", "thinned by 5%". */
const isOfChange = wordy(
  /\b(?:s'est|se sont|s'étai\w+|a|ont|avai\w+) (?:[a-zà-ÿ]+ ){0,2}[a-zà-ÿœ]+(?:é|ée|és|ées|i|ie|is|ies|it|u|us|ue|ues) (?:de |d')(?:près de |plus de |environ )?$|[a-z]+ed by (?:about |some )?$/,
);

function isSpokenOf(passage: Passage, token: Token, amounts: readonly Token[]): boolean {
  if (token.unitClass === 'percent' && token.size === 1) return true;
  if (isRule(passage, token)) return true;
  if (ofThemWho.test(after(passage, token, 32))) return true;
  if (ofOther.test(after(passage, token, 16)) && !complementOf(passage, token, amounts)) return true;
  return token.unitClass === 'percent' && definite.test(before(passage, token, 8));
}

/** "short of the 10 % that the auditor wants": a share that is spoken of, not stated. */
const definite = /(?:^| )(?:the|les|aux|ces|these|those) $/;

function isOfOther(passage: Passage, token: Token): boolean {
  return token.per !== '' || levelsOf(passage).get(token) === 'from';
}

const ofOther = /^ (?:de ce (?:qu|dont|à)|of what)/;
/** "le quart d'entre eux étant destiné…": something new of them. */
const ofThemWho =
  /^ (?:d'entre (?:eux|elles)|of them) (?:étant|ayant|sont|ont|étaient|avaient|are|were|have|had|being|having) /;
const ofThem = wordy(/\ben (?:constitu|représent|absorb|assur|form|compt|recueill)\w* (?:[a-zà-ÿ]+ )?$/);

/** "4,5 M€, soit 10,6 % des recettes": the whole is what the text calls so before. */
/** "222 sur 640, soit 35 %, et 99, c'est-à-dire 16 %": the whole of the share before. */
function carriedWhole(passage: Passage, token: Token): Reading[] {
  const part = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (part?.sentence !== token.sentence || !isAmount(part) || isRate(part)) return [];
  if (!isTied(passage, token, part) || !isNextTo(passage, part, token)) return [];
  const index = indexOf(passage.tokens, part);
  const last = passage.tokens.slice(Math.max(0, index - 4), index).findLast(isRate);
  if (last === undefined || token.sentence - last.sentence > 1) return [];
  const whole = coordinate.test(between(passage, last, part)) ? wholeOf(passage, last) : undefined;
  return whole && mayCarry(passage, token, part, whole) ? [reading(token, { part, whole }, 3)] : [];
}

function mayCarry(passage: Passage, token: Token, part: Token, whole: Token): boolean {
  const noun = nounAfter(passage, token);
  const isOfIt = noun === undefined || wholes.test(noun) || isNamed(passage, whole, noun);
  return isOfIt && whole.size >= part.size && isLike(whole, part);
}

const coordinate = wordy(/(?:^|[ ,])(?:et|and|puis|mais|but|while|tandis)\b|;/);

function isRate({ type, unitClass }: Token): boolean {
  return type === 'fraction' || unitClass === 'percent';
}

/** The whole that another share is plainly of. */
function wholeOf(passage: Passage, share: Token): Token | undefined {
  const amounts = amountsNear(passage, share);
  const plain = [...namedWhole(passage, share), ...pairReadings(passage, share, amounts)].find(
    ({ strength }) => strength === 3,
  );
  return plain?.inputs[1];
}

function isOfAll(passage: Passage, token: Token): boolean {
  return wholes.test(nounAfter(passage, token) ?? '') || ofThem.test(before(passage, token, 30));
}

/** Of which number it is said, these do not tell. */
const pronouns = /^(?:eux|elles|them)$/;

function nounSaid(passage: Passage, token: Token): string | undefined {
  if (ofThem.test(before(passage, token, 30))) return 'total';
  const noun = nounAfter(passage, token);
  return noun === undefined || pronouns.test(noun) ? undefined : noun;
}

function namedWhole(passage: Passage, token: Token): Reading[] {
  const noun = nounSaid(passage, token);
  if (noun === undefined) return [];
  const index = indexOf(passage.tokens, token);
  const earlier = passage.tokens
    .slice(Math.max(0, index - 16), index)
    .filter(
      (other) => isAmount(other) && other.unitClass !== 'percent' && levelsOf(passage).get(other) !== 'from',
    );
  const part = partAfter(passage, token) ?? partBefore(passage, token, earlier);
  if (part === undefined) return [];
  const likes = earlier.filter(
    (other) => other !== part && isLike(other, part) && other.stated.value.gte(part.stated.value),
  );
  const near = likes.filter((other) => other.sentence >= part.sentence - 1);
  const named = wholes.test(noun)
    ? wholeAmong(likes, near, part)
    : likes.filter((other) => isNamed(passage, other, noun)).at(-1);
  if (named === undefined) return [];
  const sum = near.reduce(
    (total, other) => (other === named ? total : total.plus(other.stated.value)),
    part.stated.value,
  );
  const isWhole =
    !wholes.test(noun) || sum.lte(named.stated.value.times('1.02')) || isToldWhole(passage, token, named);
  return [reading(token, { part, whole: named }, isWhole && isTied(passage, token, part) ? 3 : 2)];
}

/** "La dissuasion pèse 13 % de l'ensemble, à savoir 53,7 milliards": the part right after. */
function partAfter(passage: Passage, token: Token): Token | undefined {
  const next = passage.tokens[indexOf(passage.tokens, token) + 1];
  if (next?.sentence !== token.sentence || !isAmount(next) || next.unitClass === 'percent') return undefined;
  return saysAgain.test(between(passage, token, next)) ? next : undefined;
}

const saysAgain = wordy(
  /^ (?:de |du |des |d'|of )[^.;:()0-9]{2,40}(?:, (?:soit|à savoir|c'est-à-dire|ou|or|i\.e\.|that is|namely)|\(| :) ?(?:about |environ )?$/,
);

/** Whether another share of the passage is told to be of this whole: "Sur 160 membres, 83…". */
function isToldWhole(passage: Passage, token: Token, whole: Token): boolean {
  const near = neighbours(passage, token).filter((other) => isAmount(other) && other.start < token.start);
  return partsAmong(passage, near, token).some((pair) => pair.isTold && pair.whole === whole);
}

function largest(tokens: readonly Token[]): Token | undefined {
  return tokens.reduce<Token | undefined>(
    (best, token) => (best?.stated.value.gte(token.stated.value) ? best : token),
    undefined,
  );
}

/** The largest of those called as the part is; else of those near. */
function wholeAmong(likes: readonly Token[], near: readonly Token[], part: Token): Token | undefined {
  const called = likes.filter(({ unitClass, family }) => unitClass === 'count' && family === part.family);
  return largest(called) ?? largest(near) ?? largest(likes);
}

/** The number right before the share, or the one that its subject names: "La billetterie en constitue 56 %". */
function partBefore(passage: Passage, token: Token, earlier: readonly Token[]): Token | undefined {
  const last = earlier.at(-1);
  if (last?.sentence === token.sentence && isNextTo(passage, last, token)) return last;
  const subject = /^["«]?(?:mais |or |et |and |but )?(?:les? |la |l'|the |cette |ce )?([a-zà-ÿœ-]{4,})/.exec(
    clauseOf(passage, token),
  )?.[1];
  const named =
    subject === undefined ? undefined : earlier.filter((other) => isNamed(passage, other, subject)).at(-1);
  return named ?? (isResuming(sentenceOf(passage, token)) ? last : undefined);
}

function clauseOf(passage: Passage, token: Token): string {
  return /[^,;:.()]*$/.exec(before(passage, token, 100))?.[0].trimStart() ?? '';
}

function isTied(passage: Passage, token: Token, part: Token): boolean {
  const gap = between(passage, part, token);
  return part.sentence !== token.sentence
    ? makesUp.test(before(passage, token, 40))
    : part.start > token.start ||
        isLinked(gap) ||
        (makesUp.test(gap) && !gap.includes(';')) ||
        appositive.test(gap);
}

function pairReadings(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const levels = levelsOf(passage);
  const parts = partsAmong(passage, amounts, token)
    .filter(
      ({ part, whole, isTold }) =>
        mayShare(part, whole) &&
        (isTold || (levels.get(whole) !== 'from' && !(levels.has(part) && levels.has(whole)))),
    )
    .slice(0, 10);
  const readings = parts.map((part) => reading(token, part, strengthOf(passage, token, part, amounts)));
  return [...readings, ...turnedReadings(passage, token, parts)];
}

/** "123 ont plus de soixante ans": ages and lengths are no wholes of what is counted. */
function mayShare(part: Token, whole: Token): boolean {
  const isScaled = [part, whole].some((one) => one.unitClass === 'bare' && !one.stated.unit.scale.eq(1));
  const classes = [part.unitClass, whole.unitClass];
  return isScaled || !classes.includes('bare') || !classes.some((one) => one === 'time' || one === 'measure');
}
