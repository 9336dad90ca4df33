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

interface Lock {
  readonly packages: Readonly<
    Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>
  >;
}

test('the lock file is complete for every platform, and names no address', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
