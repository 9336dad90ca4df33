import type { Element } from 'hast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedApart } from '../../src/chart/apart.ts';
import { drawChart } from '../../src/chart/draw.ts';
import { chartPalette } from '../../src/chart/palette.ts';
import type { Plot } from '../../src/chart/plot.ts';
import { textWidth, wrapWords } from '../../src/chart/text-width.ts';
import { squaresOf } from '../../src/chart/waffles.ts';
import { chartTypes } from '../../src/core/chart.ts';
import { hastText } from '../../src/util/hast-text.ts';
import { plotOf } from './chart-fixture.ts';

const colours = { primary: '#06708E', ink: '#0C3B49', accent: '#812E2E', positive: '#01A98D' };
const palette = chartPalette(colours, '#ffffff');
const widths = [
  { width: 457, size: 11.7 },
  { width: 640, size: 15 },
  { width: 335, size: 14 },
  { width: 560, size: 14 },
];

const draw = (plot: Plot, frame = widths[0]!): Element => drawChart(plot, { ...frame, palette });

function* all(node: Element, dy = 0): Generator<{ node: Element; dy: number }> {
  const shift = /translate\(0 ([-\d.]+)\)/u.exec(JSON.stringify(node.properties))?.[1] ?? 0;
  const moved = dy + Number(shift);
  yield { node, dy: moved };
  for (const child of node.children) if (child.type === 'element') yield* all(child, moved);
}

const named = (drawing: Element, tagName: string): Element[] =>
  [...all(drawing)].map(({ node }) => node).filter((node) => node.tagName === tagName);
const filled = (drawing: Element, fill: string | undefined): Element[] =>
  named(drawing, 'rect').filter(({ properties }) => properties.fill === fill);
const texts = (drawing: Element): string[] =>
  named(drawing, 'text').map((node) => hastText(node).replace(/[\u00a0\u202f]/gu, ' '));

/** Every number is one, and every word stands inside the drawing. */
function expectSound(drawing: Element): void {
  const [width, height] = [Number(drawing.properties.width), Number(drawing.properties.height)];
  for (const { node, dy } of all(drawing)) {
    for (const value of Object.values(node.properties))
      expect(String(value)).not.toMatch(/NaN|Infinity|undefined/u);
    if (node.tagName !== 'text') continue;
    const { x, y, fontSize, fontWeight, textAnchor } = node.properties;
    const weight = fontWeight === undefined ? 'regular' : 'semibold';
    const length = textWidth(hastText(node), Number(fontSize), weight);
    const shift = textAnchor === 'end' ? length : textAnchor === 'middle' ? length / 2 : 0;
    expect(Number(x) - shift, hastText(node)).toBeGreaterThanOrEqual(-1);
    expect(Number(x) - shift + length, hastText(node)).toBeLessThanOrEqual(width + 1);
    expect(Number(y) + dy).toBeLessThanOrEqual(height + 1);
    expect(Number(y) + dy).toBeGreaterThan(0);
  }
}

const csvs: Readonly<Record<string, string>> = {
  'long names':
    'poste;a;b\nÉducation nationale et jeunesse, enseignement scolaire public du premier degré;12;4\nAnticonstitutionnellement-interministérialisation;3;8\n',
  'one value': 'poste;a\nSanté;12\n',
  'sixty values': `poste;a\n${Array.from({ length: 60 }, (_, index) => `Département ${index};${(index * 37) % 101}`).join('\n')}\n`,
  'sixty years': `année;a\n${Array.from({ length: 60 }, (_, index) => `${1964 + index};${index * 3 - 20}`).join('\n')}\n`,
  'negative values': 'poste;a;b\nA;-12,5;3\nB;4;-7\nC;0;0\n',
  'missing values': 'poste;a;b\nA;;3\nB;4;\nC;;\nD;n.d.;1\n',
  ties: 'année;a;b;c;d\n2020;10;10;10;10\n2021;20;20;20;20\n',
  'all zero': 'poste;a\nA;0\nB;0\n',
  'near values': 'année;a\n2020;1000\n2021;1002\n2022;1001\n',
  'large numbers': 'poste;a\nA;123 456 789 012\nB;987 654 321\n',
};

describe.each(chartTypes)('%s', (type) => {
  const cases = Object.entries(csvs).filter(([name]) => !(type === 'slope' && name === 'one value'));
  test.each(cases)('%s: sound at every width', (_name, csv) => {
    for (const frame of widths) expectSound(draw(plotOf({ type, csv, unit: '%' }), frame));
  });

  test('the same drawing each time', () => {
    const source = { type, csv: 'année;a;b\n2020;1;2\n2021;3;5\n', unit: 'M€' };
    expect(JSON.stringify(draw(plotOf(source)))).toBe(JSON.stringify(draw(plotOf(source))));
  });

  test('whatever the values', () => {
    const value = fc.option(fc.integer({ min: -100_000, max: 100_000 }), { nil: null });
    const rows = fc.array(fc.tuple(fc.string({ maxLength: 30 }), value, value), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(...widths), (cells, frame) => {
        const lines = cells.map(
          ([label, one, other]) => `x${label.replace(/[;"\n\r]/gu, ' ')};${one ?? ''};${other ?? ''}`,
        );
        expectSound(draw(plotOf({ type, csv: `a;b;c\nx;1;2\n${lines.join('\n')}\n`, unit: 'M€' }), frame));
      }),
      { numRuns: 25 },
    );
  });
});

