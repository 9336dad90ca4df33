// Writes src/typography/drawn-characters.ts from the faces that the template "nsp" prints with.
// `node scripts/drawn-characters.mjs --check` writes nothing and fails when the file is not up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'src', 'typography', 'drawn-characters.ts');
const { resolve } = createRequire(import.meta.url);

/** Code points of a TrueType font, from its segmented coverage: https://learn.microsoft.com/typography/opentype/spec/cmap */
function codePointsOf(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index);
  const cmap = view.getUint32(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') + 8);
  const maps = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index),
  );
  const segmented = maps.find((at) => view.getUint16(at) === 12);
  const points = new Set();
  for (let group = 0; group < view.getUint32(segmented + 12); group++) {
    const at = segmented + 16 + 12 * group;
    for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point++) points.add(point);
  }
  return points;
}

/** What each family has in all its printed faces: where one lacks a sign, the next of the same stack gives it. */
async function drawnPoints() {
  const { faces } = parse(await readFile(join(root, 'templates', 'nsp', 'template.yaml'), 'utf8'));
  const families = new Map();
  for (const { family, medium, file } of faces) {
    if (medium === 'screen') continue;
    const outlines = resolve(file.replace('/WOFF2/', '/').replace('.woff2', ''));
    const points = codePointsOf(await readFile(outlines));
    families.set(family, shared(families.get(family), points));
  }
  return new Set([...families.values()].flatMap((points) => [...points]));
}

function shared(known, points) {
  return known ? new Set([...known].filter((point) => points.has(point))) : points;
}

/** Spaces, controls and marks without a shape need no drawing. */
const shapeless = /[\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

async function ranges() {
  const drawn = await drawnPoints();
  const found = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    if (!drawn.has(point) && !shapeless.test(String.fromCodePoint(point))) continue;
    const last = found.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else found.push([point, point]);
  }
  return found.map(([first, last]) => [...new Set([first, last])].map((one) => one.toString(16)).join('-'));
}

function lines(words) {
  const rows = [''];
  for (const word of words) {
    const row = rows.at(-1);
    if (row.length + word.length > 110) rows.push(word);
    else rows[rows.length - 1] = row === '' ? word : `${row} ${word}`;
  }
  return rows.join('\n');
}

const text = `/** Characters that the printed faces of the template "nsp" draw, or that need no drawing: ranges of code points, written by scripts/drawn-characters.mjs. */
export const drawnCharacters = \`
${lines(await ranges())}
\`;
`;
if (!process.argv.includes('--check')) await writeFile(target, text);
else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
  console.error(
    'src/typography/drawn-characters.ts is not up to date: run "node scripts/drawn-characters.mjs".',
  );
  process.exitCode = 1;
}
