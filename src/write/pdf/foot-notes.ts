import { PageAtoms } from './page-atoms.ts';
import type { Atom } from './page-atoms.ts';
import { PageText } from './page-text.ts';
import type { TextPlace } from './page-text.ts';

/** A note or a piece of one; `height` in CSS pixels. */
interface FootNote {
  readonly element: HTMLElement;
  readonly height: number;
}

/** A page that holds the atoms up to `end`; its text ends `bottom` pixels below its top. */
interface FilledPage {
  readonly end: number;
  readonly bottom: number;
  readonly notes: readonly FootNote[];
}

/**
 * Puts notes at the foot of the page that calls them. The text is measured once, as one tall page; what each page
 * holds is reckoned, and each page is ended where it was. Notes keep their places in the document, beside their calls:
 * they are only painted at the foot. It runs inside the page, as source: it may use nothing from outside its own body.
 */
export class FootNotes {
  readonly #text: PageText;
  readonly #atoms: PageAtoms;
  readonly #height: number;
  readonly #width: number;
  /** Between the text and its notes. */
  readonly #gap = 16;
  /** What remains of a page that waits for a long note: from there on, the note is cut instead. */
  readonly #emptiest = 0.25;
  /** Least height of a piece of a note: two lines. */
  readonly #leastPiece = 32;
  readonly #end = { closed: 0, breakBefore: 'must' };

  constructor(text: PageText, atoms: PageAtoms, area: { readonly width: number; readonly height: number }) {
    this.#text = text;
    this.#atoms = atoms;
    this.#height = area.height;
    this.#width = area.width;
  }

  /** Lays out the document, where it wants its notes there. */
  lay(): void {
    const { body } = document;
    const notes = [...document.querySelectorAll<HTMLElement>('.side-note')];
    if (notes.length === 0 || !body.classList.contains('notes-at-foot')) return;
    body.style.width = `${this.#width}px`;
    for (const note of notes) this.#setApart(note);
    this.#widen(notes);
    for (const text of document.querySelectorAll<HTMLElement>('main p, main li')) this.#keepLines(text);
    const atoms = this.#atoms.of(body);
    const pages = this.#fill(atoms, this.#calls(atoms, notes));
    this.#endPages(atoms, pages);
    this.#paint(pages);
    body.style.width = '';
  }

