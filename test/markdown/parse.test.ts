import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { FigureReference } from '../../src/core/citation.ts';
import { isComment, readExceptions } from '../../src/markdown/exceptions.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

function figuresOf(source: string): FigureReference[] {
  const found: FigureReference[] = [];
  visit(parseMarkdown(source), 'figureReference', (node) => {
    found.push(node);
  });
  return found;
}

function typesIn(source: string): Set<string> {
  const types = new Set<string>();
  visit(parseMarkdown(source), (node) => {
    types.add(node.type);
  });
  return types;
}

describe('directives', () => {
  test('containers alone: colons in a sentence stay text', () => {
    const source = 'À 10:30, mot:suite, Ratio 1:2, Article 5:2, :une, https://exemple.fr:8080/a et ::bloc.';
    expect(toString(parseMarkdown(source))).toBe(source);
    expect(typesIn(`${source}\n\n::feuille[x]{a=1}\n`)).not.toContain('leafDirective');
    expect(toString(parseMarkdown('::feuille[x]{a=1}'))).toBe('::feuille[x]{a=1}');
  });

  test('a container has its name, label, attributes and blocks', () => {
    const [block] = parseMarkdown(':::encadre[Le titre]{.note cle="v"}\nTexte.\n\n- point\n:::\n').children;
    expect(block).toMatchObject({
      type: 'containerDirective',
      name: 'encadre',
      attributes: { class: 'note', cle: 'v' },
    });
    expect(block?.type === 'containerDirective' && block.children.map((child: Nodes) => child.type)).toEqual([
      'paragraph',
      'paragraph',
      'list',
    ]);
  });
});

describe('GFM', () => {
  test('tables, footnotes, strikethrough, task lists and bare addresses', () => {
    const source = '| a |\n|---|\n| ~~b~~ |\n\nMot[^1] https://exemple.fr\n\n- [x] fait\n\n[^1]: Note.\n';
    for (const type of ['table', 'delete', 'footnoteReference', 'footnoteDefinition', 'link', 'listItem']) {
      expect(typesIn(source)).toContain(type);
    }
  });
});

describe('figure references', () => {
  test('the words around, in the sentence', () => {
    const source = 'Avant. Une *baisse de* **[3 %](figure:a)** et [4 %](figure:b) de moins ; puis `x`.';
    expect(figuresOf(source).map(({ around }) => around)).toEqual([
      { before: 'Une baisse de ', after: ' et 4 % de moins ' },
      { before: 'Une baisse de 3 % et ', after: ' de moins ' },
    ]);
  });

  test('a link to the ledger, with its words and its place', () => {
    const source = 'Soit [**0,01** %](figure:part-conseil) du total.';
    const [figure] = figuresOf(source);
    expect(figure).toMatchObject({ id: 'part-conseil', stated: '0,01 %' });
    expect(source.slice(figure?.position?.start.offset, figure?.position?.end.offset)).toBe(
      '[**0,01** %](figure:part-conseil)',
    );
  });

  test.each([
    ['[](figure:a)', 'a', ''],
    ['[3](chiffre:a%20b)', 'a b', '3'],
    ['[3](figure:co%C3%BBt)', 'coût', '3'],
    ['[3](figure:coût)', 'coût', '3'],
    ['[3](figure:100%)', '100%', '3'],
    ['[3](Figure:a)', 'a', '3'],
    ['<figure:a>', 'a', ''],
    ['[3][ref]\n\n[ref]: figure:a', 'a', '3'],
  ])('%s', (source, id, stated) => {
    expect(figuresOf(source).map((figure) => [figure.id, figure.stated])).toEqual([[id, stated]]);
  });

  test('other links are links', () => {
    expect(figuresOf('[a](https://exemple.fr/figure:a) [b](figures.html) [c](#figure:a)')).toEqual([]);
  });
});

describe('exceptions', () => {
  test.each([
    ['<!-- nsp-disable-next-line a/b -- raison -->\nMots.', [['a/b'], 'raison', 2]],
    ['<!-- nsp-disable-next-line a/b, c/d -- une raison -->\n\nMots.', [['a/b', 'c/d'], 'une raison', 3]],
    ['<!-- nsp-disable-next-line a/b c/d -->\nMots.', [['a/b', 'c/d'], undefined, 2]],
    ['<!-- nsp-disable-next-line a/b — raison -->\n<!-- autre -->\n# Titre', [['a/b'], 'raison', 3]],
    ['Mots <!-- nsp-disable-next-line a/b -- r --> et\nsuite.', [['a/b'], 'r', 2]],
    ['<!--\nnsp-disable-next-line\na/b -- r\n-->\nMots.', [['a/b'], 'r', 5]],
    ['- point\n  <!-- nsp-disable-next-line a/b -- r -->\n  suite', [['a/b'], 'r', 3]],
  ])('%s', (source, [rules, reason, line]) => {
    const [exception, ...others] = readExceptions(parseMarkdown(source));
    expect(others).toEqual([]);
    expect([exception?.rules, exception?.reason, exception?.line]).toEqual([rules, reason, line]);
    const { line: at = 0, column = 0 } = exception?.place ?? {};
    expect(
      source
        .split('\n')
        [at - 1]?.slice(column - 1)
        .startsWith('<!--'),
    ).toBe(true);
  });

  test('other comments say nothing, and other HTML is no comment', () => {
    const tree = parseMarkdown(
      '<!-- une remarque -->\n\n<!-- nsp-disable -->\n\n<b>gras</b> <!-- nsp-disable-next-lineage a -->',
    );
    expect(readExceptions(tree)).toEqual([]);
    const html: boolean[] = [];
    visit(tree, 'html', (node) => {
      html.push(isComment(node));
    });
    expect(html).toEqual([true, true, false, false, true]);
  });
});
