import { Worker } from 'node:worker_threads';
import type * as PdfJs from 'unpdf/pdfjs';
import type { Extraction } from './source-text.ts';

export interface PdfLimits {
  /** Milliseconds after which a file is given up. */
  readonly deadline: number;
  readonly pages: number;
  /** UTF-16 units of text. */
  readonly length: number;
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
      .then((library) => (${extract.toString()})(library, workerData.data, workerData.limits))
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
    return await resultOf(worker, limits.deadline);
  } finally {
    await worker.terminate();
  }
}

function resultOf(worker: Worker, deadline: number): Promise<Extraction> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ fault: 'too-long' });
    }, deadline);
    const end = (result: Extraction): void => {
      clearTimeout(timer);
      resolve(result);
    };
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      end({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-long' : 'corrupt' });
    });
    worker.once('exit', () => {
      end({ fault: 'corrupt' });
    });
  });
}

/** Runs inside the thread, from its own source: it may use its arguments, and nothing else of this file. */
async function extract(library: typeof PdfJs, data: Uint8Array, limits: PdfLimits): Promise<Extraction> {
  const task = library.getDocument({
    data,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  let asksPassword = false;
  task.onPassword = () => {
    asksPassword = true;
    void task.destroy();
  };
  try {
    const pdf = await task.promise;
    if (pdf.numPages > limits.pages) return { fault: 'too-long' };
    const labels = await pdf.getPageLabels().catch(() => null);
    const pages: { label?: string; text: string }[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const label = labels?.[number - 1];
      let text = '';
      try {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
        page.cleanup();
      } catch {
        // A page that cannot be read is as one that shows no text.
        text = '';
      }
      length += text.length;
      if (length > limits.length) return { fault: 'too-long' };
      pages.push(label ? { label, text } : { text });
    }
    return { pages, isPaged: true };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return { fault: asksPassword || name === 'PasswordException' ? 'encrypted' : 'corrupt' };
  }
}
