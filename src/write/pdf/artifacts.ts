import { deflateSync, inflateSync } from 'node:zlib';
import { PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { markDecoration } from './content-stream.ts';
import { dictEntry, items, nameText, setEntry, textEntry } from './objects.ts';
import { boxAround, type Box } from './graphics-state.ts';
import { contentOf } from './tree.ts';
import type { StructureTree } from './tree.ts';

/** What the pages show, by `page tag/MCID`. */
export interface Painted {
  /** Content of the tree that only decorates. */
  readonly decoration: ReadonlySet<string>;
  /** Where pictures stand. */
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Marks as artifacts what is painted on the pages without being content; gives what of it the tree holds. */
export function markArtifacts(document: PDFDocument, tree: StructureTree): Painted {
  const pictures = new Map<string, Set<number>>();
  for (const { page, mcid, inPicture } of contentOf(tree.kids)) {
    if (!inPicture) continue;
    const ids = pictures.get(page.tag) ?? new Set();
    pictures.set(page.tag, ids.add(mcid));
  }
  const decoration = new Set<string>();
  const boxes = new Map<string, Box>();
  for (const page of document.getPages()) {
    const known = {
      height: page.getHeight(),
      pictures: pictures.get(page.ref.tag) ?? new Set<number>(),
      bitmaps: bitmapsOf(page),
    };
    for (const { ref, stream } of streamsOf(document.context, page)) {
      const { text, decoration: ids, boxes: found, isChanged } = markDecoration(readStream(stream), known);
      for (const id of ids) decoration.add(`${page.ref.tag}/${id}`);
      for (const [id, box] of found) {
        const key = `${page.ref.tag}/${id}`;
        boxes.set(key, boxAround(boxes.get(key), box));
      }
      if (isChanged) document.context.assign(ref, writeStream(stream.dict, text));
    }
  }
  return { decoration, boxes };
}

function bitmapsOf(page: PDFPage): Set<string> {
  const objects = dictEntry(page.node.Resources() ?? page.node, 'XObject');
  const names = (objects?.entries() ?? []).filter(([, value]) => {
    const object = page.doc.context.lookup(value);
    return object instanceof PDFRawStream && textEntry(object.dict, 'Subtype') === 'Image';
  });
  return new Set(names.map(([name]) => nameText(name)));
}

function streamsOf(context: PDFContext, page: PDFPage): { ref: PDFRef; stream: PDFRawStream }[] {
  return items(context, page.node.get(PDFName.of('Contents'))).flatMap((ref) => {
    const stream = context.lookup(ref);
    return ref instanceof PDFRef && stream instanceof PDFRawStream ? [{ ref, stream }] : [];
  });
}

function readStream(stream: PDFRawStream): string {
  const isDeflated = textEntry(stream.dict, 'Filter') === 'FlateDecode';
  return Buffer.from(isDeflated ? inflateSync(stream.contents) : stream.contents).toString('latin1');
}

function writeStream(dictionary: PDFDict, text: string): PDFRawStream {
  const data = deflateSync(Buffer.from(text, 'latin1'));
  setEntry(dictionary, 'Filter', PDFName.of('FlateDecode'));
  setEntry(dictionary, 'Length', PDFNumber.of(data.length));
  return PDFRawStream.of(dictionary, new Uint8Array(data));
}
