import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { placeInText } from '../../src/util/text-place.ts';

/** What stands in the source where `word` was found in a text node. */
function typedAt(source: string, word: string): string[] {
  const lines = source.split('\n');
  const found: string[] = [];
  visit(parseMarkdown(source), 'text', (node) => {
    const index = node.value.indexOf(word);
    if (index === -1) return;
    const place = placeInText(lines, node, index, index + word.length);
    found.push(
      lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 1) - 1, (place?.endColumn ?? 1) - 1) ?? '',
    );
  });
  return found;
}

it.each([
  'avant CIBLE après',
  '\\* \\[ avant CIBLE',
  '&eacute; &amp; CIBLE',
  'a & b \\\\ CIBLE',
  '> cité\n> encore CIBLE',
  '- un\n\n  ligne\n  CIBLE',
  '> - un\n>   CIBLE',
  'un\\\nCIBLE',
  'un **CIBLE** deux',
  '| a | CIBLE |\n| - | - |',
])('finds a word where it was typed: %j', (source) => {
  expect(typedAt(source, 'CIBLE')).toEqual(['CIBLE']);
});

it('finds a word whatever stands before it', () => {
  const before = fc.array(
    fc.constantFrom('mot ', '\\* ', '&amp; ', '& ', '\\\\ ', 'é ', '😀 ', '\n', '&#233; '),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(before, (parts) => {
      const source = `a${parts.join('').replace(/\n+/gu, '\n')}x CIBLE`;
      for (const typed of typedAt(source, 'CIBLE')) expect(typed).toBe('CIBLE');
    }),
  );
});
