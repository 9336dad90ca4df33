import type { CDPSession, Page } from 'puppeteer';
import type { FontFace } from '../core/template.ts';
import type { Prepare } from '../core/writer.ts';
import { withDeadline } from '../util/deadline.ts';
import { browserDied, stepTooSlow } from './browser-fault.ts';
import type { PrintStep } from './browser-fault.ts';
import type { Session } from './session.ts';

/** An empty page ready for one document; `failed` rejects when its renderer or its browser dies. */
export interface BlankPage {
  readonly page: Page;
  readonly failed: Promise<never>;
  /** Faces that any document on it can use. */
  readonly faces: readonly FontFace[];
}

/**
 * A new page: no scripts, no requests, print media. Numbering in the PDF's tags starts anew with each page. Its faces
 * are decoded before a document comes, which would wait for them.
 */
export async function openBlankPage(session: Session, faces: readonly FontFace[]): Promise<BlankPage> {
  const page = await session.takePage();
  const failed = new Promise<never>((_resolve, reject) => {
    const onGone = (): void => {
      reject(browserDied());
    };
    session.browser.once('disconnected', onGone);
    page.once('close', () => session.browser.off('disconnected', onGone));
    page.once('error', (error) => {
      reject(browserDied(error));
    });
  });
  failed.catch(() => undefined);
  const devtools = await page.createCDPSession();
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.emulateMediaType('print'),
    refuseRequests(devtools),
  ]);
  if (faces.length > 0) await page.evaluate(`(${addFaces})(${JSON.stringify(faces.map(asSource))})`);
  return { page, failed, faces };
}

/** Runs in the page. A face that cannot be read is missing, as in any page. */
const addFaces = `(faces) => Promise.allSettled(faces.map(({ family, data, ...descriptors }) => {
  const face = new FontFace(family, 'url(data:font/woff2;base64,' + data + ')', descriptors);
  document.fonts.add(face);
  return face.load();
})).then(() => true)`;

function asSource({ family, weight, maxWeight, style, woff2 }: FontFace): Record<string, string> {
  const weights = maxWeight === undefined ? String(weight) : `${weight} ${maxWeight}`;
  return { family, style, weight: weights, data: Buffer.from(woff2).toString('base64') };
}

async function refuseRequests(devtools: CDPSession): Promise<void> {
  devtools.on('Fetch.requestPaused', ({ requestId, request }) => {
    const answer = request.url.startsWith('data:')
      ? devtools.send('Fetch.continueRequest', { requestId })
      : devtools.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    answer.catch(() => undefined);
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*://*' }] });
}

/** Loads, prepares and prints a document on a blank page. Throws `ToolError` on a deadline or a death, else as is. */
export async function printPage(
  blank: BlankPage,
  html: string,
  prepare: Prepare | undefined,
  timeout: number,
): Promise<Uint8Array> {
  const { page } = blank;
  const run = async <T>(step: PrintStep, work: Promise<T>): Promise<T> =>
    withDeadline(Promise.race([work, blank.failed]), timeout, () => stepTooSlow(step, timeout));
  await run('load', page.setContent(html, { waitUntil: 'load', timeout: 0 }));
  await run('load', page.evaluate('document.fonts.ready.then(() => true)'));
  if (prepare !== undefined) {
    const call = `(${prepare.source})(${JSON.stringify(prepare.argument ?? null)})`;
    const value = await run('load', page.evaluate(call));
    prepare.result?.(value);
  }
  const pdf = page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  });
  return run('print', pdf);
}
