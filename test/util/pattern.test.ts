import { describe, expect, it } from 'vitest';
import { pattern } from '../../src/util/pattern.ts';

describe('a pattern with wide classes', () => {
  it.each([
    ['\\p{L}+', 'œuvre', 'œuvre'],
    ['\\p{L}+', 'Ελλάδα, 2021', 'Ελλάδα'],
    ['\\p{L}+', 'Україна', 'Україна'],
    ['\\p{L}+', 'العربية', 'العربية'],
    ['\\p{L}+', '日本語', '日本語'],
    ['[\\p{L}_-]+', '-é_ü 1', '-é_ü'],
    ['[^\\p{L}\\p{N}]+', 'a… — b', '… — '],
    ['\\p{N}+', 'm² ½ 42', '²'],
    ['e\\p{M}', 'e\u0301', 'e\u0301'],
    ['\\[\\p{L}\\]', '[x]', '[x]'],
  ])('%s in %s', (source, text, found) => {
    expect(pattern(source, 'u').exec(text)?.[0]).toBe(found);
    expect(new RegExp(source, 'u').exec(text)?.[0]).toBe(found);
  });

  it.each(['×', '€', '«', '’', '·', '\u00a0', '\u202f', '…', '–', '%', '/', '_'])(
    '%s is no letter',
    (sign) => {
      expect(pattern('[\\p{L}\\p{M}\\p{N}]', 'u').test(sign)).toBe(false);
    },
  );
});
