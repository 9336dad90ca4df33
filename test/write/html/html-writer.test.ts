import { expect, it } from 'vitest';
import { htmlWriter } from '../../../src/write/html/html-writer.ts';
import { pageFixture, templateFixture } from '../../render/page-fixture.ts';

it('makes one self-contained file, the same each time', async () => {
  const printer = { print: () => Promise.reject(new Error('no browser is needed')) };
  const context = { template: await templateFixture(), printer };
  const [output, ...others] = await htmlWriter.write(pageFixture(), context);
  const [again] = await htmlWriter.write(pageFixture(), context);
  expect(others).toEqual([]);
  expect(output?.path).toBe('externalisation/externalisation.html');
  expect(new TextDecoder().decode(output?.data)).toMatch(/^<!doctype html>\n<html lang="fr".*<\/html>\n$/su);
  expect(Buffer.compare(output?.data ?? Buffer.of(0), again?.data ?? Buffer.of(1))).toBe(0);
});
