// What each step of a PDF costs, held against printing the same HTML once: bench.mjs compiles and runs this.
import { samplePage, sampleTitle } from '../test/write/pdf/sample.ts';
import { testBrowserOptions } from '../test/browser/test-browser.ts';
import { openBrowser } from '../src/browser/printer.ts';
import { finishPdf, openPdf } from '../src/write/pdf/finish.ts';
import { measuring, type Measurement } from '../src/write/pdf/measure.ts';

const facts = {
  title: sampleTitle,
  authors: ['A'],
  subject: undefined,
  keywords: [],
  lang: 'fr',
  epoch: 0,
} as const;
const documents = [
  { sections: 11, target: 2.5 },
  { sections: 62, target: 4 },
];

const browser = openBrowser(testBrowserOptions());

/** Milliseconds of each step of one PDF, and its pages. */
async function timeSteps(html: string): Promise<{ pages: number; steps: [string, number][] }> {
  const steps: [string, number][] = [];
  let last = performance.now();
  const lap = (step: string): void => {
    const now = performance.now();
    steps.push([step, now - last]);
    last = now;
  };
  await browser.printer.print(html);
  lap('plain print of the same HTML');
  let measured: Measurement = { pages: [], references: [], headings: [], links: [] };
  const { source, argument, result } = measuring(new Map(), (told) => (measured = told));
  let inPage = 0;
  const printed = await browser.printer.print(html, {
    source: `(known) => { const start = performance.now(); const told = (${source})(known); return { told, ms: performance.now() - start }; }`,
    argument,
    result: (value) => {
      const { told, ms } = value as { told: unknown; ms: number };
      inPage = ms;
      result?.(told);
    },
  });
  const whole = performance.now() - last;
  steps.push(['measure, lay out', inPage], ['print', whole - inPage]);
  last = performance.now();
  const { document, destinations } = await openPdf(printed);
  lap('open');
  await finishPdf(document, { measured, destinations, facts, attachments: [], onStep: lap });
  return { pages: document.getPageCount(), steps };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const runs = Number(process.env['BENCH_RUNS'] ?? 7);
for (const { sections, target } of documents) {
  const html = samplePage(sections);
  await timeSteps(html);
  const all: Awaited<ReturnType<typeof timeSteps>>[] = [];
  for (let run = 0; run < runs; run++) all.push(await timeSteps(html));
  const names = all[0]?.steps.map(([name]) => name) ?? [];
  const times = names.map((_name, step) => median(all.map(({ steps }) => steps[step]?.[1] ?? 0)));
  const [plain = 1, ...own] = times;
  const total = own.reduce((sum, ms) => sum + ms, 0);
  console.log(`\nA PDF of ${all[0]?.pages ?? 0} pages (ratio to printing the same HTML)`);
  const row = (name: string, ms: number, verdict = ''): void => {
    console.log(
      `  ${name.padEnd(42)}${`${ms.toFixed(0)} ms`.padStart(9)}  ${`× ${(ms / plain).toFixed(2)}`.padStart(9)}  ${verdict}`.trimEnd(),
    );
  };
  for (const [index, name] of names.entries()) row(name, times[index] ?? 0);
  const isMet = total / plain < target;
  row('in all', total, isMet ? `under ${target}: met` : `over ${target}: MISSED`);
  if (!isMet) process.exitCode = 1;
}
await browser.close();
