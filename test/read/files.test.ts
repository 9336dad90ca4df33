import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileProblem } from '../../src/core/files.ts';
import { diskFiles, workspacePathOf } from '../../src/read/files.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import type { Files } from '../../src/core/files.ts';

let base = '';
let root = '';

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'nsp-files-')));
  root = join(base, 'espace');
  mkdirSync(join(root, 'notes/x/dir.md'), { recursive: true });
  mkdirSync(join(root, 'notes/é [1]'), { recursive: true });
  mkdirSync(join(root, 'node_modules/p'), { recursive: true });
  mkdirSync(join(base, 'espace-bis'));
  writeFileSync(join(base, 'espace-bis/secret.md'), 'secret');
  writeFileSync(join(root, 'notes/x/note.md'), '\ufeffun\r\ndeux\rtrois\n');
  writeFileSync(join(root, 'notes/é [1]/note.md'), 'é');
  writeFileSync(join(root, 'node_modules/p/note.md'), '');
  writeFileSync(join(root, 'latin1.md'), Buffer.from([0xe9]));
  writeFileSync(join(root, 'big.bin'), '');
  truncateSync(join(root, 'big.bin'), 50_000_001);
  symlinkSync(join(base, 'espace-bis/secret.md'), join(root, 'notes/x/lien.md'));
  symlinkSync(join(base, 'espace-bis'), join(root, 'notes/dehors'));
  symlinkSync('x', join(root, 'notes/dedans'));
  symlinkSync('absent', join(root, 'casse.md'));
});

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof FileProblem) return error.fault;
    throw error;
  }
  return 'none';
}

describe('the disk', () => {
  test('text has no byte-order mark and \\n alone', () => {
    expect(diskFiles(root).readText('notes/x/note.md')).toBe('un\ndeux\ntrois\n');
  });

  test.each([
    ['notes/x/absent.md', 'missing'],
    ['notes/x/note.md/y', 'missing'],
    ['casse.md', 'missing'],
    ['../espace-bis/secret.md', 'outside'],
    ['notes/../../espace-bis/secret.md', 'outside'],
    ['/etc/passwd', 'outside'],
    ['\\\\serveur\\partage', 'outside'],
    ['C:\\x', 'outside'],
    ['notes/x/lien.md', 'outside'],
    ['notes/dehors/secret.md', 'outside'],
    ['notes/x\0.md', 'outside'],
    ['notes/x/dir.md', 'folder'],
    ['', 'folder'],
    ['latin1.md', 'not-utf8'],
    ['big.bin', 'too-large'],
    ['notes/dedans/note.md', 'none'],
    ['notes/x/../x/note.md', 'none'],
  ])('%j: %s', (path, fault) => {
    const files = diskFiles(root);
    expect(faultOf(() => files.readText(path))).toBe(fault);
    expect(files.has(path)).toBe(['none', 'not-utf8', 'too-large'].includes(fault));
  });

  test.skipIf(process.getuid?.() === 0)('a file without the right to read it', () => {
    const path = join(root, 'ferme.md');
    writeFileSync(path, '');
    chmodSync(path, 0);
    expect(faultOf(() => diskFiles(root).read('ferme.md'))).toBe('unreadable');
  });

  test('a device is never waited for', () => {
    symlinkSync('/dev/zero', join(root, 'zero.md'));
    expect(faultOf(() => diskFiles(root).read('zero.md'))).toBe('outside');
    expect(faultOf(() => diskFiles('/dev').read('zero'))).toBe('unreadable');
  });

  test('lists files once, links to files included, in code point order', () => {
    const files = diskFiles(root);
    expect(files.list(['notes/*/*.md', 'notes/x/*.md'])).toEqual([
      'notes/dehors/secret.md',
      'notes/x/lien.md',
      'notes/x/note.md',
      'notes/é [1]/note.md',
    ]);
    expect(files.list(['../**', '/etc/*', 'notes/**/../../../*'])).toEqual([]);
    expect(files.list([])).toEqual([]);
    expect(files.list(['**/p/*.md'])).toEqual([]);
  });
});

describe('memory', () => {
  const files: Files = memoryFiles({
    'notes/x/note.md': '\ufeffa\r\nb',
    'latin1.md': new Uint8Array([0xe9]),
  });

  test.each([
    ['notes/x/note.md', 'none'],
    ['notes/y/../x/note.md', 'none'],
    ['notes/x', 'folder'],
    ['absent', 'missing'],
    ['../x', 'outside'],
    ['latin1.md', 'not-utf8'],
  ])('%j: %s', (path, fault) => {
    expect(faultOf(() => files.readText(path))).toBe(fault);
  });

  test('reads and lists as the disk does', () => {
    expect(files.readText('notes/x/note.md')).toBe('a\nb');
    expect(files.list(['notes/*/*.md'])).toEqual(['notes/x/note.md']);
  });
});

test.each([
  ['/w', '/w/notes', 'x/note.md', 'notes/x/note.md'],
  ['/w', '/w', '/w/notes/x', 'notes/x'],
  ['/w', '/', 'w/notes', 'notes'],
  ['/w', '/w', '.', ''],
  ['/w', '/w', '../v', undefined],
  ['/w', '/w', '/w2/x', undefined],
  ['/w', '/w', '..x', '..x'],
])('a path typed in a shell: %s %s %s', (at, cwd, typed, path) => {
  expect(workspacePathOf(at, cwd, typed)).toBe(path);
});
