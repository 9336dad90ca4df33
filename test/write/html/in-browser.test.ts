import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { htmlWriter } from '../../../src/write/html/html-writer.ts';
import { launchTestBrowser } from '../../browser/test-browser.ts';
import { pageFixture, templateFixture } from '../../render/page-fixture.ts';
import { makeFolder } from '../../support/workspace.ts';

// The published page in a real browser: what it asks for, how it fits a phone, what axe-core says of it.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let address = '';

beforeAll(async () => {
  browser = await launchTestBrowser();
  const page = pageFixture({ mark: 'Brouillon' });
  const [output] = await htmlWriter.write(page, {
    template: await templateFixture(),
    printer: { print: () => Promise.reject(new Error('nothing to print')) },
  });
  address = pathToFileURL(join(makeFolder({ 'note.html': output!.data }), 'note.html')).href;
}, 60_000);

afterAll(async () => {
  await browser.close();
});

async function open(
  width: number,
  scheme: 'light' | 'dark',
  scripts: boolean,
): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(request.url());
  });
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(address);
  return { page, asked };
}

test('it asks for nothing but itself, and reads without scripts', async () => {
  const { page, asked } = await open(1280, 'light', false);
  expect(asked).toEqual([address]);
  expect(await page.evaluate(() => document.body.innerText)).toContain('Brouillon');
  expect(await page.evaluate(() => [...document.fonts].some((face) => face.status === 'loaded'))).toBe(true);
});

test('it fits a phone without sideways scrolling', async () => {
  const { page } = await open(320, 'light', false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'light'],
  [320, 'dark'],
] as const)('axe-core finds nothing wrong at %i px, %s', async (width, scheme) => {
  const { page } = await open(width, scheme, true);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
