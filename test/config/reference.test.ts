import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { references } from '../../src/config/reference.ts';
import { schemaKeys } from '../../src/config/schema-walk.ts';

const root = resolve(import.meta.dirname, '../..');

test('docs/reference is up to date with the schemas', async () => {
  const run = promisify(execFile)(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root });
  await expect(run).resolves.toMatchObject({ stderr: '' });
});

test.each(references)('every key of $name has its help in both languages', ({ keys }) => {
  const listed = schemaKeys(keys);
  expect(listed.length).toBeGreaterThan(5);
  expect(listed.filter(({ fr, en }) => fr === '' || en === '').map(({ name }) => name)).toEqual([]);
});

test('editors get the types, the choices and the help', () => {
  const schema = JSON.parse(
    readFileSync(resolve(root, 'docs/reference/front-matter.schema.json'), 'utf8'),
  ) as object;
  expect(schema).toMatchObject({
    type: 'object',
    required: ['title'],
    additionalProperties: false,
    properties: {
      kind: {
        enum: expect.arrayContaining(['note', 'tribune']) as unknown,
        description: expect.any(String) as unknown,
      },
      figures: { anyOf: [{ additionalProperties: { properties: { formula: {} } } }, { type: 'string' }] },
    },
  });
});