  /** What a table or a box calls was put into the paragraph that follows it, which may stand on another page. */
  #setApart(note: HTMLElement): void {
    const paragraph = note.parentElement;
    const calls = [...document.querySelectorAll(`.note-call a[href="#${note.id}"]`)];
    if (paragraph?.matches('p:not(.side-note-line)') !== true) return;
    if (calls.some((call) => paragraph.contains(call))) return;
    const line = document.createElement('p');
    line.className = 'side-note-line';
    paragraph.before(line);
    line.append(note);
  }

  #widen(notes: readonly HTMLElement[]): void {
    const text = document.querySelector('main article')?.getBoundingClientRect();
    const left = (text?.left ?? 0) - document.body.getBoundingClientRect().left;
    for (const { style } of notes) {
      style.left = `${left}px`;
      style.width = `${text?.width ?? this.#width}px`;
    }
  }

  /** A text that may be cut must break its lines the same way afterwards, which `text-wrap: pretty` would not. */
  #keepLines(text: HTMLElement): void {
    const { lineHeight, orphans, widows } = getComputedStyle(text);
    const lines = text.getBoundingClientRect().height / (parseFloat(lineHeight) || 1);
    if (lines > Number(orphans) + Number(widows) - 0.5) text.style.setProperty('text-wrap', 'wrap');
  }

  /** Notes by the atom that calls them first; a note called by another goes with it. */
  #calls(atoms: readonly Atom[], notes: readonly HTMLElement[]): Map<Atom, FootNote[]> {
    const called = new Map<Atom, FootNote[]>();
    let caller = atoms.at(-1);
    for (const element of notes) {
      const links = [...document.querySelectorAll(`a[href="#${element.id}"]`)];
      const link = links.find((candidate) => candidate.closest('.side-note') === null);
      const box = link?.getBoundingClientRect();
      const middle = box === undefined ? NaN : (box.top + box.bottom) / 2;
      caller = atoms.find(({ top, bottom }) => top <= middle && middle < bottom) ?? caller;
      const note = { element, height: element.getBoundingClientRect().height };
      if (caller !== undefined) called.set(caller, [...(called.get(caller) ?? []), note]);
    }
    return called;
  }

  /** Fills page after page with as many atoms as their notes leave room for. */
  #fill(atoms: readonly Atom[], calls: ReadonlyMap<Atom, readonly FootNote[]>): FilledPage[] {
    const pages: FilledPage[] = [];
    let left: readonly FootNote[] = [];
    for (let start = 0; start < atoms.length || left.length > 0;) {
      const page = this.#fillPage({ atoms, calls, start, left });
      const room = this.#height - page.bottom - (page.bottom > 0 ? this.#gap : 0);
      const fitted = this.#fitNotes(page.notes, room);
      pages.push({ ...page, notes: fitted.notes });
      start = page.end;
      left = fitted.left;
    }
    return pages;
  }

  #fillPage(from: {
    atoms: readonly Atom[];
    calls: ReadonlyMap<Atom, readonly FootNote[]>;
    start: number;
    left: readonly FootNote[];
  }): FilledPage {
    const { atoms, start } = from;
    const top = this.#topOf(atoms, start);
    let page: FilledPage = { end: start, bottom: 0, notes: from.left };
    let best: FilledPage | undefined;
    for (const atom of atoms.slice(start)) {
      const next = atoms[page.end + 1] ?? this.#end;
      const calls = from.calls.get(atom) ?? [];
      const bottom = atom.bottom + atom.tail - top + next.closed;
      page = { end: page.end + 1, bottom, notes: [...page.notes, ...calls] };
      const isTooMuch = this.#needs(page) > this.#height;
      if (isTooMuch && !this.#mayCutNote(page, calls, best)) break;
      if (next.breakBefore === 'never') continue;
      best = page;
      if (isTooMuch || next.breakBefore === 'must') break;
    }
    // Where nothing may end the page, it ends where it is full.
    return best ?? { ...page, end: Math.max(page.end - 1, Math.min(start + 1, atoms.length)) };
  }

  #topOf(atoms: readonly Atom[], start: number): number {
    const first = atoms[start];
    if (first === undefined) return 0;
    return first.top - first.lead - (start > 0 ? first.repeated : 0);
  }

  /** Whether a page would remain too empty, were the note that does not fit to wait for the next with its line. */
  #mayCutNote(page: FilledPage, calls: readonly FootNote[], best: FilledPage | undefined): boolean {
    const isEmpty = best === undefined || this.#needs(best) < this.#height * (1 - this.#emptiest);
    const last = calls.at(-1);
    if (!isEmpty || last === undefined || last.height < 2 * this.#leastPiece) return false;
    return this.#needs(page) - last.height + this.#leastPiece <= this.#height;
  }

  #needs({ bottom, notes }: FilledPage): number {
    const height = notes.reduce((sum, note) => sum + note.height, 0);
    return bottom + (notes.length > 0 ? this.#gap : 0) + height;
  }

  /** The notes that there is room for; the last is cut at a line, and the rest of it goes to the next page. */
  #fitNotes(notes: readonly FootNote[], room: number): { notes: FootNote[]; left: FootNote[] } {
    const fitted: FootNote[] = [];
    let used = 0;
    for (const [at, note] of notes.entries()) {
      if (used + note.height > room + 0.5) {
        const [piece, rest] = this.#cutNote(note, room - used);
        return { notes: [...fitted, ...piece], left: [...rest, ...notes.slice(at + 1)] };
      }
      fitted.push(note);
      used += note.height;
    }
    return { notes: fitted, left: [] };
  }

  /** Cuts a note after the last line that fits, with two lines at least on each side; else it waits whole. */
  #cutNote(note: FootNote, room: number): [FootNote[], FootNote[]] {
    const { element } = note;
    const { top } = element.getBoundingClientRect();
    const lines = this.#text.linesOf(element);
    const fitting = lines.filter(({ bottom }) => bottom - top <= room).length;
    const kept = Math.min(fitting, lines.length - 2);
    const line = lines[kept];
    const place = line === undefined ? undefined : this.#text.lineStart(element, line);
    if (kept < 2 || place === undefined) return room < this.#height - 1 ? [[], [note]] : [[note], []];
    const rest = element.cloneNode(false) as HTMLElement;
    rest.removeAttribute('id');
    const range = document.createRange();
    range.setStart(place.text, place.offset);
    range.setEnd(element, element.childNodes.length);
    rest.append(range.extractContents());
    element.after(rest);
    const pieces = [element, rest].map((piece) => ({
      element: piece,
      height: piece.getBoundingClientRect().height,
    }));
    return [pieces.slice(0, 1), pieces.slice(1)];
  }

  #endPages(atoms: readonly Atom[], pages: readonly FilledPage[]): void {
    // Every place is found before the first is filled: what is put in moves the lines that follow.
    const ends = pages.flatMap(
      ({ end, bottom }): { next: Atom; bottom: number; place: TextPlace | undefined }[] => {
        const next = atoms[end];
        if (next === undefined) return [];
        return [{ next, bottom, place: next.index > 0 ? this.#text.lineStart(next.block, next) : undefined }];
      },
    );
    for (const { next, bottom, place } of ends) {
      if (place !== undefined) this.#fillUp(place, this.#height - bottom - 1);
      else if (next.breakBefore !== 'must') next.start.classList.add('page-start');
    }
  }

  /** A float as wide as the text leaves no room for the next line: unlike a cut, it keeps the paragraph whole in the tags. */
  #fillUp({ text, offset }: TextPlace, height: number): void {
    const filler = document.createElement('span');
    filler.className = 'page-end';
    filler.style.height = `${Math.max(0, height)}px`;
    const rest = offset > 0 ? text.splitText(offset) : text;
    rest.before(filler);
  }

  #paint(pages: readonly FilledPage[]): void {
    for (const [index, { notes }] of pages.entries()) {
      let top = (index + 1) * this.#height - notes.reduce((sum, note) => sum + note.height, 0);
      notes[0]?.element.classList.add('first-note');
      for (const { element, height } of notes) {
        element.style.top = `${top}px`;
        top += height;
      }
    }
  }
}

/** Source of a function of a page's area that puts the notes of the document at the foot of their pages. */
export const layFootNotes = `(area) => {
  const text = new (${String(PageText)})();
  new (${String(FootNotes)})(text, new (${String(PageAtoms)})(text), area).lay();
}`;
