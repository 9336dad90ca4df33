import type { Root } from 'hast';
import { expect, it } from 'vitest';
import type { Hyphenator } from '../../src/core/hyphenator.ts';
import { hyphenateTree } from '../../src/render/hyphens.ts';
import { toHtml } from '../../src/render/html.ts';
import { pageOf } from '../support/page.ts';

/** Breaks "aabb" between its letters in French, "aab" and "b" in English. */
const hyphenator: Hyphenator = (block, lang) =>
  Array.from(block.matchAll(/aabb/g), ({ index }) => index + (lang === 'fr' ? 2 : 3));

async function set(body: string): Promise<string> {
  const { hast } = await pageOf({ body });
  return toHtml(hyphenateTree(hast, hyphenator, 'fr').children).replaceAll('\u00ad', '|');
}

it('breaks running text, lists, quotes and boxes', async () => {
  const html = await set(
    'Un aabb, **aabb** et [aabb](https://exemple.fr).\n\n- aabb\n\n> aabb\n\n:::encadre[aabb titre]\nUn aabb.\n:::\n',
  );
  expect(html.match(/aa\|bb/g)).toHaveLength(6);
  expect(html).toContain('aabb titre');
});

it('leaves titles, captions, code, italics and cells whole', async () => {
  const html = await set(
    '## aabb\n\n`aabb` *aabb*\n\nTableau : aabb\n\n| aabb | b |\n| --- | --- |\n| aabb | 1 |\n',
  );
  expect(html).not.toContain('|');
});

it('breaks the cells of a table of many columns', async () => {
  const html = await set(
    '| a | b | c | d | e |\n| --- | --- | --- | --- | --- |\n| aabb | 1 | 2 | 3 | 4 |\n',
  );
  expect(html).toContain('aa|bb');
});

it('sees a word over several elements, and the language of each', () => {
  const text = (value: string) => ({ type: 'text' as const, value });
  const paragraph: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          text('aa'),
          { type: 'element', tagName: 'strong', properties: {}, children: [text('bb aabb ')] },
          { type: 'element', tagName: 'q', properties: { lang: 'en' }, children: [text('aabb')] },
        ],
      },
    ],
  };
  const html = toHtml(hyphenateTree(paragraph, hyphenator, 'fr').children).replaceAll('\u00ad', '|');
  expect(html).toBe('<p>aa<strong>bb aa|bb </strong><q lang="en">aab|b</q></p>');
});
