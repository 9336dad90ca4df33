import type { Page } from '../../core/page.ts';
import type { Output } from '../../core/output.ts';
import type { Writer, WriterContext } from '../../core/writer.ts';
import { renderPage } from '../../render/page.ts';

/** Makes `slug/slug.html`: one file that asks for nothing and works without scripts. */
export const htmlWriter: Writer = {
  format: 'html',
  write(page: Page, { template }: WriterContext): Promise<readonly Output[]> {
    const { slug } = page.meta;
    const data = new TextEncoder().encode(renderPage(page, template, 'screen'));
    return Promise.resolve([{ path: `${slug}/${slug}.html`, data }]);
  },
};
