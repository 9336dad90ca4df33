import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { launchTestBrowser } from '../browser/test-browser.ts';
import { makeWorkspace, nsp } from '../support/workspace.ts';
import { pageImages } from './page-image.ts';
import { sampleFiles, samplePages } from './sample.ts';

// Pages as readers see them, held against pictures that were looked at: `npm run visual` takes these anew.

const folder = join(import.meta.dirname, 'references');
const takesReferences = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'references';

/** Pages are drawn large, then made small and grey: how a machine smooths letters no longer shows. */
const drawnWidth = 1240;
const keptWidth = 310;
/** Of 255 greys, what two pixels may differ by; and how many pixels in a thousand may differ by more. */
const mostGreys = 40;
const mostPixels = 4;

interface Grey {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}

function grey(picture: Uint8Array): Promise<Grey> {
  const small = sharp(picture).flatten({ background: 'white' }).resize({ width: keptWidth, kernel: 'cubic' });
  return small.greyscale().raw().toBuffer({ resolveWithObject: true });
}

/** Pixels in a thousand that differ. */
function difference(one: Grey, other: Grey): number {
  if (one.info.height !== other.info.height || one.info.width !== other.info.width) return 1000;
  const differing = one.data.reduce((count, value, index) => {
    return count + (Math.abs(value - (other.data[index] ?? 0)) > mostGreys ? 1 : 0);
  }, 0);
  return (differing / one.data.length) * 1000;
}

function png({ data, info: { width, height } }: Grey): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toBuffer();
}

const drawn = new Map<string, Grey>();

beforeAll(async () => {
  const root = makeWorkspace(sampleFiles);
  const { status, err } = await nsp(root, ['build', '--formats', 'pdf']);
  if (status !== 0) throw new Error(err);
  const browser = await launchTestBrowser();
  try {
    for (const slug of new Set(samplePages.map((page) => page.slug))) {
      const pages = samplePages.filter((page) => page.slug === slug);
      const pdf = readFileSync(join(root, `dist/${slug}/${slug}.pdf`));
      const numbers = pages.map(({ page }) => page);
      const pictures = await pageImages(browser, pdf, numbers, drawnWidth);
      for (const [index, { name }] of pages.entries()) drawn.set(name, await grey(pictures[index]!));
    }
  } finally {
    await browser.close();
  }
}, 60_000);

test.each(samplePages)('$name looks as it did', async ({ name }) => {
  const seen = drawn.get(name)!;
  const reference = join(folder, `${name}.png`);
  if (takesReferences) writeFileSync(reference, await png(seen));
  const differing = difference(seen, await grey(readFileSync(reference)));
  const shown = join(tmpdir(), `nsp-visual-${name}.png`);
  if (differing > mostPixels) writeFileSync(shown, await png(seen));
  expect(differing, `compare ${shown} with test/visual/references/${name}.png`).toBeLessThanOrEqual(
    mostPixels,
  );
});

test('a line that moves by half its height, or a colour that changes, is seen', async () => {
  const seen = drawn.get('note-text')!;
  const { width, height } = seen.info;
  const raw = { raw: { width, height, channels: 1 as const } };
  const moved = await sharp(seen.data, raw)
    .extract({ left: 0, top: 0, width, height: height - 2 })
    .extend({ top: 2, background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(difference(seen, moved)).toBeGreaterThan(mostPixels);
  const cover = drawn.get('note-cover')!;
  const lighter = { ...cover, data: cover.data.map((value) => Math.min(255, value + 60)) as Buffer };
  expect(difference(cover, lighter)).toBeGreaterThan(mostPixels);
});
