import type { Page } from '../../core/page.ts';
import type { Printer, Writer } from '../../core/writer.ts';
import { renderPage } from '../../render/page.ts';
import { facesOf } from '../../render/styles.ts';
import { loadHyphenator } from '../../typography/hyphenation.ts';
import { measuring } from './measure.ts';
import { auditChecks } from './audit-checks.ts';
import type { Attachment } from './attachments.ts';
import type { FinishedPdf } from './finish.ts';
import type { KnownPages, Measurement } from './measure.ts';
import type { DocumentFacts } from './metadata.ts';
import { untagged } from './untagged.ts';
import { attachmentsOf } from './page-attachments.ts';

/** `slug/slug.pdf`: tagged, with bookmarks and true page numbers in its contents. */
export const pdfWriter: Writer = {
  format: 'pdf',
  async write(page, { template, printer, warn }) {
    const faces = facesOf(template, 'print');
    const withFaces: Printer = { ...printer, print: (html, prepare) => printer.print(html, prepare, faces) };
    const html = renderPage(page, template, 'print', await loadHyphenator());
    const { data, failed } = await makePdf(html, factsOf(page), withFaces, () =>
      attachmentsOf(page, template),
    );
    if (failed.length > 0) warn?.(untagged(failed));
    const checks = { passed: auditChecks.filter((check) => !failed.includes(check)), failed };
    return [{ path: `${page.meta.slug}/${page.meta.slug}.pdf`, data, checks }];
  },
};

function factsOf(page: Page): DocumentFacts {
  const authors = page.authors.map((author) => author.display);
  return {
    title: page.title,
    authors: authors.length > 0 ? authors : [page.brand.name],
    subject: page.summary ?? page.subtitle,
    keywords: page.meta.keywords,
    lang: page.meta.lang,
    epoch: page.epoch,
    publisher: page.brand.name,
    license: page.meta.license,
    version: page.meta.version,
    url: page.url,
  };
}

/** Prints at most: a contents list whose numbers move its own pages could otherwise go on for ever. */
const mostPrints = 3;

/** Prints a page and finishes the PDF. Page numbers are measured, then held against the PDF's own destinations. */
export async function makePdf(
  html: string,
  facts: DocumentFacts,
  printer: Printer,
  attachments: () => Promise<readonly Attachment[]> = () => Promise.resolve([]),
): Promise<FinishedPdf> {
  let known: KnownPages = new Map();
  const attached = attachments();
  for (let print = 1; ; print += 1) {
    // The PDF library is large: it is read while the browser prints.
    const [{ printed, measured }, { openPdf, finishPdf }] = await Promise.all([
      printOnce(html, known, printer),
      import('./finish.ts'),
    ]);
    const { document, destinations } = await openPdf(printed);
    const wrong = [...measured.pages, ...measured.references].filter(
      ([id, page]) => (destinations.get(id) ?? page) !== page,
    );
    if (wrong.length === 0 || print === mostPrints) {
      printer.done?.();
      return finishPdf(document, { measured, destinations, facts, attachments: await attached });
    }
    known = destinations;
  }
}

async function printOnce(
  html: string,
  known: KnownPages,
  printer: Printer,
): Promise<{ printed: Uint8Array; measured: Measurement }> {
  let measured: Measurement = { pages: [], references: [], headings: [], links: [] };
  const prepare = measuring(known, (measurement) => {
    measured = measurement;
  });
  const printed = await printer.print(html, prepare);
  return { printed, measured };
}
