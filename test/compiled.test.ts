import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nsp, packageRoot, testCache } from './support/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'nsp-compiled-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length))
    .sort();
}

describe('the compiled program', () => {
  it('makes, with its other thread, the bytes that the sources make on one', async () => {
    for (const path of ['notes', 'nsp.yaml', 'templates'])
      cpSync(join(packageRoot, path), join(folder, path), { recursive: true });
    const build = ['build', 'externalisation', '--formats', 'pdf,html,email,docx,txt', '--out'];
    const [compiled, sources] = [join(folder, 'a'), join(folder, 'b')];
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(packageRoot, 'bin/nsp.js'), ...build, compiled],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NSP_CACHE_DIR: testCache } },
    );
    expect(status, stderr).toBe(0);
    expect((await nsp(folder, [...build, sources])).status).toBe(0);
    expect(filesIn(compiled)).toEqual(filesIn(sources));
    expect(filesIn(compiled).length).toBe(7);
    for (const file of filesIn(compiled)) {
      expect(readFileSync(compiled + file).equals(readFileSync(sources + file)), file).toBe(true);
    }
  }, 120_000);
});
