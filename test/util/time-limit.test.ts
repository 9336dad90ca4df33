import { describe, expect, test } from 'vitest';
import { TimeLimitError, withTimeLimit } from '../../src/util/time-limit.ts';

function endless(): never {
  for (;;);
}

describe('a time limit', () => {
  test('gives the result of work that ends, or its error', () => {
    expect(withTimeLimit(() => 12)).toBe(12);
    expect(() =>
      withTimeLimit(() => {
        throw new RangeError('no');
      }),
    ).toThrow(RangeError);
  });

  test.each<[title: string, work: () => unknown]>([
    ['a loop', endless],
    [
      'a loop that catches everything',
      () =>
        [1].map(() => {
          try {
            return endless();
          } catch {
            return 0;
          }
        }),
    ],
    ['a pattern', () => /^(?:a+)+$/u.test(`${'a'.repeat(60)}b`)],
    ['a sort', () => [2, 1].sort(endless)],
  ])('stops %s', (_title, work) => {
    expect(() => withTimeLimit(work, 20)).toThrow(TimeLimitError);
  });

  test('holds inside another, which goes on', () => {
    const outer = withTimeLimit(() => {
      expect(() => withTimeLimit(endless, 20)).toThrow(TimeLimitError);
      return withTimeLimit(() => 'done');
    });
    expect(outer).toBe('done');
  });

  test('stops an asynchronous function up to its first wait', async () => {
    await expect(withTimeLimit(() => Promise.resolve(3))).resolves.toBe(3);
    expect(() => withTimeLimit(async () => Promise.resolve(endless()), 20)).toThrow(TimeLimitError);
  });
});
