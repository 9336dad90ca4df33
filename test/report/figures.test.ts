import { expect, test } from 'vitest';
import { findClaims } from '../../src/claim/claims.ts';
import { settleClaims } from '../../src/claim/settled-claims.ts';
import { defaultSettings } from '../../src/config/default-settings.ts';
import type { Note } from '../../src/core/note.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';
import { figuresReport, figuresTable } from '../../src/report/figures.ts';

async function noteOf(text: string, more: Readonly<Record<string, string>> = {}): Promise<Note> {
  const path = 'notes/x/note.md';
  const files = memoryFiles({ 'nsp.yaml': '', [path]: text, ...more });
  const people = readPeople(files, 'people.yaml');
  const { note } = await readNote({ files, path, settings: defaultSettings(), people });
  if (!note) throw new Error('not read');
  return { ...note, claims: settleClaims(findClaims(note), note) };
}

const bib = { 'notes/x/refs.bib': '@misc{rapport2021, title = {Rapport}}' };

const example = `---
title: "Bilan"
figures:
  externalisation: { value: "160 Md€", label: "Externalisation, par an", source: "@rapport2021, p. 3", as-of: 2021 }
  conseil: { value: "11,35 M€", source: "@rapport2021" }
  part: { formula: "conseil / externalisation", unit: "%", stated: "0,01 %" }
  repondants: { from: "data/enquete.csv", formula: "count()", unit: "personnes" }
  nu: { value: "12 lits" }
  faux: { formula: "inconnu / 2" }
  jour: { value: "30 avril 2021", source: "@rapport2021" }
---

Le conseil pèse **[0,01 %](figure:part)** des [160 milliards d’euros](figure:externalisation).

Ou bien [0,1 %](figure:part), et [](figure:repondants).
`;
const files = { ...bib, 'notes/x/data/enquete.csv': 'reponse\noui\nnon\noui\n' };

test('the report is the contract’s', async () => {
  const note = await noteOf(example, files);
  const report = JSON.parse(JSON.stringify(figuresReport([note]))) as {
    version: number;
    documents: { path: string; ledger: Record<string, unknown>[]; claims: unknown[]; coverage: unknown }[];
  };
  const [document] = report.documents;
  expect(report.version).toBe(1);
  expect(Object.keys(document ?? {})).toEqual(['path', 'ledger', 'claims', 'coverage']);
  expect(document?.path).toBe('notes/x/note.md');
  expect(document?.ledger[0]).toEqual({
    id: 'externalisation',
    label: 'Externalisation, par an',
    value: 160,
    unit: 'Md€',
    formula: null,
    inputs: [],
    source: '@rapport2021, p. 3',
    stated: [{ text: '160 milliards d’euros', line: 13, column: 48 }],
    status: 'ok',
  });
  expect(document?.ledger[2]).toEqual({
    id: 'part',
    label: null,
    value: 0.00709375,
    unit: '%',
    formula: 'conseil / externalisation',
    inputs: ['conseil', 'externalisation'],
    source: null,
    stated: [
      { text: '0,01 %', line: 13, column: 20 },
      { text: '0,1 %', line: 15, column: 10 },
    ],
    status: 'mismatch',
  });
  expect(document?.ledger.map(({ id, value, unit, status }) => [id, value, unit, status])).toEqual([
    ['externalisation', 160, 'Md€', 'ok'],
    ['conseil', 11.35, 'M€', 'ok'],
    ['part', 0.00709375, '%', 'mismatch'],
    ['repondants', 3, 'personnes', 'ok'],
    ['nu', 12, 'lits', 'unsourced'],
    ['faux', null, null, 'unknown-input'],
    ['jour', '2021-04-30', 'date', 'ok'],
  ]);
  expect(document?.ledger[3]?.['stated']).toEqual([{ text: '3\u00a0personnes', line: 15, column: 34 }]);
  expect(document?.coverage).toEqual({ numbers: 4, traced: 4, bare: [], unverifiable: [] });
});

const coverage = async (body: string) => {
  const report = figuresReport([await noteOf(`---\ntitle: "Bilan"\n---\n\n${body}\n`, bib)]);
  const { documents } = report as { documents: [{ coverage: { numbers: number; traced: number } }] };
  const { numbers, traced } = documents[0].coverage;
  return [numbers, traced];
};

test.each([
  ['Rien à compter.', 0, 0],
  ['En 2021, le 12 mars à 16 h 45, article 3, p. 12, la 12e fois.', 0, 0],
  ['Il y a 12 lits et 4 500 agents.', 2, 0],
  ['Il y a 12 lits et 4 500 agents [@rapport2021].', 2, 2],
  ['Il y a 12 lits. Et 4 500 agents [@rapport2021].', 2, 1],
  ['Il y a 12 lits[^a]. Et 4 agents[^b].\n\n[^a]: Voir @rapport2021.\n\n[^b]: Une remarque.', 2, 1],
  ['Le code `12 lits` et [l’adresse](https://exemple.fr/12/34).', 0, 0],
  ['# Les 3 axes de 2021\n\n- 12 lits\n- *13* lits', 3, 0],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 2, 0],
  ['Un **taux de 12** % [@rapport2021]', 1, 1],
])('coverage of %s', async (body, numbers, traced) => {
  expect(await coverage(body)).toEqual([numbers, traced]);
});

