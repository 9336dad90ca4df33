/** One `@type{key, …}` of a .bib file, by offsets in it. */
export interface BibBlock {
  /** In lower case: "book", "string"… */
  readonly type: string;
  /** Empty for `@string` and the like, and where the key is missing. */
  readonly key: string;
  readonly keyStart: number;
  readonly start: number;
  /** After the closing brace; where the text breaks off for an unclosed block. */
  readonly end: number;
  readonly isClosed: boolean;
}

const opening = /(?<=^|[\s}),])@[ \t]*([A-Za-z][\w-]*)[ \t\n]*([{(])/gmu;
/** An entry that begins a line inside another: the first one lacks its closing brace. */
const nextEntry = /\n[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[{(][ \t]*[^\s{}(),"'=]*[ \t]*[,=]/uy;
const keyPattern = /\s*([^\s,{}="]+)\s*,/uy;
const withoutKey = new Set(['string', 'comment', 'preamble']);

/**
 * Cuts a .bib file into its blocks, so that one broken entry spares the others. Text between blocks and lines that
 * begin with `%` are left out. Linear.
 */
export function splitBib(text: string): BibBlock[] {
  const blocks: BibBlock[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    if (isCommented(text, match.index)) continue;
    const type = (match[1] ?? '').toLowerCase();
    const inside = match.index + match[0].length;
    const { end, isClosed } = endOfBlock(text, inside, match[2] === '(' ? ')' : '}');
    const { key, keyStart } = withoutKey.has(type)
      ? { key: '', keyStart: inside }
      : readKey(text, inside, end);
    blocks.push({ type, key, keyStart, start: match.index, end, isClosed });
    opening.lastIndex = end;
  }
  return blocks;
}

function isCommented(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.trimStart().startsWith('%');
}

function readKey(text: string, inside: number, end: number): { key: string; keyStart: number } {
  keyPattern.lastIndex = inside;
  const match = keyPattern.exec(text);
  if (!match || keyPattern.lastIndex > end) return { key: '', keyStart: inside };
  const key = match[1] ?? '';
  return { key: key.normalize('NFC'), keyStart: text.indexOf(key, inside) };
}

function endOfBlock(text: string, inside: number, closing: string): { end: number; isClosed: boolean } {
  let depth = 0;
  for (let index = inside; index < text.length; index += 1) {
    const mark = text[index];
    if (mark === '\\') index += 1;
    else if (depth === 0 && mark === closing) return { end: index + 1, isClosed: true };
    else if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else if (mark === '\n' && beginsEntry(text, index)) return { end: index, isClosed: false };
  }
  return { end: text.length, isClosed: false };
}

function beginsEntry(text: string, lineEnd: number): boolean {
  nextEntry.lastIndex = lineEnd;
  return nextEntry.test(text);
}
