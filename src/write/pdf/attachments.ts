import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { arrayOf, dictEntry, setEntry, setText } from './objects.ts';

/** A file that a PDF carries. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  /** What the file is to the document, ISO 32000-2, table 43. */
  readonly relationship: 'Source' | 'Data';
  readonly description: string;
  readonly data: Uint8Array;
}

/** Embeds files and ties them to the document, ISO 32000-1, 7.11.4, and ISO 19005-3, annex E; dates are `date`. */
export function attachFiles(document: PDFDocument, attachments: readonly Attachment[], date: Date): void {
  if (attachments.length === 0) return;
  const { context, catalog } = document;
  const files = attachments.map((attachment) => ({ attachment, ref: embed(document, attachment, date) }));
  setEntry(
    catalog,
    'AF',
    arrayOf(
      context,
      files.map(({ ref }) => ref),
    ),
  );
  // A name tree is sorted by its keys.
  const sorted = [...files].sort((one, other) => (one.attachment.name < other.attachment.name ? -1 : 1));
  const leaves = sorted.flatMap(({ attachment, ref }): PDFObject[] => [
    PDFHexString.fromText(attachment.name),
    ref,
  ]);
  const embedded = context.obj({});
  setEntry(embedded, 'Names', arrayOf(context, leaves));
  const names = dictEntry(catalog, 'Names') ?? context.obj({});
  setEntry(names, 'EmbeddedFiles', context.register(embedded));
  setEntry(catalog, 'Names', names);
}

function embed(document: PDFDocument, attachment: Attachment, date: Date): PDFRef {
  const { context } = document;
  const { name, type, relationship, description, data } = attachment;
  const content = new Uint8Array(deflateSync(data));
  const dictionary = context.obj({ Type: 'EmbeddedFile', Filter: 'FlateDecode', Length: content.length });
  setEntry(dictionary, 'Subtype', PDFName.of(type));
  setEntry(dictionary, 'Params', parametersOf(document, data, date));
  const stream = context.register(PDFRawStream.of(dictionary, content));
  const specification = context.obj({ Type: 'Filespec', EF: { F: stream, UF: stream } });
  setEntry(specification, 'AFRelationship', PDFName.of(relationship));
  setEntry(specification, 'F', PDFString.of(plainName(name, type)));
  setText(specification, 'UF', name);
  setText(specification, 'Desc', description);
  return context.register(specification);
}

function parametersOf({ context }: PDFDocument, data: Uint8Array, date: Date): PDFDict {
  const parameters = context.obj({ Size: data.length });
  const moment = PDFString.fromDate(date);
  setEntry(parameters, 'CreationDate', moment);
  setEntry(parameters, 'ModDate', moment);
  setEntry(parameters, 'CheckSum', PDFHexString.of(createHash('md5').update(data).digest('hex')));
  return parameters;
}

/** The name for readers that know ASCII alone. */
function plainName(name: string, type: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w.-]+/gu, '');
  return /^[\w-]+\.\w+$/u.test(plain) ? plain : `document.${type === 'text/csv' ? 'csv' : 'md'}`;
}
