/** The letters of a text alone, without case, accents or ligatures; `at` gives the offset in the text of each. */
export interface Letters {
  readonly letters: string;
  readonly at: Uint32Array;
}

/**
 * Folds a text to its letters, so that spaces, hyphens at line ends, apostrophes and ligatures make no difference:
 * what is left of "l’ef-\nﬁcacité" is "lefficacite". Linear.
 */
export function foldLetters(text: string): Letters {
  const codes: number[] = [];
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code >= 0x61 && code <= 0x7a) {
      codes.push(code);
      at.push(offset);
    } else if (code >= 0x41 && code <= 0x5a) {
      codes.push(code + 0x20);
      at.push(offset);
    } else if (code >= 0x80) {
      for (const unit of foldCharacter(character)) {
        codes.push(unit.charCodeAt(0));
        at.push(offset);
      }
    }
    offset += character.length;
  }
  return { letters: fromCodes(codes), at: Uint32Array.from(at) };
}

/** A word for comparison: its letters and digits, folded. */
export function foldWord(word: string): string {
  return Array.from(word, (character) =>
    /\p{N}/u.test(character) ? character : foldCharacter(character),
  ).join('');
}

const others: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'oe',
  æ: 'ae',
  Æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
};

/** UTF-16 units of the letters that a character stands for: "fi" for the ligature, "e" for "É", none for a sign. */
function foldCharacter(character: string): string {
  const known = others[character];
  if (known !== undefined) return known;
  return character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]|\p{Lm}/gu, '');
}

function fromCodes(codes: readonly number[]): string {
  const chunk = 8192;
  let text = '';
  for (let start = 0; start < codes.length; start += chunk) {
    text += String.fromCharCode(...codes.slice(start, start + chunk));
  }
  return text;
}

/** Numbers of a source around what was quoted: those before and after it may belong to other sentences. */
export interface NumbersAround {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

const writtenNumber = /\d{1,3}(?:[\s.,'’]\d{3})+(?!\d)|\d+/gu;

/**
 * Whether the digits of `said` are those of a source. There, numbers of one to three digits may be calls of notes, and one
 * may cling to a year: "en 202011".
 */
export function sameDigits(said: string, { before, inside, after }: NumbersAround): boolean {
  const wanted = said.replace(/\D/gu, '');
  let reached: ReadonlySet<number> = new Set([0]);
  for (const [text, isInside] of [
    [before, false],
    [inside, true],
    [after, false],
  ] as const) {
    for (const [number] of text.matchAll(writtenNumber)) {
      reached = advance(reached, wanted, { number, maySkip: !isInside || number.length <= 3 });
    }
  }
  return reached.has(wanted.length);
}

function advance(
  reached: ReadonlySet<number>,
  wanted: string,
  { number, maySkip }: { readonly number: string; readonly maySkip: boolean },
): ReadonlySet<number> {
  const digits = number.replace(/\D/gu, '');
  const year = /^(?:1[5-9]|20)\d{3,5}$/u.test(number) ? number.slice(0, 4) : digits;
  const next = new Set<number>();
  for (const position of reached) {
    for (const read of [digits, year])
      if (wanted.startsWith(read, position)) next.add(position + read.length);
    if (maySkip) next.add(position);
  }
  return next;
}
