import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser } from 'puppeteer';

const unpdf = createRequire(import.meta.url).resolve('unpdf');
const script = readFileSync(join(dirname(unpdf), 'pdfjs.mjs'), 'utf8');

/**
 * Draws pages of a PDF, from 1, as PNG. The tests' browser does it with PDF.js: what is compared is the PDF itself, and
 * no program of the machine has a part in it.
 */
export async function pageImages(
  browser: Browser,
  pdf: Uint8Array,
  numbers: readonly number[],
  width: number,
): Promise<Uint8Array[]> {
  const page = await browser.newPage();
  try {
    const source = `data:text/javascript;base64,${Buffer.from(script).toString('base64')}`;
    const draw = `async (source, pdf, numbers, width) => {
      const { getDocument } = await import(source);
      const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0));
      const opened = await getDocument({ data: bytes, isEvalSupported: false }).promise;
      const drawn = [];
      for (const number of numbers) {
        const sheet = await opened.getPage(number);
        const viewport = sheet.getViewport({ scale: width / sheet.getViewport({ scale: 1 }).width });
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        await sheet.render({ canvas, canvasContext: canvas.getContext('2d'), viewport, background: 'white' }).promise;
        drawn.push(canvas.toDataURL('image/png'));
      }
      return drawn;
    }`;
    const call = [source, Buffer.from(pdf).toString('base64'), numbers, width].map((part) =>
      JSON.stringify(part),
    );
    const drawn = (await page.evaluate(`(${draw})(${call.join(', ')})`)) as string[];
    return drawn.map((address) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
  } finally {
    await page.close();
  }
}
