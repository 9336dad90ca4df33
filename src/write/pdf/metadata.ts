import { createHash } from 'node:crypto';
import { PDFBool, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Language } from '../../core/localized.ts';
import { arrayOf, dictEntry, setEntry } from './objects.ts';

/** What a PDF says of itself; every text is as a reader may see it. */
export interface DocumentFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string | undefined;
  readonly keywords: readonly string[];
  readonly lang: Language;
  /** Seconds since 1970. */
  readonly epoch: number;
  readonly publisher?: string | undefined;
  /** A name, or the address of its text. */
  readonly license?: string | undefined;
  readonly version?: string | undefined;
  /** Address of the published document. */
  readonly url?: string | undefined;
}

/** What the finished document lets its metadata say. */
export interface DocumentState {
  readonly hasContents: boolean;
  /** Whether it passes every check of ours on PDF/UA-1. */
  readonly isAccessible: boolean;
}

const creator = 'nsp';
const producer = 'nsp, Chromium, pdf-lib';

/** Writes the Info dictionary, the XMP packet, the language, the page labels, the viewer's settings and the file id. */
export function describeDocument(document: PDFDocument, facts: DocumentFacts, state: DocumentState): void {
  const date = new Date(facts.epoch * 1000);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.authors.join(', '));
  document.setSubject(facts.subject ?? '');
  document.setKeywords([facts.keywords.join(', ')]);
  document.setCreator(creator);
  document.setProducer(producer);
  document.setCreationDate(date);
  document.setModificationDate(date);
  document.setLanguage(facts.lang);
  const { context, catalog } = document;
  setEntry(catalog, 'MarkInfo', context.obj({ Marked: PDFBool.True }));
  setEntry(catalog, 'PageLabels', context.obj({ Nums: [0, { S: 'D' }] }));
  if (state.hasContents) setEntry(catalog, 'PageMode', PDFName.of('UseOutlines'));
  const xmp = xmpPacket(facts, date, state);
  // Left uncompressed, so that plain tools can read it.
  const stream = context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' });
  setEntry(catalog, 'Metadata', context.register(stream));
  const id = PDFHexString.of(contentHash(document, xmp));
  context.trailerInfo.ID = arrayOf(context, [id, id]);
  dictEntry(catalog, 'ViewerPreferences')?.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
}

function contentHash(document: PDFDocument, xmp: string): string {
  const hash = createHash('md5').update(xmp);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) hash.update(object.contents);
  }
  return hash.digest('hex');
}

function xmpPacket(facts: DocumentFacts, date: Date, { isAccessible }: DocumentState): string {
  const time = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const title = escapeXml(facts.title);
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${inDefaultLanguage(title)}</dc:title>`,
    list('dc:creator', 'Seq', facts.authors),
    facts.subject === undefined
      ? ''
      : `<dc:description>${inDefaultLanguage(escapeXml(facts.subject))}</dc:description>`,
    list('dc:subject', 'Bag', facts.keywords),
    list('dc:language', 'Bag', [facts.lang]),
    `<xmp:CreateDate>${time}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${time}</xmp:MetadataDate>`,
    `<xmp:CreatorTool>${creator}</xmp:CreatorTool>`,
    `<pdf:Producer>${producer}</pdf:Producer>`,
    facts.keywords.length === 0 ? '' : `<pdf:Keywords>${escapeXml(facts.keywords.join(', '))}</pdf:Keywords>`,
    ...publication(facts, time),
    isAccessible ? '<pdfuaid:part>1</pdfuaid:part>' : '',
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${properties.filter((property) => property !== '').join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Who published what, under which licence. */
function publication({ publisher, license, version, url }: DocumentFacts, time: string): string[] {
  const isAddress = license !== undefined && /^https?:\/\//u.test(license);
  return [
    list('dc:publisher', 'Bag', publisher === undefined ? [] : [publisher]),
    list('dc:date', 'Seq', [time]),
    url === undefined ? '' : `<dc:identifier>${escapeXml(url)}</dc:identifier>`,
    version === undefined ? '' : `<xmpMM:VersionID>${escapeXml(version)}</xmpMM:VersionID>`,
    ...(license === undefined
      ? []
      : [
          `<dc:rights>${inDefaultLanguage(escapeXml(license))}</dc:rights>`,
          '<xmpRights:Marked>True</xmpRights:Marked>',
        ]),
    isAddress ? `<xmpRights:WebStatement>${escapeXml(license)}</xmpRights:WebStatement>` : '',
  ];
}

function inDefaultLanguage(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`;
}

function list(name: string, container: 'Seq' | 'Bag', values: readonly string[]): string {
  if (values.length === 0) return '';
  const entries = values.map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`).join('');
  return `<${name}><rdf:${container}>${entries}</rdf:${container}></${name}>`;
}

/** Text for XML 1.0, without the control characters that it forbids. */
function escapeXml(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);
}
