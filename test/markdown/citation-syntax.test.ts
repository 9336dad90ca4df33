import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { dropUnknownTextual } from '../../src/markdown/textual-citations.ts';
import { citationsIn, citationsOfText, textAt } from './citation-nodes.ts';

function itemsOf(source: string): object[] {
  return citationsIn(parseMarkdown(source)).flatMap(({ items }) =>
    items.map(({ place, ...item }) => {
      expect(textAt(source, place)).toMatch(/^@/u);
      return item;
    }),
  );
}

describe('the forms of Pandoc', () => {
  test.each([
    ['[@key]', [{ key: 'key' }]],
    ['[@key, p. 12]', [{ key: 'key', label: 'page', locator: '12' }]],
    ['[@key p. 12-14, sq.]', [{ key: 'key', label: 'page', locator: '12-14', suffix: ', sq.' }]],
    [
      '[see @a; @b, chap. 3]',
      [
        { key: 'a', prefix: 'see' },
        { key: 'b', label: 'chapter', locator: '3' },
      ],
    ],
    ['[-@key]', [{ key: 'key', suppressAuthor: true }]],
    [
      '[voir -@key, n° 4]',
      [{ key: 'key', prefix: 'voir', suppressAuthor: true, label: 'issue', locator: '4' }],
    ],
    ['@key [p. 3]', [{ key: 'key', label: 'page', locator: '3' }]],
    ['@key\n[p. 3]', [{ key: 'key', label: 'page', locator: '3' }]],
    [
      '@key [p. 3; voir @b]',
      [
        { key: 'key', label: 'page', locator: '3' },
        { key: 'b', prefix: 'voir' },
      ],
    ],
    ['@{https://exemple.fr/a_b}', [{ key: 'https://exemple.fr/a_b' }]],
    ['[@https://exemple.fr/a.b, p. 2]', [{ key: 'https://exemple.fr/a.b', label: 'page', locator: '2' }]],
    ['[@a{pp. iv, vi-xi}, note]', [{ key: 'a', label: 'page', locator: 'iv, vi-xi', suffix: ', note' }]],
    ['[@a, {}12 fois]', [{ key: 'a', suffix: '12 fois' }]],
    ['[@été2021:b.c-d]', [{ key: 'été2021:b.c-d' }]],
    ['[@a; voir aussi l’annexe]', [{ key: 'a', suffix: '; voir aussi l’annexe' }]],
    [
      '[@a, p. 3 et @b]',
      [
        { key: 'a', label: 'page', locator: '3' },
        { key: 'b', prefix: 'et' },
      ],
    ],
    ['[voir \\[là\\] &amp; *ici*, @a]', [{ key: 'a', prefix: 'voir [là] & *ici*,' }]],
  ])('%s', (source, items) => {
    expect(itemsOf(source)).toEqual(items);
    expect(citationsIn(parseMarkdown(source)).map(({ raw }) => raw)).toEqual([source]);
  });
});

describe('what is no citation', () => {
  test.each([
    '`[@a]` et `@a`',
    'contact@exemple.fr, jean.dupont@exemple.fr',
    '<contact@exemple.fr>',
    '[@a](https://exemple.fr)',
    '[le texte de @a](https://exemple.fr)',
    '![@a](image.png)',
    '[@a]: https://exemple.fr\n\n[@a] [@a][] [mot][@a]',
    '\\@a, \\[\\@a\\]',
    'https://exemple.fr/@nom www.exemple.fr/@nom exemple.fr/@nom',
    '```\n[@a]\n```',
    '@ a, @, @!',
    '- [ ] faire\n- [x] fait',
  ])('%s', (source) => {
    expect(citationsOfText(source)).toEqual([]);
  });

  test('a link keeps its words and a picture its description', () => {
    const tree = parseMarkdown('[voir [@a] et @b](u) ![selon @c](i.png)');
    expect(toString(tree)).toBe('voir [@a] et @b selon @c');
  });

  test('links win over brackets, brackets over nothing', () => {
    expect(citationsOfText('[@a](voir annexe 3), ![@b] et [^@c]')).toEqual([
      'bracketed: [@a]',
      'bracketed: [@b]',
      'textual: @c',
    ]);
    expect(citationsOfText('@a [@b] et @c [le site](u) et @d [*gras*]')).toEqual([
      'textual: @a',
      'bracketed: [@b]',
      'textual: @c',
      'textual: @d',
    ]);
  });
});

