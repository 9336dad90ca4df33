import { isLinked, isResuming } from '../cues.ts';
import { yearOf } from '../changes.ts';
import { sum } from '../operation.ts';
import type { Passage } from '../passage.ts';
import {
  after,
  before,
  between,
  isAmount,
  neighbours,
  sentenceOf,
  type Reading,
  type Strength,
} from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { wordy } from '../pattern.ts';

const totalLead = wordy(
  /(?<!\b(?:dans|sur|de|à) (?:ce|cet|le|l') ?|\b(?:du|of the|of that|of this|in this|in that) )\b(?:total|totaux|totale|somme|ensemble|cumul\w*|en tout|au total|totalis\w*|tous ensemble|additionn\w*|altogether|combined|in all|totall?ing|totall?ed|sum|overall|together|à (?:eux|elles) (?:deux|trois|quatre|tous|toutes|seuls)|les (?:deux|trois|quatre)|le tout|tout cela|l'addition|the (?:two|three|four)|all (?:three|four|five)|cumulé\w*|atteignent (?:donc|ainsi)|s'élèvent (?:donc|ainsi)|(?:donc|ainsi) (?:de|à|portée?s? à)|porte(?:nt)? (?:donc |ainsi )?(?:le|la) (?:total|nombre|montant|somme|facture|note|coût|bilan|effectif|budget|compte|chiffre|capacité|dépense|enveloppe)s?|bring(?:s|ing)? (?:the|it)|in total)\b(?:[^.;:(),]{0,56}|,[^.;:(),]{0,40}|[^.;:(),]{0,40}: ?)$|[=] ?$/,
);
const totalTail = wordy(
  /^[^.;:()0-9]{0,30}\b(?:au total|en tout|au cumul|en cumulé|all told|in total|altogether|in all|combined|overall|between (?:them|the two|the three)|together|à (?:eux|elles) (?:deux|trois|quatre|tous|toutes)|ensemble|toutes catégories|tout compris|de total)\b/,
);
const split = wordy(
  /\b(?:réparti\w*|répartissent|ventil\w*|décompos\w*|partag\w*|composé\w*|comprenant|comprend|additionn\w*|regroup\w*|provenant|provien\w*|split|divided|broken down|made up|comprising|comprises?|consist\w*|shared)\b|: ?$|\($/,
);
const splitWord = wordy(
  /\b(?:réparti|ventil|décompos|partag|composé|compren|split|divided|broken|comprising|consist|shared)/,
);
const listGap = wordy(
  /^[^.!?:=]{0,70}(?:,|;|\bet\b|\band\b|\bplus\b|\+|\bpuis\b|\bainsi que\b|\bmais aussi\b|\bthen\b|\bas well as\b|\)|\bou\b)[^.!?]{0,70}$/,
);
const notList = wordy(
  /\b(?:contre|against) (?:les? |la |l'|seulement |the |only )?$|\b(?:sur|dont|soit|out of|of which|including|from|par rapport|au lieu|chacune?|chaque|each)\b|(?:^| )(?:à|to) $/,
);

const ratioTail = / (?:pour|sur|par|for|in|per) $/;
const sumLink = wordy(
  /\b(?:soit|donc|making|makes|font|fait|faisant|total\w*|i\.e\.|that is|or|in all|en tout|ce qui|which|gives?|bringing|somme)\b|[=] ?$|: ?$/,
);

/** "X, Y et Z, soit T au total", "Total : T", "T : X, Y et Z". */
export function sumReadings(passage: Passage, token: Token): Reading[] {
  if (token.type !== 'quantity' || token.unitClass === 'point' || token.isSigned) return [];
  if (token.inWords && token.unitClass === 'bare' && token.stated.value.lt(10)) return [];
  const [left, right] = [before(passage, token, 80), after(passage, token, 50)];
  const isTotal = totalLead.test(left) || totalTail.test(` ${token.family}${right}`);
  const amounts = neighbours(passage, token).filter(
    (other) => isAmount(other) && isLike(other, token) && isPlain(other, token),
  );
  const earlier = amounts.filter((other) => other.start < token.start);
  const later = amounts.filter((other) => other.start > token.start);
  return [...sumsBefore(passage, token, earlier, isTotal), ...sumsAfter(passage, token, later, isTotal)];
}

/** Small numbers in words count the items of a list more often than they are part of a sum. */
function isPlain(other: Token, token: Token): boolean {
  return (
    !(other.inWords && other.stated.value.lt(10) && !token.inWords) &&
    (other.unitClass !== 'percent' || token.unitClass === 'percent') &&
    other.per === token.per
  );
}

function sumsBefore(passage: Passage, token: Token, earlier: readonly Token[], isTotal: boolean): Reading[] {
  const last = earlier.at(-1);
  if (last === undefined || earlier.length < 2 || token.unitClass === 'percent') return [];
  const gap = between(passage, last, token);
  const isLinkedHere =
    last.sentence === token.sentence && isLinked(gap) && sumLink.test(gap) && !ratioTail.test(gap);
  if (!isTotal && !isLinkedHere) return [];
  const run = runBack(passage, earlier);
  const lists = suffixes(earlier, run.length);
  const isAcross = last.sentence !== token.sentence && isResuming(sentenceOf(passage, token));
  const readings = lists.map((parts): Reading => {
    const isRun = parts.length === run.length;
    const exceeds = parts.every((part) => part.stated.value.lt(token.stated.value));
    const isCued = isTotal
      ? isLinkedHere || isAcross || last.sentence === token.sentence
      : isLinkedHere && exceeds && !notList.test(gap.replace(/\bsoit\b|\bsur\b/g, ''));
    return reading(
      token,
      parts,
      isRun && run.length >= 2 && isCued ? strengthOfRun(run, isTotal, exceeds) : 1,
    );
  });
  return plainFirst(readings);
}

/** Where the whole list is plainly meant, a part of it that fits is a list from which something is missing. */
function plainFirst(readings: readonly Reading[]): Reading[] {
  const plain = readings.filter(({ strength }) => strength === 3);
  return plain.length > 0 ? plain : [...readings];
}

function strengthOfRun(run: readonly Token[], isTotal: boolean, exceeds: boolean): Strength {
  if (!exceeds && !isTotal) return 1;
  if (isTotal) return exceeds ? 3 : 2;
  return run.length >= 2 && exceeds ? 3 : 2;
}

function reading(token: Token, parts: readonly Token[], strength: Strength): Reading {
  return { kind: 'sum', token, inputs: parts, operation: sum, strength };
}

/** The longest list that ends with the last of `tokens`; a semicolon ends it, unless it parts its items throughout. */
function runBack(passage: Passage, tokens: readonly Token[]): Token[] {
  const run = tokens.slice(-1);
  let separator = '';
  for (let index = tokens.length - 2; index >= 0; index--) {
    const [part, next] = [tokens[index], run[0]];
    if (part === undefined || next?.sentence !== part.sentence) break;
    const gap = between(passage, part, next);
    const isOther = gap.includes(';') && !separator.includes(';') && run.length > 1;
    if (!listGap.test(gap) || notList.test(gap) || isOther) break;
    run.unshift(part);
    separator = gap;
  }
  return run;
}

/** Every end of the list of two items or more, and the whole run first. */
function suffixes(tokens: readonly Token[], run: number): Token[][] {
  const counts = [run, ...Array.from({ length: tokens.length - 1 }, (_, index) => index + 2)];
  return [...new Set(counts)].filter((count) => count >= 2).map((count) => tokens.slice(-count));
}

function sumsAfter(passage: Passage, token: Token, later: readonly Token[], isTotal: boolean): Reading[] {
  const first = later[0];
  if (first === undefined || later.length < 2) return [];
  const gap = between(passage, token, first);
  const run = runForward(passage, later, gap.includes('('));
  const isSplit = isSplitUp(passage, token, later) || isApposedList(passage, token, run);
  const isIncluding = first.sentence === token.sentence && including.test(gap);
  if (!isSplit && !isTotal && !isIncluding) return [];
  const isPlain = isSplit && isWholeList(passage, run, later) && isClose(token, run);
  const strength = isIncluding ? 1 : strengthAfter(isPlain, token.unitClass === 'percent' && !isTotal);
  const lists = prefixes(later, run.length).filter((parts) => !countsItems(token, parts));
  return plainFirst(lists.map((parts) => reading(token, parts, parts.length === run.length ? strength : 1)));
}

const placeAfter = wordy(/^(?: [a-zà-ÿœ'-]+){0,2} (à|au|aux|en|dans|pour|chez|in|at|for|on|sur)\b/);

/** "1 500 places ont vu le jour, 640 à Lyon, 412 à Grenoble et 298 à Valence": the like of it in several places. */
function isApposedList(passage: Passage, token: Token, run: readonly Token[]): boolean {
  const [first] = run;
  if (first?.sentence !== token.sentence || run.length < 3) return false;
  const gap = between(passage, token, first);
  if (!/^[^.;:()0-9]{0,60}, $/.test(gap) || including.test(gap)) return false;
  const places = run.map((part) => placeAfter.exec(after(passage, part, 40))?.[1]?.slice(0, 1));
  const isOneKind = run.every(({ unitClass }) => unitClass === 'bare' || unitClass === token.unitClass);
  return isOneKind && places.every((place) => place !== undefined && place === places[0]);
}

/** Rates are seldom added up. */
function strengthAfter(isPlain: boolean, isRate: boolean): Strength {
  if (!isPlain) return 2;
  return isRate ? 1 : 3;
}

const including = wordy(/\b(?:dont|including)\b/);

function isSplitUp(passage: Passage, token: Token, later: readonly Token[]): boolean {
  const first = later[0];
  if (first?.sentence === token.sentence) return isSplitGap(between(passage, token, first));
  return opensWithTotal.test(sentenceOf(passage, token)) && haveOneYear(passage, later);
}

/** Whether the list is of two numbers at least, and takes in all that its sentence, or its part before a semicolon, has. */
function isWholeList(passage: Passage, run: readonly Token[], later: readonly Token[]): boolean {
  const last = run.at(-1);
  const next = later[run.length];
  if (last === undefined || run.length < 2) return false;
  return next?.sentence !== last.sentence || between(passage, last, next).includes(';');
}

/** "3 écoles : 112 élèves, 96 et 141": a small number counts what the larger ones are about. */
function countsItems(token: Token, parts: readonly Token[]): boolean {
  return token.size < 100 && parts.some(({ size }) => size > 5 * token.size);
}

/** Parts that fall far short of a total may be some of them only. */
function isClose(token: Token, parts: readonly Token[]): boolean {
  const total = parts.reduce((whole, { size }) => whole + size, 0);
  return total > token.size * 0.8 && total < token.size * 1.5;
}

const opensWithTotal = wordy(/^["«]?(?:le |la |montant |the |grand |sous-)?(?:total|somme|ensemble)\b/);

/** The amounts of two years are not added up. */
function haveOneYear(passage: Passage, tokens: readonly Token[]): boolean {
  return new Set(tokens.map((token) => yearOf(passage, token))).size <= 1;
}

/** "T répartis entre, "T : X, Y", "T (X, Y)". */
function isSplitGap(gap: string): boolean {
  if (/[.;]/.test(gap)) return false;
  return (
    split.test(gap) &&
    gap.length < (gap.endsWith('(') && !splitWord.test(gap) ? 36 : 120) &&
    !(gap.endsWith('(') && /[,)]/.test(gap) && !splitWord.test(gap)) &&
    (!/,[^:]*:/.test(gap) || splitWord.test(gap))
  );
}

function runForward(passage: Passage, tokens: readonly Token[], isInside: boolean): Token[] {
  const run = tokens.slice(0, 1);
  let separator = '';
  for (const part of tokens.slice(1)) {
    const last = run.at(-1);
    if (last?.sentence !== part.sentence) break;
    const gap = between(passage, last, part);
    const isOther = gap.includes(';') && !separator.includes(';') && run.length > 1;
    if (!listGap.test(gap) || notList.test(gap) || (isInside && closes(gap)) || isOther) break;
    separator = gap;
    run.push(part);
  }
  return run;
}

/** Whether a bracket opened before is closed in a gap: what follows is no more of the list. */
function closes(gap: string): boolean {
  const close = gap.indexOf(')');
  return close >= 0 && !gap.slice(0, close).includes('(') && !/\([^)]*$/.test(gap);
}

function prefixes(tokens: readonly Token[], run: number): Token[][] {
  const counts = [run, ...Array.from({ length: tokens.length - 1 }, (_, index) => index + 2)];
  return [...new Set(counts)].filter((count) => count >= 2).map((count) => tokens.slice(0, count));
}
