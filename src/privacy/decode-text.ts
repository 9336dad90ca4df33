import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const blockTag =
  /<\/?(?:p|div|section|article|aside|main|header|footer|nav|ul|ol|li|dl|dt|dd|table|tr|td|th|h[1-6]|br|hr|figure|figcaption|blockquote|pre|title|w:p|w:tc|w:br|w:tab)(?=[\s/>])[^<>]*>/giu;
const utf8 = new TextDecoder();
const anyTag = /<[^<>]*>/gu;

/** A text with its entities, percent signs and `\u` escapes read, whatever mixes of them it holds. */
export function decodeText(text: string): string {
  const once = decodeEntities(decodeEscapes(text));
  return decodePercents(once.includes('&') ? decodeEntities(once) : once);
}

/** Markup as a reader sees it: inline tags gone, so that a name cut by them is whole; block tags as line ends. */
export function stripTags(markup: string): string {
  return markup.replace(blockTag, '\n').replace(anyTag, '');
}

/** The tags alone, one a line: their attributes, and comments. */
export function tagsOf(markup: string): string {
  return (markup.match(anyTag) ?? []).join('\n');
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/giu,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return decodeNamedCharacterReference(name) || whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function decodeEscapes(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(/\\u([\da-f]{4})/giu, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function decodePercents(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[\da-f]{2})+/giu, (run) =>
    decodeBytes(Buffer.from(run.replaceAll('%', ''), 'hex')),
  );
}

/** UTF-8, else Latin-1: what the bytes of an old header or address are. */
export function decodeBytes(bytes: Uint8Array): string {
  const text = utf8.decode(bytes);
  return text.includes('\ufffd')
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    : text;
}
