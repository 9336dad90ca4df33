import type { Language } from '../core/localized.ts';
import type { Unit } from '../core/quantity.ts';
import { decimal, one } from '../quantity/decimal.ts';
import { scanOther } from '../quantity/not-a-quantity.ts';
import { scanWritten } from '../quantity/parse.ts';
import { stateNumber } from '../quantity/stated.ts';
import { bareUnit, timesUnit } from '../quantity/unit.ts';
import { singularNoun } from '../quantity/noun.ts';
import { dozens, multiplyingStems, numberWords, partNames } from './lexicon.ts';
import { articles, heads, hourHeads, ratioHeads, ratioWords } from './heads.ts';
import { countsThings, isName } from './mask.ts';
import { boundAfter, boundBefore } from './qualify.ts';
import { scanDuration, scanPartOfHour, type Duration } from './durations.ts';
import {
  withCompound,
  withHalf,
  withHyphen,
  withoutAdjective,
  withoutTimeName,
  withWhole,
  type Scanned,
  type Source,
} from './written-unit.ts';
import { scanNumbered, scanRatio, type RatioWords, type WordAt } from './ratio-words.ts';
import type { LooseToken } from './token.ts';
import { factsOf, perAfter } from './units.ts';

export const fractionUnit: Unit = { symbol: 'fraction', dimension: '1', scale: one };
export const oneInUnit: Unit = { symbol: 'one-in-N', dimension: '1', scale: one };

