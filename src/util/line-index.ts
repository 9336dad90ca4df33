import type { Place } from '../core/place.ts';

/** Turns offsets of a text into places; lines end with `\n`. `firstLine` is the number of its first line. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #firstLine: number;
  readonly #length: number;

  constructor(text: string, firstLine = 1) {
    const starts = [0];
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.#starts = starts;
    this.#firstLine = firstLine;
    this.#length = text.length;
  }

  /** Place of the characters from `start` up to `end`, which is left out. */
  placeOf(start: number, end: number): Place {
    const from = this.#pointOf(start);
    const to = this.#pointOf(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** Offset of the start of the line that holds `offset`. */
  lineStart(offset: number): number {
    return this.#starts[this.#rowOf(offset)] ?? 0;
  }

  #pointOf(offset: number): { line: number; column: number } {
    const row = this.#rowOf(offset);
    const inside = Math.min(Math.max(offset, 0), this.#length);
    return { line: row + this.#firstLine, column: inside - (this.#starts[row] ?? 0) + 1 };
  }

  #rowOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
