import { matchAt } from '../util/phrase.ts';
import { scanDate } from './date.ts';
import { pattern } from '../util/pattern.ts';

const patterns = [
  // Years and spans of years: "2021", "2020-2021", "2021/22".
  pattern(String.raw`(?:1[5-9]|20|21)\d\d(?:[-–/](?:\d{4}|\d{2}))?(?![\p{L}\p{N}]|[.,]\d)`, 'uy'),
  // Times and durations of the clock: "16 h 45", "10:30", "10h".
  pattern(String.raw`\d{1,2}(?:[\s\u00A0\u202F]?h(?:[\s\u00A0\u202F]?\d{2})?|:\d{2})(?![\p{L}\p{N}])`, 'uy'),
  // Ordinals and codes: "12e", "1er", "3rd", "5G", "4.12.1".
  pattern(String.raw`\d+(?:\p{L}|[.:]\d+[.:]\d)`, 'uy'),
  // Telephone numbers: "02 99 28 55 55".
  /0\d(?:[\s\u00A0\u202F.]\d\d){4}(?!\d)/uy,
];

/** Units that may touch their number: "12M€", "5%", "120km". */
export const attachedUnit = pattern(
  String.raw`(?:(?:k|K|M|Mds?|Mrds?|mds?|bn|mn|tn)?[€$£%‰]|(?:k|K|M|Mds?|Mrds?|mds?|bn|mn|tn|EUR|pts?|pp?|km|ha|kg|mg|[kMGT]Wh?)(?![\p{L}\p{N}]))`,
  'uy',
);

const unitAfterSpace = pattern(
  String.raw`[\s\u00A0\u202F]?(?:(?:k|K|M|Mds?|Mrds?|mds?|bn|mn|tn)?[€$£%‰]|(?:k|K|M|Mds?|Mrds?|mds?|bn|mn|tn|EUR|pts?|pp|euros?|pour cent|per ?cent|points?|millions?|milliards?|billions?)(?![\p{L}\p{N}]))`,
  'uy',
);

/** What the digits at `start` are, when they are no quantity: a date, a year, a time, an ordinal. Gives its end. */
export function scanOther(text: string, start: number): number | undefined {
  const date = scanDate(text, start);
  if (date) return date.end;
  for (const pattern of patterns) {
    const match = matchAt(pattern, text, start);
    if (match && !hasUnit(text, start, match[0])) return start + match[0].length;
  }
  return undefined;
}

function hasUnit(text: string, start: number, found: string): boolean {
  const end = start + (/^\d+/u.exec(found)?.[0].length ?? 0);
  return (matchAt(attachedUnit, text, end) ?? matchAt(unitAfterSpace, text, end)) !== undefined;
}

const labels =
  /(?:^|[\s\u00A0\u202F(])(?:p|pp|pages?|art|articles?|n°|no|nos|numéros?|number|chap|chapitres?|chapter|section|tome|vol|volume|décret|loi|law|version|v|ligne|line|figure|tableau|table|annexe|note|step|étape|§)\.?[\s\u00A0\u202F]?$/iu;

/** Whether the words just before `start` make its number a reference: "p. 12", "article 3", "n° 578". */
export function isReference(text: string, start: number): boolean {
  return labels.test(text.slice(Math.max(0, start - 16), start));
}
