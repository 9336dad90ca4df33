import { constants, inflateSync } from 'node:zlib';
import type { Localized } from '../core/localized.ts';
import { binaryPieces, latin1 } from './binary-pieces.ts';
import { decodeBytes, decodeText } from './decode-text.ts';
import { textPieces, type PiecesOf } from './text-pieces.ts';
import type { Piece } from './piece.ts';

const metadata: Localized = { fr: 'métadonnées du PDF', en: 'PDF metadata' };
const structure: Localized = {
  fr: 'plan, liens ou textes de remplacement du PDF',
  en: 'outline, links or alternative texts of the PDF',
};
const pictures: Localized = { fr: 'images du PDF', en: 'pictures of the PDF' };
const attachments: Localized = { fr: 'pièces jointes du PDF', en: 'attachments of the PDF' };

const infoKey = /\/(?:Author|Title|Subject|Keywords|Creator|Producer|Company)\s*$/u;
const noText = /\/Length[123]\b|\/(?:Type1C|CIDFontType0C|OpenType)\b|\/XRef\b/u;
const isPicture = /\/Subtype\s*\/Image\b/u;
const utf16big = new TextDecoder('utf-16be');
const utf16little = new TextDecoder('utf-16le');
const longestString = 65_536;

/**
 * Pieces of a PDF: strings of its objects and of its inflated streams, XMP, attachments opened as files of their own.
 * What the pages draw is glyph numbers of subset fonts and is not read.
 */
export function pdfPieces(data: Uint8Array, piecesOf: PiecesOf): Piece[] {
  const raw = latin1(data);
  const outside: string[] = [];
  const streams: PdfStream[] = [];
  let read = 0;
  for (const { index, 0: keyword } of raw.matchAll(/(?<!end)stream\r?\n/gu)) {
    if (index < read) continue;
    const start = index + keyword.length;
    const found = raw.indexOf('endstream', start);
    const end = found === -1 ? raw.length : found;
    outside.push(raw.slice(read, index));
    const object = raw.lastIndexOf(' obj', index);
    const dictionary = raw.slice(Math.max(read, object), index);
    const number = /(\d+) +\d+$/u.exec(raw.slice(Math.max(0, object - 24), Math.max(0, object)))?.[1];
    streams.push({ number, dictionary, content: contentOf(dictionary, data.subarray(start, end)) });
    read = end;
  }
  outside.push(raw.slice(read));
  const objects = outside.join('\n');
  const attached = attachedStreams([objects, ...streams.map(({ content }) => latin1(content))]);
  return [...streams.flatMap((stream) => streamPieces(stream, attached, piecesOf)), ...stringPieces(objects)];
}

interface PdfStream {
  /** Of its object. */
  readonly number: string | undefined;
  readonly dictionary: string;
  /** As it is read, filters undone; empty where it has no text, or where it cannot be read. */
  readonly content: Uint8Array;
}

const nothing = new Uint8Array();

function contentOf(dictionary: string, body: Uint8Array): Uint8Array {
  if (noText.test(dictionary)) return nothing;
  if (isPicture.test(dictionary)) return dictionary.includes('/DCTDecode') ? body : nothing;
  return dictionary.includes('/FlateDecode') ? (inflate(body) ?? nothing) : body;
}

/** Numbers of the streams that are files, whatever their own dictionaries say: those that a file specification names. */
function attachedStreams(texts: readonly string[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const text of texts) {
    for (const [, entries = ''] of text.matchAll(/\/EF\s*<<([^<>]{0,400})>>/gu))
      for (const [, number = ''] of entries.matchAll(/(\d{1,10})\s+\d{1,5}\s+R/gu)) numbers.add(number);
  }
  return numbers;
}

function streamPieces(
  { number, dictionary, content }: PdfStream,
  attached: ReadonlySet<string>,
  piecesOf: PiecesOf,
): Piece[] {
  if (content.length === 0) return [];
  if (isPicture.test(dictionary)) return binaryPieces(content, pictures);
  const isFile = /\/EmbeddedFile\b/u.test(dictionary) || attached.has(number ?? '');
  if (isFile) return piecesOf(content, attachments);
  const text = latin1(content);
  if (text.includes('<rdf:RDF') || text.includes('<x:xmpmeta'))
    return textPieces(decodeBytes(content), metadata, piecesOf).map((piece) => ({
      ...piece,
      where: metadata,
    }));
  return stringPieces(text);
}

/** A stream may be followed by a line end that is not its own: what inflates counts. */
function inflate(body: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

function stringPieces(objects: string): Piece[] {
  const info: string[] = [];
  const others: string[] = [];
  for (const { at, bytes } of stringsOf(objects)) {
    const key = objects.slice(Math.max(0, at - 20), at);
    (infoKey.test(key) ? info : others).push(decodeString(bytes));
  }
  const pieces: Piece[] = [];
  if (info.length > 0) pieces.push({ where: metadata, text: decodeText(info.join('\n')), isMetadata: true });
  if (others.length > 0) pieces.push({ where: structure, text: decodeText(others.join('\n')) });
  return pieces;
}

interface PdfString {
  readonly at: number;
  readonly bytes: Buffer;
}

/** Literal and hexadecimal strings, ISO 32000-1, 7.3.4. */
function* stringsOf(objects: string): Generator<PdfString> {
  const opening = /\(|<<|</gu;
  const isDrawing = /\bBT\b/u.test(objects);
  for (let match = opening.exec(objects); match !== null; match = opening.exec(objects)) {
    const at = match.index;
    if (match[0] === '(') {
      const end = literalEnd(objects, at);
      opening.lastIndex = end;
      yield { at, bytes: Buffer.from(unescape(objects.slice(at + 1, end)), 'latin1') };
    } else if (match[0] === '<') {
      const hex = hexAt(objects, at + 1);
      opening.lastIndex = at + 1 + hex.length;
      if (isText(hex, isDrawing)) yield { at, bytes: Buffer.from(hex.replace(/\s/gu, ''), 'hex') };
    }
  }
}

function hexAt(objects: string, start: number): string {
  const digits = /[\da-f\s]*/giuy;
  digits.lastIndex = start;
  return digits.exec(objects)?.[0] ?? '';
}

/** In what a page draws, hexadecimal strings are glyph numbers unless they say that they are UTF-16. */
function isText(hex: string, isDrawing: boolean): boolean {
  return hex.length >= 4 && (!isDrawing || /^\s*feff/iu.test(hex));
}

/** Offset of the closing bracket; of a string that does not end, what a limit leaves. */
function literalEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestString);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at;
  }
  return limit;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(body: string): string {
  return body.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/gu, (_whole, octal?: string, char?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return char === undefined ? '' : (escapes[char] ?? char);
  });
}

function decodeString(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16big.decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16little.decode(bytes);
  return decodeBytes(bytes);
}
