import { foldLetters, foldWord } from './fold.ts';
import { numbersIn, type NumberAt } from './numbers.ts';
import { pageIndexAt, type SourceText } from './source-text.ts';

/** A part of a text, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Word extends Span {
  readonly folded: string;
}

/** Words of a text, those cut at the end of a line whole. */
const wordPattern = /[\p{L}\p{N}]+(?:(?:-\s{0,3}\n\s{0,20}|\u00ad\s{0,20}|-|\u2010|\u2011)[\p{L}\p{N}]+)*/gu;

export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: foldWord(word),
  }));
}

/** A source made ready to be searched; what only a miss needs is made at the first miss. */
export class Searchable {
  readonly source: SourceText;
  readonly letters: string;
  readonly #at: Uint32Array;
  #words: readonly Word[] | undefined;
  #places: ReadonlyMap<string, readonly number[]> | undefined;
  #numbers: readonly NumberAt[] | undefined;

  constructor(source: SourceText) {
    const { letters, at } = foldLetters(source.text);
    this.source = source;
    this.letters = letters;
    this.#at = at;
  }

  /** The span in the text of the letters from `start` up to `end`. */
  spanOf(start: number, end: number): Span {
    return { start: this.#at[start] ?? 0, end: (this.#at[end - 1] ?? 0) + 1 };
  }

  /** What stands between a letter and the one before it: spaces, signs, numbers. */
  gapBefore(letter: number): Span {
    const start = letter === 0 ? 0 : (this.#at[letter - 1] ?? this.source.text.length - 1) + 1;
    return { start, end: this.#at[letter] ?? this.source.text.length };
  }

  /** Whether a letter is the first of its line. */
  beginsLine(letter: number): boolean {
    const { start, end } = this.gapBefore(letter);
    return letter === 0 || this.source.text.slice(start, end).includes('\n');
  }

  /** Index of the page that holds a letter. */
  pageOf(letter: number): number {
    return pageIndexAt(this.source.pages, this.#at[letter] ?? 0);
  }

  /** The first letter of a page, or of what follows it where it has none. */
  firstLetter(page: number): number {
    const offset = this.source.pages[page]?.start ?? Infinity;
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#at[middle] ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get numbers(): readonly NumberAt[] {
    return (this.#numbers ??= numbersIn(this.source.text));
  }

  get words(): readonly Word[] {
    return (this.#words ??= wordsIn(this.source.text));
  }

  /** Ranks of each word of the text. */
  get places(): ReadonlyMap<string, readonly number[]> {
    if (this.#places) return this.#places;
    const places = new Map<string, number[]>();
    this.words.forEach(({ folded }, rank) => {
      const known = places.get(folded);
      if (known) known.push(rank);
      else places.set(folded, [rank]);
    });
    return (this.#places = places);
  }
}
