import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChartDataFault, readChartData, type DataRequest } from '../../src/chart/chart-data.ts';
import { request } from './chart-fixture.ts';

const valuesIn = (csv: string, more: Partial<DataRequest> = {}): (string | undefined)[][] =>
  readChartData(request(csv, more)).series.map(({ values }) => values.map((one) => one?.value.toString()));

function faultOf(csv: string, more: Partial<DataRequest> = {}): ChartDataFault {
  try {
    readChartData(request(csv, more));
  } catch (error) {
    if (error instanceof ChartDataFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('the values of a CSV', () => {
  test('in French, in the writing of machines, and missing', () => {
    expect(valuesIn('a;b\nx;1 234,5\ny;-3,2\nz;1234.5\nv;\nw;n.d.\nu;−4\n')).toEqual([
      ['1234.5', '-3.2', '1234.5', undefined, undefined, '-4'],
    ]);
  });

  test('with their unit, all brought to one', () => {
    const read = readChartData(request('a;b\nx;12,3 %\ny;8 %\n'));
    expect(read.unit?.symbol).toBe('%');
    expect(read.series[0]?.values.map((one) => one?.value.toString())).toEqual(['12.3', '8']);
    expect(valuesIn('a;b\nx;1,2 Md€\ny;300 M€\n', { unit: 'M€' })).toEqual([['1200', '300']]);
  });

  test('in the columns named, a series a column', () => {
    const csv = 'année,femmes,hommes,remarque\n2020,1,2,rien\n2021,3,4,rien\n';
    expect(readChartData(request(csv)).series.map(({ name }) => name)).toEqual(['femmes', 'hommes']);
    expect(valuesIn(csv, { values: ['Hommes'] })).toEqual([['2', '4']]);
  });

  test('in rows of one series each, those of a condition', () => {
    const csv = 'année,poste,coût,zone\n2020,A,1,N\n2020,B,2,N\n2021,A,3,N\n2021,A,9,S\n';
    const read = readChartData(request(csv, { values: ['coût'], series: 'poste', where: 'zone = N' }));
    expect(read.categories).toEqual(['2020', '2021']);
    expect(
      read.series.map(({ name, values }) => [name, ...values.map((one) => one?.value.toNumber())]),
    ).toEqual([
      ['A', 1, 3],
      ['B', 2, undefined],
    ]);
  });
});

test.each<[string, string, Partial<DataRequest>, Partial<ChartDataFault>]>([
  ['no number', 'a;b\nx;1\ny;beaucoup\n', {}, { line: 3, actual: 'beaucoup' }],
  ['another unit', 'a;b\nx;1 M€\ny;2 %\n', {}, { line: 3, actual: '%' }],
  ['a series twice', 'a;s;b\nx;A;1\nx;A;2\n', { values: ['b'], series: 's' }, { line: 3 }],
  ['an unknown column', 'a;b\nx;1\n', { values: ['c'] }, { field: 'columns' }],
  ['a condition that keeps nothing', 'a;b\nx;1\n', { where: 'a = y' }, { field: 'where' }],
  ['a condition that is none', 'a;b\nx;1\n', { where: 'a' }, { field: 'where' }],
  ['nothing but missing values', 'a;b\nx;\n', { values: ['b'] }, { field: 'data' }],
  ['more than can be drawn', `a;b\n${'x;1\n'.repeat(201)}`, {}, { field: 'data' }],
])('%s is a fault at its place', (_name, csv, more, expected) => {
  expect(faultOf(csv, more)).toMatchObject(expected);
});

test('no CSV makes the reader throw anything but its fault', () => {
  const condition = fc.option(fc.string({ maxLength: 20 }), { nil: undefined });
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), condition, (csv, where) => {
      try {
        readChartData(request(`a;b\n${csv}`, { where }));
      } catch (error) {
        expect(error).toBeInstanceOf(ChartDataFault);
      }
    }),
  );
});
