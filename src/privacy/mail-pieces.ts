import type { Localized } from '../core/localized.ts';
import { decodeBytes, decodeText } from './decode-text.ts';
import { textPieces, type PiecesOf } from './text-pieces.ts';
import type { Piece } from './piece.ts';

const headerPlace: Localized = { fr: 'en-têtes du courriel', en: 'e-mail headers' };
const maxDepth = 8;

/** Pieces of a MIME message: headers and parts, their transfer encodings undone. */
export function mailPieces(message: string, piecesOf: PiecesOf, depth = 0): Piece[] {
  const split = /\r?\n\r?\n/u.exec(message);
  const end = split?.index ?? message.length;
  const headers = message.slice(0, end).replace(/\r?\n[ \t]+/gu, ' ');
  const body = split ? message.slice(end + split[0].length) : '';
  const pieces: Piece[] = [{ where: headerPlace, text: decodeText(decodeWords(headers)), isMetadata: true }];
  const type = field(headers, 'content-type');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/iu.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined || depth >= maxDepth)
    return [...pieces, ...bodyPieces(headers, type, body, piecesOf)];
  const parts = body.split(`--${name}`).slice(1, -1);
  return [
    ...pieces,
    ...parts.flatMap((part) => mailPieces(part.replace(/^\r?\n/u, ''), piecesOf, depth + 1)),
  ];
}

function bodyPieces(headers: string, type: string, body: string, piecesOf: PiecesOf): Piece[] {
  const kind = /^[\w.+-]+\/[\w.+-]+/u.exec(type)?.[0].toLowerCase() ?? 'text/plain';
  const where: Localized = { fr: `partie ${kind} du courriel`, en: `e-mail part ${kind}` };
  const data = decodeBody(body, field(headers, 'content-transfer-encoding').toLowerCase());
  if (kind.startsWith('text/')) return textPieces(decodeBytes(data), where, piecesOf);
  return piecesOf(data, where);
}

function field(headers: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, 'imu').exec(headers)?.[1]?.trim() ?? '';
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  return Buffer.from(body, 'utf8');
}

function quotedPrintable(text: string): Buffer {
  const joined = text.replace(/=\r?\n/gu, '');
  const bytes = joined.replace(/=([\da-f]{2})/giu, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, /[^\0-\xff]/u.test(bytes) ? 'utf8' : 'latin1');
}

/** RFC 2047: `=?utf-8?Q?H=C3=A9l=C3=A8ne?=`; spaces between two encoded words are not there. */
function decodeWords(headers: string): string {
  return headers
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(/=\?[\w-]+(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/giu, (_whole, encoding: string, word: string) =>
      decodeBytes(
        encoding.toLowerCase() === 'b'
          ? Buffer.from(word, 'base64')
          : quotedPrintable(word.replaceAll('_', ' ')),
      ),
    );
}
