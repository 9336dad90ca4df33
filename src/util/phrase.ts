/**
 * Phrases to be found at a position, the longest first, whatever the case, the kind of spaces and of apostrophes. A
 * phrase that ends in a letter ends at the end of a word. Looked up by their first sign: one regular expression of
 * all of them costs milliseconds to compile.
 */
export interface Phrases {
  readonly byFirstSign: ReadonlyMap<string, readonly string[]>;
}

export function phrasePattern(phrases: Iterable<string>): Phrases {
  const byFirstSign = new Map<string, string[]>();
  for (const phrase of [...phrases].map(phraseKey).sort((a, b) => b.length - a.length)) {
    const first = phrase.charAt(0);
    const group = byFirstSign.get(first);
    if (group) group.push(phrase);
    else byFirstSign.set(first, [phrase]);
  }
  return { byFirstSign };
}

/** What `pattern`, a sticky one or phrases, matches at `position`, if anything. */
export function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined;
export function matchAt(pattern: Phrases, text: string, position: number): readonly [string] | undefined;
export function matchAt(
  pattern: RegExp | Phrases,
  text: string,
  position: number,
): RegExpExecArray | readonly [string] | undefined {
  if (pattern instanceof RegExp) {
    pattern.lastIndex = position;
    return pattern.exec(text) ?? undefined;
  }
  const group = pattern.byFirstSign.get(foldSign(text.charAt(position)));
  const found = group?.find((phrase) => stands(phrase, text, position));
  return found === undefined ? undefined : [text.slice(position, position + found.length)];
}

function stands(phrase: string, text: string, position: number): boolean {
  const end = position + phrase.length;
  for (let index = 1; index < phrase.length; index++) {
    if (foldSign(text.charAt(position + index)) !== phrase[index]) return false;
  }
  return !isWordSign(text.charAt(end - 1)) || !isWordSign(text.charAt(end));
}

const wordSign = /[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0300-\u036f]/u;

function isWordSign(sign: string): boolean {
  return wordSign.test(sign);
}

const lowerAscii = Array.from({ length: 128 }, (_, code) =>
  String.fromCharCode(code).toLowerCase().replace(/\s/u, ' '),
);

/** Sign for sign, so that positions stay. */
function foldSign(sign: string): string {
  if (sign <= '\u007f') return lowerAscii[sign.charCodeAt(0)] ?? '';
  if (sign === '’') return "'";
  if (/\s/u.test(sign)) return ' ';
  return lowerUnit(sign);
}

/** The lower case of a UTF-16 unit, where it is one unit too: positions stay. */
export function lowerUnit(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

/** A phrase as a key: lower case, plain spaces, straight apostrophes. */
export function phraseKey(text: string): string {
  return text.toLowerCase().replace(/\s/gu, ' ').replaceAll('’', "'");
}
