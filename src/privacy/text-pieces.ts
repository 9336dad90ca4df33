import { decodeBytes, decodeText, stripTags, tagsOf } from './decode-text.ts';
import { inside, type Piece } from './piece.ts';
import type { Localized } from '../core/localized.ts';

/** Gives the pieces of bytes met inside a text. */
export type PiecesOf = (data: Uint8Array, where: Localized) => Piece[];

const dataAddress = /data:([a-z\d.+-]+\/[a-z\d.+-]+)?((?:;[^,;"'\s)<>]{0,100}){0,8}),\s*([^"'\s)<>]*)/giu;
const base64Word = /(?<![A-Za-z\d+/_-])[A-Za-z\d+/]{16,}={0,2}(?![A-Za-z\d+/_-])/gu;
const metaTag =
  /<(?:meta|dc:|cp:|xmp:|pdf:|xmpMM:|photoshop:|Author|Company|Manager)[^<>]*>(?:[^<>]*(?=<))?/gu;

/** Pieces of plain text or markup: as decoded, as read without its tags, and what `data:` addresses and base64 hide. */
export function textPieces(text: string, where: Localized, piecesOf: PiecesOf): Piece[] {
  const pieces: Piece[] = [];
  const bare = text.replace(
    dataAddress,
    (_whole, type: string | undefined, parameters: string, body: string) => {
      pieces.push(...embeddedPieces({ type: type ?? 'text/plain', parameters, body }, where, piecesOf));
      return '';
    },
  );
  for (const [word] of bare.matchAll(base64Word)) {
    const hidden = decodeBytes(Buffer.from(word, 'base64'));
    if (isReadable(hidden)) pieces.push({ where: inside(where, 'base64'), text: hidden });
  }
  if (!bare.includes('<')) return [...pieces, { where, text: decodeText(bare) }];
  const metadata = Array.from(bare.matchAll(metaTag), ([tag]) => metadataText(tag)).join('\n');
  if (metadata !== '')
    pieces.push({ where: metadataOf(where), text: decodeText(metadata), isMetadata: true });
  return [...pieces, { where, text: decodeText(tagsOf(bare)) }, { where, text: decodeText(stripTags(bare)) }];
}

interface Embedded {
  readonly type: string;
  readonly parameters: string;
  readonly body: string;
}

function embeddedPieces({ type, parameters, body }: Embedded, where: Localized, piecesOf: PiecesOf): Piece[] {
  if (/^font\/|font-/iu.test(type)) return [];
  const place = inside(where, type);
  if (!/;base64$/iu.test(parameters)) return textPieces(decodeText(body), place, piecesOf);
  return piecesOf(Buffer.from(body, 'base64'), place);
}

/** The content of a `<meta>`, or what follows the tag of an XML property. */
function metadataText(tag: string): string {
  return (
    /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(tag)?.slice(1).join('') ?? tag.replace(/^<[^<>]*>/u, '')
  );
}

function metadataOf(where: Localized): Localized {
  return { fr: `${where.fr}, métadonnées`, en: `${where.en}, metadata` };
}

function isReadable(text: string): boolean {
  return !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/u.test(text);
}
