import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/config/default-settings.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';
import { figureMismatch } from '../../src/rules/figure-mismatch.ts';

async function expectedIn(stated: string): Promise<(string | undefined)[]> {
  const text = `---
title: "Bilan"
figures:
  conseil: { value: "11,35 M€", source: "Rapport public" }
  externalisation: { value: "160 Md€", source: "Rapport public" }
  part: { formula: "conseil / externalisation", unit: "%"${stated} }
---

Le conseil pèse [0,1 %](figure:part) des [160 Md€](figure:externalisation), soit [11,35 M€](figure:conseil).
`;
  const path = 'notes/x/note.md';
  const files = memoryFiles({ 'nsp.yaml': '', [path]: text });
  const settings = defaultSettings();
  const { note } = await readNote({ files, path, settings, people: readPeople(files, 'people.yaml') });
  if (!note) throw new Error('not read');
  const facts = { settings, secrets: [], today: '2026-01-01' };
  return [...figureMismatch.check(note, facts)].map((problem) => problem.expected);
}

test('what is expected is what the ledger announces, where that is right', async () => {
  expect(await expectedIn(', stated: "0,01 %"')).toEqual(['0,01 %']);
  expect(await expectedIn('')).toEqual(['0,007\u00a0%']);
});
