/** Top and bottom in CSS pixels of the window. */
export interface Line {
  top: number;
  bottom: number;
}

/** A place in a text: before its sign number `offset`. */
export interface TextPlace {
  readonly text: Text;
  readonly offset: number;
}

/** Reads the lines of a page. It runs inside the page, as source: it may use nothing from outside its own body. */
export class PageText {
  isBlock(element: Element): boolean {
    return !/^(inline|contents|none|ruby)/.test(getComputedStyle(element).display);
  }

  /** Lines of an element's own text: what the blocks in it say is theirs. */
  linesOf(element: Element): Line[] {
    const lines: Line[] = [];
    for (const text of this.#textsOf(element)) {
      for (const { top, bottom, width } of this.#rectsOf(text)) {
        const last = lines.at(-1);
        if (width < 0.1) continue;
        const isSame = last !== undefined && (top + bottom) / 2 < last.bottom && bottom > last.top;
        if (!isSame) lines.push({ top, bottom });
        else Object.assign(last, { top: Math.min(last.top, top), bottom: Math.max(last.bottom, bottom) });
      }
    }
    return this.#withLeading(lines, parseFloat(getComputedStyle(element).lineHeight) || 0);
  }

  #withLeading(lines: readonly Line[], height: number): Line[] {
    const spread = lines.map(({ top, bottom }) => {
      const leading = Math.max(0, (height - (bottom - top)) / 2);
      return { top: top - leading, bottom: bottom + leading };
    });
    return spread.map((line, index) => ({ ...line, bottom: spread[index + 1]?.top ?? line.bottom }));
  }

  /** Where the text of a line begins, undefined in an element without text. */
  lineStart(element: Element, { top }: Line): TextPlace | undefined {
    for (const text of this.#textsOf(element)) {
      const middles = [...this.#rectsOf(text)].map((rect) => (rect.top + rect.bottom) / 2);
      if (Math.max(...middles) <= top) continue;
      let low = 0;
      let high = text.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        let probe = middle;
        while (probe < high && this.#isBelow(text, probe, top) === undefined) probe += 1;
        if (this.#isBelow(text, probe, top) === true) high = middle;
        else low = probe + 1;
      }
      return { text, offset: low };
    }
    return undefined;
  }

  /** Undefined for a sign that takes no place, a space at the end of a line for instance. */
  #isBelow(text: Text, offset: number, top: number): boolean | undefined {
    const rect = [...this.#rectsOf(text, offset, offset + 1)].at(-1);
    return rect === undefined || rect.width === 0 ? undefined : (rect.top + rect.bottom) / 2 > top;
  }

  #textsOf(element: Element): Text[] {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      let holder = text.parentElement;
      while (
        holder !== null &&
        holder !== element &&
        !this.isBlock(holder) &&
        !holder.matches('.side-note')
      ) {
        holder = holder.parentElement;
      }
      if (holder === element && text.data.trim() !== '') texts.push(text);
    }
    return texts;
  }

  #rectsOf(text: Text, from = 0, to = text.length): DOMRectList {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getClientRects();
  }
}
