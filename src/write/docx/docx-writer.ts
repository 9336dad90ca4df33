import type { Writer } from '../../core/writer.ts';
import { labelsOf } from '../../render/labels.ts';

/** A Word document with real styles, footnotes and links, for newsrooms. */
export const docxWriter: Writer = {
  format: 'docx',
  /** The library is large: it is loaded when a Word document is asked for. */
  async write(page, { template }) {
    const [{ docxDocument }, { normaliseDocx }] = await Promise.all([
      import('./docx-document.ts'),
      import('./docx-normalise.ts'),
    ]);
    const { slug, lang } = page.meta;
    const file = await docxDocument(page, labelsOf(template, lang));
    return [{ path: `${slug}/${slug}.docx`, data: normaliseDocx(file, page.epoch) }];
  },
};
