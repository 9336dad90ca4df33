import type { Decimal } from 'decimal.js';
import type { Language } from '../../core/localized.ts';
import type { Place } from '../../core/place.ts';
import type { Unit } from '../../core/quantity.ts';
import { exact as exactly } from '../../quantity/decimal.ts';
import { scanDate } from '../../quantity/date.ts';
import { isCount } from '../../quantity/dimension.ts';
import { isWrittenExact } from '../../quantity/interval.ts';
import { scanNumber } from '../../quantity/number.ts';
import { scanQualifier } from '../../quantity/qualifier.ts';
import { bareUnit, scanCurrencySign, scanUnit, timesUnit } from '../../quantity/unit.ts';
import { quantityOf, scanWritten } from '../../quantity/parse.ts';
import { roundPlace, stateNumber } from '../../quantity/stated.ts';
import type { ClaimText } from '../blocks.ts';

/** A number as a cell shows it, before the heads of its lines say what it is of. */
export interface CellNumber {
  readonly text: string;
  readonly number: Decimal;
  readonly decimals: number;
  /** The unit typed in the cell itself. */
  readonly unit: Unit;
  readonly isSigned: boolean;
  /** Whether a word softens it: "environ", ">". */
  readonly isSoft: boolean;
  readonly placeOf: () => Place | undefined;
}

/** A cell: its words, its number, and the one that it shows in brackets: "1 234 (45 %)". */
export interface RawCell {
  readonly text: string;
  readonly main: CellNumber | undefined;
  readonly aside: CellNumber | undefined;
}

const longestCell = 80;
const nothingAfter = /^[\s\uFFFC]*(?:[*†‡¹²³⁴⁵]+|\((?:[a-z]|[1-9])\)|[a-z])?[\s\uFFFC.]*$/u;
const lead = /^[\s\uFFFC]*(?:[×x](?=\s?\d)\s?|\*{1,2})?/u;

/** Reads a cell that shows one number, its unit, and perhaps another in brackets; other cells are words. */
export function readCell(cell: ClaimText, lang: Language): RawCell {
  const { text } = cell;
  const words = { text, main: undefined, aside: undefined };
  if (text.length > longestCell || !/\d/u.test(text)) return words;
  const main = bracketed(cell, lang) ?? mainNumber(cell, lang);
  if (main === undefined) return words;
  const after = text.slice(main.end);
  if (nothingAfter.test(after)) return { text, main: main.number, aside: undefined };
  const bracket = /^[\s\uFFFC]*\(\s?/u.exec(after)?.[0];
  const aside = bracket === undefined ? undefined : numberAt(cell, main.end + bracket.length, lang);
  if (aside === undefined || !/^\s?\)[\s*]*$/u.test(text.slice(aside.end))) return words;
  return { text, main: main.number, aside: aside.number };
}

/** "(17)": accountants write what is negative so. */
function bracketed(cell: ClaimText, lang: Language): ReturnType<typeof numberAt> {
  const open = /^\s*\(\s?(?=\d|[€£$])/u.exec(cell.text)?.[0];
  const found = open === undefined ? undefined : numberAt(cell, open.length, lang);
  if (open === undefined || found === undefined || !/^\s?\)\s*$/u.test(cell.text.slice(found.end)))
    return undefined;
  const [start, end] = [cell.text.indexOf('('), cell.text.indexOf(')') + 1];
  const placeOf = (): Place | undefined => cell.placeOf(start, end);
  const text = cell.text.slice(start, end);
  return {
    end,
    number: { ...found.number, number: found.number.number.neg(), text, isSigned: true, placeOf },
  };
}

function mainNumber(cell: ClaimText, lang: Language): ReturnType<typeof numberAt> {
  const before = lead.exec(cell.text)?.[0] ?? '';
  const found = numberAt(cell, before.length, lang);
  const isTimes = /[×x]/u.test(before) && found?.number.unit === bareUnit;
  return isTimes ? { ...found, number: { ...found.number, unit: timesUnit } } : found;
}

function numberAt(
  { text, placeOf }: ClaimText,
  from: number,
  lang: Language,
): { number: CellNumber; end: number } | undefined {
  const qualifier = scanQualifier(text, from);
  const start = from + (qualifier ? qualifier.end - from : 0);
  const at = start + (/^\s*/u.exec(text.slice(start))?.[0].length ?? 0);
  // An en dash before digits is a minus.
  const typed = `${text.slice(0, at)}${text.slice(at).replace(/^[–—](?=\s?\d)/u, '−')}`;
  const sign = scanCurrencySign(typed, at);
  const found = sign ? signed(typed, at, lang) : plain(typed, at, lang);
  if (found === undefined) return undefined;
  const { end } = found;
  return {
    end,
    number: {
      ...found,
      text: text.slice(at, end),
      isSigned: /^[+−-]/u.test(typed.slice(at)),
      isSoft: qualifier !== undefined,
      placeOf: () => placeOf(at, end),
    },
  };
}

