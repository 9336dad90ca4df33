import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markDecoration } from '../../../src/write/pdf/content-stream.ts';

const page = { height: 842, pictures: new Set([7]), bitmaps: new Set(['Im1']) };
const layout = '/Artifact <</Type /Layout >>BDC';
const mark = (lines: string[]): { lines: string[]; decoration: readonly number[] } => {
  const { text, decoration } = markDecoration(lines.join('\n'), page);
  return { lines: text.split('\n'), decoration };
};

const text = ['BT', '/F4 14 Tf', '<0001> Tj', 'ET'];
const box = ['0 0 10 10 re', 'f'];

it('marks what stands outside the structure', () => {
  expect(mark(box).lines).toEqual([layout, ...box, 'EMC']);
  expect(mark(['/Im1 Do']).lines).toEqual([layout, '/Im1 Do', 'EMC']);
  expect(mark([...box, ...box, 'q', ...box]).lines).toEqual([
    layout,
    ...box,
    ...box,
    'EMC',
    'q',
    layout,
    ...box,
    'EMC',
  ]);
});

it('tells the head and the foot of a page', () => {
  const at = (y: number): string[] => [
    '.75 0 0 -.75 0 842 cm',
    'BT',
    `1 0 0 -1 90 ${y} Tm`,
    '<0001> Tj',
    'ET',
  ];
  const kind = (y: number): string | undefined => mark(at(y)).lines[1];
  expect(kind(60)).toBe('/Artifact <</Type /Pagination /Subtype /Header >>BDC');
  expect(kind(1066)).toBe('/Artifact <</Type /Pagination /Subtype /Footer >>BDC');
  expect(kind(500)).toBe(layout);
});

it('tells where pictures stand', () => {
  const drawing = [
    '/Figure <</MCID 7 >>BDC',
    'q',
    '2 0 0 -2 100 800 cm',
    ...box,
    '20 30 m',
    '40 30 l',
    'S',
    'Q',
  ];
  const { boxes } = markDecoration([...drawing, 'EMC', '0 0 500 500 re', 'f'].join('\n'), page);
  expect([...boxes]).toEqual([[7, [100, 740, 180, 800]]]);
  const bitmap = ['/Figure <</MCID 7 >>BDC', 'q', '90 0 0 40 10 20 cm', '/Im1 Do', 'Q', 'EMC'];
  expect([...markDecoration(bitmap.join('\n'), page).boxes]).toEqual([[7, [10, 20, 100, 60]]]);
});

it('leaves clipping paths and empty text alone', () => {
  const lines = ['q', '0 0 10 10 re', 'W* n', 'BT', '/F4 14 Tf', 'ET', 'Q'];
  expect(mark(lines)).toEqual({ lines, decoration: [] });
});

it('keeps content, and makes artifacts of backgrounds', () => {
  const content = ['/P <</MCID 0 >>BDC', ...box, ...text, 'EMC'];
  expect(mark(content)).toEqual({ lines: content, decoration: [] });
  const background = ['/TD <</MCID 1 >>BDC', ...box, 'EMC'];
  expect(mark(background)).toEqual({ lines: [layout, ...box, 'EMC'], decoration: [1] });
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
  expect(mark(lines).lines).toEqual([...lines.slice(0, 3), '3.2 0 Td <> Tj', 'ET', 'EMC']);
});

it('leaves no soft hyphen in the text of a ligature', () => {
  const ligature = (hex: string): string[] => [`/Span<</ActualText <${hex}> >> BDC`, '<0001> Tj', 'EMC'];
  const within = (lines: string[]): string[] => ['/P <</MCID 0 >>BDC', 'BT', ...lines, 'ET', 'EMC'];
  expect(mark(within(ligature('FEFF006600AD0066'))).lines).toEqual(within(ligature('FEFF00660066')));
  const other = within(ligature('FEFF100A0DAD'));
  expect(mark(other).lines).toEqual(other);
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
      const added = /^(\/Artifact <<.*BDC|EMC|\/\w+ <<\/MCID \d+ >>BDC)$/;
      expect(once.filter((line) => !added.test(line))).toEqual(
        pieces.flat().filter((line) => !added.test(line)),
      );
      expect(mark(once)).toEqual({ lines: once, decoration: [] });
    }),
  );
});
