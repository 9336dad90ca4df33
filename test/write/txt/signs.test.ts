import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { countSigns } from '../../../src/util/signs.ts';
import { box, emphasis, list, note, paragraph, picture, table } from '../../render/page-builder.ts';

const bodyOf = (...blocks: { mdast: Root['children'][number] }[]): Root => ({
  type: 'root',
  children: blocks.map(({ mdast }) => mdast),
});
const count = (tree: Root) => countSigns({ title: 'Un titre', summary: 'Le chapô.', tree });

test('counts spaces, and neither markup nor note calls', () => {
  const tree = bodyOf(paragraph('Douze ', emphasis('agents'), note(1), ' sur dix\u202f!'));
  expect(count(tree)).toEqual({
    title: 8,
    summary: 9,
    body: 'Douze agents sur dix\u202f!'.length,
    total: 8 + 9 + 22,
  });
});

test('paragraph ends and list marks count for nothing; titles, cells and captions count', () => {
  const cells = table({
    caption: ['Un'],
    label: 'Un',
    head: [['ab'], ['cd']],
    rows: [[['ef'], ['gh']]],
    numeric: [],
  });
  const drawing = picture({ url: 'x.svg', data: '<svg/>', alt: 'Cinq barres', caption: ['Deux'] });
  const boxed = box('encadre', ['Titre'], paragraph('texte'));
  expect(count(bodyOf(list(true, [['un'], ['deux']]))).body).toBe(6);
  expect(count(bodyOf(cells)).body).toBe(10);
  expect(count(bodyOf(drawing)).body).toBe(4);
  expect(count(bodyOf(boxed)).body).toBe(10);
});

test('a character beyond 16 bits is one sign; soft hyphens and line ends of the source are none', () => {
  expect(count(bodyOf(paragraph('\u{1f600}'))).body).toBe(1);
  expect(count(bodyOf(paragraph('ser\u00advice\n  public'))).body).toBe('service public'.length);
});

test('splitting a text into paragraphs never adds signs', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé’]{1,9}$/u), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), (paragraphs) => {
      const texts = paragraphs.map((part) => part.join(' '));
      const tree = bodyOf(...texts.map((text) => paragraph(text)));
      expect(count(tree).body).toBe(texts.join('').length);
    }),
  );
});
