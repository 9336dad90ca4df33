import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markDecoration } from '../../../src/write/pdf/content-stream.ts';

const page = { pictures: new Set([7]), bitmaps: new Set(['Im1']) };
const mark = (lines: string[]): { lines: string[]; decoration: readonly number[] } => {
  const { text, decoration } = markDecoration(lines.join('\n'), page);
  return { lines: text.split('\n'), decoration };
};

const text = ['BT', '/F4 14 Tf', '<0001> Tj', 'ET'];
const box = ['0 0 10 10 re', 'f'];

it('marks what stands outside the structure', () => {
  expect(mark(text).lines).toEqual(['/Artifact BMC', ...text, 'EMC']);
  expect(mark(box).lines).toEqual(['/Artifact BMC', ...box, 'EMC']);
  expect(mark(['/Im1 Do']).lines).toEqual(['/Artifact BMC', '/Im1 Do', 'EMC']);
});

it('leaves clipping paths and empty text alone', () => {
  const lines = ['q', '0 0 10 10 re', 'W* n', 'BT', '/F4 14 Tf', 'ET', 'Q'];
  expect(mark(lines)).toEqual({ lines, decoration: [] });
});

it('keeps content, and makes artifacts of backgrounds', () => {
  const content = ['/P <</MCID 0 >>BDC', ...box, ...text, 'EMC'];
  expect(mark(content)).toEqual({ lines: content, decoration: [] });
  const background = ['/TD <</MCID 1 >>BDC', ...box, 'EMC'];
  expect(mark(background)).toEqual({ lines: ['/Artifact BMC', ...box, 'EMC'], decoration: [1] });
  const drawing = ['/Figure <</MCID 7 >>BDC', ...box, 'EMC'];
  expect(mark(drawing)).toEqual({ lines: drawing, decoration: [] });
});

it('tells bitmaps from groups of text', () => {
  const group = ['/P <</MCID 2 >>BDC', '/Fm1 Do', 'EMC'];
  expect(mark(group).decoration).toEqual([]);
  expect(mark(['/P <</MCID 2 >>BDC', '/Im1 Do', 'EMC']).decoration).toEqual([2]);
});

it('shows no space for an unused soft hyphen', () => {
  const soft = ['/Span<</ActualText <FEFF00AD> >> BDC', '3.2 0 Td <0001> Tj', 'EMC'];
  const lines = ['/P <</MCID 0 >>BDC', 'BT', '<0002> Tj', ...soft, 'ET', 'EMC'];
  expect(mark(lines).lines).toEqual(lines.map((line) => line.replace('<0001>', '<>')));
});

it('keeps every line in order, balances what it adds, and changes nothing twice', () => {
  const piece = fc.constantFrom(
    text,
    box,
    ['q', '1 0 0 1 0 0 cm'],
    ['/Im1 Do'],
    ['/P <</MCID 3 >>BDC', ...text, 'EMC'],
    ['/TD <</MCID 4 >>BDC', ...box, 'EMC'],
    ['BT', '/Span<</ActualText <FEFF2019> >> BDC', '<0005> Tj', 'EMC', 'ET'],
    ['0 0 m', '1 1 l', 'S'],
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const once = mark(pieces.flat()).lines;
      const count = (ending: RegExp): number => once.filter((line) => ending.test(line)).length;
      expect(count(/(BDC|BMC)$/)).toBe(count(/^EMC$/));
      const added = /^(\/Artifact BMC|EMC|\/\w+ <<\/MCID \d+ >>BDC)$/;
      expect(once.filter((line) => !added.test(line))).toEqual(
        pieces.flat().filter((line) => !added.test(line)),
      );
      expect(mark(once)).toEqual({ lines: once, decoration: [] });
    }),
  );
});
