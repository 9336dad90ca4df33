import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/config/default-settings.ts';
import { ToolError } from '../../src/core/tool-error.ts';
import { defaultSlug } from '../../src/read/default-slug.ts';
import { diskFiles } from '../../src/read/files.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { findDocuments } from '../../src/read/targets.ts';
import type { Files } from '../../src/core/files.ts';

const document = (front: string): string => `---\n${front}\n---\nTexte\n`;

const contents = {
  'nsp.yaml': '',
  'notes/accueil.md': document('title: Accueil\nkind: lettre'),
  'notes/README.md': 'lisez-moi',
  'notes/externalisation/note.md': document('title: E'),
  'notes/externalisation/tribune.md': document('title: T\nkind: tribune'),
  'notes/externalisation/sources/insee.md': 'source',
  'notes/hopital/texte.md': document('title: H\nslug: hopital-public'),
  'notes/[crochets]/note.md': document('title: C'),
  'notes/casse/note.md': document('title: a : b\nkind: op-ed'),
  'brouillons/essai.md': document('title: B'),
  'data/x.csv': 'a',
};

const all = [
  'notes/[crochets]/note.md',
  'notes/accueil.md',
  'notes/casse/note.md',
  'notes/externalisation/note.md',
  'notes/externalisation/tribune.md',
  'notes/hopital/texte.md',
];

let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nsp-targets-')));
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const workspaces: readonly (readonly [string, () => Files])[] = [
  ['memory', () => memoryFiles(contents)],
  ['disk', () => diskFiles(folder)],
];

describe.each(workspaces)('in %s', (_, files) => {
  const find = (targets: readonly string[], cwd = '') =>
    findDocuments(files(), defaultSettings(), targets, cwd);

  test.each([
    [[], '', all],
    [['notes'], '', all],
    [['.'], '', all],
    [['notes/externalisation/note.md'], '', [all[3]]],
    [['./notes/externalisation/note.md'], '', [all[3]]],
    [['note.md'], 'notes/externalisation', [all[3]]],
    [['.'], 'notes/externalisation', [all[3], all[4]]],
    [['../hopital'], 'notes/externalisation', [all[5]]],
    [['notes/hopital/'], 'notes/externalisation', [all[5]]],
    [['notes/externalisation'], '', [all[3], all[4]]],
    [['notes/[crochets]/note.md'], '', [all[0]]],
    [['notes/[crochets]'], '', [all[0]]],
    [['notes/*/tribune.md'], '', [all[4]]],
    [['*/tribune.md'], 'notes', [all[4]]],
    [['notes/{casse,hopital}/*.md'], '', [all[2], all[5]]],
    [['externalisation'], '', [all[3]]],
    [['hopital-public'], '', [all[5]]],
    [['externalisation-tribune'], '', [all[4]]],
    [['accueil'], '', [all[1]]],
    [['note'], '', [all[0], all[3], all[5]]],
    [['tribune'], '', [all[2], all[4]]],
    [['op-ed'], '', [all[2], all[4]]],
    [['lettre'], '', [all[1]]],
    [['newsletter', 'accueil', 'note'], '', [all[0], all[1], all[3], all[5]]],
    [['brouillons/essai.md'], '', ['brouillons/essai.md']],
  ])('%j from %j', (targets, cwd, documents) => {
    expect(find(targets, cwd)).toEqual({ documents, problems: [] });
  });

  test.each([
    ['hopital-publik', 'hopital-public'],
    ['absent.md', ''],
    ['data/x.csv', ''],
    ['communique', 'communique'],
    ['../ailleurs.md', ''],
    ['/etc/passwd', ''],
    ['notes/*/absent*.md', ''],
    ['constructor', ''],
  ])('the unknown target %s', (target, said) => {
    let error: unknown;
    try {
      find([target]);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toHaveProperty('kind', 'usage');
    const { text, hint } = error as ToolError;
    expect(text.fr + (hint?.fr ?? '')).toContain(said);
  });
});

describe('two documents with one slug', () => {
  const files = memoryFiles({
    'notes/a/note.md': document('title: A'),
    'notes/b/note.md': document('title: B\nslug: a'),
    'notes/c/note.md': document('title: C'),
  });

  test('are told on both, each naming the other', () => {
    const { problems } = findDocuments(files, defaultSettings(), [], '');
    expect(
      problems.map(({ rule, severity, path, place, message }) => [
        rule,
        severity,
        path,
        place?.line,
        message.fr.includes(path === 'notes/a/note.md' ? 'notes/b/note.md' : 'notes/a/note.md'),
      ]),
    ).toEqual([
      ['document/slug', 'error', 'notes/a/note.md', 2, true],
      ['document/slug', 'error', 'notes/b/note.md', 3, true],
    ]);
  });

  test('only of those that were asked for', () => {
    expect(findDocuments(files, defaultSettings(), ['c'], '').problems).toEqual([]);
    const paths = ['notes/a/note.md', 'notes/b/note.md'];
    expect(findDocuments(files, defaultSettings(), paths, '').problems).toHaveLength(2);
  });
});

test('a document that is a link out of the workspace, or a folder, is left for its reader to refuse', () => {
  symlinkSync('/etc/hostname', join(folder, 'notes/hopital/lien.md'));
  mkdirSync(join(folder, 'notes/dossier.md/vide'), { recursive: true });
  writeFileSync(join(folder, 'notes/dossier.md/vide/x.txt'), '');
  const find = (target: string) =>
    findDocuments(diskFiles(folder), defaultSettings(), [target], '').documents;
  expect(find('notes/hopital/*.md')).toContain('notes/hopital/lien.md');
  expect(find('notes/hopital/lien.md')).toEqual(['notes/hopital/lien.md']);
  expect(find('notes/dossier.md')).toEqual(['notes/dossier.md']);
  rmSync(join(folder, 'notes/hopital/lien.md'));
});

test.each([
  ['notes/x/note.md', ['notes/x/note.md', 'notes/x/tribune.md'], 'x'],
  ['notes/x/tribune.md', ['notes/x/note.md', 'notes/x/tribune.md'], 'x-tribune'],
  ['notes/x/tribune.md', ['notes/x/tribune.md'], 'x'],
  ['notes/accueil.md', ['notes/accueil.md', 'notes/b.md'], 'accueil'],
  ['essai.md', ['essai.md'], 'essai'],
  ["notes/Été d'un an — cœur/note.md", [], 'ete-dun-an-coeur'],
  ['notes/日本/note.md', [], ''],
])('the slug of %s', (path, siblings, slug) => {
  expect(defaultSlug(path, siblings)).toBe(slug);
});
