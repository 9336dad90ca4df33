// Makes docs/images/page.png: three pages of the sample note side by side. Needs pdftoppm (poppler-utils) and a browser.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = promisify(execFile);

/** The cover, a table with notes in the margin, a chart. */
const shownPages = [1, 4, 9];
const page = { width: 480, height: 679 };
const gap = 40;
const colours = { ground: '#e9eef0', edge: '#c9d4d8' };

async function pageImage(pdf, number, folder) {
  const file = join(folder, `page-${number}`);
  const pages = ['-f', `${number}`, '-l', `${number}`];
  await run('pdftoppm', [
    '-png',
    '-singlefile',
    ...pages,
    '-scale-to-x',
    `${2 * page.width}`,
    '-scale-to-y',
    '-1',
    pdf,
    file,
  ]);
  return sharp(`${file}.png`)
    .resize({ ...page, fit: 'fill' })
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: colours.edge })
    .toBuffer();
}

const folder = await mkdtemp(join(tmpdir(), 'nsp-picture-'));
try {
  const build = ['bin/nsp.js', 'build', 'externalisation', '--formats', 'pdf', '--out', folder];
  await run(process.execPath, build, { cwd: root });
  const pdf = join(folder, 'externalisation', 'externalisation.pdf');
  const images = await Promise.all(shownPages.map((number) => pageImage(pdf, number, folder)));
  const size = { width: images.length * (page.width + gap) + gap, height: page.height + 2 * gap };
  const target = join(root, 'docs', 'images', 'page.png');
  await mkdir(dirname(target), { recursive: true });
  await sharp({ create: { ...size, channels: 3, background: colours.ground } })
    .composite(
      images.map((input, index) => ({ input, left: gap - 1 + index * (page.width + gap), top: gap - 1 })),
    )
    .png({ palette: true, colours: 96, effort: 10, dither: 0 })
    .toFile(target);
} finally {
  await rm(folder, { recursive: true, force: true });
}
