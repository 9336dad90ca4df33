import type { Decimal } from 'decimal.js';
import type { Language } from '../core/localized.ts';
import { isSpace } from '../util/spaces.ts';
import { decimal } from './decimal.ts';

/** A number as written in digits: its value, the decimals it shows, the offset after it. */
export interface WrittenNumber {
  readonly value: Decimal;
  readonly decimals: number;
  readonly end: number;
  /** Whether thousands are set apart: "2 021" is no year. */
  readonly grouped: boolean;
}

interface DigitGroup {
  readonly separator: string;
  readonly digits: string;
}

/** More digits than this are no figure of a note. */
const digitLimit = 60;

/**
 * The number in digits at `start`: "1 234,5", "1,234.5", "−12", "+ 3". A lone separator before three digits is a
 * thousands separator where the language has it so (English comma, French point), else a decimal one.
 */
export function scanNumber(text: string, start: number, lang: Language): WrittenNumber | undefined {
  const sign = scanSign(text, start);
  const first = digitsAt(text, sign.end);
  if (first === '' || first.length > digitLimit) return undefined;
  const spaced = spacedGroups(text, sign.end + first.length, first);
  const whole = first + spaced.digits;
  const pieces = punctuatedGroups(text, spaced.end);
  const split = spaced.digits === '' ? splitPieces(first, pieces, lang) : decimalPiece(pieces);
  if (split === undefined) return undefined;
  const digits = whole + split.thousands;
  if (digits.length + split.fraction.length > digitLimit) return undefined;
  return {
    value: decimal(`${sign.negative ? '-' : ''}${digits}${split.fraction && `.${split.fraction}`}`),
    decimals: split.fraction.length,
    end: spaced.end + split.length,
    grouped: spaced.digits !== '' || split.thousands !== '',
  };
}

function scanSign(text: string, start: number): { negative: boolean; end: number } {
  const character = text[start] ?? '';
  if (!'+-−'.includes(character) || character === '') return { negative: false, end: start };
  const end = isSpace(text[start + 1] ?? '') ? start + 2 : start + 1;
  return { negative: character !== '+', end };
}

const digitRun = new RegExp(`[0-9]{1,${String(digitLimit + 1)}}`, 'y');

function digitsAt(text: string, position: number): string {
  digitRun.lastIndex = position;
  return digitRun.exec(text)?.[0] ?? '';
}

/** Groups of three digits behind spaces or apostrophes, as in "12 345 678" and "12’345". */
function spacedGroups(text: string, start: number, first: string): { digits: string; end: number } {
  let digits = '';
  let end = start;
  if (first.length > 3 || first.startsWith('0')) return { digits, end };
  while (digits.length < digitLimit && isThousandsMark(text[end] ?? '')) {
    const group = digitsAt(text, end + 1);
    if (group.length !== 3) break;
    digits += group;
    end += 4;
  }
  return { digits, end };
}

function isThousandsMark(character: string): boolean {
  return character === "'" || character === '’' || isSpace(character);
}

function punctuatedGroups(text: string, start: number): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let position = start;
  while (groups.length < 20) {
    const separator = text[position] ?? '';
    const digits = separator === '.' || separator === ',' ? digitsAt(text, position + 1) : '';
    if (digits === '') break;
    groups.push({ separator, digits });
    position += 1 + digits.length;
  }
  return groups;
}

interface Split {
  readonly thousands: string;
  readonly fraction: string;
  readonly length: number;
}

function decimalPiece(pieces: readonly DigitGroup[]): Split | undefined {
  const [piece, another] = pieces;
  if (another !== undefined) return undefined;
  return { thousands: '', fraction: piece?.digits ?? '', length: piece ? piece.digits.length + 1 : 0 };
}

function splitPieces(first: string, pieces: readonly DigitGroup[], lang: Language): Split | undefined {
  const [piece, another] = pieces;
  if (piece === undefined) return { thousands: '', fraction: '', length: 0 };
  const separator = another === undefined ? (lang === 'fr' ? '.' : ',') : piece.separator;
  const grouped = first.length <= 3 && !first.startsWith('0') ? thousandsRun(pieces, separator) : 0;
  const rest = decimalPiece(pieces.slice(grouped));
  if (rest === undefined || (another !== undefined && grouped === 0)) return undefined;
  const groups = pieces.slice(0, grouped).map((group) => group.digits);
  if (grouped > 0 && pieces[grouped]?.separator === separator) return undefined;
  return { thousands: groups.join(''), fraction: rest.fraction, length: groups.length * 4 + rest.length };
}

function thousandsRun(pieces: readonly DigitGroup[], separator: string): number {
  const end = pieces.findIndex((piece) => piece.separator !== separator || piece.digits.length !== 3);
  return end === -1 ? pieces.length : end;
}
