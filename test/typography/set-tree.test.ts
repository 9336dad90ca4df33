import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { setText } from '../../src/typography/set-text.ts';
import { setTree } from '../../src/typography/set-tree.ts';

function parse(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown);
}

/** The values of the text nodes; ˍ stands for U+202F and ~ for U+00A0. */
function textsOf(markdown: string): string[] {
  const tree = parse(markdown);
  setTree(tree, 'fr');
  const values: string[] = [];
  visit(
    tree,
    'text',
    ({ value }) => void values.push(value.replaceAll('\u202f', 'ˍ').replaceAll('\u00a0', '~')),
  );
  return values;
}

describe('setTree', () => {
  it.each([
    ['**mot** !', ['mot', 'ˍ!']],
    ['**mot**!', ['mot', 'ˍ!']],
    ['*titre* : suite', ['titre', '~: suite']],
    ['**Objet:** suite', ['Objet~:', ' suite']],
    ['"**mot**" et « *mot* »', ['«ˍ', 'mot', 'ˍ» et «ˍ', 'mot', 'ˍ»']],
    ["l'**État** et l'*[usager](x)*", ['l’', 'État', ' et l’', 'usager']],
    ['**4** 555 *Md€* et **160** Md€', ['4', 'ˍ555~', 'Md€', ' et ', '160', '~Md€']],
    ['mot[^1] ; suite\n\n[^1]: Une note !', ['mot', 'ˍ; suite', 'Une noteˍ!']],
    ['`a ! b` ! et ![Oui !](a.png)!', ['ˍ! et ', 'ˍ!']],
    ['<https://x.fr/a?b;c> ; www.x.fr/a?b !', ['https://x.fr/a?b;c', 'ˍ; ', 'www.x.fr/a?b', 'ˍ!']],
    ['fin de ligne\n! suite', ['fin de ligneˍ! suite']],
    ['| Oui ! | 4 555 |\n| - | - |\n| "a" | b : c |', ['Ouiˍ!', '4ˍ555', '«ˍaˍ»', 'b~: c']],
    ['a "b\n\nc" d', ['a "b', 'c" d']],
  ])('sets across nodes: %s', (markdown, expected) => {
    expect(textsOf(markdown)).toEqual(expected);
  });

  it('sets alternative texts and titles, and leaves code and addresses', () => {
    const tree = parse('![Oui !](a!b.png "Non ?") [a](b?c "Quoi ?") `a ! b`\n\n```\na ! b\n```');
    setTree(tree, 'fr');
    const seen: (string | null | undefined)[] = [];
    visit(tree, (node) => {
      if (node.type === 'image') seen.push(node.alt, node.title, node.url);
      if (node.type === 'link') seen.push(node.title, node.url);
      if (node.type === 'inlineCode' || node.type === 'code') seen.push(node.value);
    });
    expect(seen).toEqual(['Oui\u202f!', 'Non\u202f?', 'a!b.png', 'Quoi\u202f?', 'b?c', 'a ! b', 'a ! b']);
  });

  it('takes a list of phrasing nodes as one text', () => {
    const nodes: PhrasingContent[] = [
      { type: 'text', value: 'Titre ' },
      { type: 'emphasis', children: [{ type: 'text', value: '"a' }] },
      { type: 'text', value: '" !' },
    ];
    setTree(nodes, 'fr');
    expect(toString(nodes)).toBe('Titre «\u202fa\u202f»\u202f!');
  });

  it('gives, however a text is cut into nodes, the text set whole, each letter in its node', () => {
    const part = fc
      .array(
        fc.constantFrom(
          ...Array.from(`ab "'«».;:!?-1 €\n`),
          '...',
          'Md€',
          '4 555',
          'agent.e.s',
          'http://a.b',
        ),
        {
          maxLength: 6,
        },
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const nodes = parts.map((value) => ({ type: 'text' as const, value }));
        setTree(nodes, 'fr');
        expect(toString(nodes)).toBe(setText(parts.join(''), 'fr'));
        const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
        expect(nodes.map(({ value }) => letters(value))).toEqual(parts.map(letters));
      }),
      { numRuns: 1000 },
    );
  });
});
