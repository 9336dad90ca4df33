import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Localized } from '../core/localized.ts';
import type { Output } from '../core/output.ts';
import { binaryPieces, latin1 } from './binary-pieces.ts';
import { mailPieces } from './mail-pieces.ts';
import { pdfPieces } from './pdf-pieces.ts';
import { inside, type Piece } from './piece.ts';
import { textPieces } from './text-pieces.ts';

const name: Localized = { fr: 'nom du fichier', en: 'file name' };
const content: Localized = { fr: 'contenu du fichier', en: 'content of the file' };

/** Everything that can be read in an output, its name first. */
export function piecesOfOutput({ path, data }: Output): Piece[] {
  return [{ where: name, text: path }, ...piecesOf(data, rootPlace(path))];
}

function rootPlace(path: string): Localized {
  return path.endsWith('.docx') ? { fr: 'DOCX', en: 'DOCX' } : content;
}

/** Reads bytes by what they are, not by what their name says. */
function piecesOf(data: Uint8Array, where: Localized): Piece[] {
  const head = latin1(data.subarray(0, 1024));
  if (isFont(head)) return [];
  if (head.includes('%PDF-')) return pdfPieces(data, piecesOf);
  if (head.startsWith('PK\u0003\u0004')) return zipPieces(data, where);
  if (head.startsWith('\u001f\u008b')) return gzipPieces(data, where);
  const text = textOf(data, head);
  if (text === undefined) return binaryPieces(data, where);
  const isMail = /^[\w-]+:[^\n]*\n/u.test(text) && /^mime-version:/imu.test(text.slice(0, 8192));
  return isMail ? mailPieces(text, piecesOf) : textPieces(text, where, piecesOf);
}

function isFont(head: string): boolean {
  return /^(?:wOF2|wOFF|OTTO|true|ttcf|\0\u0001\0\0)/u.test(head);
}

function textOf(data: Uint8Array, head: string): string | undefined {
  if (head.startsWith('\u00ff\u00fe')) return new TextDecoder('utf-16le').decode(data);
  if (head.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(data);
  if (head.includes('\0')) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

function zipPieces(data: Uint8Array, where: Localized): Piece[] {
  try {
    return Object.entries(unzipSync(data)).flatMap(([path, member]) => {
      const place = { fr: `${where.fr} ${path}`, en: `${where.en} ${path}` };
      return [{ where: inside(where, name.fr), text: path }, ...piecesOf(member, place)];
    });
  } catch {
    return binaryPieces(data, where);
  }
}

function gzipPieces(data: Uint8Array, where: Localized): Piece[] {
  try {
    return piecesOf(gunzipSync(data), where);
  } catch {
    return binaryPieces(data, where);
  }
}