test('the table shows each figure, its calculation, its source and its state, in both languages', async () => {
  const note = await noteOf(example, files);
  const french = figuresTable([note], { lang: 'fr', color: false, width: 100 }).replace(
    /[\u00a0\u202f]/gu,
    ' ',
  );
  const lines = french.split('\n');
  const rowOf = (id: string) => lines.findIndex((line) => line.startsWith(`  ${id} `));
  expect(lines[0]).toBe('notes/x/note.md');
  expect(lines[rowOf('part')]).toMatch(/0,01 % .*0,01 % \(l\. 13\), 0,1 % \(l\. 15\) +à corriger$/u);
  expect(lines[rowOf('part') + 1]).toBe('    11,35 M€ ÷ 160 Md€ = 0,0071 %, arrondi à 0,01 %');
  expect(lines[rowOf('conseil') + 1]).toBe('    Source : @rapport2021');
  expect(lines[rowOf('nu')]).toMatch(/sans source$/u);
  expect(lines[rowOf('faux')]).toMatch(/— +— +non calculé$/u);
  expect(french).toContain('Nombres du texte : 4, dont 4 rattachés (4 au registre).');
  const states = ['externalisation', 'conseil', 'part'].map((id) =>
    lines[rowOf(id)]?.search(/juste|à corriger/u),
  );
  expect(new Set(states).size).toBe(1);
  const english = figuresTable([note], { lang: 'en', color: false });
  expect(english).toContain('€11.35m ÷ €160bn = 0.0071%, rounded to 0.01%');
  expect(english).not.toContain('\u001b');
});

test('the table fits a narrow terminal, has colours on demand, and lets no control character through', async () => {
  const note = await noteOf(
    example.replace('Externalisation, par an', 'Externalisation\\x1b[2J, par an'),
    files,
  );
  const narrow = figuresTable([note], { lang: 'fr', color: false, width: 72 });
  for (const line of narrow.split('\n').slice(0, -2)) expect(line.length).toBeLessThanOrEqual(72);
  expect(narrow).not.toContain('\u001b');
  expect(figuresTable([note], { lang: 'fr', color: true, width: 72 })).toContain(
    '\u001b[31mà corriger\u001b[0m',
  );
});

const claims = `---
title: "Bilan"
---

| Poste | M€ | Part |
|---|---|---|
| A | 31,2 | 52 % |
| B | 16,8 | 28 % |
| C | 12,0 | 23 % |
| Total | 60,0 | |

Il reste 4 500 agents.
`;

test('the claims of a document, in JSON as the contract has them', async () => {
  const report = figuresReport([await noteOf(claims)]) as { documents: [Record<string, unknown>] };
  const { documents } = JSON.parse(JSON.stringify(report)) as typeof report;
  expect((documents[0]['claims'] as unknown[])[2]).toEqual({
    kind: 'share',
    stated: '23 %',
    inputs: ['12,0', '60,0'],
    recomputed: 20,
    unit: '%',
    verdict: 'fails',
    ...{ line: 9, column: 14, endLine: 9, endColumn: 18 },
    calculation: '12,0 ÷ 60,0 = 20\u00a0%',
  });
  expect(documents[0]['coverage']).toEqual({
    numbers: 8,
    traced: 6,
    bare: [
      { text: '23 %', line: 9, column: 14 },
      { text: '4 500 agents', line: 12, column: 10 },
    ],
    unverifiable: [],
  });
});

test('the table shows the claims that fail first, counts those that hold, and lists the bare numbers', async () => {
  const note = await noteOf(claims);
  const plain = (options: { lang: 'fr' | 'en'; all?: boolean }) =>
    figuresTable([note], { color: false, ...options })
      .replace(/[\u00a0\u202f]/gu, ' ')
      .split('\n');
  expect(plain({ lang: 'fr' }).slice(2)).toEqual([
    '  Calculs du texte et des tableaux',
    '  l. 9  « 23 % »  part  à corriger',
    '    12,0 ÷ 60,0 = 20 %',
    '    Cette cellule ne se retrouve pas à partir des autres.',
    '  3 autres calculs sont justes (--all pour les voir).',
    '  Nombres du texte : 8, dont 6 rattachés (6 par un calcul du texte).',
    '  Sans source ni calcul : 23 % (l. 9), 4 500 agents (l. 12)',
    '',
  ]);
  const all = plain({ lang: 'en', all: true });
  expect(all.filter((line) => line.includes('  ok'))).toHaveLength(3);
  expect(all.join(' ')).not.toContain('--all');
});

test('a document without figures says so', async () => {
  const table = figuresTable([await noteOf('---\ntitle: "Bilan"\n---\n\nTexte.\n')], {
    lang: 'fr',
    color: false,
  });
  expect(table).toContain('Aucun chiffre déclaré.');
});
