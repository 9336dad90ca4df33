import { describe, expect, test } from 'vitest';
import { parseCitationItems } from '../../src/markdown/citation-items.ts';
import { readLocator } from '../../src/markdown/locator.ts';

describe('readLocator', () => {
  test.each([
    [', p. 12', 'page', '12', ''],
    [' pp. 12–14', 'page', '12–14', ''],
    [', pages 3, 5 et 7-9, je souligne', 'page', '3, 5 et 7-9', ', je souligne'],
    [', p. 12 sq.', 'page', '12', ' sq.'],
    [', p.\u00a012', 'page', '12', ''],
    [', 33-35', 'page', '33-35', ''],
    [', p. xii-xv', 'page', 'xii-xv', ''],
    [', chapitre IV', 'chapter', 'IV', ''],
    [', chap. 3 et suivants', 'chapter', '3', ' et suivants'],
    [', sect. 2.1', 'section', '2.1', ''],
    [', § 12', 'paragraph', '12', ''],
    [', art. L. 311-1', 'article-locator', 'L. 311-1', ''],
    [', article premier', 'article-locator', 'premier', ''],
    [', art. 5 bis', 'article-locator', '5 bis', ''],
    [', vol. 2', 'volume', '2', ''],
    [', tome III', 'volume', 'III', ''],
    [', n° 7', 'issue', '7', ''],
    [', fig. 3', 'figure', '3', ''],
    [', tableau 4', 'table', '4', ''],
    [', note 12', 'note', '12', ''],
    [', lignes 3 à 5', 'line', '3 à 5', ''],
    [', annexe B', 'appendix', 'B', ''],
    [', line 3 and 5', 'line', '3 and 5', ''],
  ])('%s', (text, label, locator, rest) => {
    const read = readLocator(text);
    expect([read.label, read.locator, text.slice(read.length)]).toEqual([label, locator, rest]);
  });

  test.each([
    ', note de lecture',
    ', voir page suivante',
    ', pages roses',
    ', section d’études',
    ', je souligne',
    '',
    ' et',
  ])('no locator in “%s”', (text) => {
    expect(readLocator(text)).toEqual({ length: 0 });
  });
});

describe('parseCitationItems', () => {
  test.each([
    ['@nsp2021, p. 3', [{ key: 'nsp2021', label: 'page', locator: '3' }]],
    [
      'voir @nsp2021, p. 3; -@an2021 (rapport)',
      [
        { key: 'nsp2021', prefix: 'voir', label: 'page', locator: '3' },
        { key: 'an2021', suppressAuthor: true, suffix: '(rapport)' },
      ],
    ],
    ['@{doi:10.1/x}', [{ key: 'doi:10.1/x' }]],
    ['contact@exemple.fr', []],
    ['Insee, 2021', []],
    ['@', []],
    ['', []],
  ])('%s', (text, items) => {
    expect(
      parseCitationItems(text).map(({ place, ...item }) => (expect(place).toBeUndefined(), item)),
    ).toEqual(items);
  });
});
