import { pattern } from '../util/pattern.ts';

/** Marks that may stand inside a citation key, but not end it (https://pandoc.org/MANUAL.html#citation-syntax). */
const innerMarks = new Set(Array.from(':.#$%&-+?<>~/', (mark) => mark.charCodeAt(0)));
const letterOrDigit = pattern(String.raw`[\p{L}\p{M}\p{N}_]`, 'u');
const underscore = 0x5f;

/** Whether a UTF-16 unit may begin, fill and end a key: a letter, a digit or `_`. */
export function isKeyCharacter(code: number | null): boolean {
  if (code === null || code < 0) return false;
  if (code < 0x80) {
    const lower = code | 0x20;
    return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x7a) || code === underscore;
  }
  return letterOrDigit.test(String.fromCharCode(code));
}

/** Whether a UTF-16 unit may stand inside a key. */
export function isInnerMark(code: number | null): boolean {
  return code !== null && innerMarks.has(code);
}

/** The key that `@key` or `@{key}` names, accents composed. */
export function keyOf(typed: string): string {
  const bare = typed.startsWith('@{') ? typed.slice(2, -1) : typed.slice(1);
  return bare.normalize('NFC');
}
