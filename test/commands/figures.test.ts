import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fr } from '../../src/util/french.ts';
import { makeWorkspace, nsp } from '../support/workspace.ts';

const note = (body: string): string => `---\ntitle: "Bilan"\n---\n\n${body}\n`;
const table = (total: string): string =>
  `| Filière | Agents |\n|---|---|\n| Soins | 412 |\n| Technique | 98 |\n| Total | ${total} |`;
const exception = (reason: string): string => `<!-- nsp-disable-next-line figure/claim${reason} -->\n\n`;

describe('--min-coverage', () => {
  const root = makeWorkspace({ 'notes/a/note.md': note(`${table('510')}\n\nIl reste 4 500 lits.`) });

  test('reached: the table and status 0', async () => {
    expect(await nsp(root, ['figures', '--min-coverage', '75'])).toMatchObject({ status: 0, err: '' });
  });

  test('missed: a plain message and status 1', async () => {
    const ran = await nsp(root, ['figures', '--min-coverage', '75,1 %']);
    expect(ran.status).toBe(1);
    expect(ran.err).toContain(
      fr`3 nombres sur 4 se rattachent à une source ou à un calcul, soit 75 % : il en faut 75.1 %.`,
    );
  });

  test.each(['abc', '-1', '101'])('%s is no share of numbers', async (typed) => {
    expect((await nsp(root, ['figures', `--min-coverage=${typed}`])).status).toBe(2);
  });

  test('a document without numbers is covered', async () => {
    const empty = makeWorkspace({ 'notes/a/note.md': note('Texte.') });
    expect((await nsp(empty, ['figures', '--min-coverage', '100'])).status).toBe(0);
  });
});

test.each([
  ['sarif', '"figure/claim"'],
  ['junit', '<testsuite'],
  ['github', '::error'],
  ['gitlab', '"check_name"'],
])('--format %s gives the findings about figures, not a table', async (format, mark) => {
  const root = makeWorkspace({ 'notes/a/note.md': note(`${table('501')}\n\n[^x]: Jamais appelée.`) });
  const { status, out } = await nsp(root, ['figures', '--format', format]);
  expect(status).toBe(1);
  expect(out).toContain(mark);
  expect(out).toContain('412');
  expect(out).not.toContain('Nombres du texte');
  expect(out).not.toContain('footnote/');
});

describe('a claim that fails', () => {
  const check = async (body: string, settings?: string) => {
    const root = makeWorkspace({ 'notes/a/note.md': note(body), ...(settings && { 'nsp.yaml': settings }) });
    const { out } = await nsp(root, ['check', '--format', 'json']);
    const { findings } = JSON.parse(out) as { findings: { rule: string; line: number; severity: string }[] };
    return findings.map(({ rule, line, severity }) => `${rule} ${line} ${severity}`);
  };

  test('is told by `nsp check`, unless `rules:` sets it aside, and by `nsp figures`', async () => {
    expect(await check(table('501'))).toEqual(['figure/claim 9 error']);
    expect(await check(table('501'), 'rules:\n  figure/claim: off\n')).toEqual([]);
    const root = makeWorkspace({ 'notes/a/note.md': note(table('501')) });
    expect((await nsp(root, ['figures', '--format', 'github'])).out).toContain('figure/claim');
  });

  test('keeps the document from being built, though it was laid out meanwhile', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': note(table('501')),
      'notes/b/note.md': note(table('510')),
    });
    const { status, err } = await nsp(root, ['build', '--formats', 'html,txt']);
    expect([status, err.includes('501')]).toEqual([1, true]);
    expect(readdirSync(join(root, 'dist'))).toEqual(['b']);
  });

  test('in a table, it is silenced by an exception before the table, with its reason', async () => {
    expect(await check(exception(' -- un agent peut relever de deux filières') + table('501'))).toEqual([]);
    expect(await check(exception('') + table('501'))).toEqual([
      'exception/reason 5 error',
      'figure/claim 11 error',
    ]);
    expect(await check(exception(' -- pour voir') + table('510'))).toEqual(['exception/unused 5 warning']);
  });
});

test('an op-ed is held against the note of its folder', async () => {
  const said = (count: string): string =>
    `L’enquête de 2021 a recueilli ${count} réponses complètes au questionnaire.`;
  const root = makeWorkspace({
    'notes/a/note.md': note(said('4 555')),
    'notes/a/tribune.md': note(said('4 655')).replace('title', 'kind: op-ed\ntitle'),
  });
  const { out } = await nsp(root, ['check', '--format', 'json']);
  const { findings } = JSON.parse(out) as { findings: { rule: string; path: string; message: string }[] };
  expect(findings).toMatchObject([{ rule: 'figure/inconsistent', path: 'notes/a/tribune.md' }]);
  expect(findings[0]?.message).toContain('notes/a/note.md');
});
