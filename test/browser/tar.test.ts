import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTar } from '../../src/browser/tar.ts';
import { writeTar } from './write-tar.ts';

const file = fc.record({
  path: fc.stringMatching(/^[a-z]{1,20}(\/[a-z.]*[a-z]){0,3}$/),
  mode: fc.constantFrom(0o644, 0o755),
  data: fc.uint8Array({ maxLength: 1500 }),
});

it('reads back what an archive holds', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 6 }), (files) => {
      const read = readTar(writeTar(files));
      expect(read.map(({ path, executable }) => ({ path, executable }))).toEqual(
        files.map(({ path, mode }) => ({ path, executable: mode === 0o755 })),
      );
      expect(read.map((one) => Buffer.from(one.data))).toEqual(files.map((one) => Buffer.from(one.data)));
    }),
  );
});

it('ends on any bytes, with files or an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      try {
        expect(Array.isArray(readTar(bytes))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
  );
});

it.each(['../evil', '/etc/evil', 'a/../../evil', 'a\\evil'])('refuses the path %s', (path) => {
  expect(() => readTar(writeTar([{ path, mode: 0o644, data: new Uint8Array(1) }]))).toThrow(/unsafe/);
});

it('refuses a truncated archive', () => {
  const whole = writeTar([{ path: 'a', mode: 0o644, data: new Uint8Array(900) }]);
  expect(() => readTar(whole.subarray(0, 1000))).toThrow(/truncated/);
});

it('skips folders', () => {
  expect(readTar(writeTar([{ path: 'folder/', mode: 0o755, data: new Uint8Array() }]))).toEqual([]);
});
