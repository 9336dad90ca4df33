/** A word of a text, without case, accents and invisible characters; offsets are of the text as it stands. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const kinds = { separator: 1, letter: 2, digit: 3, inner: 4 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** Soft hyphens, joiners, variation selectors: they may stand inside a word and nobody sees them. */
const invisible = /[\p{M}\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/u;
const allInvisible = new RegExp(invisible.source, 'gu');
const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Kind of each UTF-16 unit met so far, 0 if never: every unit of every artefact is asked for. */
const known = new Uint8Array(0x10000);

function kindOf(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) === 0xd800) return classify(wholeCharacter(text, at));
  const kind = known[unit];
  return kind ? (kind as Kind) : (known[unit] = classify(String.fromCharCode(unit)));
}

/** The character that a surrogate is one half of: letters of mathematics are drawn as bold or script names. */
function wholeCharacter(text: string, at: number): string {
  const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return String.fromCodePoint(text.codePointAt(isLow ? at - 1 : at) ?? 0);
}

function classify(character: string): Kind {
  if (/\p{L}/u.test(character)) return kinds.letter;
  if (/\p{N}/u.test(character)) return kinds.digit;
  return invisible.test(character) ? kinds.inner : kinds.separator;
}

/** The first word at or after `from`; separators end a word, and so does the border of letters and digits. */
export function nextWord(text: string, from: number): Word | undefined {
  let start = from;
  while (start < text.length && !isWord(kindOf(text, start))) start++;
  if (start >= text.length) return undefined;
  const kind = kindOf(text, start);
  let end = start + 1;
  while (end < text.length && continues(kindOf(text, end), kind)) end++;
  return { folded: foldWord(text.slice(start, end)), start, end };
}

/** Every word of a text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let word = nextWord(text, 0); word; word = nextWord(text, word.end)) words.push(word);
  return words;
}

function isWord(kind: Kind): boolean {
  return kind === kinds.letter || kind === kinds.digit;
}

function continues(next: Kind, kind: Kind): boolean {
  return next === kind || (next === kinds.inner && kind === kinds.letter);
}

/** "Hélène" and "HELENE" as "helene". */
export function foldWord(typed: string): string {
  const lower = typed.toLowerCase();
  if (/^[a-z0-9]*$/u.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(allInvisible, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/gu, (letter) => ligatures[letter] ?? letter);
}
