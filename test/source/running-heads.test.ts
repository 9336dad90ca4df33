import { describe, expect, test } from 'vitest';
import { isCitedPage } from '../../src/source/page-names.ts';
import { joinPages } from '../../src/source/running-heads.ts';

const body = (page: number): string =>
  ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept']
    .map((word) => `Le ${word} de ${page * 31} lots.`)
    .join('\n');

describe('joinPages', () => {
  test('leaves running heads and folios out, and nothing else', () => {
    const pages = [5, 6, 7, 8].map((folio) => ({
      text: `Rapport – ${folio}\n${body(folio)}\n160\n${folio}`,
    }));
    const { text, pages: joined } = joinPages(pages, true);
    expect(text.match(/Rapport/gu)).toHaveLength(1);
    expect(text.match(/^160$/gmu)).toHaveLength(4);
    expect(text.match(/^[5-8]$/gmu)).toBeNull();
    expect(joined.map(({ folio }) => folio)).toEqual(['5', '6', '7', '8']);
    expect(text.slice(joined[2]?.start).startsWith('Le un de 217')).toBe(true);
  });

  test('sees no folio where the pages do not agree on one', () => {
    const pages = [41, 7, 30, 12].map((number) => ({ text: `${body(number)}\n${number}` }));
    expect(joinPages(pages, true).pages.every(({ folio }) => folio === undefined)).toBe(true);
  });

  test('keeps a text without pages as it is', () => {
    expect(joinPages([{ text: '1\nUn\n1' }], false).text).toBe('1\nUn\n1');
  });
});

describe('isCitedPage', () => {
  const source = joinPages(
    ['iv', '1', '2'].map((label, index) => ({ label, text: `${body(index)}\n${index + 112}` })),
    true,
  );
  const [first, second] = source.pages;

  test.each([
    ['1', undefined, true],
    ['2', undefined, true],
    ['113', undefined, true],
    ['12-14, 112-113', undefined, true],
    ['3', undefined, false],
    ['iv', undefined, false],
    ['51', undefined, undefined],
    ['51', 50, true],
    ['xii', undefined, undefined],
  ] as const)('page %s of a work that begins on page %s: %s', (locator, work, expected) => {
    const pages = second ? [second] : [];
    expect(isCitedPage(source, pages, { locator, first: work })).toBe(expected);
  });

  test('a Roman number is a name as another', () => {
    expect(isCitedPage(source, first ? [first] : [], { locator: 'iv-vi', first: undefined })).toBe(true);
  });

  test('a page that is a picture proves nothing', () => {
    const scanned = joinPages([{ text: body(1) }, { text: '' }, { text: body(3) }], true);
    const pages = scanned.pages.slice(0, 1);
    expect(isCitedPage(scanned, pages, { locator: '2', first: undefined })).toBeUndefined();
    expect(isCitedPage(scanned, pages, { locator: '3', first: undefined })).toBe(false);
  });
});