/** Every number of a text that may take part in a calculation, in order; names and dates left out. */
export function scanTokens(source: Source): LooseToken[] {
  const { folded } = source;
  const tokens: LooseToken[] = [];
  let position = 0;
  for (const { 0: run, index: start } of folded.matchAll(heads)) {
    if (start < position) continue;
    const found = scanRun(source, run, start, position);
    if (found === undefined) continue;
    position = typeof found === 'number' ? found : found.end;
    if (typeof found !== 'number') tokens.push(found);
  }
  return tokens;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function scanRun(
  source: Source,
  run: string,
  start: number,
  position: number,
): LooseToken | number | undefined {
  const { folded } = source;
  if (isDigit(folded.charCodeAt(start))) {
    const from = Math.max(position, withSign(folded, start));
    return scanDigits(source, from, folded.slice(from, start + 1));
  }
  const end = start + run.length;
  if (run.length > 16 || isDigit(folded.charCodeAt(end))) return undefined;
  return scanWord(source, { word: run, start, end });
}

/** Where the number whose digits begin at `start` begins, with its sign and the currency before it. */
function withSign(folded: string, start: number): number {
  const lead = signs.exec(folded.slice(Math.max(0, start - 5), start))?.[1] ?? '';
  return start - lead.length;
}

const signs = /(?:^|[^0-9a-z\u00c0-\u024f])((?<=^|[ (])(?:\+ ?|-)(?:[€£$] ?)?|[€£$] ?)$/;

/** How often something happens: "en 2 fois", "three times". */
const occurrences = /^ (?:fois|times|reprises)(?![a-zà-ÿœ])/;

const digitsPattern = /[+\-−–]?\s?[€£$]?\s?\d+(?:[\s.,'’]\d{3})*(?:[.,]\d+)?/uy;

/** The quantity in digits at `start`, or where the name that it is ends. */
function scanDigits(source: Source, start: number, head: string): LooseToken | number | undefined {
  const { text, folded, lang } = source;
  const ratio = /^[+€£$-]/.test(head) ? undefined : scanNumbered(folded, { start }, lang);
  if (ratio) return ratioToken(source, ratio);
  const duration = scanDuration(folded, start);
  if (duration) return durationToken(source, start, duration);
  digitsPattern.lastIndex = start;
  const digitsEnd = start + (digitsPattern.exec(text)?.[0].trimEnd().length ?? head.length);
  const scanned = scanWritten(text, start, { lang, noun: 'word' });
  const first = start + head.length - 1;
  const named = endOfName(source, first, digitsEnd, scanned);
  if (scanned === undefined || named !== undefined) return named ?? digitsEnd;
  if (occurrences.test(folded.slice(digitsEnd, digitsEnd + 10))) return digitsEnd;
  return quantityToken(source, scanned, /^[+-]/.test(head));
}

/** Where a date, a reference or another name ends, when the digits at `first` are one. */
function endOfName(
  { text, folded }: Source,
  first: number,
  digitsEnd: number,
  scanned: Scanned | undefined,
): number | undefined {
  const { unit } = scanned?.quantity ?? { unit: bareUnit };
  const { unitClass } = factsOf(unit);
  const noun = unitClass === 'count' ? folded.slice(digitsEnd, scanned?.end).trim() : '';
  const hasUnit = unitClass === 'money' || unitClass === 'percent' || !unit.scale.eq(1);
  const other = hasUnit || countsThings(folded, first, noun) ? undefined : scanOther(text, first);
  if (other !== undefined) return other;
  const written = { folded, text, start: first, digitsEnd, hasUnit: hasUnit || unitClass === 'point', noun };
  return isName(written) ? digitsEnd : undefined;
}

function quantityToken(source: Source, given: Scanned, isSigned: boolean): LooseToken {
  const { folded, text } = source;
  const plain = withoutTimeName(withWhole(withoutAdjective(given, source), folded), folded);
  const { start, end, quantity, inWords } = withHalf(source, withHyphen(withCompound(plain, folded), folded));
  const before = isSigned ? undefined : boundBefore(folded, start);
  const after = before ? undefined : boundAfter(folded, end);
  const { unit, decimals } = quantity;
  const written = { number: quantity.value.div(unit.scale), decimals, text: text.slice(start, end) };
  const facts = factsOf(unit);
  return {
    type: 'quantity',
    start,
    end: after?.at ?? end,
    from: before?.at ?? start,
    stated: stateNumber(written, unit, { kind: 'number', qualifier: before?.qualifier ?? after?.qualifier }),
    ...facts,
    per: facts.per || perAfter(folded, end),
    inWords,
    isSigned,
    isDown: isSigned && quantity.value.isNegative(),
  };
}

/** "2 h 45", "trois quarts d'heure". */
function durationToken(source: Source, start: number, { value, unit, end }: Duration): LooseToken {
  const text = source.text.slice(start, end);
  const quantity = { value, low: value, high: value, unit, exact: true, decimals: 2, text };
  return quantityToken(source, { quantity, start, end, inWords: false }, false);
}

function scanWord(source: Source, at: WordAt): LooseToken | undefined {
  const { folded, lang } = source;
  const { word } = at;
  const part = hourHeads.has(word) ? scanPartOfHour(folded, at.start) : undefined;
  if (part) return durationToken(source, at.start, part);
  const collective = dozens.get(word);
  if (collective !== undefined) return dozenToken(source, at, collective);
  if (articles.has(word)) return scanArticle(source, at);
  const isNumber = numberWords[lang].has(word) && !isPronoun(folded, at);
  if (!isNumber && !isRatioTrigger(word, lang)) return undefined;
  const ratio = scanRatio(folded, at, lang);
  if (ratio) return ratioToken(source, ratio);
  return isNumber && !occurrences.test(folded.slice(at.end, at.end + 10))
    ? wordedNumber(source, at)
    : undefined;
}

/** "une heure et demie", "one square mile". */
const countedArticle =
  /^ (?:(?:and a half|square mile|point|hour and|heure (?=(?:et )?[a-z]+te|\d))\b|[a-zà-ÿœ]+ et demie?(?![a-z]))/;

/** "un sur cinq", "one and a half points", "un point". */
function scanArticle(source: Source, at: WordAt): LooseToken | undefined {
  const { folded, lang } = source;
  const ratio = scanNumbered(folded, at, lang);
  if (ratio) return ratioToken(source, ratio);
  const isNumber = countedArticle.test(folded.slice(at.end, at.end + 24));
  return isNumber ? wordedNumber(source, at) : undefined;
}

/** "entre les deux," is said of two things named before. */
function isPronoun(folded: string, { start, end }: WordAt): boolean {
  return (
    /(?:^|[^a-zà-ÿœ])(?:les|ces|aux|des|the|these|those) $/.test(
      folded.slice(Math.max(0, start - 7), start),
    ) && /^ ?(?:[.,;:)?!]|$)/.test(folded.slice(end, end + 2))
  );
}

function wordedNumber(source: Source, { start }: WordAt): LooseToken | undefined {
  const scanned = scanWritten(source.text, start, { lang: source.lang, noun: 'word' });
  return scanned && quantityToken(source, scanned, false);
}

function isRatioTrigger(word: string, lang: Language): boolean {
  if (partNames[lang].has(word) || ratioWords.has(word) || word.endsWith('fold')) return true;
  if (!ratioHeads.has(word.slice(0, 4))) return false;
  return (
    /^(?:multipli|divis|réduit|halv)/.test(word) || multiplyingStems.some(([stem]) => word.startsWith(stem))
  );
}

function ratioToken({ folded, text }: Source, ratio: RatioWords): LooseToken {
  const bound = boundBefore(folded, ratio.start);
  const isBound = bound !== undefined || ratio.qualifier !== undefined;
  const after = isBound ? undefined : boundAfter(folded, ratio.end);
  const unit = { fraction: fractionUnit, multiple: timesUnit, 'one-in': oneInUnit }[ratio.type];
  const written = { number: ratio.value, decimals: ratio.decimals, text: text.slice(ratio.start, ratio.end) };
  const said = ratio.qualifier ?? (bound ?? after)?.qualifier;
  const qualifier = ratio.type === 'one-in' ? turned(said) : said;
  return {
    type: ratio.type,
    start: ratio.start,
    end: after?.at ?? ratio.end,
    from: bound?.at ?? ratio.start,
    stated: stateNumber(written, unit, {
      kind: ratio.type === 'multiple' ? 'multiple' : 'fraction',
      qualifier,
    }),
    unitClass: 'ratio',
    family: ratio.type,
    per: '',
    inWords: true,
    isSigned: false,
    isDown: ratio.isDown,
  };
}

/** More than one in five is fewer than five for one. */
function turned(qualifier: RatioWords['qualifier'] | 'about' | 'less-than' | 'at-least'): typeof qualifier {
  switch (qualifier) {
    case 'more-than':
      return 'less-than';
    case 'less-than':
      return 'more-than';
    case 'at-least':
      return 'at-most';
    case 'at-most':
      return 'at-least';
    default:
      return qualifier;
  }
}

/** "une centaine d'agents": about a hundred. */
function dozenToken(
  { folded, text, lang }: Source,
  { start, end }: WordAt,
  value: number,
): LooseToken | undefined {
  const article = /\b(?:une|un|a) $/.exec(folded.slice(Math.max(0, start - 5), start))?.[0];
  if (article === undefined) return undefined;
  const from = start - article.length;
  const noun = /^ (?:d'|de |of )?([a-zà-ÿ]{3,20})/.exec(folded.slice(end, end + 26));
  const name = noun?.[1] ?? '';
  const unit = name === '' ? bareUnit : { ...bareUnit, symbol: name, dimension: singularNoun(name, lang) };
  const stop = end + (noun?.[0].length ?? 0);
  const written = { number: decimal(value), decimals: 0, text: text.slice(from, stop) };
  const bound = boundBefore(folded, from);
  const stated = stateNumber(written, unit, { kind: 'number', qualifier: bound?.qualifier ?? 'about' });
  return {
    type: 'quantity',
    start: from,
    end: stop,
    from: bound?.at ?? from,
    stated,
    ...factsOf(unit),
    inWords: true,
    isSigned: false,
    isDown: false,
  };
}
