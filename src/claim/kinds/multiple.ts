import { changesAmong, levelsOf, type Change } from '../changes.ts';
import { breaker, isResuming } from '../cues.ts';
import { quotient } from '../operation.ts';
import type { Passage } from '../passage.ts';
import {
  after,
  before,
  between,
  isAmount,
  isNextTo,
  layoutOf,
  likePairs,
  likesNear,
  neighbours,
  sentenceOf,
  type Reading,
  type Strength,
} from '../reading.ts';
import { stateNumber } from '../../quantity/stated.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { isAge } from './growth.ts';
import { areParallel, bySize, oriented, recalledPairs, type Pair } from './multiple-pairs.ts';
import { resultOf, toldPairs } from './multiple-told.ts';
import { wordy } from '../pattern.ts';

/** "a triplé", "divisé par deux", "cinq fois plus que", "le double de". */
export function multipleReadings(passage: Passage, token: Token): Reading[] {
  if (token.type !== 'multiple') return [];
  const amounts = neighbours(passage, token).filter(
    (other) => isAmount(other) && !isAge(passage, other) && !isSmallWord(other),
  );
  if (amounts.length < 2 || isUnreal(passage, token)) return [];
  const plain = compared(passage, token, amounts);
  if (plain.some(({ strength }) => strength === 3))
    return plain.flatMap((pair) => readingsOf(passage, token, pair));
  const recalled = recalledPairs(passage, token, amounts);
  if (recalled.length > 0) return recalled.flatMap((pair) => readingsOf(passage, token, pair));
  const placed = isComparison(passage, token) ? toldPairs(passage, token, amounts) : [];
  if (placed.length > 0) return placed.flatMap((pair) => readingsOf(passage, token, pair));
  const pairs = [...plain, ...changed(passage, token, amounts), ...anyPairs(passage, token, amounts)];
  const told = pairs.filter(({ strength }) => strength === 3).slice(0, 3);
  return (told.length > 0 ? told : pairs.slice(0, 8)).flatMap((pair) => readingsOf(passage, token, pair));
}

/** "sera multiplié par deux": what is to come says nothing of the numbers. */
const toCome = wordy(
  /\b(?:sera|seront|serait|seraient|devra|devrait|doit|doivent|être|will|would|should|must|to) (?:be )?(?:[a-zà-ÿœ]+ )?$/,
);

function isSmallWord({ inWords, stated, unitClass }: Token): boolean {
  return inWords && stated.value.lte(12) && (unitClass === 'bare' || unitClass === 'count');
}

/** "a vu ses effectifs tripler": an infinitive alone is an aim. */
const seen = wordy(/\b(?:vu|voit|voient|voyait|verra|fait|laissé)\b[^.;:()0-9]{0,60}$/);

/** Whether it tells of no change that was: one denied, or an aim. */
function isUnreal(passage: Passage, token: Token): boolean {
  const left = before(passage, token, 90);
  if (toCome.test(left)) return true;
  const own = passage.folded.slice(token.start, token.end);
  if (/[a-z]er$/.test(own) && !own.includes(' ')) return !seen.test(left);
  return /^(?:a |ont )?[a-zé]+$/.test(own) && denial.test(left + own);
}

