import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePdf } from '../../../src/write/pdf/pdf-writer.ts';
import { openTestBrowser } from '../../browser/test-browser.ts';
import { generateNote } from '../../support/generated-note.ts';
import { pageFaults } from '../../support/page-faults.ts';
import { makeFolder, nsp, packageRoot } from '../../support/workspace.ts';

/** Builds a workspace's PDFs, and gives the faults of each, by slug. */
async function faultsOf(root: string): Promise<Map<string, string[]>> {
  const { status, err } = await nsp(root, ['build', '--formats', 'pdf', '--out', 'dist', '--quiet']);
  expect(err).not.toMatch(/erreur/u);
  expect(status).toBe(0);
  const faults = new Map<string, string[]>();
  for (const slug of readdirSync(join(root, 'dist'))) {
    const found = await pageFaults(readFileSync(join(root, 'dist', slug, `${slug}.pdf`)));
    faults.set(
      slug,
      found.map(({ kind, page, text }) => `${kind}, page ${page}: ${text}`),
    );
  }
  return faults;
}

const noneFor = (faults: ReadonlyMap<string, readonly string[]>): Record<string, readonly string[]> =>
  Object.fromEntries([...faults].filter(([, found]) => found.length > 0));

test('fifty generated documents and the samples have no typographic fault', async () => {
  const notes = Array.from({ length: 50 }, (_, seed) => generateNote(seed + 1));
  const root = makeFolder(Object.fromEntries(notes.flatMap(({ files }) => Object.entries(files))));
  for (const name of ['nsp.yaml', 'notes'])
    cpSync(join(packageRoot, name), join(root, name), { recursive: true });
  const faults = await faultsOf(root);
  expect(faults.size).toBeGreaterThanOrEqual(53);
  expect(noneFor(faults)).toEqual({});
}, 300_000);

const sentence = 'Un guichet ouvert se compte avec ses heures, ses agents et les personnes reçues. ';
const dot =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="40" height="20"%3E%3Crect width="40" height="20"/%3E%3C/svg%3E';
const badPage = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Fautes</title><style>
@page { size: 210mm 297mm; margin: 26mm 16mm 26mm 24mm }
body { margin: 0; font: 16px/20px serif; orphans: 1; widows: 1 }
p { margin: 0 } .next { break-before: page } .line { height: 20px }
thead { display: table-row-group }
</style></head><body>
<h1>Fautes</h1><div class="next"></div>
${'<p>un<br>deux<br>trois</p>'.repeat(40)}
<h2 class="next">Un titre seul</h2>
<h2 class="next">Un tableau</h2><table><thead><tr><th scope="col">Tête</th></tr></thead>
<tbody><tr style="break-before: page"><td>1</td></tr><tr><td>2</td></tr><tr style="break-before: page"><td>3</td></tr></tbody></table>
<p class="next">Une page</p>
<p>Un texte sous un autre</p><p style="margin-top: -20px; position: relative">et celui-ci par-dessus</p>
<div class="next"></div><div class="next"></div>
<figure class="next" role="group"><img alt="Un point" src='${dot}'><figcaption class="next">Figure 1 – Un point</figcaption></figure>
</body></html>`;

const widePage = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Fautes</title><style>@page { size: 210mm 297mm; margin: 26mm 16mm 26mm 24mm }</style></head><body><h1>Fautes</h1><p style="white-space: nowrap">${sentence.repeat(3)}</p></body></html>`;

test('every kind of fault is found in a page that is set badly', async () => {
  const browser = openTestBrowser();
  try {
    const facts = {
      title: 'Fautes',
      authors: [],
      subject: undefined,
      keywords: [],
      lang: 'fr',
      epoch: 0,
    } as const;
    const pdfs = [
      await makePdf(badPage, facts, browser.printer),
      await makePdf(widePage, facts, browser.printer),
    ];
    const found = (await Promise.all(pdfs.map(({ data }) => pageFaults(data)))).flat();
    expect([...new Set(found.map(({ kind }) => kind))].sort()).toEqual([
      'caption apart',
      'empty page',
      'lonely head',
      'lonely row',
      'orphan',
      'overfull',
      'overlap',
      'stranded heading',
      'widow',
    ]);
  } finally {
    await browser.close();
  }
}, 30_000);
