import type { Element, Root } from 'hast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageNote } from '../../src/core/page.ts';
import { toHtml } from '../../src/render/html.ts';
import { placeSideNotes } from '../../src/render/side-notes.ts';
import type { Block } from './page-builder.ts';
import { box, heading, list, note, paragraph, quote, table } from './page-builder.ts';
import { factsOf, textOf } from './html-facts.ts';

const label = (number: number): string => `Retour ${number}`;
const rootOf = (blocks: readonly Block[]): Root => ({
  type: 'root',
  children: blocks.map(({ hast }) => hast),
});

function notesOf(
  count: number,
  content: (number: number) => Block = (n) => paragraph(`texte ${n}.`),
): PageNote[] {
  return Array.from({ length: count }, (_, index) => {
    const { mdast, hast } = content(index + 1);
    return { number: index + 1, calls: 1, mdast: [mdast], hast: [hast] };
  });
}

const place = (blocks: readonly Block[], notes: readonly PageNote[]): string =>
  toHtml(placeSideNotes(rootOf(blocks), notes, label).children);

const blockOf: Readonly<Record<string, (call: number) => Block>> = {
  paragraph: (call) => paragraph('Mot', note(call), ' suite.'),
  heading: (call) => heading(2, `h${call}`, 'Titre', note(call)),
  list: (call) => list(false, [['un'], ['deux', note(call)]]),
  quote: (call) => quote(paragraph('cité', note(call))),
  box: (call) => box('encadre', ['Titre'], paragraph('dans', note(call))),
  table: (call) =>
    table({
      caption: ['c'],
      label: 'c',
      head: [['a'], ['b']],
      rows: [[['x'], ['1', note(call)]]],
      numeric: [1],
    }),
};

describe('side notes', () => {
  it('stand right after their call in running text', () => {
    const html = place([paragraph('Mot', note(1), ' suite.')], notesOf(1));
    expect(html).toContain(
      '</sup><span class="side-note" id="note-1"><a class="side-note-number" href="#appel-1"',
    );
    expect(textOf(html)).toBe('Mot11 texte 1. suite.');
  });

  it('of a heading or a table open the next paragraph', () => {
    for (const kind of ['heading', 'table'] as const) {
      const html = place([blockOf[kind]!(1), paragraph('Suite.')], notesOf(1));
      expect(html).toMatch(/<p><span class="side-note" id="note-1">.*<\/span>Suite\.<\/p>$/su);
    }
  });

  it('of a box that ends the text stand in a line of their own', () => {
    const html = place([blockOf['box']!(1)], notesOf(1));
    expect(html).toMatch(/<\/aside><p class="side-note-line"><span class="side-note" id="note-1">/u);
  });

  it('are set once, beside the first of several calls', () => {
    const html = place([paragraph('a', note(1), 'b', note(1, 2))], notesOf(1));
    expect(factsOf(`<body>${html}`).ids).toEqual(['appel-1', 'note-1', 'appel-1-2']);
  });

  it('called in a note follow it', () => {
    const notes = notesOf(2, (n) => (n === 1 ? paragraph('voir', note(2)) : paragraph('fin')));
    const html = place([paragraph('a', note(1))], notes);
    expect(factsOf(`<body>${html}`).ids).toEqual(['appel-1', 'note-1', 'appel-2', 'note-2']);
  });

  it('are phrasing, whatever blocks they hold', () => {
    const notes = notesOf(1, () => quote(paragraph('un'), list(true, [['deux'], ['trois']])));
    const html = place([paragraph('a', note(1))], notes);
    expect(html).not.toMatch(/<(?:blockquote|ol|li|p)[\s>].*<(?:blockquote|ol|li|p)[\s>]/su);
    expect(textOf(html)).toContain('un deux · trois');
  });

  it('lose no note and no word, wherever the calls stand', () => {
    const kinds = fc.array(fc.constantFrom(...Object.keys(blockOf)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(kinds, (names) => {
        const blocks = names.map((name, index) => blockOf[name]!(index + 1));
        const root = rootOf(blocks);
        const before = toHtml(root.children);
        const after = toHtml(placeSideNotes(root, notesOf(names.length), label).children);
        const numbers = names.map((_, index) => `note-${index + 1}`);
        expect(factsOf(`<body>${after}`).ids.filter((id) => id.startsWith('note-'))).toEqual(numbers);
        const withoutNotes = after
          .replace(/<span class="side-note".*?<\/span>/gsu, '')
          .replace(/<p class="side-note-line"><\/p>/gu, '');
        expect(withoutNotes).toBe(before);
        expect(toHtml(root.children)).toBe(before);
      }),
    );
  });

  it('that nothing calls are kept at the end', () => {
    const placed = placeSideNotes(rootOf([paragraph('a')]), notesOf(1), label);
    expect((placed.children.at(-1) as Element).properties.className).toEqual(['side-note-line']);
  });
});