const denial = wordy(
  /\b(?:n'(?:a|ont|avait|avaient)|ne (?:sont|est)|has|have|had|did) (?:pas|jamais|guère|not|never)(?: [a-zà-ÿœ]+)?$/,
);

function readingsOf(passage: Passage, token: Token, { large, small, strength }: Pair): Reading[] {
  const reading: Reading = {
    kind: 'multiple',
    token,
    inputs: [large, small],
    operation: quotient(),
    strength,
  };
  const text = passage.folded.slice(token.start, token.end + 8);
  if (!/\b(?:times|fold) ?(?:more|higher|larger|greater|bigger)/.test(text)) return [reading];
  // "three times more" is three times as much to some, four times to others.
  const { value, decimals, unit, qualifier } = token.stated;
  const stated = stateNumber({ number: value.plus(1), decimals, text: '' }, unit, {
    kind: 'multiple',
    qualifier,
  });
  return [reading, { ...reading, stated, strength: 1 }];
}

const objectLead = wordy(
  /^[^.;:]{0,30}\b(?:que|qu'|celui|celle|ceux|celles|à|au|aux|de|du|des|d'|le|la|les|ce|than|as|the|of|what|its)\b(?:[^.;:]{0,70}|[^.;:()]{0,140}\()$|\($/,
);

/** "A, cinq fois plus que B": the subject before, its measure after. */
function compared(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const object = amounts.find((other) => other.start >= token.end);
  if (object?.sentence !== token.sentence || !objectLead.test(between(passage, token, object))) return [];
  if (!isComparison(passage, token) || resultOf(passage, token, amounts) !== undefined) return [];
  const subject = amounts.filter((other) => other.end <= token.start && isLike(other, object)).at(-1);
  const later = comparedAfter(passage, token, object, amounts);
  if (later) return [later];
  if (subject === undefined) return [];
  return [oriented(token, subject, object, isSubject(passage, token, subject) ? 3 : 2)];
}

const takingUp =
  /^(?:c'est|soit|it is|that is|this is|which is|il est|elle est) (?:presque |donc |ainsi |thus |almost )?$/;

/** Whether the number is what is compared: of the same sentence, or the last of the one that "C'est" takes up. */
function isSubject(passage: Passage, token: Token, subject: Token): boolean {
  const gap = between(passage, subject, token);
  if (subject.sentence === token.sentence) return gap.length < 130;
  const isTakenUp = takingUp.test(before(passage, token, 40)) && isNextTo(passage, subject, token);
  return isTakenUp && gap.length < 60 && subject.sentence === token.sentence - 1;
}

/** "six fois plus de représentants (1 872) que de fonctionnaires – 360": both after. */
function comparedAfter(
  passage: Passage,
  token: Token,
  first: Token,
  amounts: readonly Token[],
): Pair | undefined {
  const second = amounts.find((other) => other.start > first.start && isLike(other, first));
  const own = amounts.filter((other) => other.sentence === token.sentence && isLike(other, first));
  if (second?.sentence !== token.sentence || own.length > 2 || own[0] !== first) return undefined;
  const isThan = than.test(between(passage, first, second)) && !than.test(between(passage, token, first));
  return isThan ? oriented(token, first, second, 3) : undefined;
}

const than = wordy(/(?:^|[ ,)])(?:qu'|(?:que|than|as)\b)/);

const comparing = wordy(
  /\b(?:fois|times|double|triple|quadruple|quintuple|sextuple|décuple|centuple|twice|thrice|moitié)\b/,
);

function isComparison(passage: Passage, token: Token): boolean {
  return comparing.test(passage.folded.slice(token.start, token.end + 12));
}

/** "a triplé, de A à B". */
function changed(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const levels = levelsOf(passage);
  const isCompared = isComparison(passage, token);
  return changesAmong(passage, amounts, token)
    .filter(({ from, to }) => !isCompared || (levels.has(from) && levels.has(to)))
    .slice(0, 8)
    .map((change): Pair => {
      const strength = strengthOfChange(passage, token, change, amounts);
      const kept = change.isTold || (strength === 3 && !isCompared) ? strength : 2;
      return change.rank === 0
        ? oriented(token, change.to, change.from, kept)
        : { ...bySize(change.to, change.from), strength: kept };
    });
}

function strengthOfChange(
  passage: Passage,
  token: Token,
  change: Change,
  amounts: readonly Token[],
): Strength {
  const { from, to, isTold } = change;
  const tie = tieOf(passage, token, from, to);
  const isAlone = likesNear(amounts, token, from, 1).length === 2;
  if (tie === 'tied' && (isTold || isAlone)) return 3;
  if (isTold && followsLevels(passage, token, from, to)) return 3;
  if (!isComparison(passage, token)) return strengthOfVerb(passage, token, change, amounts);
  return tie === 'apart' ? 1 : 2;
}

/** Of "a triplé", which compares the two by itself. */
function strengthOfVerb(passage: Passage, token: Token, change: Change, amounts: readonly Token[]): Strength {
  const { from, to, isTold, rank } = change;
  const isAlone = likesNear(amounts, token, from, 1).length === 2;
  const isShort = isShortAfter(passage, token, change, amounts);
  const isOwn = isSentenceOwn(token, change) && (rank < 3 || areOfOneThing(passage, change));
  if (isAlone && (isOwn || (isShort && isTold))) return 3;
  return tieOf(passage, token, from, to) === 'apart' && !isShort ? 1 : 2;
}

/** "passe de 325 à 805 minutes ; l'attente est trois fois plus longue": right after what the words call a change. */
function followsLevels(passage: Passage, token: Token, from: Token, to: Token): boolean {
  const levels = levelsOf(passage);
  const last = from.start > to.start ? from : to;
  if (!levels.has(from) || !levels.has(to) || last.start > token.start) return false;
  const gap = between(passage, last, token);
  const isNear = isNextTo(passage, last, token) && gap.length < 80 && token.sentence - last.sentence <= 1;
  return isNear && !than.test(after(passage, token, 30));
}

/** Whether both count the same thing by name, or the later one takes the name up: "où l'on en enregistre 268". */
function areOfOneThing(passage: Passage, { from, to }: Change): boolean {
  if (from.family !== '' && from.family === to.family) return true;
  const last = from.start > to.start ? from : to;
  return (
    last.unitClass === 'bare' &&
    /(?:^| |')en [^.;:,]{3,24} $/.test(passage.folded.slice(Math.max(0, last.from - 32), last.from))
  );
}

function isSentenceOwn(token: Token, { from, to }: Change): boolean {
  return from.sentence === token.sentence && to.sentence === token.sentence;
}

/** "La dépense a triplé.", right after the two amounts. */
function isShortAfter(
  passage: Passage,
  token: Token,
  { from, to }: Change,
  amounts: readonly Token[],
): boolean {
  const isBefore = from.sentence === token.sentence - 1 && to.sentence === from.sentence;
  const isBare = !amounts.some((other) => other.sentence === token.sentence);
  return isBefore && isBare && sentenceOf(passage, token).length < 70;
}

const weakBreaks = wordy(/\b(?:et|and|qui|puis|avec|with)\b/g);

function tieOf(passage: Passage, token: Token, a: Token, b: Token): 'tied' | 'loose' | 'apart' {
  const { first, last, isHere, side, gap } = layoutOf(passage, token, a, b);
  if (isHere) {
    if (side === 'around') return /[;.]/.test(gap) ? 'loose' : 'tied';
    return gap.length < 110 && !breaker.test(gap.replace(weakBreaks, '')) ? 'tied' : 'loose';
  }
  const taken = passage.sentences[Math.max(first.sentence, last.sentence, token.sentence)];
  return isResuming(passage.folded.slice(taken?.start ?? 0, taken?.end)) ? 'tied' : 'apart';
}

/** Two numbers alone beside a comparison: the larger over the smaller. */
function anyPairs(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const near = amounts.filter((other) => other.start < token.start || other.sentence === token.sentence);
  return likePairs(near)
    .slice(-6)
    .map(([a, b]): Pair => ({ ...bySize(a, b), strength: strengthOfAny(passage, token, { a, b, near }) }));
}

function strengthOfAny(
  passage: Passage,
  token: Token,
  { a, b, near }: { a: Token; b: Token; near: readonly Token[] },
): Strength {
  const likes = near.filter((other) => isLike(other, a));
  const lastTwo = likes.filter((other) => other.start < token.start).slice(-2);
  const isSole =
    likes.length === 2 || areSoleHere(token, a, b, likes) || areParallel(passage, token, [a, b], likes);
  if (!isSole && !(lastTwo.includes(a) && lastTwo.includes(b))) return 1;
  const gap = between(passage, b, token);
  const isTied = b.sentence === token.sentence && gap.length < 60 && !/[;.]/.test(gap);
  if (!isTied || a.sentence < token.sentence - 1 || !isPlainlyCompared(passage, token)) return 1;
  return isSole ? 3 : 2;
}

/** Whether the two alone stand with the statement in its sentence. */
function areSoleHere(token: Token, a: Token, b: Token, likes: readonly Token[]): boolean {
  const own = likes.filter((other) => other.sentence === token.sentence);
  return own.length === 2 && own.includes(a) && own.includes(b);
}

function isPlainlyCompared(passage: Passage, token: Token): boolean {
  return (
    isComparison(passage, token) &&
    /^(?: (?:plus|moins|more|less|fewer|as|supérieur|inférieur|higher|lower)| ?[,.;)])/.test(
      after(passage, token, 14),
    )
  );
}
