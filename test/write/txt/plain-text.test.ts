import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainBlocks, plainLinks, plainNotes, type PlainContext } from '../../../src/render/plain-text.ts';
import { wrapText } from '../../../src/util/wrap-text.ts';
import type { Block } from '../../render/page-builder.ts';
import {
  box,
  emphasis,
  heading,
  link,
  list,
  note,
  paragraph,
  quote,
  table,
  testimony,
} from '../../render/page-builder.ts';
import { pageFixture } from '../../render/page-fixture.ts';

const context = (width?: number): PlainContext => ({
  width,
  words: { picture: 'Image', colon: '\u00a0: ' },
  base: 'https://exemple.example/notes/x.html',
  links: [],
});
const set = (block: Block, inside = context()): string => plainBlocks([block.mdast], inside);

test('sets words without markup, calls and links in brackets', () => {
  const inside = context();
  const text = set(
    paragraph(
      'Un ',
      emphasis('mot'),
      note(3),
      ', ',
      link('https://a.example/b', 'un lien'),
      ' et ',
      link('../y.html', 'un autre'),
      '.',
    ),
    inside,
  );
  expect(text).toBe('Un mot[3], un lien\u00a0[a] et un autre\u00a0[b].');
  expect(plainLinks(inside)).toBe('[a] https://a.example/b\n[b] https://exemple.example/y.html');
});

test('an address that is its own words is printed once, and an unsafe one never', () => {
  expect(set(paragraph(link('https://www.a.example/', 'a.example')))).toBe('https://www.a.example/');
  expect(set(paragraph(link('mailto:a@b.example', 'a@b.example')))).toBe('a@b.example');
  expect(set(paragraph(link('javascript:alert(1)', 'clic')))).toBe('clic');
});

test('indents lists, boxes, quotations and testimonies', () => {
  expect(set(list(true, [['un'], ['deux']]))).toBe('1. un\n2. deux');
  expect(set(box('encadre', ['Titre'], paragraph('Texte')))).toBe('    Titre\n\n    Texte');
  expect(set(quote(paragraph('Texte')))).toBe('    Texte');
  expect(set(testimony('Julie', paragraph('Texte')))).toBe('    Texte\n    — Julie');
});

test('underlines headings in a wrapped text alone', () => {
  expect(set(heading(2, 'x', 'Un titre'))).toBe('Un titre');
  expect(set(heading(2, 'x', 'Un titre'), context(72))).toBe('Un titre\n--------');
});

const small = {
  caption: ['Légende'],
  label: '',
  head: [['Poste'], ['Montant']],
  rows: [
    [['Achats'], ['1\u202f200']],
    [['Total'], ['43']],
  ],
  numeric: [1],
};

test('aligns the columns of a table that fits the line', () => {
  expect(set(table(small), context(72)).split('\n')).toEqual([
    'Légende',
    '',
    'Poste   Montant',
    '------  -------',
    'Achats    1\u00a0200',
    'Total        43',
  ]);
});

test('a table too wide for the line goes row after row, each cell after its head', () => {
  expect(set(table(small), context(10))).toBe(
    'Légende\n\nPoste\u00a0: Achats\n  Montant\u00a0: 1\u00a0200\n\nPoste\u00a0: Total\n  Montant\u00a0: 43',
  );
});

test('numbers the notes and gives their addresses in full', () => {
  const notes = plainNotes(pageFixture(), context());
  expect(notes.split('\n').filter((line) => /^\[\d+\] /u.test(line))).toHaveLength(14);
  expect(notes).toContain('fondation-igd.org <https://www.fondation-igd.org/la-gestion-deleguee>.');
});

test('the whole fixture keeps every line within the width, addresses and tables apart', () => {
  const lines = plainBlocks(pageFixture().mdast.children, context(72)).split('\n');
  expect(lines.filter((line) => line.length > 72)).toEqual([]);
});

test('wrapping loses nothing, and no line with a plain space is too long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z\u00a0]{1,30}$/u)),
      fc.integer({ min: 1, max: 40 }),
      (words, width) => {
        const lines = wrapText(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        expect(lines.filter((line) => line.length > width && line.includes(' '))).toEqual([]);
      },
    ),
  );
});
