import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFNumber, PDFRawStream, StandardFonts, type PDFFont } from '@cantoo/pdf-lib';

export interface MadePage {
  readonly head?: string;
  readonly lines: readonly string[];
  /** Lines at the bottom, in small type. */
  readonly notes?: readonly string[];
  readonly folio?: string;
}

export interface MadePdf {
  /** Roman labels for this many pages, then "1", "2"… */
  readonly romanPages?: number;
  readonly password?: string;
}

/** A PDF whose pages show these lines, each where a reader would see it. */
export async function makePdf(pages: readonly MadePage[], options: MadePdf = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const page of pages) drawPage(pdf, font, page);
  if (options.romanPages !== undefined) setLabels(pdf, options.romanPages);
  if (options.password !== undefined) pdf.encrypt({ userPassword: options.password, ownerPassword: 'owner' });
  return pdf.save();
}

function drawPage(pdf: PDFDocument, font: PDFFont, { head, lines, notes = [], folio }: MadePage): void {
  const page = pdf.addPage([595, 842]);
  const write = (text: string, y: number, size = 11): void => {
    page.drawText(text, { x: 60, y, size, font });
  };
  if (head !== undefined) write(head, 800, 9);
  lines.forEach((line, row) => {
    write(line, 770 - row * 14);
  });
  notes.forEach((line, row) => {
    write(line, 90 - row * 10, 8);
  });
  if (folio !== undefined) write(folio, 40, 9);
}

function setLabels(pdf: PDFDocument, romanPages: number): void {
  const { context } = pdf;
  const roman = context.obj({ S: PDFName.of('r') });
  const arabic = context.obj({ S: PDFName.of('D'), St: PDFNumber.of(1) });
  const numbers = context.obj([0, roman, romanPages, arabic]);
  pdf.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }));
}

/** A PDF that shows a drawing and no word. */
export async function makePictures(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < count; page += 1)
    pdf.addPage().drawRectangle({ x: 9, y: 9, width: 200, height: 300 });
  pdf.setTitle('x');
  return pdf.save();
}

/** A page whose content is this many megabytes of spaces, compressed. */
export async function makeBomb(megabytes: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const contents = deflateSync(Buffer.alloc(megabytes * 2 ** 20, ' '), { level: 1 });
  const stream = PDFRawStream.of(pdf.context.obj({ Filter: PDFName.of('FlateDecode') }), contents);
  page.node.set(PDFName.of('Contents'), pdf.context.register(stream));
  return pdf.save();
}
