import type { Language } from '../core/localized.ts';
import { isReference, scanOther } from './not-a-quantity.ts';
import { scanQuantity, type ScannedQuantity } from './parse.ts';
import { pattern } from '../util/pattern.ts';

const numberStart = pattern(String.raw`(?<![\p{L}\p{N}])(?:[€£$]\s?)?\d`, 'gu');
const digits = /[\d\s.,]{0,200}/uy;

/**
 * The quantities that prose states in digits, in order. Years, dates, times, ordinals, telephone numbers and the numbers
 * of pages, articles and the like are none.
 */
export function quantitiesIn(text: string, lang: Language): ScannedQuantity[] {
  const found: ScannedQuantity[] = [];
  let position = 0;
  for (const { index } of text.matchAll(numberStart)) {
    if (index < position) continue;
    const other = scanOther(text, index);
    if (other !== undefined) {
      position = other;
      continue;
    }
    const scanned = scanQuantity(text, index, lang);
    if (scanned && !isReference(text, index)) found.push(scanned);
    position = scanned?.end ?? endOfDigits(text, index);
  }
  return found;
}

function endOfDigits(text: string, start: number): number {
  digits.lastIndex = start;
  return start + (digits.exec(text)?.[0].trimEnd().length ?? 1);
}
