import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/config/default-settings.ts';
import type { Evidence } from '../../src/core/evidence.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';
import { readSources } from '../../src/source/read-sources.ts';

const bib = `@report{a, title = {Bilan des guichets du département}, author = {Bureau}, institution = {Bureau}, date = {2021}}
@report{b, title = {Autre rapport}, author = {Bureau}, institution = {Bureau}, date = {2021}}
@report{c, title = {Report}, author = {Office}, institution = {Office}, date = {2021}, langid = {english}}
@article{d, title = {Essai}, author = {Bureau}, journaltitle = {Revue}, date = {2021}, pages = {112--120}}
`;
const quoted = 'Les guichets ferment un à un dans tout le département.';
const other = 'Les écoles ouvrent une à une dans toute la région.';
const absent = 'Les trains roulent deux par deux sur toute la ligne.';
const copies = {
  'notes/x/sources/a.txt': `Avant-propos sans rapport avec le sujet.\n${quoted}\n`,
  'notes/x/sources/c.html': '<p>The counters of the office close one by one.</p>',
  'notes/x/sources/d.txt': `Une première page de cet essai.\f${quoted}\fUne dernière page de cet essai.`,
};

async function evidenceOf(body: string, figures = ''): Promise<readonly Evidence[]> {
  const path = 'notes/x/note.md';
  const source = `---\ntitle: Bilan\nbibliography: refs.bib\n${figures}---\n\n${body}\n`;
  const files = memoryFiles({ 'nsp.yaml': '', [path]: source, 'notes/x/refs.bib': bib, ...copies });
  const people = readPeople(files, 'people.yaml');
  const { note } = await readNote({ files, path, settings: defaultSettings(), people });
  if (!note) throw new Error('the note cannot be read');
  return (await readSources(note, files)).evidence;
}

async function statesOf(body: string): Promise<string[]> {
  return (await evidenceOf(body)).map(({ key, state }) => `${key} ${state}`);
}

describe('a quotation is looked for in the work that it cites', () => {
  test.each([
    ['right after it', `« ${quoted} » [@a]`, ['a found']],
    ['after a full stop', `« ${quoted} ». [@a, p. 3]`, ['a found']],
    ['before it', `Selon @a, « ${quoted} »`, ['a found']],
    ['in a footnote', `« ${quoted} »[^1]\n\n[^1]: Voir [@a].`, ['a found']],
    ['in a block', `> ${quoted}\n>\n> — Bureau [@a]`, ['a found']],
    ['after a block', `> ${quoted}\n\nAinsi parle le bureau [@a].`, ['a found']],
    ['quoted by a block', `> Le bureau écrit : « ${quoted} » [@a]`, ['a found']],
    ['one of two', `« ${quoted} » [@b; @a]`, ['a found']],
    ['each its own', `« ${quoted} » [@a], mais « ${other} » [@b].`, ['a found', 'b unknown']],
    ['absent', `« ${absent} » [@a]`, ['a absent']],
    ['absent, but one has no copy', `« ${absent} » [@a; @b]`, ['a unknown']],
    ['absent, but nobody knows which', `Selon @a, « ${absent} », dit ailleurs @b.`, ['a unknown']],
    ['a few words that a citation touches', `Les « écoles ouvrent une » [@a]`, ['a absent']],
    ['a few words that none touches', `La « modernisation sans fin » du pays, selon un bilan [@a].`, []],
    ['the title itself', `« Bilan des guichets du département » [@a]`, ['a unknown']],
    ['a translation', `« ${absent} » [@a] (notre traduction).`, ['a unknown']],
    ['a work in another language', `« Les guichets du bureau ferment un par un » [@c]`, ['c unknown']],
    ['no copy', `« ${quoted} » [@b]`, ['b unknown']],
    ['no citation', `« ${quoted} »`, []],
  ])('%s', async (_name, body, expected) => {
    expect(await statesOf(body)).toEqual(expected);
  });

  test('pages count from the first page of the work too', async () => {
    for (const [page, expected] of [
      ['113', true],
      ['2', true],
      ['114', false],
    ] as const) {
      const [evidence] = await evidenceOf(`« ${quoted} » [@d, p. ${page}]`);
      expect(evidence).toMatchObject({
        key: 'd',
        state: 'found',
        isOnCitedPage: expected,
        passage: { page: '2' },
      });
    }
    const [chapter] = await evidenceOf(`« ${quoted} » [@d, chap. 3]`);
    expect(chapter).not.toHaveProperty('isOnCitedPage');
  });
});

test('a figure that is computed, or a date, is not looked for', async () => {
  const figures = `figures:
  jour: { value: "30 avril 2021", source: "@a" }
  nombre: { value: "4 512 agents", source: "@a" }
  double: { formula: "nombre * 2", source: "@a" }
  peu: { value: "3 lits", source: "@d" }
`;
  const evidence = await evidenceOf('Rien.', figures);
  expect(evidence.map(({ figure, state }) => `${figure ?? ''} ${state}`)).toEqual([
    'jour unknown',
    'nombre absent',
    'peu absent',
  ]);
});
