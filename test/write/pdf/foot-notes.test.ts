import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { readDestinations } from '../../../src/write/pdf/destinations.ts';
import { internalTarget } from '../../../src/write/pdf/links.ts';
import { contentOf, elementsOf, readTree } from '../../../src/write/pdf/tree.ts';
import { generateNote } from '../../support/generated-note.ts';
import { makeWorkspace, nsp } from '../../support/workspace.ts';

/** Seeds of documents whose notes stand at the foot: op-eds and press releases. */
const seeds = [3, 4, 8, 9, 13, 14, 18, 19, 23, 24];

const long = Array.from({ length: 260 }, (_, index) => `mot${index + 1}`).join(' ');
const filler = 'Un guichet ouvert se compte avec ses heures, ses agents et les personnes reçues. '.repeat(9);
const longNotes = `---
title: "Des notes plus longues que la page"
kind: op-ed
date: 2024-04-30
authors: [{ name: "Collectif des guichets", public: true }]
---

${filler}

${filler}[^1]

${filler}

Une dernière phrase.[^2]

${filler}

[^1]: Début de la longue note : ${`${long} `.repeat(5)} fin de la longue note.

[^2]: Une note[^3] qui en appelle une autre.

[^3]: La note appelée par une note.
`;

/** Builds the documents, and gives each PDF by slug. */
async function build(files: Readonly<Record<string, string>>): Promise<Map<string, Uint8Array>> {
  const root = makeWorkspace(files);
  const { status, err } = await nsp(root, ['build', '--formats', 'pdf', '--out', 'dist', '--quiet']);
  expect(err).not.toMatch(/erreur/u);
  expect(status).toBe(0);
  const slugs = Object.keys(files).flatMap((path) => /^notes\/([^/]+)\/note\.md$/u.exec(path)?.[1] ?? []);
  return new Map(slugs.map((slug) => [slug, readFileSync(join(root, 'dist', slug, `${slug}.pdf`))]));
}

/** Pages, from 1, of the first call of each note and of the note. */
function pagesOfNotes(document: PDFDocument): { note: string; called: number; stands: number | undefined }[] {
  const destinations = readDestinations(document);
  const calls = new Map<string, number>();
  for (const [index, page] of document.getPages().entries()) {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const target = internalTarget(document.context.lookup(ref, PDFDict)) ?? '';
      if (target.startsWith('note-') && !calls.has(target)) calls.set(target, index + 1);
    }
  }
  return [...calls].map(([note, called]) => ({ note, called, stands: destinations.get(note) }));
}

/** Baselines of what a page says in its notes, and of all else in its structure, by the tags; in points from the bottom. */
async function baselines(
  pdf: Uint8Array,
  document: PDFDocument,
): Promise<{ text: number[]; notes: number[] }[]> {
  const elements = [...elementsOf(readTree(document)?.kids ?? [])];
  const inNotes = new Set(
    elements
      .filter(({ role }) => role === 'Note')
      .flatMap(({ kids }) => [...contentOf(kids)].map(({ page, mcid }) => `${page.objectNumber}/${mcid}`)),
  );
  const proxy = await getDocumentProxy(new Uint8Array(pdf));
  return Promise.all(
    Array.from({ length: proxy.numPages }, async (_, index) => {
      const page = await proxy.getPage(index + 1);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const found = { text: [] as number[], notes: [] as number[] };
      let open: string[] = [];
      for (const item of items) {
        if ('type' in item) open = item.type === 'endMarkedContent' ? open.slice(0, -1) : [...open, item.id];
        else if (item.str.trim() !== '') {
          const place = open.map((id) => /^p(\d+)R_mc(\d+)$/u.exec(id)).findLast((match) => match !== null);
          if (!place) continue;
          const isNote = inNotes.has(`${place[1] ?? ''}/${place[2] ?? ''}`);
          found[isNote ? 'notes' : 'text'].push(Number(item.transform[5]));
        }
      }
      return found;
    }),
  );
}

it('sets every note at the foot of the page that calls it, under the text', async () => {
  const files = Object.assign({}, ...seeds.map((seed) => generateNote(seed).files)) as Record<string, string>;
  const pdfs = await build(files);
  let notes = 0;
  for (const [slug, pdf] of pdfs) {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    for (const { note, called, stands } of pagesOfNotes(document)) {
      expect(stands, `${slug}, ${note}`).toBe(called);
      notes += 1;
    }
    for (const [index, page] of (await baselines(pdf, document)).entries()) {
      if (page.notes.length === 0 || page.text.length === 0) continue;
      const gap = Math.min(...page.text) - Math.max(...page.notes);
      expect(gap, `${slug}, page ${index + 1}`).toBeGreaterThan(12);
    }
  }
  expect(notes).toBeGreaterThan(80);
}, 60_000);

it('lets a note that is longer than its page go on at the foot of the next ones', async () => {
  const [pdf] = (await build({ 'notes/longues/note.md': longNotes })).values();
  if (pdf === undefined) throw new Error('nothing was built');
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  for (const { called, stands } of pagesOfNotes(document)) expect(stands).toBe(called);
  const notes = [...elementsOf(readTree(document)?.kids ?? [])].filter(({ role }) => role === 'Note');
  expect(notes).toHaveLength(3);
  const pages = new Set([...contentOf(notes[0]?.kids ?? [])].map(({ page }) => page.tag));
  expect(pages.size).toBeGreaterThan(1);
  const proxy = await getDocumentProxy(new Uint8Array(pdf));
  const words: string[] = [];
  for (let index = 1; index <= proxy.numPages; index += 1) {
    const { items } = await (await proxy.getPage(index)).getTextContent();
    words.push(...items.flatMap((item) => ('str' in item ? item.str.split(/\s+/u) : [])));
  }
  const counted = words.filter((word) => /^mot\d+$/u.test(word));
  expect(counted).toHaveLength(260 * 5);
}, 60_000);
