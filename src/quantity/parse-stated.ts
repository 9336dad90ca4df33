import type { Language } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import { matchAt, phraseKey, phrasePattern } from '../util/phrase.ts';
import { foldSpaces } from '../util/spaces.ts';
import { findDate, parseDate, scanDate } from './date.ts';
import { decimal } from './decimal.ts';
import { scanRatioWords } from './fraction.ts';
import { intervalOf } from './interval.ts';
import { scanOther } from './not-a-quantity.ts';
import { nounWordAt } from './noun-scan.ts';
import { singularNoun } from './noun.ts';
import { scanWritten, type ScannedQuantity } from './parse.ts';
import { scanQualifier, scanQualifierAfter, type Qualifier } from './qualifier.ts';
import { stateNumber, stateRange, type Stated } from './stated.ts';
import { bareUnit, timesUnit } from './unit.ts';
import { scanWhole } from './whole.ts';
import { pattern } from '../util/pattern.ts';

const longestText = 400;

interface Found {
  readonly stated: Stated;
  readonly end: number;
}

/**
 * What the words of a link say: "environ 12 %", "entre 160 et 190 Md€", "les deux tiers", "trois fois plus", "une
 * centaine d’agents". Undefined when they hold no number, or several.
 */
export function parseStated(text: string, lang: Language): Stated | undefined {
  if (text.length > longestText) return undefined;
  const folded = foldSpaces(text.normalize('NFC'));
  const date = parseDate(folded);
  if (date) return { ...stateDate(date), text };
  const found = findStated(folded, lang);
  return found && !hasNumber(folded, found.end) ? { ...found.stated, text } : undefined;
}

/** What the words of a link say of a date: "le 30 avril", "avril 2021", "2021". */
export function parseDay(text: string, date: Quantity): Stated | undefined {
  const found = text.length > longestText ? undefined : findDate(foldSpaces(text.normalize('NFC')), date);
  return found && { ...stateDate(found), text };
}

/** The first ratio in words or number in digits, else the first number in words, else all, nearly all or none. */
function findStated(text: string, lang: Language): Found | undefined {
  const starts = wordStarts(text);
  const clear = (start: number) =>
    scanWordedRatio(text, start, lang) ?? scanStatement(text, start, lang, false);
  return (
    first(starts, clear) ??
    first(starts, (start) => scanStatement(text, start, lang, true)) ??
    first(starts, (start) => scanWhole(text, start, lang))
  );
}

function first(starts: readonly number[], scan: (start: number) => Found | undefined): Found | undefined {
  for (const start of starts) {
    const found = scan(start);
    if (found) return found;
  }
  return undefined;
}

const wordStart = pattern(String.raw`(?<![\p{L}\p{M}\p{N}.,])[\p{L}\p{N}€£$~≈≃<>≤≥×+−-]`, 'gu');

function wordStarts(text: string): number[] {
  return [...text.matchAll(wordStart)].map((match) => match.index);
}

function skipSpace(text: string, position: number): number {
  return text[position] === ' ' ? position + 1 : position;
}

/** Qualifier, number, unit: "plus de 4 500 agents"; or a range. */
function scanStatement(text: string, start: number, lang: Language, words: boolean): Found | undefined {
  const range = scanRange(text, start, lang);
  if (range) return range;
  const before = scanQualifier(text, start);
  const position = before ? skipSpace(text, before.end) : start;
  const dozen = words ? scanDozen(text, position, lang) : undefined;
  if (dozen) return finish(text, dozen, before?.qualifier ?? 'about');
  if (isDated(text, position)) return dateAt(text, position);
  const scanned = scanWritten(text, position, { lang, noun: 'word' });
  return scanned?.inWords === words ? finish(text, scanned, before?.qualifier) : undefined;
}

function finish(text: string, scanned: ScannedQuantity, before: Qualifier | undefined): Found {
  const after = before ? undefined : scanQualifierAfter(text, skipSpace(text, scanned.end));
  const { value, unit, decimals } = scanned.quantity;
  const written = { number: value.div(unit.scale), decimals, text };
  const stated = stateNumber(written, unit, { kind: 'number', qualifier: before ?? after?.qualifier });
  return { stated, end: after?.end ?? scanned.end };
}

