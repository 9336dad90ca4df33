// Everything here runs inside the page: a function may use another of this file, and nothing else.

interface Area {
  readonly width: number;
  readonly height: number;
}

interface SideNote {
  readonly element: HTMLElement;
  /** Page of its call, from 0. */
  readonly page: number;
  /** Where its call stands on that page, in CSS pixels. */
  readonly call: number;
  readonly height: number;
}

interface Free {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** Pixels between two notes, and between a note and what else stands in their column. */
function noteGap(): number {
  return 9;
}

/** Where side notes stand once they take no place in the text, read while each page is a column. */
function readSideNotes({ width, height }: Area): SideNote[] {
  const body = document.body.getBoundingClientRect();
  return [...document.querySelectorAll<HTMLElement>('.side-note')].map((element) => {
    const box = element.getBoundingClientRect();
    const page = Math.max(0, Math.floor((box.left - body.left + 1) / width));
    return { element, page, call: Math.min(box.top - body.top, height - 1), height: box.height };
  });
}

/** The parts of the notes' column where notes may stand: not beside what fills the page's whole width. */
function freeParts({ width, height }: Area, pages: number): Free[] {
  const body = document.body.getBoundingClientRect();
  const taken = new Map<number, { start: number; end: number }[]>();
  for (const element of document.querySelectorAll('main > *, article > *')) {
    for (const box of element.getClientRects()) {
      const page = Math.floor((box.left - body.left + 1) / width);
      if (box.right - body.left - page * width < width - 1 || box.height === 0) continue;
      const place = { start: box.top - body.top, end: box.bottom - body.top };
      if (element.tagName !== 'ARTICLE') taken.set(page, [...(taken.get(page) ?? []), place]);
    }
  }
  return Array.from({ length: pages }, (_, page) => page).flatMap((page) => {
    const parts: Free[] = [];
    let start = 0;
    for (const place of (taken.get(page) ?? []).sort((one, other) => one.start - other.start)) {
      parts.push({ page, start, end: place.start - noteGap() });
      start = Math.max(start, place.end + noteGap());
    }
    return [...parts, { page, start, end: height }].filter((part) => part.end > part.start);
  });
}

/**
 * Tops of the notes of one part: each as near as possible to its call, none over another. Notes move up where those
 * below need room.
 */
function stackNotes(notes: readonly SideNote[], part: Free): number[] {
  let floor = part.start;
  const tops = notes.map((note) => {
    const top = Math.max(floor, note.page === part.page ? note.call : part.start);
    floor = top + note.height + noteGap();
    return top;
  });
  let ceiling = part.end;
  for (let index = notes.length - 1; index >= 0; index -= 1) {
    const top = Math.min(tops[index] ?? 0, ceiling - (notes[index]?.height ?? 0));
    tops[index] = Math.max(part.start, top);
    ceiling = top - noteGap();
  }
  return tops;
}

/** Shares the notes out among the parts, in order: what finds no room goes on to the next part. */
function shareNotes(notes: readonly SideNote[], parts: readonly Free[]): { part: Free; notes: SideNote[] }[] {
  const waiting = [...notes];
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const room = part.end - part.start;
    const mine: SideNote[] = [];
    let used = 0;
    for (let note = waiting[0]; note; note = waiting[0]) {
      const isHere =
        note.page < part.page ||
        (note.page === part.page && (next?.page !== part.page || note.call < part.end));
      const fits = used + note.height <= room || !next;
      if (!isHere || !fits) break;
      used += note.height + noteGap();
      mine.push(note);
      waiting.shift();
    }
    return { part, notes: mine };
  });
}

/**
 * Places the side notes in their column, on the page of their call, or at the head of the next one where there is no
 * room. Undefined where there are so many that they would drift away: they then hold back the text, as floats.
 */
function placeSideNotes(area: Area): (() => void) | undefined {
  document.documentElement.classList.add('notes-beside');
  const notes = readSideNotes(area);
  const pages = Math.max(1, Math.ceil(document.body.scrollWidth / area.width));
  const shared = shareNotes(notes, freeParts(area, pages));
  const placed = shared.flatMap(({ part, notes: mine }) => {
    const tops = stackNotes(mine, part);
    return mine.map((note, index) => ({ note, page: part.page, top: tops[index] ?? 0 }));
  });
  const isSound = placed.every(
    ({ note, page, top }) => page - note.page <= 1 && top + note.height <= area.height + 1,
  );
  if (!isSound || placed.length < notes.length) {
    document.documentElement.classList.remove('notes-beside');
    return undefined;
  }
  return () => {
    for (const { note, page, top } of placed) {
      note.element.style.top = `${(page * area.height + top).toFixed(2)}px`;
      note.element.style.right = '0';
    }
  };
}

const functions = [noteGap, readSideNotes, freeParts, stackNotes, shareNotes, placeSideNotes];

/** Source of the functions that place side notes; `placeSideNotes` is the one to call. */
export const sideNoteScript = functions.map(String).join('\n');
export type PlaceSideNotes = typeof placeSideNotes;
export const placeSideNotesName = placeSideNotes.name;
