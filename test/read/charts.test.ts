import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/config/default-settings.ts';
import type { Chart } from '../../src/core/chart.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote, type ReadNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';

const head = '---\ntitle: Bilan\n---\n\n';
const csv = { 'notes/x/a.csv': 'année;montant\n2020;12\n2021;15\n' };

async function read(body: string, files: Readonly<Record<string, string>> = csv): Promise<ReadNote> {
  const path = 'notes/x/note.md';
  const all = memoryFiles({ 'nsp.yaml': '', [path]: head + body, ...files });
  const people = readPeople(all, 'people.yaml');
  return readNote({ files: all, path, settings: defaultSettings(), people });
}

const chartsOf = async (body: string): Promise<readonly Chart[]> => (await read(body)).note?.charts ?? [];
const told = async (body: string): Promise<string[]> =>
  (await read(body)).findings.map(
    ({ rule, place, expected }) =>
      `${rule} ${place?.line}:${place?.column}${expected === undefined ? '' : ` ${expected}`}`,
  );

const chart = ':::chart\ntype: bar\ntitle: Dépense\ndata: a.csv\nunit: M€\n:::\n';

describe('what Markdown would make of the YAML does not matter', () => {
  test.each([
    ['stars, lists and quotation marks', chart.replace('Dépense', '"La *dépense* de l_État_ : _bilan_"')],
    [
      'a list of columns',
      chart.replace('unit:', 'columns:\n  label: année\n  values:\n    - montant\nunit:'),
    ],
    ['a quotation', `> ${chart.trim().replace(/\n/gu, '\n> ')}\n`],
    ['a list', `- Voici.\n\n  ${chart.trim().replace(/\n/gu, '\n  ')}\n`],
    ['a comment of YAML', chart.replace('unit:', '# une remarque\nunit:')],
  ])('%s', async (_name, body) => {
    const [found] = await chartsOf(body);
    expect(found?.series[0]?.values.map((one) => one?.value.toNumber())).toEqual([12, 15]);
    expect(found?.unit?.symbol).toBe('M€');
  });
});

test('faults have their place in the author’s file, and what is meant', async () => {
  expect(await told(chart.replace('unit:', 'titel: x\nunite:'))).toEqual([
    'chart/unknown-key 9:1 title',
    'chart/unknown-key 10:1 unit',
  ]);
  expect(await told(chart.replace('type: bar', 'type: barres'))).toEqual(['chart/value 6:7 bar']);
  expect(await told(chart.replace('data: a.csv\n', ''))).toEqual(['chart/value 5:1']);
  expect(await told(`> ${chart.replace('bar', 'camembert').trim().replace(/\n/gu, '\n> ')}\n`)).toEqual([
    'chart/value 6:9',
  ]);
});

test('a block without its end, or with its title in brackets, says so', async () => {
  expect(await told(chart.slice(0, -4))).toEqual(['chart/syntax 5:1 :::']);
  expect(await told(chart.replace(':::chart', ':::chart[Un titre]'))).toEqual([
    'chart/value 5:1 title: "Un titre"',
  ]);
});

test('a title without quotation marks is mended and told', async () => {
  expect(await told(chart.replace('Dépense', 'Dépense : bilan'))).toEqual([
    expect.stringMatching(/^chart\/syntax 7:/u),
  ]);
});

test('no file outside the workspace is read, and none that is private', async () => {
  const outside = await chartsOf(chart.replace('a.csv', '../../../a.csv'));
  expect(outside[0]?.faults).toHaveLength(1);
  const path = 'notes/x/note.md';
  const files = memoryFiles({ 'nsp.yaml': '', [path]: head + chart, ...csv });
  const settings = { ...defaultSettings(), privateFiles: ['notes/x/*.csv'] };
  const { note } = await readNote({ files, path, settings, people: readPeople(files, 'people.yaml') });
  expect(note?.charts?.[0]?.faults).toHaveLength(1);
  expect(note?.tables?.size).toBe(0);
});

test('its CSV is among the tables that are searched for private names', async () => {
  const { note } = await read(chart);
  expect([...(note?.tables ?? [])]).toEqual([['notes/x/a.csv', csv['notes/x/a.csv']]]);
});
