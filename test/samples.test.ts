import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, nsp, packageRoot, type Ran } from './support/workspace.ts';

// The sample documents as a reader gets them: built once through the command line, read back from the artefacts.

let root = '';
let release: Ran;

function copyWorkspace(): string {
  const folder = makeFolder({});
  for (const name of ['nsp.yaml', 'notes'])
    cpSync(join(packageRoot, name), join(folder, name), { recursive: true });
  return folder;
}

beforeAll(async () => {
  root = copyWorkspace();
  release = await nsp(root, ['release', '--concurrency', '2']);
}, 120_000);

const artefact = (path: string): Buffer => readFileSync(join(root, 'dist', path));

/** Texts are compared as a reader sees them: breaks and kinds of spaces and quotes apart. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").replace(/\s+/gu, ' ');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

interface LedgerReport {
  readonly documents: readonly {
    readonly path: string;
    readonly ledger: readonly {
      readonly id: string;
      readonly status: string;
      readonly stated: readonly { text: string }[];
    }[];
    readonly coverage: { readonly numbers: number; readonly traced: number };
  }[];
}

async function ledgerOf(slug: string): Promise<LedgerReport['documents'][number]> {
  const { out } = await nsp(root, ['figures', slug, '--format', 'json']);
  return (JSON.parse(out) as LedgerReport).documents[0]!;
}

interface Pdf {
  readonly info: Record<string, unknown>;
  readonly pages: string[];
  readonly outline: { title: string; page: number }[];
  readonly marked: unknown;
}

async function readPdf(path: string): Promise<Pdf> {
  const pdf = await getDocumentProxy(new Uint8Array(artefact(path)));
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      plain(
        content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
      ),
    );
  }
  const outline: Pdf['outline'] = [];
  const walk = async (items: NonNullable<Awaited<ReturnType<typeof pdf.getOutline>>>): Promise<void> => {
    for (const item of items) {
      const destination = typeof item.dest === 'string' ? await pdf.getDestination(item.dest) : item.dest;
      outline.push({
        title: plain(item.title),
        page: (await pdf.getPageIndex(destination![0] as never)) + 1,
      });
      await walk(item.items as typeof items);
    }
  };
  await walk(await pdf.getOutline());
  const { info } = await pdf.getMetadata();
  return { info: info as Record<string, unknown>, pages, outline, marked: await pdf.getMarkInfo() };
}

test('the release is accepted without a word, and its sums are those of its files', () => {
  expect(release.err).not.toContain('erreur');
  expect(release.status).toBe(0);
  const lines = artefact('SHA256SUMS').toString().trim().split('\n');
  const listed = lines.map((line) => line.split('  ')[1]!);
  const made = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.includes('.'),
  );
  expect(listed.sort()).toEqual(made.sort());
  for (const line of lines) {
    const [sum, path] = line.split('  ');
    expect(createHash('sha256').update(artefact(path!)).digest('hex')).toBe(sum);
  }
});

test('the same sources give the same bytes, in another folder and one at a time', async () => {
  const again = copyWorkspace();
  expect((await nsp(again, ['release', '--concurrency', '1', '--quiet'])).status).toBe(0);
  expect(readFileSync(join(again, 'dist/SHA256SUMS'), 'utf8')).toBe(artefact('SHA256SUMS').toString());
}, 60_000);

describe('the externalisation note', () => {
  const slug = 'externalisation';

  test('proves the 0,01 % from its inputs, and traces nearly every number', async () => {
    const { ledger, coverage } = await ledgerOf(slug);
    expect(ledger.find(({ id }) => id === 'part-conseil')).toMatchObject({
      unit: '%',
      inputs: ['conseil-vaccin', 'externalisation'],
      status: 'ok',
    });
    expect(ledger.every(({ status }) => status === 'ok')).toBe(true);
    expect(coverage.traced / coverage.numbers).toBeGreaterThan(0.9);
  });

  test('the PDF: title, language, tags, and contents that give the real pages', async () => {
    const { info, pages, outline, marked } = await readPdf(`${slug}/${slug}.pdf`);
    expect(plain(String(info['Title']))).toContain("160 milliards d'euros d'externalisation");
    expect(info['Language']).toBe('fr');
    expect(marked).toMatchObject({ Marked: true });
    const contents = pages[1]!;
    expect(contents).toContain('Sommaire');
    const listed = outline.filter(({ title, page }) => page > 2 && contents.includes(title));
    expect(listed.length).toBeGreaterThan(10);
    for (const { title, page } of listed) {
      const printed = new RegExp(`${escaped(title)}[ .·]*(\\d+)`, 'u').exec(contents);
      expect(printed?.[1], title).toBe(String(page));
      expect(pages[page - 1], title).toContain(title);
    }
  });

  test('every figure that the note states reads the same in every format', async () => {
    const { ledger } = await ledgerOf(slug);
    const stated = new Set(ledger.flatMap((entry) => entry.stated.map(({ text }) => plain(text))));
    expect(stated.size).toBeGreaterThan(40);
    const { text, html } = await PostalMime.parse(artefact(`${slug}/${slug}.eml`));
    const withoutTags = (source: string): string =>
      source.replace(/<style[\s\S]*?<\/style>|<[^>]+>/gu, '').replaceAll('&nbsp;', ' ');
    const formats = {
      pdf: (await readPdf(`${slug}/${slug}.pdf`)).pages.join(' '),
      html: withoutTags(artefact(`${slug}/${slug}.html`).toString()),
      email: withoutTags(html ?? ''),
      text: text ?? '',
    };
    for (const [format, content] of Object.entries(formats)) {
      const missing = [...stated].filter((figure) => !plain(content).includes(figure));
      expect(missing, format).toEqual([]);
    }
  });

  test('the HTML: every statement of a figure opens its note, which is its place in the annex', async () => {
    const { ledger } = await ledgerOf(slug);
    const html = artefact(`${slug}/${slug}.html`).toString();
    const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1]!);
    const notes = all(/<li><div id="([^"]+)" popover>/gu);
    expect(notes).toHaveLength(ledger.filter(({ stated }) => stated.length > 0).length);
    const opened = all(/<button [^>]*popovertarget="([^"]+)"[^>]*><\/button><\/span>/gu);
    expect(opened.length).toBe(ledger.flatMap(({ stated }) => stated).length);
    expect(new Set(opened)).toEqual(new Set(notes));
    expect(plain(html)).toContain('11,35 M€ ÷ 160 Md€ = 0,0071 %, arrondi à 0,01 %');
    const sources = all(/<small>[^\n]*?<a href="#(nsp-reference-\d+)"/gu);
    expect(sources.length).toBeGreaterThan(40);
    for (const id of sources) expect(html).toContain(`<li id="${id}">`);
  });

  test('the PDF: a short annex gives for each figure the pages that state it', async () => {
    const { pages, outline } = await readPdf(`${slug}/${slug}.pdf`);
    const start = outline.find(({ title }) => title === 'Vérification des chiffres')!.page;
    const { page: back } = outline.find(({ title }) => title.startsWith('Qui sommes-nous'))!;
    expect(back).toBe(pages.length);
    expect(pages[back - 1]).toContain('Pour citer ce document');
    expect(back - 1 - start).toBeLessThanOrEqual(2);
    const annex = pages.slice(start - 1).join(' ');
    expect(annex).toContain('11,35 M€ ÷ 160 Md€ = 0,0071 %, arrondi à 0,01 %');
    const given =
      /11,35 M€ ?Conseil, crise sanitaire, dont la campagne vaccinale achatpublic\.info, 2021 ?(\d+(?:, \d+)*)/u.exec(
        annex,
      );
    const stating = pages.flatMap((text, index) =>
      index > 1 && index < start - 1 && /[^\d,]11,35 M€/u.test(text) ? [index + 1] : [],
    );
    expect(given?.[1]).toBe(stating.join(', '));
  });

  test('each format leads to the others', () => {
    const html = artefact(`${slug}/${slug}.html`).toString();
    expect(html).toContain(`href="${slug}.pdf"`);
    const email = artefact(`${slug}/${slug}.email.html`).toString();
    expect(email).toContain(`/${slug}/${slug}.html"`);
    expect(email).toContain(`/${slug}/${slug}.html#nsp-verification"`);
    expect(html).toContain('id="nsp-verification"');
  });
});

test('the op-ed: Word and text carry its footnotes, signature and length', () => {
  const slug = 'aide-medicale-etat';
  const members = unzipSync(artefact(`${slug}/${slug}.docx`));
  const footnotes = strFromU8(members['word/footnotes.xml']!);
  expect(footnotes.match(/<w:footnote /gu)!.length).toBeGreaterThan(5);
  expect(strFromU8(members['word/styles.xml']!)).toContain('w:val="fr-FR"');
  const text = artefact(`${slug}/${slug}.txt`).toString();
  expect(text).not.toContain('\u202f');
  expect(text).toContain('Collectif Nos services publics');
});

test('the survey: its figures come from the CSV', async () => {
  const { ledger } = await ledgerOf('perte-de-sens');
  expect(ledger.length).toBeGreaterThan(5);
  expect(ledger.every(({ status }) => status === 'ok')).toBe(true);
});