describe('where a citation may stand', () => {
  test.each([
    ['# Titre [@a]', ['bracketed: [@a]']],
    ['- [ ] @a\n- [x] [@b]', ['textual: @a', 'bracketed: [@b]']],
    ['| a |\n|---|\n| [@a, p. 3] |', ['bracketed: [@a, p. 3]']],
    ['Mot[^1].\n\n[^1]: Selon [@a].', ['bracketed: [@a]']],
    [':::encadre[Titre @a]\n[@b]\n:::', ['textual: @a', 'bracketed: [@b]']],
    ['*@a* **[@b]** « [@c] »', ['textual: @a', 'bracketed: [@b]', 'bracketed: [@c]']],
    ['[[@a]] et [@b, p. 3 [sic]]', ['bracketed: [@a]', 'bracketed: [@b, p. 3 [sic]]']],
  ])('%s', (source, expected) => {
    expect(citationsOfText(source)).toEqual(expected);
  });

  test('over several lines of a block quote, each key has its own place', () => {
    const source = '> Mots [@a,\r\n> p. 3; voir\r\n> @b] fin.';
    const [citation] = citationsIn(parseMarkdown(source));
    expect(citation?.items.map(({ key, locator, prefix }) => [key, locator, prefix])).toEqual([
      ['a', '3', undefined],
      ['b', undefined, 'voir'],
    ]);
    expect(citation?.items.map(({ place }) => textAt(source, place))).toEqual(['@a', '@b']);
    expect(citation?.position).toMatchObject({ start: { line: 1, column: 8 }, end: { line: 3, column: 6 } });
  });
});

describe('bare words', () => {
  test('unknown ones become text again, one node with one place', () => {
    const source = 'Écrire à @collectif ou lire @a [p. 3], dit @b [sic] ici.';
    const tree = parseMarkdown(source);
    dropUnknownTextual(tree, new Set(['a']));
    const [paragraph] = tree.children;
    const children = paragraph?.type === 'paragraph' ? paragraph.children : [];
    expect(children.map((child) => (child.type === 'text' ? child.value : child.type))).toEqual([
      'Écrire à @collectif ou lire ',
      'citation',
      ', dit @b [sic] ici.',
    ]);
    for (const child of children) {
      const { start, end } = child.position ?? { start: {}, end: {} };
      const typed = source.slice(start.offset, end.offset);
      expect(child.type === 'citation' ? child.raw : toString(child)).toBe(typed);
    }
  });

  test('an unknown key in brackets stays a citation', () => {
    const tree = parseMarkdown('Mots [@inconnu].');
    dropUnknownTextual(tree, new Set());
    expect(citationsIn(tree)).toHaveLength(1);
  });
});

const key = fc.stringMatching(/^[A-Za-zéà_0-9](?:[A-Za-zéà_0-9]|[:.#$%&+?~/-][A-Za-zéà_0-9]){0,12}$/u);
const neighbour = fc.constantFrom(
  '',
  'mot ',
  'Le bilan, ',
  '« ',
  '(',
  'a\n',
  '**gras** ',
  '`code` ',
  '\\@ ',
  '10:30 ',
  '😀 ',
);
const tail = fc.constantFrom('', ' mot', ' »', ')', '.', ' !', '\nfin', ' [x](u)', ' @', ' [', ' ]');

function everyNode(node: Nodes, visitNode: (node: Nodes) => void): void {
  visitNode(node);
  if ('children' in node) for (const child of node.children) everyNode(child, visitNode);
}

describe('properties', () => {
  test('a bracketed key is found with its exact place, whatever stands around', () => {
    fc.assert(
      fc.property(key, neighbour, tail, (name, before, after) => {
        const source = `${before}[voir @${name}, p. 12]${after}`;
        const citation = citationsIn(parseMarkdown(source)).find(({ mode }) => mode === 'bracketed');
        expect(citation?.items.map((item) => item.key)).toEqual([name.normalize('NFC')]);
        expect(citation?.items.map(({ place }) => textAt(source, place))).toEqual([`@${name}`]);
        expect(source.slice(citation?.position?.start.offset, citation?.position?.end.offset)).toBe(
          citation?.raw,
        );
        expect(citation?.items[0]).toMatchObject({ prefix: 'voir', label: 'page', locator: '12' });
      }),
      { numRuns: 300 },
    );
  });

  test('any text parses, and every citation is what stands at its place', () => {
    const piece = fc.constantFrom(
      ...Array.from('[]()@{};-!\\`*_ \n>#:^|abc12.'),
      '[@a',
      ']',
      '@b',
      ', p. 3',
      '](u)',
      '[^1]',
      ':::x\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const tree = parseMarkdown(source);
        everyNode(tree, (node) => {
          if (node.type !== 'citation') return;
          const typed = source.slice(node.position?.start.offset, node.position?.end.offset);
          expect(withoutPrefixes(typed)).toBe(withoutPrefixes(node.raw));
          expect(node.items.length).toBeGreaterThan(0);
          for (const item of node.items) expect(textAt(source, item.place)).toMatch(/^@/u);
        });
        dropUnknownTextual(tree, new Set(['a']));
        expect(
          citationsIn(tree).filter(({ mode, items }) => mode === 'textual' && items[0]?.key !== 'a'),
        ).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('marks left open', () => {
    expect(citationsOfText('[@ '.repeat(2000))).toEqual([]);
  });

  test.each(['@a [', '[@a [b] ', '[-@a, p. '])('ten thousand characters of %s parse', (piece) => {
    const source = `${piece.repeat(10_000 / piece.length)}fin`;
    const { children } = parseMarkdown(source);
    expect(children).toHaveLength(1);
    expect(children[0]?.position?.end.offset).toBe(source.length);
  });
});

/** Lines of a container begin with marks that belong to it. */
function withoutPrefixes(text: string): string {
  return text.replace(/\n[ \t>]*/gu, '\n');
}
