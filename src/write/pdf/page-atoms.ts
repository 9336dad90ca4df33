import type { Line, PageText } from './page-text.ts';

/** What stands on one page or on the next, never on both: a line, a row, a picture, a whole box. In CSS pixels. */
export interface Atom extends Readonly<Line> {
  readonly block: Element;
  /** Which line or row of its block it is, from 0, and of how many. */
  readonly index: number;
  readonly count: number;
  /** Height of what begins with it above it, and ends with it below it: padding and borders. */
  lead: number;
  tail: number;
  /** Height of what a page that begins with it repeats above it, and the page before closes below its own end. */
  repeated: number;
  closed: number;
  /** Outermost element that begins with it. */
  start: Element;
  breakBefore: 'must' | 'may' | 'never';
}

/** Cuts a document into atoms. It runs inside the page, as source: it may use nothing from outside its own body. */
export class PageAtoms {
  readonly #text: PageText;

  constructor(text: PageText) {
    this.#text = text;
  }

  /** The atoms of an element, in reading order, each with what it has to do with the one before it. */
  of(element: Element): Atom[] {
    const atoms = this.#cut(element);
    for (const [at, atom] of atoms.entries()) {
      const before = atoms[at - 1];
      if (before?.block === atom.block) atom.breakBefore = this.#breakInText(atom);
      else if (before !== undefined) this.#relate(before, atom);
    }
    return atoms;
  }

  #cut(element: Element): Atom[] {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOut = style.display === 'none' || style.position === 'absolute' || style.float !== 'none';
    if (isOut || box.height === 0) return [];
    if (element instanceof HTMLTableElement) return [...element.rows].map((row) => this.#whole(row));
    const isFree = style.breakInside === 'auto' && /^(block|flow-root|list-item)$/.test(style.display);
    if (!isFree || element instanceof HTMLImageElement) return [this.#whole(element)];
    const lines = this.#text.linesOf(element);
    const blocks = [...element.children]
      .filter((child) => this.#text.isBlock(child))
      .flatMap((child) => this.#cut(child));
    const own = lines.map((line, index) => this.#atom(element, line, index, lines.length));
    return own.length === 0 ? blocks : [...own, ...blocks].sort((a, b) => a.top - b.top);
  }

  #whole(element: Element): Atom {
    return this.#atom(element, element.getBoundingClientRect(), 0, 1);
  }

  #atom(block: Element, { top, bottom }: Line, index: number, count: number): Atom {
    const start = block;
    return {
      block,
      index,
      count,
      top,
      bottom,
      lead: 0,
      tail: 0,
      repeated: 0,
      closed: 0,
      start,
      breakBefore: 'may',
    };
  }

  #breakInText(atom: Atom): Atom['breakBefore'] {
    const { orphans, widows } = getComputedStyle(atom.block);
    if (atom.index < Number(orphans) || atom.count - atom.index < Number(widows)) return 'never';
    const place = this.#text.lineStart(atom.block, atom);
    // The last word of a page is never cut.
    return place?.text.data[place.offset - 1] === '\u00ad' ? 'never' : 'may';
  }

  #relate(before: Atom, atom: Atom): void {
    const ending = this.#outOf(before.block, atom.block);
    const beginning = this.#outOf(atom.block, before.block);
    const tops = beginning.map((element) => element.getBoundingClientRect().top);
    const bottoms = ending.map((element) => element.getBoundingClientRect().bottom);
    atom.start = beginning.at(-1) ?? atom.block;
    atom.lead = atom.top - Math.min(atom.top, ...tops);
    before.tail = Math.max(before.bottom, ...bottoms) - before.bottom;
    atom.breakBefore = this.#breakBetween(ending, beginning);
    for (let around = atom.start.parentElement; around !== null; around = around.parentElement) {
      this.#repeat(atom, around);
    }
  }

  /** An element and those around it, up to the one that holds `other` too. */
  #outOf(element: Element, other: Element): Element[] {
    const chain: Element[] = [];
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      if (around.contains(other)) break;
      chain.push(around);
    }
    return chain;
  }

  #breakBetween(ending: readonly Element[], beginning: readonly Element[]): Atom['breakBefore'] {
    const wishes = [
      ...ending.map((element) => getComputedStyle(element).breakAfter),
      ...beginning.map((element) => getComputedStyle(element).breakBefore),
    ];
    if (wishes.some((wish) => /^(page|left|right|recto|verso)$/.test(wish))) return 'must';
    if (wishes.includes('avoid')) return 'never';
    const [row] = beginning;
    const [rowBefore] = ending;
    if (!(row instanceof HTMLTableRowElement && rowBefore instanceof HTMLTableRowElement)) return 'may';
    return this.#mayPart(row) ? 'may' : 'never';
  }

  /** A table leaves at least two rows on each page, and never its head alone. */
  #mayPart(row: HTMLTableRowElement): boolean {
    const rows = [...(row.closest('tbody')?.rows ?? [])];
    const at = rows.indexOf(row);
    return at >= 2 && rows.length - at >= 2;
  }

  /** Adds what an element that goes on over the page shows again: its head, its padding. */
  #repeat(atom: Atom, around: Element): void {
    if (around instanceof HTMLTableElement)
      atom.repeated += around.tHead?.getBoundingClientRect().height ?? 0;
    const style = getComputedStyle(around);
    if (style.getPropertyValue('-webkit-box-decoration-break') !== 'clone') return;
    atom.repeated += parseFloat(style.paddingTop);
    atom.closed += parseFloat(style.paddingBottom);
  }
}
