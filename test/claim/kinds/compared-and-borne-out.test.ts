import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';

describe('what a comparison comes to, said right after it', () => {
  test.each([
    ['La mairie loue 40 salles ; la région en loue le triple, soit 120.', 'holds multiple le triple'],
    ['La mairie loue 40 salles ; la région en loue le triple, soit 160.', 'fails multiple le triple'],
    [
      'Ce fort reçoit 31 200 visiteurs. L’autre en a quatre fois moins, 124 800.',
      'fails multiple quatre fois moins',
    ],
    [
      'Le théâtre vend 84 000 billets. En 2009, il en vendait deux fois moins, 42 000.',
      'holds multiple deux fois moins',
    ],
    ["Le loyer atteint 900 €, trois fois plus qu'en 1990 (300 €).", 'holds multiple trois fois plus'],
    ["Lyon compte 400 agents. C'est quatre fois plus : 100 en 2010.", 'holds multiple quatre fois plus'],
  ])('%s', (source, claim) => {
    expect(told(source)).toContain(claim);
  });

  test.each([
    ['Thefts of copper fell fourfold, from 892 to 223.', 'holds multiple fourfold'],
    ['Complaints rose fivefold despite the cut, from 200 to 1,000.', 'holds multiple fivefold'],
    ['Thefts of copper fell threefold, from 900 to 450.', 'fails multiple threefold'],
  ])('%s', (source, claim) => {
    expect(told(source, 'en')).toContain(claim);
  });
});

describe('parts and sharings that the words bear out', () => {
  test.each([
    [
      'Sur 92 ponts métalliques, 40 sont interdits aux camions, autant dire la moitié.',
      'fails fraction la moitié',
    ],
    [
      "L'agence a perdu un quart de ses agents : 66 partis, pour 231 présents au départ.",
      'fails fraction un quart',
    ],
    [
      'Sur 576 votants, 192 ont voté contre. Un quart des voix, voilà qui surprend.',
      'fails fraction Un quart',
    ],
    ["Le plan coûte 4,5 M€, c'est-à-dire 1 500 € pour chacun des 300 artisans.", 'fails ratio 1 500 €'],
    ["Le plan coûte 4,5 M€, c'est-à-dire 15 000 € pour chacun des 300 artisans.", 'holds ratio 15 000 €'],
  ])('%s', (source, claim) => {
    expect(told(source)).toContain(claim);
  });

  test.each([
    ['Footpaths (£3.85m) now take up a tenth of the £27.4m access budget.', 'fails fraction a tenth'],
    ['Half of the 318 road bridges — 139 of them — fail the load test.', 'fails fraction Half'],
    ['The inquiry cost £23.8m, which is £7,000 for each of its 340 witnesses.', 'fails ratio £7,000'],
  ])('%s', (source, claim) => {
    expect(told(source, 'en')).toContain(claim);
  });

  test('a number said by the way is no part', () => {
    const source =
      'Sur les 1 144 reçus, ce qui suppose 55 agents présents, un dixième donne lieu à une suite.';
    expect(told(source)).toEqual([]);
  });
});