function scanWordedRatio(text: string, start: number, lang: Language): Found | undefined {
  const before = scanQualifier(text, start) ?? scanPlusQue(text, start);
  const position = before ? skipSpace(text, before.end) : start;
  const ratio = scanRatioWords(text, position, lang);
  if (!ratio) return undefined;
  const written = { number: ratio.value, decimals: ratio.decimals, text };
  const isMore = /(?:plus que|more than) /iu.test(text.slice(position, ratio.end));
  const qualifier = before?.qualifier ?? (isMore ? 'more-than' : undefined);
  return { stated: stateNumber(written, timesUnit, { kind: ratio.kind, qualifier }), end: ratio.end };
}

const plusQue = phrasePattern([
  'plus que ',
  'a plus que ',
  'ont plus que ',
  'has more than ',
  'have more than ',
]);

function scanPlusQue(text: string, start: number): { qualifier: Qualifier; end: number } | undefined {
  const match = matchAt(plusQue, text, start);
  return match && { qualifier: 'more-than', end: start + match[0].length };
}

const between = phrasePattern(['entre ', 'between ', 'de ', 'from ', "d'"]);
const and = phrasePattern([' et ', ' à ', ' and ', ' to ', '-', '–', ' - ', ' – ']);

/** "entre 160 et 190 Md€", "de 18 à 22 repas", "160-190 Md€". */
function scanRange(text: string, start: number, lang: Language): Found | undefined {
  const opening = matchAt(between, text, start)?.[0].length ?? 0;
  const low = scanWritten(text, start + opening, { lang, noun: 'word' });
  if (!low) return undefined;
  const link = matchAt(and, text, low.end)?.[0];
  if (link === undefined || (opening === 0 && !/[à–-]|to/u.test(link))) return undefined;
  const high = scanWritten(text, low.end + link.length, { lang, noun: 'word' });
  if (high?.inWords !== low.inWords) return undefined;
  const unit = low.quantity.unit === bareUnit ? high.quantity.unit : low.quantity.unit;
  const inUnit = (quantity: ScannedQuantity['quantity']) =>
    stateNumber(
      { number: quantity.value.div(quantity.unit.scale), decimals: quantity.decimals, text },
      quantity.unit === bareUnit ? unit : quantity.unit,
      { kind: 'number' },
    );
  const [from, to] = [inUnit(low.quantity), inUnit(high.quantity)];
  return from.value.lt(to.value) ? { stated: stateRange(from, to, text), end: high.end } : undefined;
}

const dozens: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  millier: 1000,
  dozen: 12,
};

const dozenPattern = phrasePattern(
  Object.keys(dozens).flatMap((name) => [`une ${name}`, `un ${name}`, `a ${name}`]),
);
const ofPattern = phrasePattern([" d'", ' de ', ' of ', ' ']);

/** "une centaine d’agents": about a hundred. */
function scanDozen(text: string, start: number, lang: Language): ScannedQuantity | undefined {
  const match = matchAt(dozenPattern, text, start)?.[0];
  const value = match === undefined ? undefined : dozens[phraseKey(match).split(' ').at(-1) ?? ''];
  if (match === undefined || value === undefined) return undefined;
  const link = matchAt(ofPattern, text, start + match.length)?.[0] ?? '';
  const nounStart = start + match.length + link.length;
  const noun = link === '' ? undefined : nounWordAt(text, nounStart, lang);
  const unit =
    noun === undefined ? bareUnit : { ...bareUnit, symbol: noun, dimension: singularNoun(noun, lang) };
  const end = noun === undefined ? start + match.length : nounStart + noun.length;
  const number = decimal(value);
  const quantity = { value: number, low: number, high: number, unit, exact: true, decimals: 0, text };
  return { quantity, start, end, inWords: true };
}

function isDated(text: string, position: number): boolean {
  return scanDate(text, position)?.year !== undefined;
}

function dateAt(text: string, position: number): Found | undefined {
  const end = scanDate(text, position)?.end ?? position;
  const date = parseDate(text.slice(position, end));
  return date && { stated: stateDate(date), end };
}

function stateDate(date: NonNullable<ReturnType<typeof parseDate>>): Stated {
  const range = intervalOf(date);
  const closed = { ...range, lowClosed: true, highClosed: true };
  return { ...date, kind: 'number', qualifier: undefined, range: closed, limit: closed };
}

const firstDigit = pattern(String.raw`(?<![\p{L}\p{N}])\d`, 'gu');

/** Whether another number in digits follows, years and dates apart: then nobody knows which one is meant. */
function hasNumber(text: string, start: number): boolean {
  let position = start;
  for (const match of text.slice(start).matchAll(firstDigit)) {
    const at = start + match.index;
    if (at < position) continue;
    const other = scanOther(text, at);
    if (other === undefined) return true;
    position = other;
  }
  return false;
}
