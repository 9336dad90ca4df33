import { memoryUsage } from 'node:process';
import { Worker } from 'node:worker_threads';
import type * as PdfJs from 'unpdf/pdfjs';
import type { Extraction } from './source-text.ts';

export interface PdfLimits {
  /** Milliseconds after which a file is given up. */
  readonly deadline: number;
  readonly pages: number;
  /** UTF-16 units of text. */
  readonly length: number;
  /** Memory that reading may take. */
  readonly megabytes: number;
}

/** Far beyond any report, short of what a hostile file would take. */
export const pdfLimits: PdfLimits = { deadline: 60_000, pages: 5000, length: 30_000_000, megabytes: 1024 };

/**
 * The text of a PDF, page by page. It is read in a thread of its own, with neither environment nor network, which a file
 * that never ends or eats the memory takes down alone. Never throws.
 */
export async function readPdf(data: Uint8Array, limits: PdfLimits = pdfLimits): Promise<Extraction> {
  const library = import.meta.resolve('unpdf/pdfjs');
  const code = `const { parentPort, workerData } = require('node:worker_threads');
    globalThis.fetch = undefined;
    import(workerData.library)
      .then((library) => (${extract.toString()})(library, ${pageText.toString()}, workerData))
      .catch(() => ({ fault: 'corrupt' }))
      .then((result) => parentPort.postMessage(result));`;
  const worker = new Worker(code, {
    eval: true,
    // A copy: what is handed over is lost to the one who gave it.
    workerData: { library, data: Uint8Array.from(data), limits },
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  try {
    return await resultOf(worker, limits);
  } finally {
    await worker.terminate();
  }
}

function resultOf(worker: Worker, { deadline, megabytes }: PdfLimits): Promise<Extraction> {
  const before = memoryUsage.rss();
  return new Promise((resolve) => {
    const end = (result: Extraction): void => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(result);
    };
    const timer = setTimeout(() => {
      end({ fault: 'too-long' });
    }, deadline);
    // The limits of a thread leave out its buffers, which a small file can blow up.
    const watch = setInterval(() => {
      if (memoryUsage.rss() - before > megabytes * 2 ** 20) end({ fault: 'too-long' });
    }, 50);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      end({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-long' : 'corrupt' });
    });
    worker.once('exit', () => {
      end({ fault: 'corrupt' });
    });
  });
}

// What follows runs inside the thread, from its own source: a function may use its arguments, and nothing else.

interface Work {
  readonly data: Uint8Array;
  readonly limits: PdfLimits;
}

type PageText = (pdf: PdfJs.PDFDocumentProxy, number: number) => Promise<string>;

/** The text of one page; none where it cannot be read, as where it shows none. */
async function pageText(pdf: PdfJs.PDFDocumentProxy, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  } catch {
    return '';
  }
}

async function extract(library: typeof PdfJs, textOf: PageText, { data, limits }: Work): Promise<Extraction> {
  try {
    const { promise } = library.getDocument({
      data,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      disableAutoFetch: true,
      disableStream: true,
      stopAtErrors: false,
      verbosity: 0,
    });
    const pdf = await promise;
    if (pdf.numPages > limits.pages) return { fault: 'too-long' };
    const labels = await pdf.getPageLabels().catch(() => null);
    const pages: { label?: string; text: string }[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages && length <= limits.length; number += 1) {
      const text = await textOf(pdf, number);
      const label = labels?.[number - 1];
      length += text.length;
      pages.push(label ? { label, text } : { text });
    }
    return length > limits.length ? { fault: 'too-long' } : { pages, isPaged: true };
  } catch (error) {
    const isClosed = error instanceof Error && error.name === 'PasswordException';
    return { fault: isClosed ? 'encrypted' : 'corrupt' };
  }
}
