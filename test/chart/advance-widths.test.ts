import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { textWidth } from '../../src/chart/text-width.ts';

const root = resolve(import.meta.dirname, '../..');

test('the widths of signs are those of the faces that charts are set in', () => {
  const script = join(root, 'scripts/advance-widths.mjs');
  expect(() => execFileSync(process.execPath, [script, '--check'], { cwd: root })).not.toThrow();
});

test('a bold text is wider, a no-break space as wide as a space', () => {
  expect(textWidth('Services', 10, 'semibold')).toBeGreaterThan(textWidth('Services', 10));
  expect(textWidth('12\u00a0%', 10)).toBe(textWidth('12 %', 10));
});
