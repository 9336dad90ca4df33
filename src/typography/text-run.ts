/** Stands in a run for what typography must not touch: code, pictures, note calls, addresses. */
export const opaque = '\ufffc';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of one block, edited as a whole and given back in the parts it came in. What an edit writes goes to the
 * part where the edit starts, so a pattern should match no more than what it changes.
 */
export class TextRun {
  #text: string;
  #ends: number[];

  constructor(parts: readonly string[]) {
    let end = 0;
    this.#text = parts.join('');
    this.#ends = parts.map((part) => (end += part.length));
  }

  get text(): string {
    return this.#text;
  }

  get parts(): string[] {
    return this.#ends.map((end, index) => this.#text.slice(this.#ends[index - 1] ?? 0, end));
  }

  /** Replaces every match; in `replacement`, `$&` stands for the match. `pattern` is global. */
  replace(pattern: RegExp, replacement: string): void {
    const edits: Edit[] = [];
    for (const match of this.#text.matchAll(pattern)) {
      const text = replacement.replace('$&', () => match[0]);
      if (text !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, text });
    }
    this.edit(edits);
  }

  /** Applies edits that are in order and do not overlap. */
  edit(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const pieces: string[] = [];
    const ends: number[] = [];
    let read = 0;
    let written = 0;
    let next = 0;
    for (const { start, end, text } of edits) {
      for (; (this.#ends[next] ?? Infinity) <= start; next++)
        ends.push(written + (this.#ends[next] ?? 0) - read);
      pieces.push(this.#text.slice(read, start), text);
      written += start - read + text.length;
      read = end;
      for (; (this.#ends[next] ?? Infinity) < end; next++) ends.push(written);
    }
    for (; next < this.#ends.length; next++) ends.push(written + (this.#ends[next] ?? 0) - read);
    pieces.push(this.#text.slice(read));
    this.#text = pieces.join('');
    this.#ends = ends;
  }

  /** Hides ranges, in order and apart, behind `opaque`; gives back what `unmask` needs. */
  mask(ranges: Iterable<{ readonly start: number; readonly end: number }>): string[] {
    const hidden: Edit[] = [];
    let next = 0;
    for (const { start, end } of ranges) {
      let from = start;
      for (; (this.#ends[next] ?? Infinity) < end; next++) {
        const bound = this.#ends[next] ?? end;
        if (bound <= from) continue;
        hidden.push({ start: from, end: bound, text: opaque });
        from = bound;
      }
      hidden.push({ start: from, end, text: opaque });
    }
    const originals = hidden.map(({ start, end }) => this.#text.slice(start, end));
    this.edit(hidden);
    return originals;
  }

  /** Puts back what `mask` hid. */
  unmask(originals: readonly string[]): void {
    let index = 0;
    const edits: Edit[] = [];
    for (const { index: start } of this.#text.matchAll(/\ufffc/gu))
      edits.push({ start, end: start + 1, text: originals[index++] ?? opaque });
    this.edit(edits);
  }
}