test('bars are as long as their values, from one base line', () => {
  const drawing = draw(plotOf({ type: 'bar', csv: 'a;b\nx;50\ny;100\nz;-25\n', unit: 'M€' }));
  const [x, y, z] = filled(drawing, palette.series[0]).map(({ properties }) => ({
    x: Number(properties.x),
    width: Number(properties.width),
  }));
  expect(y!.width / x!.width).toBeCloseTo(2, 1);
  expect(z!.width / x!.width).toBeCloseTo(0.5, 1);
  expect(z!.x + z!.width).toBeCloseTo(x!.x, 1);
  expect(texts(drawing)).toEqual(expect.arrayContaining(['50 M€', '100 M€', '−25 M€']));
});

test('numbers are French or English, the unit stands above where it is long', () => {
  const drawing = draw(plotOf({ type: 'bar', csv: 'a;b\nx;1234,5\n', unit: 'agents' }));
  expect(texts(drawing)).toEqual(expect.arrayContaining(['En agents', '1 234,5']));
  const english = plotOf({ type: 'bar', csv: 'a;b\nx;1234.5\n', unit: 'M€', lang: 'en' });
  expect(texts(draw(english))).toContain('€1,234.5m');
});

test('order, and what is brought out', () => {
  const csv = 'a;b\nx;2\ny;\nz;9\n';
  expect(plotOf({ type: 'bar', csv, order: 'descending' }).categories).toEqual(['z', 'x', 'y']);
  expect(plotOf({ type: 'bar', csv, order: 'ascending' }).categories).toEqual(['x', 'z', 'y']);
  const names = plotOf({ type: 'bar', csv: 'a;b\nÉcole;1\nEau;2\n', order: 'alphabetical' }).categories;
  expect(names).toEqual(['Eau', 'École']);
  const drawing = draw(plotOf({ type: 'bar', csv, highlight: ['Z'] }));
  expect(filled(drawing, palette.series[0])).toHaveLength(1);
  expect(filled(drawing, palette.neutral)).toHaveLength(1);
});

test('years are columns, and the names of lines stand at their ends instead of a legend', () => {
  const csv = 'année;Titulaires;Contractuels\n2010;60;20\n2020;50,2;32\n';
  const lines = texts(draw(plotOf({ type: 'line', csv, unit: '%' })));
  expect(lines).toEqual(expect.arrayContaining(['Titulaires 50,2 %', 'Contractuels 32 %']));
  expect(lines.filter((text) => text.startsWith('Titulaires'))).toHaveLength(1);
  const columns = draw(plotOf({ type: 'bar', csv: 'année;b\n2020;5\n2021;10\n', unit: 'M€' }));
  const [five, ten] = filled(columns, palette.series[0]).map(({ properties }) => properties);
  expect(five!.width).toBe(ten!.width);
  expect(Number(ten!.height) / Number(five!.height)).toBeCloseTo(2, 1);
});

test('a line stops where a value is missing', () => {
  const csv = 'année;a\n2010;1\n2011;2\n2012;\n2013;3\n2014;4\n';
  const drawing = draw(plotOf({ type: 'line', csv, unit: '%' }));
  const curves = named(drawing, 'path').filter(({ properties }) => properties.stroke === palette.series[0]);
  expect(String(curves[0]!.properties.d).match(/M/gu)).toHaveLength(2);
});

test('a minimum is kept for lines', () => {
  const csv = 'année;a\n2010;60\n2020;80\n';
  const shown = texts(draw(plotOf({ type: 'line', csv, unit: '%', minimum: 50 })));
  expect(shown).toContain('50 %');
  expect(shown).not.toContain('40 %');
});

test('squares are a hundred for a whole, and as many as the share for one alone', () => {
  expect(squaresOf([27, 4.8, 68.2], true)).toEqual([27, 5, 68]);
  expect(squaresOf([80], true)).toEqual([80]);
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (values) => {
      const sum = squaresOf(values, false).reduce((total, count) => total + count, 0);
      expect(sum).toBe(values.some((value) => value > 0) ? 100 : 0);
    }),
  );
});

test('labels moved apart do not cover one another', () => {
  const label = fc.record({ y: fc.integer({ min: 0, max: 200 }), height: fc.constant(10) });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 12 }), (wanted) => {
      const placed = movedApart(wanted, 0, 200).toSorted((a, b) => a - b);
      for (const [index, y] of placed.entries()) {
        expect(y).toBeGreaterThanOrEqual(4.99);
        expect(y).toBeLessThanOrEqual(195.01);
        if (index > 0) expect(y - placed[index - 1]!).toBeGreaterThanOrEqual(9.99);
      }
    }),
  );
});

test('words wrap in their width, and what has no room ends in an ellipsis', () => {
  const lines = wrapWords('un deux trois quatre cinq six', { width: 60, size: 12, lines: 2 });
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/u);
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(60);
});
