import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { htmlWriter } from '../../../src/write/html/html-writer.ts';
import { launchTestBrowser } from '../../browser/test-browser.ts';
import { templateFixture } from '../../render/page-fixture.ts';
import { pageOf } from '../../support/page.ts';
import { makeFolder } from '../../support/workspace.ts';
import { noPrinter } from '../no-printer.ts';

// The note that a figure opens, in a real browser and without scripts.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let address = '';

beforeAll(async () => {
  browser = await launchTestBrowser();
  const page = await pageOf({
    meta: `figures:
  total: { value: "160 Md€", label: "L'ensemble", source: "relevé" }
  part:  { value: "40 Md€", source: "relevé" }
  taux:  { formula: "part / total", unit: "%", stated: "25 %" }
`,
    body: '## Un\n\nSur [160 Md€](figure:total), soit [25 %](figure:taux).\n\nEncore [25 %](figure:taux).\n',
  });
  const [output] = await htmlWriter.write(page, { template: await templateFixture(), printer: noPrinter });
  address = pathToFileURL(join(makeFolder({ 'note.html': output!.data }), 'note.html')).href;
}, 60_000);

afterAll(async () => {
  await browser.close();
});

async function open(width: number, scripts = false): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 700 });
  await page.goto(address);
  return page;
}

const openNotes = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(':popover-open')]
      .filter((note) => note.checkVisibility())
      .map((note) => note.innerText),
  );

test.each([1280, 320])('a figure opens its note at %i px, by mouse and by keyboard', async (width) => {
  const page = await open(width);
  expect(await openNotes(page)).toEqual([]);
  const figures = await page.$$('.figure:has(> button)');
  expect(figures).toHaveLength(3);
  await figures[1]!.click();
  const [note, ...others] = await openNotes(page);
  expect(others).toEqual([]);
  expect(note).toMatch(
    /25\u00a0%[\s\S]*40\u00a0Md€ ÷ 160\u00a0Md€ = 25\u00a0%\n40\u00a0Md€, relevé · 160\u00a0Md€ \(L’ensemble\)/u,
  );
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Fermer');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await page.keyboard.press('Escape');
  expect(await openNotes(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Vérifier');
  await page.keyboard.press('Enter');
  expect(await openNotes(page)).toHaveLength(1);
  await page.emulateMediaType('print');
  expect(await openNotes(page)).toEqual([]);
});

test('the annex shows every figure while no note is open', async () => {
  const page = await open(1280);
  const shown = await page.$$eval('.checks [popover]', (figures) =>
    figures.map((figure) => figure.checkVisibility() && (figure as HTMLElement).innerText),
  );
  expect(shown).toEqual([
    expect.stringMatching(/^160\u00a0Md€ L’ensemble\nrelevé$/u),
    expect.stringMatching(/^25\u00a0% 40\u00a0Md€ ÷ 160\u00a0Md€ = 25\u00a0%\n/u),
  ]);
});

test('the words stay text, and the annex leads back to each place', async () => {
  const page = await open(1280);
  expect(await page.evaluate(() => document.body.innerText)).toContain('Sur 160\u00a0Md€, soit 25\u00a0%.');
  const backs = await page.$$eval('.checks li > a', (links) =>
    links.map((link) => document.querySelector(link.getAttribute('href') ?? '')?.textContent),
  );
  expect(backs).toEqual(['160\u00a0Md€', '25\u00a0%', '25\u00a0%']);
});

test('axe-core finds nothing wrong, a note being open', async () => {
  const page = await open(320, true);
  await page.click('.figure');
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
