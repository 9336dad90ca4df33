// Writes src/chart/advance-widths.ts from the faces that charts are set in.
// `node scripts/advance-widths.mjs --check` writes nothing and fails when the file is not up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'src', 'chart', 'advance-widths.ts');
const { resolve } = createRequire(import.meta.url);

/** Signs whose width is known: those of French and its neighbours, punctuation, currencies, arrows, operators. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2026],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
];

/** Tables of a TrueType font: https://learn.microsoft.com/typography/opentype/spec/otff */
function tablesOf(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const places = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index);
  const at = (tag) =>
    view.getUint32(places.find((place) => font.toString('latin1', place, place + 4) === tag) + 8);
  return { view, at };
}

function glyphOf({ view, at }, point) {
  const cmap = at('cmap');
  const maps = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index),
  );
  const segmented = maps.find((map) => view.getUint16(map) === 12);
  for (let group = 0; group < view.getUint32(segmented + 12); group++) {
    const place = segmented + 16 + 12 * group;
    const [first, last] = [view.getUint32(place), view.getUint32(place + 4)];
    if (point >= first && point <= last) return view.getUint32(place + 8) + point - first;
  }
  return undefined;
}

function widthOf(tables, point) {
  const { view, at } = tables;
  const glyph = glyphOf(tables, point);
  if (glyph === undefined) return undefined;
  const unit = view.getUint16(at('head') + 18);
  const full = view.getUint16(at('hhea') + 34);
  return Math.round((1000 * view.getUint16(at('hmtx') + 4 * Math.min(glyph, full - 1))) / unit);
}

async function widths(face) {
  const tables = tablesOf(await readFile(resolve(`source-sans/TTF/SourceSans3-${face}.ttf`)));
  const byWidth = new Map();
  for (const [first, last] of ranges)
    for (let point = first; point <= last; point++) {
      const width = widthOf(tables, point);
      if (width !== undefined) byWidth.set(width, (byWidth.get(width) ?? '') + String.fromCodePoint(point));
    }
  const escaped = (signs) =>
    signs.replace(/[\\'\u007f-\u00a0\u00ad\u2010-\u2015\u2028-\u202f]/gu, (sign) =>
      sign === '\\' || sign === "'" ? `\\${sign}` : `\\u${sign.codePointAt(0).toString(16).padStart(4, '0')}`,
    );
  return [...byWidth]
    .sort(([one], [other]) => one - other)
    .map(([width, signs]) => `    ${width}: '${escaped(signs)}',`)
    .join('\n');
}

const text = `/** Signs of Source Sans 3 by their width, in thousandths of the size; written by scripts/advance-widths.mjs. */
// prettier-ignore
export const advanceWidths: Readonly<Record<'regular' | 'semibold', Readonly<Record<number, string>>>> = {
  regular: {
${await widths('Regular')}
  },
  semibold: {
${await widths('Semibold')}
  },
};
`;
if (!process.argv.includes('--check')) await writeFile(target, text);
else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
  console.error('src/chart/advance-widths.ts is not up to date: run "node scripts/advance-widths.mjs".');
  process.exitCode = 1;
}
