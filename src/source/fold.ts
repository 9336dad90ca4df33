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
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

function fromCodes(codes: readonly number[]): string {
  const chunk = 8192;
  let text = '';
  for (let start = 0; start < codes.length; start += chunk) {
    text += String.fromCharCode(...codes.slice(start, start + chunk));
  }
  return text;
}

const writtenNumber = /\d{1,3}(?:[\s.,'’]\d{3})+(?!\d)|\d+/gu;

/** Whether the digits of `said` are those of `source`, whose numbers of one to three digits may be calls of notes. */
export function sameDigits(said: string, source: string): boolean {
  const wanted = said.replace(/\D/gu, '');
  let reached = new Set([0]);
  for (const [number] of source.matchAll(writtenNumber)) {
    const run = number.replace(/\D/gu, '');
    const next = new Set<number>();
    for (const position of reached) {
      if (wanted.startsWith(run, position)) next.add(position + run.length);
      if (number.length <= 3) next.add(position);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(wanted.length);
}
