import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { typographyMissingGlyph } from '../../src/rules/typography-missing-glyph.ts';
import { setText } from '../../src/typography/set-text.ts';
import { factsWith, noteOf } from '../check/note-fixture.ts';

const root = resolve(import.meta.dirname, '../..');
const template = join(root, 'templates/nsp');

test('the table of drawn characters is that of the faces', () => {
  const script = join(root, 'scripts/drawn-characters.mjs');
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});

test('each stack of families holds both, so that one gives what the other lacks', () => {
  const { tokens, faces } = parse(readFileSync(join(template, 'template.yaml'), 'utf8')) as {
    tokens: Record<'serif' | 'sans', string>;
    faces: { family: string }[];
  };
  for (const { family } of faces) {
    expect(tokens.serif).toContain(family);
    expect(tokens.sans).toContain(family);
  }
});

const signsMissing = (changed: Parameters<typeof noteOf>[1], source = ''): unknown[] =>
  Array.from(typographyMissingGlyph.check(noteOf(source, changed), factsWith()), ({ actual }) => actual);

test('every word of the template, and every space and quote that typography sets, is drawn', () => {
  const words = readFileSync(join(template, 'words.yaml'), 'utf8');
  const set = setText('« Oui ? » : l\'un(e) des agent·es... "là" 10 000 ; 3 % — non !', 'fr');
  expect(signsMissing({}, `${words}\n\n${set}\n`)).toEqual([]);
});

test.each<[string, Parameters<typeof noteOf>[1], string?]>([
  ['an author', { authors: [{ display: '漢 Jeanne', isPrivate: false }] }],
  ['a signature’s role', { signatories: [{ display: 'Jeanne', role: '漢', isPrivate: false }] }],
  [
    'a drawing',
    {
      pictures: new Map([
        [
          'a.svg',
          { url: 'a.svg', path: 'a.svg', type: 'image/svg+xml', data: new Uint8Array(), words: '漢' },
        ],
      ]),
    },
  ],
  ['an entity', {}, 'Un &#x6f22;.'],
  ['a note', {}, 'Un[^1].\n\n[^1]: Deux 漢.'],
  ['code', {}, '```\n漢\n```'],
  ['a cell', {}, '| a | b |\n|---|---|\n| 漢 | 1 |'],
])('a sign without a glyph is seen in %s', (_where, changed, source) => {
  expect(signsMissing(changed, source)).toEqual(['漢']);
});

test.each([
  ['an alternative text', '![漢](a.png)'],
  ['an address', '[un](https://example.org/漢)'],
  ['a comment', '<!-- 漢 -->'],
])('what is not drawn is left alone: %s', (_where, source) => {
  expect(signsMissing({}, source)).toEqual([]);
});
