import { expect, test } from 'vitest';
import { coverageOf } from '../../src/claim/coverage.ts';
import { findClaims } from '../../src/claim/claims.ts';
import { settleClaims } from '../../src/claim/settled-claims.ts';
import { defaultSettings } from '../../src/config/default-settings.ts';
import type { Note } from '../../src/core/note.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';
import { noteOf } from '../check/note-fixture.ts';

function claimingNote(markdown: string): Note {
  const note = noteOf(markdown);
  return { ...note, claims: settleClaims(findClaims(note), note) };
}

const bareIn = (markdown: string): string[] =>
  coverageOf(claimingNote(markdown)).bare.map(({ text, place }) => `${text} ${place?.line}:${place?.column}`);

test('a number is traced by the ledger, by a source beside it, by a claim that holds, or by its author’s word', () => {
  const { numbers, traced, by, unverifiable } = coverageOf(
    claimingNote(
      'On compte [12 lits](figure:lits). Il y a 30 agents [@rapport]. Un agent reçoit [35 usagers](figure:- "entretien").\n\n' +
        '| Poste | M€ |\n|---|---|\n| A | 31,2 |\n| B | 16,8 |\n| Total | 48,0 |\n',
    ),
  );
  expect(by).toEqual({ ledger: 1, source: 1, unverifiable: 1, claim: 3 });
  expect([numbers, traced]).toEqual([6, 6]);
  expect(unverifiable).toEqual([
    { text: '35 usagers', place: { line: 1, column: 81, endLine: 1, endColumn: 91 }, reason: 'entretien' },
  ]);
});

test.each<[string, string[]]>([
  ['Il y a 12 lits.\n\n> Et **4 500** agents.', ['12 lits 1:8', '4 500 agents 3:8']],
  ['Il y a 12 lits. Et 30 agents [@rapport].', ['12 lits 1:8']],
  ['Il y a 12 lits.[^a] Et 30 agents.\n\n[^a]: Voir [@rapport].', ['30 agents 1:24']],
  ['| a | b |\n|---|---|\n| 1 | 2 |\n\nSource : [@rapport].', []],
  ['| a | b |\n|---|---|\n| 1 | 2 |\n\nOn le voit : [@rapport].', ['1 3:3', '2 3:7']],
  ['En 2021, le 12 mars, article 3.', []],
  [
    '| Poste | M€ |\n|---|---|\n| A | 31,2 |\n| B | 16,8 |\n| Total | 47,0 |',
    ['31,2 3:7', '16,8 4:7', '47,0 5:11'],
  ],
])('what is bare in %s', (markdown, expected) => {
  expect(bareIn(markdown)).toEqual(expected);
});

test('the values of a chart are numbers, traced by its source or by the ledger', async () => {
  const chart = (source: string): string =>
    `---\ntitle: Bilan\nfigures:\n  a: { value: "12 M€", source: "Cour" }\n---\n\n:::chart\ntype: bar\ntitle: Dépense\ndata: a.csv\nunit: M€\n${source}:::\n`;
  const read = async (source: string): Promise<Note> => {
    const path = 'notes/x/note.md';
    const files = memoryFiles({
      'nsp.yaml': '',
      [path]: chart(source),
      'notes/x/a.csv': 'a;b\nx;12\ny;15\n',
    });
    const people = readPeople(files, 'people.yaml');
    const { note } = await readNote({ files, path, settings: defaultSettings(), people });
    if (!note) throw new Error('no note');
    return note;
  };
  const bare = coverageOf(await read(''));
  expect(bare.by).toMatchObject({ ledger: 1, source: 0 });
  expect(bare.bare.map(({ text, place }) => `${text} ${place?.line}`)).toEqual(['15 M€ 10']);
  expect(coverageOf(await read('source: Cour des comptes\n'))).toMatchObject({ numbers: 2, traced: 2 });
});
