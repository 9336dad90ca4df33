import type { ClaimKind } from '../../core/claim.ts';
import { levelsOf } from '../changes.ts';
import { breaker, isLinked, isResuming, leadsOn } from '../cues.ts';
import { inverse, quotient, remainder } from '../operation.ts';
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
  type Strength,
} from '../reading.ts';
import { senseOf } from '../sense.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { listReadings } from './share-list.ts';
import { makesUp, nounAfter, strengthOf, wholes } from './share-ties.ts';

/** "X sur Y, soit Z %", "un tiers des Y : X", "un agent sur cinq (X sur Y)": a part over its whole. */
export function shareReadings(passage: Passage, token: Token): Reading[] {
  const isShare =
    token.type === 'fraction' ||
    token.type === 'one-in' ||
    (token.unitClass === 'percent' && !token.isSigned);
  if (ofOther.test(after(passage, token, 16))) return [];
  if (!isShare || token.per !== '' || levelsOf(passage).has(token)) return [];
  const amounts = neighbours(passage, token).filter(
    (other) => isAmount(other) && other.unitClass !== 'percent',
  );
  if (amounts.length < 2) return [];
  if (senseOf(passage, token, { left: 60, right: 40 }) !== undefined) return [];
  const named = namedWhole(passage, token);
  const found = [
    ...named,
    ...wholeAfter(passage, token, amounts),
    ...pairReadings(passage, token, amounts),
    ...listReadings(token, amounts),
  ];
  if (named.some(({ strength }) => strength === 3)) return named;
  return found.some(({ strength }) => strength === 3) ? found.filter(({ strength }) => strength > 1) : found;
}

function reading(token: Token, { part, whole }: { part: Token; whole: Token }, strength: Strength): Reading {
  const operation = token.type === 'one-in' ? inverse : quotient();
  return { kind: kindOf(token), token, inputs: [part, whole], operation, strength };
}

function kindOf(token: Token): ClaimKind {
  if (token.type === 'fraction') return 'fraction';
  return token.type === 'one-in' ? 'ratio' : 'share';
}

const ofWhole = /^ (?:de |du |des |d'|of |sur )[^.,;:()0-9]{0,44}\(?$/;

/** "540 cadres, soit 12 % des 4 500 agents", "la moitié des 318 conseils : 157". */
function wholeAfter(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const whole = amounts.find((other) => other.start > token.end);
  if (whole?.sentence !== token.sentence || !ofWhole.test(between(passage, token, whole))) return [];
  const parts = amounts.filter((other) => other !== whole && isLike(other, whole));
  return parts
    .filter((part) => part.stated.value.lte(whole.stated.value))
    .map((part) => reading(token, { part, whole }, strengthOfPart(passage, token, part, whole)));
}

function strengthOfPart(passage: Passage, token: Token, part: Token, whole: Token): Strength {
  const near = part.start < token.start ? token : whole;
  if (!isNextTo(passage, part, near)) return 1;
  const gap = between(passage, part, near);
  if (part.start > whole.start) return part.sentence === whole.sentence ? (leadsOn(gap) ? 3 : 2) : 1;
  if (part.sentence !== token.sentence) return isResuming(sentenceOf(passage, token)) ? 3 : 1;
  return isLinked(gap) || makesUp.test(gap) || (gap.length < 45 && !breaker.test(gap)) ? 3 : 1;
}

const ofOther = /^ (?:de ce (?:qu|dont|à)|of what)/;
const ofThem = wordy(/\ben (?:constitu|représent|absorb|assur|form|compt|recueill)\w* (?:[a-zà-ÿ]+ )?$/);

/** "4,5 M€, soit 10,6 % des recettes": the whole is what the text calls so before. */
function namedWhole(passage: Passage, token: Token): Reading[] {
  const isOfThem = ofThem.test(before(passage, token, 30));
  const noun = isOfThem ? 'total' : nounAfter(passage, token);
  if (noun === undefined) return [];
  const index = indexOf(passage.tokens, token);
  const earlier = passage.tokens
    .slice(Math.max(0, index - 16), index)
    .filter((other) => isAmount(other) && other.unitClass !== 'percent');
  const part = partBefore(passage, token, earlier);
  if (part === undefined) return [];
  const likes = earlier.filter(
    (other) => other !== part && isLike(other, part) && other.stated.value.gte(part.stated.value),
  );
  const near = likes.filter((other) => other.sentence >= part.sentence - 1);
  const named = wholes.test(noun)
    ? largest(near)
    : likes.filter((other) => isNamed(passage, other, noun)).at(-1);
  if (named === undefined) return [];
  const sum = near.reduce(
    (total, other) => (other === named ? total : total.plus(other.stated.value)),
    part.stated.value,
  );
  const isWhole = !wholes.test(noun) || sum.lte(named.stated.value.times('1.02'));
  return [reading(token, { part, whole: named }, isWhole && isTied(passage, token, part) ? 3 : 2)];
}

function largest(tokens: readonly Token[]): Token | undefined {
  return tokens.reduce<Token | undefined>(
    (best, token) => (best?.stated.value.gte(token.stated.value) ? best : token),
    undefined,
  );
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
    : isLinked(gap) || makesUp.test(gap);
}

function pairReadings(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const parts = partsAmong(passage, amounts, token).slice(0, 10);
  const readings = parts.map((part) => reading(token, part, strengthOf(passage, token, part, amounts)));
  if (token.type === 'one-in' || !saysRest(passage, token)) return readings;
  const others = parts.filter(({ isTold }) => isTold);
  return [
    ...readings,
    ...others.map((part): Reading => ({ ...reading(token, part, 1), operation: remainder })),
  ];
}

const restWords = wordy(
  /\b(?:n'|ne |pas|reste|autre|absent|sans|hors|not|other|remain|without|rest|manqu|vacant|aucun|non|never)/,
);

function saysRest(passage: Passage, token: Token): boolean {
  return restWords.test(before(passage, token, 80) + after(passage, token, 50));
}
