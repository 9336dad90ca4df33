import { foldLetters } from './fold.ts';

/** A part of a quotation that stands whole in its source; between two of them words were left out. */
export interface Segment {
  readonly letters: string;
  /** As quoted, for its numbers. */
  readonly text: string;
}

/** Shorter quotations would be found in any text. */
const leastLetters = 8;

/** "[…]", "(...)", "…"; and what an editor put in brackets: "[l]es", "[les agents]". */
const cuts = /\[[^[\]]{0,200}\]|\(\s?(?:…|\.{3,6})\s?\)|…|\.{3,6}/gu;

/** The parts of a quotation that its source must hold, in order; none where too little is left to look for. */
export function segmentsOf(quotation: string): Segment[] {
  const segments = quotation
    .replace(/\s?\[\s?sic\s?!?\s?\]/giu, '')
    .split(cuts)
    .map((text) => ({ text, letters: foldLetters(text).letters }))
    .filter(({ letters }) => letters !== '');
  const total = segments.reduce((sum, { letters }) => sum + letters.length, 0);
  return total < leastLetters ? [] : segments;
}