interface Found extends Pick<CellNumber, 'number' | 'decimals' | 'unit'> {
  readonly end: number;
}

function plain(text: string, start: number, lang: Language): Found | undefined {
  const written = scanDate(text, start) ? undefined : scanNumber(text, start, lang);
  if (written === undefined) return undefined;
  const { unit, end } = scanUnit(text, written.end, { lang, noun: 'word' });
  const isGlued =
    unit === bareUnit && /\p{L}|:|\/|-\d/u.test(text.slice(written.end, written.end + 2).trim());
  if (isGlued && !nothingAfter.test(text.slice(written.end))) return undefined;
  return { number: written.value, decimals: written.decimals, unit, end };
}

function signed(text: string, start: number, lang: Language): Found | undefined {
  const scanned = scanWritten(text, start, { lang, noun: 'word' });
  if (scanned === undefined) return undefined;
  const { value, unit, decimals } = scanned.quantity;
  return { number: value.div(unit.scale), decimals, unit, end: scanned.end };
}

/** From `low` to `high`. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** A number of a table in its unit, ready to be calculated with. Doubles are in the base unit, as wide as its rounding. */
export interface Cell {
  readonly text: string;
  readonly place: Place;
  readonly number: Decimal;
  readonly decimals: number;
  readonly unit: Unit;
  /** In the base unit. */
  readonly value: Decimal;
  readonly amount: number;
  readonly near: Span;
  /** Half a unit where a whole number may be a rounding that nothing tells of, else 0. */
  readonly slack: number;
  /** The place of the last digit that is not zero, where a round number may be a rounding, else 0. */
  readonly roundPlace: number;
  readonly isExact: boolean;
  readonly isSigned: boolean;
  readonly isSoft: boolean;
}

export interface Context {
  /** Of the heads, for a cell that types none. */
  readonly unit: Unit;
  /** Whether whole numbers are roundings here: the table shows millions, or decimals elsewhere in the line. */
  readonly isRounded: boolean;
  /** Whether whole numbers count things one by one. */
  readonly isCounted: boolean;
  /** 10 where every number of the column is a multiple of ten, and so on: it may be rounded to that; else 1. */
  readonly step: number;
}

/** A number with the unit that its cell, or else its heads, give it; undefined where it stands nowhere. */
export function cellOf(raw: CellNumber, context: Context): Cell | undefined {
  const place = raw.placeOf();
  if (place === undefined || raw.number.abs().gt('1e20') || raw.decimals > 12) return undefined;
  const { number, decimals, text, isSigned, isSoft } = raw;
  const unit = raw.unit === bareUnit ? context.unit : raw.unit;
  const value = exactly(quantityOf(raw, unit).value);
  const isExact = isWrittenExact(unit, decimals) && !context.isRounded && !isSoft;
  const amount = value.toNumber();
  const rounding = isExact ? 0 : halfDigit(decimals, unit);
  return {
    text,
    number,
    decimals,
    place,
    unit,
    value,
    amount,
    near: around(amount, isSoft ? Math.max(rounding, Math.abs(amount) / 20) : rounding),
    ...forgiven(raw, unit, isExact, context),
    isExact,
    isSigned,
    isSoft,
  };
}

/** What may be a rounding that nothing tells of. */
function forgiven(
  raw: CellNumber,
  unit: Unit,
  isExact: boolean,
  { isCounted, step }: Context,
): Pick<Cell, 'slack' | 'roundPlace'> {
  const isRound = raw.decimals === 0 && /00\D*$/u.test(raw.text);
  const place = isRound ? roundPlace(stateNumber(raw, unit, { kind: 'number' })) : undefined;
  const isOneByOne = step === 1 && (isCounted || isCount(unit.dimension));
  return {
    slack: isExact && raw.decimals === 0 && !isOneByOne ? step / 2 : 0,
    roundPlace: place?.toNumber() ?? 0,
  };
}

function halfDigit(decimals: number, unit: Unit): number {
  return (unit.scale.toNumber() * 10 ** -decimals) / 2;
}

function around(amount: number, half: number): Span {
  return { low: amount - half, high: amount + half };
}

/** The same number in another unit, where neither its cell nor its heads name one: "12" in a column of shares is 12 %. */
export function readAs(cell: Cell, unit: Unit): Cell {
  if (cell.unit !== bareUnit || unit === bareUnit) return cell;
  if (isWrittenExact(unit, cell.decimals)) return { ...cell, unit };
  const amount = cell.number.toNumber() * unit.scale.toNumber();
  return {
    ...cell,
    unit,
    value: exactly(cell.number).times(unit.scale),
    amount,
    near: around(amount, halfDigit(cell.decimals, unit)),
    slack: 0,
    roundPlace: 0,
    isExact: false,
  };
}
