import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Manifest = Readonly<
  Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>
>;

test('every dependency is pinned and has its line in docs/dependencies.md', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
  const lines = read('docs/dependencies.md');
  const missing = Object.keys(all).filter((name) => !name.startsWith('@types/') && !lines.includes(name));
  expect(missing).toEqual([]);
  expect(Object.values(all).filter((version) => !/^\d/u.test(version))).toEqual([]);
});

test('the lock file names no registry host', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/u);
});
